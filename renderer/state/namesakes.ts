import { entryKey } from '#annotations/changes/entry'
import { textOf } from '#annotations/changes/resolve'
import type { EditId } from '#annotations/model/ids'
import type { Namesake, OtherSelf } from '../features/annotators/namesake'
import { sameName } from './actions/register-acting'
import type { WindowState } from './app-state'
import { registerOf } from './selectors'

const none: readonly OtherSelf[] = []

/**
 * Persons in the open workspace who have the name of the one at the desk under another id, while that one has written
 * nothing there: they may be the same. Empty where the workspace cannot be written or the question was answered.
 */
export function namesakesOf(state: WindowState): readonly Namesake[] {
  const own = state.info?.annotator?.id ?? ''
  const known = registerOf(state.queue.current, 'annotators').entries.has(own)
  return known || state.apart === state.workspace?.id ? none : sameNamed(state)
}

/** The same persons once both have written something. Empty where the workspace cannot be written. */
export function otherSelvesOf(state: WindowState): readonly OtherSelf[] {
  const own = state.info?.annotator?.id ?? ''
  return registerOf(state.queue.current, 'annotators').entries.has(own) ? sameNamed(state) : none
}

/** The edit by which the person at the desk said that they are somebody else as well; `undefined` where they did not. */
export function saidSame({ info, queue }: WindowState): EditId | undefined {
  const own = info?.annotator?.id ?? ''
  const entry = queue.current.scopes.get('annotators')?.journals.get(own)?.entries.get(entryKey('annotator', own))
  return entry?.changes.filter(({ set, undoes }) => set.has('redirect') && undoes === undefined).at(-1)?.edit
}

function sameNamed(state: WindowState): readonly OtherSelf[] {
  const { workspace, info } = state
  const own = info?.annotator
  if (workspace === undefined || workspace.readOnly !== undefined || own === undefined) return none
  const { entries } = registerOf(state.queue.current, 'annotators')
  const journals = state.queue.current.scopes.get('annotators')?.journals
  const me = entries.get(own.id)
  const found = [...entries.values()].flatMap((entry): OtherSelf[] => {
    const name = textOf(entry, 'name')
    if (entry.id === own.id || name === undefined || !sameName(name, own.name)) return []
    if ((textOf(entry, 'what') ?? 'person') !== 'person') return []
    const since = journals?.get(entry.id)?.entries.get(entryKey('annotator', entry.id))?.changes[0]?.at
    return [
      {
        id: entry.id,
        name,
        since,
        isMe: entry.resolved === me?.resolved,
        saidHere: textOf(me, 'redirect') === entry.id,
      },
    ]
  })
  return found.length === 0 ? none : found
}
