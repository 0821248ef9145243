import type { MenuCommand, MenuModel } from '../../components/menu-model'

export type Command =
  | 'new-workspace'
  | 'open-workspace'
  | 'import'
  | 'export-csv'
  | 'export-jsonl'
  | 'export-md'
  | 'settings'
  | 'close-window'
  | 'undo'
  | 'redo'
  | 'delete-annotation'
  | 'view-read'
  | 'toggle-library'
  | 'toggle-inspector'
  | 'theme-system'
  | 'theme-light'
  | 'theme-dark'
  | 'mark-quote'
  | 'mark-claim'
  | 'mark-note'
  | 'add-to-annotation'
  | 'set-source'
  | 'set-cue'
  | 'add-tag'
  | 'edit-note'
  | 'next-annotation'
  | 'previous-annotation'
  | 'submit'
  | 'about'

/** What the menus depend on. */
export interface MenuState {
  readonly workspace: boolean
  readonly document: boolean
  readonly readOnly: boolean
  readonly selection: boolean
  /** An annotation of the annotator's own is active. */
  readonly active: boolean
  readonly annotations: boolean
  readonly undo: boolean
  readonly redo: boolean
  readonly library: boolean
  readonly inspector: boolean
  readonly theme: 'system' | 'light' | 'dark'
}

/** The main menu. Only what works is in it; what cannot be done now is shown as such. `commands` leaves out what nobody serves. */
export function mainMenu(state: MenuState, commands: ReadonlySet<Command>): MenuModel<Command>[] {
  const edits = state.document && !state.readOnly
  const onSelection = edits && state.selection
  const onActive = edits && state.active
  const item = (id: Command, name: string, keys?: string, can = true, checked?: boolean): MenuCommand<Command> => ({
    id,
    name,
    disabled: !can,
    ...(keys === undefined ? {} : { keys }),
    ...(checked === undefined ? {} : { checked }),
  })
  const { theme } = state
  const menus: MenuModel<Command>[] = [
    {
      name: 'File',
      entries: [
        item('new-workspace', 'New workspace…'),
        item('open-workspace', 'Open workspace…'),
        'separator',
        item('import', 'Import…', 'Ctrl+O', state.workspace && !state.readOnly),
        item('export-csv', 'Export excerpts as CSV…', undefined, state.workspace),
        item('export-jsonl', 'Export excerpts as JSON Lines…', undefined, state.workspace),
        item('export-md', 'Export excerpts as Markdown…', undefined, state.workspace),
        'separator',
        item('settings', 'Settings…', 'Ctrl+,'),
        'separator',
        item('close-window', 'Close'),
      ],
    },
    {
      name: 'Edit',
      entries: [
        item('undo', 'Undo', 'Ctrl+Z', state.undo),
        item('redo', 'Redo', 'Ctrl+Y', state.redo),
        'separator',
        item('delete-annotation', 'Delete annotation', 'Del', onActive),
      ],
    },
    {
      name: 'View',
      entries: [
        item('view-read', 'Read', 'Ctrl+1', state.workspace, true),
        'separator',
        item('toggle-library', 'Library', 'Ctrl+B', state.workspace, state.library),
        item('toggle-inspector', 'Inspector', 'Ctrl+\\', state.document, state.inspector),
        'separator',
        item('theme-system', 'As the system', undefined, true, theme === 'system'),
        item('theme-light', 'Light', undefined, true, theme === 'light'),
        item('theme-dark', 'Dark', undefined, true, theme === 'dark'),
      ],
    },
    {
      name: 'Annotate',
      entries: [
        item('mark-quote', 'Mark as quote', 'Q', onSelection),
        item('mark-claim', 'Mark as claim', 'C', onSelection),
        item('mark-note', 'Mark as note', 'N', onSelection),
        'separator',
        item('add-to-annotation', 'Add selection to annotation', 'A', onActive && state.selection),
        item('set-source', 'Set source from selection', 'W', onActive && state.selection),
        item('set-cue', 'Set cue from selection', 'U', onActive && state.selection),
        'separator',
        item('add-tag', 'Tag', 'T', onActive),
        item('edit-note', 'Edit note', 'E', onActive),
        item('submit', 'Submit', 'Ctrl+Enter', onActive),
        'separator',
        item('next-annotation', 'Next annotation', 'J', state.annotations),
        item('previous-annotation', 'Previous annotation', 'K', state.annotations),
      ],
    },
    { name: 'Help', entries: [item('about', 'About Pressmark')] },
  ]
  return menus.map(menu => ({ name: menu.name, entries: served(menu.entries, commands) }))
}

/** The entries that somebody serves, without lines at the ends or beside one another. */
function served(entries: MenuModel<Command>['entries'], commands: ReadonlySet<Command>): MenuModel<Command>['entries'] {
  const left = entries.filter(entry => entry === 'separator' || commands.has(entry.id))
  return left.filter((entry, at) => {
    if (entry !== 'separator') return true
    const before = left[at - 1]
    return before !== undefined && before !== 'separator' && left.slice(at).some(later => later !== 'separator')
  })
}
