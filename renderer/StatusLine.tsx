import { paragraphNumbers } from '#annotations/model/revision'
import { StatusBar } from './features/shell/StatusBar'
import type { SaveState } from './features/shell/save-state'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import type { AppState } from './state/app-state'
import { placeOf } from './state/inspector-view'
import { openMarks, shownRevision } from './state/selectors'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const readOnlyWords: { readonly [reason: string]: string } = {
  'newer-version': 'Read only: made by a newer Pressmark',
  locked: 'Read only: open in another window',
  'no-permission': 'Read only: the folder cannot be written',
}

const tips = [
  { keys: ['Q', 'C', 'N'], words: 'quote, claim, note' },
  { keys: ['J', 'K'], words: 'next, previous' },
  { keys: ['[', ']'], words: 'shrink, grow' },
]

/** The status bar as the state has it. */
export function StatusLine({ model, state }: { readonly model: AppModel; readonly state: AppState }) {
  const revision = shownRevision(state.document)
  const marks = openMarks(state)
  const at =
    revision === undefined ? undefined : placeOf(revision, state.selection?.start ?? activeStart(state)).paragraph
  const of = revision === undefined ? 0 : paragraphNumbers(revision.blocks).filter(n => n !== null).length
  const counts = { quote: 0, claim: 0, note: 0 }
  for (const { annotation } of marks) counts[annotation.kind] += 1
  return (
    <StatusBar
      save={state.workspace === undefined ? undefined : saveState(state)}
      annotator={state.info?.annotator?.name}
      paragraph={at === undefined ? undefined : { n: at, of }}
      counts={revision === undefined ? undefined : counts}
      tips={revision === undefined ? [] : tips}
      onRetry={model.saving.retry}
    />
  )
}

function activeStart(state: AppState): number {
  const active = openMarks(state).find(({ annotation }) => annotation.id === state.active)
  return active?.annotation.placements.get(state.document?.revision ?? '')?.segments[0]?.start ?? 0
}

function saveState({ save, workspace }: AppState): SaveState {
  if (workspace?.readOnly !== undefined)
    return { state: 'read-only', words: readOnlyWords[workspace.readOnly] ?? 'Read only' }
  if (save.is === 'saving') return { state: 'saving' }
  if (save.is === 'failed') return { state: 'failed', words: `Not saved. ${problemWords(save.problem)}` }
  return save.is === 'saved' ? { state: 'saved', at: clock.format(save.at) } : { state: 'saved' }
}
