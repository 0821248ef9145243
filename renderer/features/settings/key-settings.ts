import { type CommandName, commandList, commandNamed } from '../../state/commands'
import type { CommandGroup } from '../../state/commands/command'
import { type Binding, conflictsOf } from '../../state/key-bindings'
import { shownKeys } from '../../state/key-spelling'

/** A command with its keys, as the settings show it. */
export interface KeySetting {
  readonly command: CommandName
  readonly title: string
  readonly group: CommandGroup
  /** In the spelling of bindings, and as shown. */
  readonly keys: readonly { readonly spelled: string; readonly shown: string }[]
  /** Titles of other commands that have one of these keys. */
  readonly conflicts: readonly string[]
  readonly changed: boolean
}

/** Every command that fits what is typed, in title or keys, with its conflicts; those in conflict first. */
export function keySettings(
  bindings: readonly Binding[],
  changed: ReadonlySet<string>,
  mac: boolean,
  typed: string,
): readonly KeySetting[] {
  const conflicts = conflictsOf(bindings)
  const wanted = typed.trim().toLowerCase()
  const settings = commandList.map(({ id, title, group }): KeySetting => {
    const others = conflicts.flatMap(([one, other]) =>
      one.command === id ? [other.command] : other.command === id ? [one.command] : [],
    )
    return {
      command: id,
      title: plain(title),
      group,
      keys: bindings
        .filter(({ command }) => command === id)
        .map(({ keys }) => ({ spelled: keys, shown: shownKeys(keys, mac) })),
      conflicts: [...new Set(others)].map(name => plain(commandNamed(name)?.title ?? name)),
      changed: changed.has(id),
    }
  })
  const fitting = settings.filter(
    ({ title, keys }) =>
      title.toLowerCase().includes(wanted) || keys.some(({ shown }) => shown.toLowerCase().includes(wanted)),
  )
  return fitting.sort((a, b) => Math.min(1, b.conflicts.length) - Math.min(1, a.conflicts.length))
}

function plain(title: string): string {
  return title.replace(/…$/, '')
}
