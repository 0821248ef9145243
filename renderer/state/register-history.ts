import type { Change } from '#annotations/changes/change'
import type { Entry } from '#annotations/changes/entry'
import { emptyScope } from '#annotations/changes/journal'
import { entriesOfEdit, undoStacks } from '#annotations/changes/undo'
import { defaultClaimTypes } from '#annotations/model/claim-types'
import type { EditId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import type { HistoryActions } from './actions/history-actions'
import { type AppState, undoScopes } from './app-state'
import type { Store } from './store'

export type DialogRegister = 'codebook' | 'speakers'

/** Undo and redo while a register's dialog is open. */
export interface RegisterHistory {
  /**
   * Takes back, or does again, what comes next, if it is about this register: nothing changes behind the dialog unseen.
   * The entry that it was about; `undefined` where nothing was done.
   */
  take(which: 'undo' | 'redo', register: DialogRegister): string | undefined
}

export function createRegisterHistory(store: Store<AppState>, history: HistoryActions): RegisterHistory {
  function take(which: 'undo' | 'redo', register: DialogRegister): string | undefined {
    const state = store.get()
    const edit = nextEdit(state, which)
    const scope = state.queue.current.scopes.get(register) ?? emptyScope
    const entries = edit === undefined ? [] : entriesOfEdit(scope, edit)
    const first = entries[0]
    if (edit === undefined || first === undefined) {
      const text = `There is nothing more to ${which} in the ${register === 'codebook' ? 'codebook' : 'list of speakers'}.`
      store.set(now => ({ ...now, announcement: { text } }))
      return undefined
    }
    const main = mainOf(entries, edit) ?? first
    const words = wordsOfEdit(main, edit)
    if (which === 'undo') history.undo()
    else history.redo()
    if (store.get().queue === state.queue) return undefined
    const text = `${which === 'undo' ? 'Undone' : 'Done again'}: ${words}.`
    store.set(now => ({ ...now, announcement: { text } }))
    return main.id
  }
  return { take }
}

/** The edit that undo or redo would take next; `undefined` where there is none. */
export function nextEdit(state: AppState, which: 'undo' | 'redo'): EditId | undefined {
  const by = state.info?.annotator?.id
  return by === undefined ? undefined : undoStacks(state.queue.current, by, undoScopes(state))[which].at(-1)
}

const telling = ['redirect', 'splitInto', 'deleted', 'name']

/**
 * Of an edit's entries, the one it was about. Others lose a shortcut to it, or get an order so that it can stand behind
 * them: among those it has the greatest.
 */
function mainOf(entries: readonly Entry[], edit: EditId): Entry | undefined {
  const changes = entries.map(entry => ({ entry, set: originOf(entry, edit)?.set ?? new Map<string, Json>() }))
  const told = telling.map(field => changes.find(({ set }) => set.has(field))).find(found => found !== undefined)
  if (told !== undefined) return told.entry
  const given = changes.find(({ set }) => (set.get('shortcut') ?? null) !== null || set.has('parent'))
  const order = (set: ReadonlyMap<string, Json>): number => Number(set.get('order') ?? Number.NEGATIVE_INFINITY)
  return (given ?? [...changes].sort((a, b) => order(b.set) - order(a.set))[0])?.entry
}

/** The change that an edit made, or that an undo or redo brought about. */
function originOf(entry: Entry, edit: EditId): Change | undefined {
  const seen = new Set<EditId>()
  let change = entry.changes.find(one => one.edit === edit)
  while (change?.undoes !== undefined && !seen.has(change.edit)) {
    seen.add(change.edit)
    const { undoes } = change
    const before = entry.changes.find(one => one.edit === undoes)
    if (before === undefined) break
    change = before
  }
  return change
}

const words: readonly (readonly [string, string])[] = [
  ['redirect', 'the merge of'],
  ['splitInto', 'the split of'],
  ['deleted', 'the removal of'],
  ['name', 'the name'],
  ['parent', 'the move of'],
  ['order', 'the move of'],
  ['shortcut', 'the shortcut of'],
  ['colour', 'the colour of'],
  ['definition', 'the definition of'],
  ['what', 'the kind of'],
  ['note', 'the note of'],
]

function wordsOfEdit(entry: Entry, edit: EditId): string {
  const change = originOf(entry, edit)
  const name = nameBefore(entry, change?.edit ?? edit)
  if (change === entry.changes[0] && shippedName(entry) === undefined) return `the new “${name}”`
  const known = words.find(([field]) => change?.set.has(field) === true)
  return `${known?.[1] ?? 'the change of'} “${name}”`
}

/** The name of what is there without anybody's statement. */
function shippedName({ type, id }: Entry): string | undefined {
  return type === 'claim-type' ? defaultClaimTypes.find(one => one.id === id)?.name : undefined
}

/** The last name that the entry had up to an edit. */
function nameBefore(entry: Entry, edit: EditId): string {
  let name = shippedName(entry) ?? entry.id
  for (const change of entry.changes) {
    const value = change.set.get('name')
    if (typeof value === 'string') name = value
    if (change.edit === edit) break
  }
  return name
}
