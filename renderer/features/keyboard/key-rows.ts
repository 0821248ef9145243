import { type CommandName, commandList } from '../../state/commands'
import { type CommandGroup, commandGroups } from '../../state/commands/command'
import { type Binding, shownBindings } from '../../state/key-bindings'

/** A line of the keyboard sheet. */
export interface KeyRow {
  readonly title: string
  /** As shown: those of one command, or of the two of a pair. */
  readonly keys: readonly string[]
}

export interface KeyGroup {
  readonly group: CommandGroup
  readonly title: string
  /** When the keys act, where that is not always. */
  readonly when?: string
  readonly rows: readonly KeyRow[]
}

const groupTitles: { readonly [G in CommandGroup]: { readonly title: string; readonly when?: string } } = {
  text: { title: 'Move in the text' },
  mark: { title: 'Mark', when: 'on a selection' },
  annotation: { title: 'Annotation', when: 'on the selected one' },
  writing: { title: 'Edit text' },
  review: { title: 'Review', when: 'on the selected difference' },
  lists: { title: 'Tables and lists' },
  window: { title: 'Window' },
  workspace: { title: 'Workspace' },
}

/** Keys that are no commands': they act on what has the focus, and stay as they are. */
const ownKeys: { readonly [G in CommandGroup]?: readonly KeyRow[] } = {
  annotation: [{ title: 'Tags that have a key of their own', keys: ['1', '9'] }],
  lists: [
    { title: 'Select the row', keys: ['X'] },
    { title: 'Tag the selected rows', keys: ['T'] },
    { title: 'Open in the text', keys: ['Enter'] },
  ],
}

/**
 * The lines of the keyboard sheet that contain what is typed, in title or keys, by group; commands without keys have none.
 * A pair stands in one line unless one of the two has no keys.
 */
export function keyGroups(bindings: readonly Binding[], mac: boolean, typed: string): readonly KeyGroup[] {
  const shown = shownBindings(bindings, mac)
  const wanted = typed.trim().toLowerCase()
  const fits = (row: KeyRow): boolean =>
    row.title.toLowerCase().includes(wanted) || row.keys.some(keys => keys.toLowerCase().includes(wanted))
  return commandGroups.flatMap(group => {
    const rows = rowsOf(group, shown).filter(fits)
    return rows.length === 0 ? [] : [{ group, ...groupTitles[group], rows }]
  })
}

function rowsOf(group: CommandGroup, shown: ReadonlyMap<CommandName, string>): KeyRow[] {
  const told = new Set<string>()
  const rows: KeyRow[] = []
  for (const command of commandList) {
    const keys = shown.get(command.id)
    if (command.group !== group || keys === undefined || told.has(command.id)) continue
    const other = commandList.find(({ id }) => id === command.pair?.with)
    const otherKeys = other === undefined ? undefined : shown.get(other.id)
    if (command.pair === undefined || other === undefined || otherKeys === undefined) {
      rows.push({ title: command.title.replace(/…$/, ''), keys: [keys] })
    } else {
      told.add(other.id)
      rows.push({ title: command.pair.title, keys: [keys, otherKeys] })
    }
  }
  return [...rows, ...(ownKeys[group] ?? [])]
}
