import { useMemo } from 'react'
import { paragraphNumbers } from '#annotations/model/revision'
import { StatusBar } from './features/shell/StatusBar'
import type { SaveState } from './features/shell/save-state'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import type { CommandName } from './state/commands'
import { excerptStatus } from './state/excerpt-status'
import { placeOf } from './state/inspector-view'
import { type Binding, shownBindings } from './state/key-bindings'
import { ownCounts } from './state/own-marks'
import { activeMark, shownRevision } from './state/selectors'
import { useSelected } from './state/store'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const readOnlyWords: { readonly [reason: string]: string } = {
  'newer-version': 'Read only: made by a newer Pressmark',
  locked: 'Read only: open in another window',
  'no-permission': 'Read only: the folder cannot be written',
}

/** What the keys of the moment do; each command is told by the first of its keys. */
function tipsOf(
  { selection, active, view, writing, review }: WindowState,
  keys: ReadonlyMap<CommandName, string>,
): { readonly keys: readonly string[]; readonly words: string }[] {
  const reading = view === 'read' && writing === undefined
  const tips: readonly (readonly [boolean, readonly CommandName[], string])[] = [
    [writing !== undefined, ['finish-writing'], 'done'],
    [writing !== undefined, ['cancel-writing'], 'cancel'],
    [view === 'review', ['next-difference', 'previous-difference'], 'next, previous'],
    [
      view === 'review' && review.gold === undefined,
      ['review-agree', 'review-dispute', 'review-take-over'],
      'agree, dispute, take over',
    ],
    [
      view === 'review' && review.gold !== undefined,
      ['review-agree', 'review-dispute', 'review-neither'],
      'take first, second, nothing',
    ],
    [view === 'changed', ['next-decision', 'previous-decision'], 'next, previous'],
    [view === 'changed', ['accept-place', 'choose-place', 'keep-place', 'lose-place'], 'decide'],
    [reading && selection !== null, ['mark-quote', 'mark-claim', 'mark-note'], 'quote, claim, note'],
    [reading, ['next-annotation', 'previous-annotation'], 'next, previous'],
    [reading && selection === null && active !== null, ['shrink-end', 'grow-end'], 'shrink, grow'],
    [true, ['keyboard'], 'all keys'],
  ]
  return tips.flatMap(([now, commands, words]) => {
    const shown = commands.flatMap(command => keys.get(command) ?? [])
    return now && shown.length === commands.length ? [{ keys: shown, words }] : []
  })
}

/** Where nothing is open: the ways to everything else. */
function firstTips(
  keys: ReadonlyMap<CommandName, string>,
): { readonly keys: readonly string[]; readonly words: string }[] {
  return (
    [
      ['palette', 'go to or run'],
      ['keyboard', 'all keys'],
    ] as const
  ).flatMap(([command, words]) => {
    const shown = keys.get(command)
    return shown === undefined ? [] : [{ keys: [shown], words }]
  })
}

export interface StatusLineProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly bindings: readonly Binding[]
  /** Where one is in the view, where that is no paragraph. */
  readonly place: string | undefined
}

/** The status bar as the state has it. */
export function StatusLine({ model, state, bindings, place }: StatusLineProps) {
  const keys = useMemo(() => shownBindings(bindings, state.info?.platform === 'darwin'), [bindings, state.info])
  const revision = shownRevision(state)
  const at =
    revision === undefined ? undefined : placeOf(revision, state.selection?.start ?? activeStart(state)).paragraph
  const of = revision === undefined ? 0 : paragraphNumbers(revision.blocks).filter(n => n !== null).length
  const { own, others } = ownCounts(state)
  const table = useTableStatus(model)
  const reading = revision !== undefined && table === undefined && state.view !== 'review'
  return (
    <StatusBar
      save={state.workspace === undefined ? undefined : saveState(state)}
      annotator={state.info?.annotator?.name}
      place={place ?? table?.place}
      paragraph={at === undefined || !reading ? undefined : { n: at, of }}
      counts={reading ? own : undefined}
      others={others}
      told={state.told}
      tips={table?.tips ?? (revision === undefined ? firstTips(keys) : tipsOf(state, keys))}
      onRetry={model.saving.retry}
      onSaveCopy={() => void model.open.saveCopy()}
    />
  )
}

/** What is said of the table while it is shown. */
function useTableStatus({ store }: AppModel): ReturnType<typeof excerptStatus> | undefined {
  const shown = useSelected(store, ({ view }) => view === 'excerpts')
  const result = useSelected(store, ({ excerpts }) => excerpts.result)
  const active = useSelected(store, ({ excerpts }) => excerpts.active)
  const selected = useSelected(store, ({ excerpts }) => excerpts.selected)
  return shown ? excerptStatus({ result, active, selected }) : undefined
}

function activeStart(state: WindowState): number {
  return activeMark(state)?.annotation.placements.get(state.document?.revision ?? '')?.segments[0]?.start ?? 0
}

function saveState({ save, workspace }: WindowState): SaveState {
  if (workspace?.readOnly !== undefined)
    return { state: 'read-only', words: readOnlyWords[workspace.readOnly] ?? 'Read only' }
  if (save.is === 'saving') return { state: 'saving' }
  if (save.is === 'failed') return { state: 'failed', words: `Not saved. ${problemWords(save.problem)}` }
  return save.is === 'saved' ? { state: 'saved', at: clock.format(save.at) } : { state: 'saved' }
}
