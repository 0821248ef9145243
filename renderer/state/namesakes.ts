import { entryKey } from '#annotations/changes/entry'
import { textOf } from '#annotations/changes/resolve'
import type { Namesake } from '../features/annotators/namesake'
import { sameName } from './actions/register-acting'
import type { WindowState } from './app-state'
import { registerOf } from './selectors'

const none: readonly Namesake[] = []

/**
 * Persons in the open workspace who have the name of the one at the desk under another id, while that one has written
 * nothing there: they may be the same. Empty where the workspace cannot be written or the question was answered.
 */
export function namesakesOf(state: WindowState): readonly Namesake[] {
  const { workspace, info, apart } = state
  const own = info?.annotator
  if (workspace === undefined || workspace.readOnly !== undefined || own === undefined || apart === workspace.id)
    return none
  const { entries } = registerOf(state.queue.current, 'annotators')
  if (entries.size === 0 || entries.has(own.id)) return none
  const journals = state.queue.current.scopes.get('annotators')?.journals
  return [...entries.values()].flatMap((entry): Namesake[] => {
    const name = textOf(entry, 'name')
    if (name === undefined || !sameName(name, own.name) || (textOf(entry, 'what') ?? 'person') !== 'person') return []
    const since = journals?.get(entry.id)?.entries.get(entryKey('annotator', entry.id))?.changes[0]?.at
    return [{ id: entry.id, name, since }]
  })
}
