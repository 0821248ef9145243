import type { Preferences } from '#app/contract/values'
import { type CommandName, commandList, commandNamed } from './commands'
import type { Where } from './commands/command'
import { isSingleKey, type KeyPress, shownKeys, spellKey } from './key-spelling'

/** Keys that run a command. */
export interface Binding {
  /** In the spelling of `spellKey`. */
  readonly keys: string
  readonly command: CommandName
  readonly where: Where
}

/** Where the focus is, as far as keys care: in the text, one that is written, a list, the review, a field that takes what is typed, or elsewhere. */
export type FocusPlace = 'text' | 'writing' | 'list' | 'review' | 'field' | 'elsewhere'

type Changed = Preferences['bindings']

/** All bindings: the person's own keys of a command in place of those that it has. */
export function bindingsFrom(changed: Changed): readonly Binding[] {
  return commandList.flatMap(({ id, keys = [], where }) =>
    keysOf(changed, id, keys).map(spelled => ({ keys: spelled, command: id, where })),
  )
}

/** The keys of a command. */
function keysOf(changed: Changed, id: CommandName, usual: readonly string[]): readonly string[] {
  return changed !== undefined && Object.hasOwn(changed, id) ? (changed[id] ?? usual) : usual
}

/**
 * The command of a key press at a place. Keys of the text and of lists act there alone and come before those of the
 * window. A single key never acts in a field or a text that is written, and nowhere where single keys are off. In a field undo, redo and
 * the arrows along the line are the field's.
 */
export function commandOf(
  press: KeyPress,
  place: FocusPlace,
  bindings: readonly Binding[],
  singleKeys: boolean,
): CommandName | undefined {
  const keys = spellKey(press)
  if (keys === undefined) return undefined
  if (isSingleKey(keys) && (!singleKeys || place === 'field' || place === 'writing')) return undefined
  const fitting = bindings.filter(binding => binding.keys === keys && (place !== 'writing' || isForWriting(binding)))
  const found = fitting.find(({ where }) => where === place) ?? fitting.find(({ where }) => where === 'window')
  if (place === 'field' && (fieldKeys.test(keys) || found?.command === 'undo' || found?.command === 'redo')) {
    return undefined
  }
  return found?.command
}

/** What else a key does is the text's own while it is written. */
function isForWriting({ command, where }: Binding): boolean {
  return where === 'writing' || commandNamed(command)?.whileWriting === true
}

/** Keys that go through what is typed. */
const fieldKeys = /ARROW(?:LEFT|RIGHT)$/

/**
 * Bindings that take one another's keys: equal keys at the same place, or in the window and at a place. A command of the
 * window that has further keys gives way at a place and is no conflict there.
 */
export function conflictsOf(bindings: readonly Binding[]): readonly (readonly [Binding, Binding])[] {
  return bindings.flatMap((one, at) =>
    bindings
      .slice(at + 1)
      .filter(other => other.command !== one.command && other.keys === one.keys && meet(one.where, other.where))
      .filter(other => !givesWay(one, other, bindings) && !givesWay(other, one, bindings))
      .map(other => [one, other] as const),
  )
}

function givesWay(one: Binding, other: Binding, bindings: readonly Binding[]): boolean {
  if (one.where !== 'window' || other.where === 'window') return false
  // It cannot be done then at all.
  if (other.where === 'writing' && !isForWriting(one)) return true
  return bindings.some(({ command, keys }) => command === one.command && keys !== one.keys)
}

function meet(one: Where, other: Where): boolean {
  return one === other || one === 'window' || other === 'window'
}

/** The keys shown for each command, the first of them, by command; those that have none are absent. */
export function shownBindings(bindings: readonly Binding[], mac: boolean): ReadonlyMap<CommandName, string> {
  const shown = new Map<CommandName, string>()
  for (const { command, keys } of bindings) {
    if (!shown.has(command)) shown.set(command, shownKeys(keys, mac))
  }
  return shown
}

/**
 * The keys shown now by the usual ones as shown elsewhere than on macOS, for all that differ: a command's first keys, an
 * empty text for none. Where two commands share their usual keys at two places, the first one counts.
 */
export function keysInUse(bindings: readonly Binding[], mac: boolean): ReadonlyMap<string, string> {
  const shown = shownBindings(bindings, mac)
  const inUse = new Map<string, string>()
  for (const { id, keys: [usual] = [] } of commandList) {
    if (usual === undefined) continue
    const before = shownKeys(usual, false)
    const now = shown.get(id) ?? ''
    if (before !== now && !inUse.has(before)) inUse.set(before, now)
  }
  return inUse
}

/** The person's changes with other keys for a command; keys that are its usual ones are no change. */
export function withKeys(changed: Changed, command: CommandName, keys: readonly string[]): NonNullable<Changed> {
  const usual = commandList.find(({ id }) => id === command)?.keys ?? []
  const { [command]: _before, ...others } = changed ?? {}
  const same = usual.length === keys.length && usual.every((one, at) => one === keys[at])
  return same ? others : { ...others, [command]: keys }
}
