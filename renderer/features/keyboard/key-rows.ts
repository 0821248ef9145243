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
  changed: { title: 'Text changed', when: 'on the selected annotation' },
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
 * The lines of the keyboard sheet that contain what is typed, in title, heading or keys, by group; commands without keys
 * have none. Those that belong together stand in one line unless one of them has no keys.
 */
export function keyGroups(bindings: readonly Binding[], mac: boolean, typed: string): readonly KeyGroup[] {
  const shown = shownBindings(bindings, mac)
  const wanted = typed.trim().toLowerCase()
  return commandGroups.flatMap(group => {
    const { title } = groupTitles[group]
    const fits = (row: KeyRow): boolean =>
      [row.title, `${title}: ${row.title}`, ...row.keys].some(words => words.toLowerCase().includes(wanted))
    const rows = rowsOf(group, shown).filter(fits)
    return rows.length === 0 ? [] : [{ group, ...groupTitles[group], rows }]
  })
}

function rowsOf(group: CommandGroup, shown: ReadonlyMap<CommandName, string>): KeyRow[] {
  const told = new Set<string>()
  const rows: KeyRow[] = []
  for (const command of commandList) {
    const own = shown.get(command.id)
    if (command.group !== group || own === undefined || told.has(command.id)) continue
    const others = [command.pair?.with ?? []].flat()
    const keys = others.flatMap(name => shown.get(name as CommandName) ?? [])
    const isTogether = command.pair !== undefined && keys.length === others.length
    if (isTogether) for (const name of others) told.add(name)
    rows.push({
      title: under(group, isTogether ? command.pair.title : command.title),
      keys: isTogether ? [own, ...keys] : [own],
    })
  }
  return [...rows, ...(ownKeys[group] ?? [])]
}

/** A title without what the heading above it says already, and without its dots: `Bold, italic`. */
function under(group: CommandGroup, title: string): string {
  const above = `${groupTitles[group].title}: `
  const rest = title.startsWith(above) ? title.slice(above.length) : title
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`.replace(/…$/, '')
}
