import type { Theme } from '#app/contract/values'
import type { Command } from '../features/shell/main-menu'
import type { FieldActions } from './actions/field-actions'
import type { HistoryActions } from './actions/history-actions'
import type { MarkActions } from './actions/mark-actions'
import type { OpenActions } from './actions/open-actions'
import type { AppState } from './app-state'
import type { Store } from './store'

/** What only a key asks for, beside the commands of the menus. */
type KeyCommand =
  | 'speaker-from-selection'
  | 'go-speakers'
  | 'go-inspector'
  | 'grow-end'
  | 'shrink-end'
  | 'grow-start'
  | 'shrink-start'
  | 'leave-annotation'

export type CommandName = Command | KeyCommand

export interface Binding {
  /** `Ctrl+Shift+E`: modifiers in the order Ctrl Alt Shift, then the key as `KeyboardEvent.key` in upper case. Ctrl is Cmd on macOS. */
  readonly key: string
  readonly command: CommandName
  /** `text`: only while the text has the focus. */
  readonly where: 'text' | 'window'
}

/** The keys of the program; single keys act in the text alone. */
export const bindings: readonly Binding[] = [
  { key: 'Ctrl+O', command: 'import', where: 'window' },
  { key: 'Ctrl+Shift+O', command: 'open-workspace', where: 'window' },
  { key: 'Ctrl+Shift+N', command: 'new-workspace', where: 'window' },
  { key: 'Ctrl+Shift+E', command: 'export-csv', where: 'window' },
  { key: 'Ctrl+,', command: 'settings', where: 'window' },
  { key: 'Ctrl+Z', command: 'undo', where: 'window' },
  { key: 'Ctrl+Y', command: 'redo', where: 'window' },
  { key: 'Ctrl+Shift+Z', command: 'redo', where: 'window' },
  { key: 'Ctrl+ENTER', command: 'submit', where: 'window' },
  { key: 'Ctrl+B', command: 'toggle-library', where: 'window' },
  { key: 'Ctrl+\\', command: 'toggle-inspector', where: 'window' },
  { key: 'Ctrl+1', command: 'view-read', where: 'window' },
  { key: 'Q', command: 'mark-quote', where: 'text' },
  { key: 'C', command: 'mark-claim', where: 'text' },
  { key: 'N', command: 'mark-note', where: 'text' },
  { key: 'A', command: 'add-to-annotation', where: 'text' },
  { key: 'W', command: 'set-source', where: 'text' },
  { key: 'U', command: 'set-cue', where: 'text' },
  { key: 'Shift+S', command: 'speaker-from-selection', where: 'text' },
  { key: 'S', command: 'go-speakers', where: 'text' },
  { key: 'T', command: 'add-tag', where: 'text' },
  { key: 'E', command: 'edit-note', where: 'text' },
  { key: 'ENTER', command: 'go-inspector', where: 'text' },
  { key: 'DELETE', command: 'delete-annotation', where: 'text' },
  { key: 'J', command: 'next-annotation', where: 'text' },
  { key: 'K', command: 'previous-annotation', where: 'text' },
  { key: ']', command: 'grow-end', where: 'text' },
  { key: '[', command: 'shrink-end', where: 'text' },
  { key: '{', command: 'grow-start', where: 'text' },
  { key: '}', command: 'shrink-start', where: 'text' },
  { key: 'Alt+ARROWRIGHT', command: 'grow-end', where: 'text' },
  { key: 'Alt+ARROWLEFT', command: 'shrink-end', where: 'text' },
  { key: 'Alt+Shift+ARROWLEFT', command: 'grow-start', where: 'text' },
  { key: 'Alt+Shift+ARROWRIGHT', command: 'shrink-start', where: 'text' },
  { key: 'ESCAPE', command: 'leave-annotation', where: 'text' },
]

/** A key press in the spelling of `Binding.key`; punctuation keeps no Shift, since the character tells. */
export function spellKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.toUpperCase()
  const shifted = event.shiftKey && (key.length > 1 || key.toLowerCase() !== key)
  return [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(shifted ? ['Shift'] : []),
    key,
  ].join('+')
}

/** The command of a key press, if any has it. */
export function commandOf(event: KeyboardEvent, where: 'text' | 'window'): CommandName | undefined {
  const key = spellKey(event)
  return bindings.find(binding => binding.key === key && (where === 'text' || binding.where === 'window'))?.command
}

export interface CommandPorts {
  readonly store: Store<AppState>
  readonly open: OpenActions
  readonly marks: MarkActions
  readonly fields: FieldActions
  readonly history: HistoryActions
  readonly panes: { toggleLibrary(): void; toggleInspector(): void; showInspector(): void }
  setTheme(theme: Theme): void
  focusText(): void
  closeWindow(): void
}

/** What each command does. */
export function createCommands(ports: CommandPorts): { readonly [Name in CommandName]: () => void } {
  const { store, open, marks, fields, history } = ports
  const focus = (name: NonNullable<AppState['focusField']>['name']) => () => {
    if (store.get().active === null) return
    ports.panes.showInspector()
    store.set(state => ({ ...state, focusField: { name } }))
  }
  return {
    import: () => void open.importFiles(),
    'open-workspace': () => void open.openWorkspace(),
    'new-workspace': () => void open.createWorkspace(),
    'export-csv': () => void open.exportAs('csv'),
    'export-jsonl': () => void open.exportAs('jsonl'),
    'export-md': () => void open.exportAs('md'),
    undo: history.undo,
    redo: history.redo,
    'mark-quote': () => void marks.mark('quote'),
    'mark-claim': () => void marks.mark('claim'),
    'mark-note': () => void marks.mark('note'),
    'add-to-annotation': () => void marks.addSelection('content'),
    'set-source': () => void marks.addSelection('source'),
    'set-cue': () => void marks.addSelection('cue'),
    'speaker-from-selection': marks.speakerFromSelection,
    'go-speakers': focus('speakers'),
    'add-tag': focus('tags'),
    'edit-note': focus('note'),
    'go-inspector': focus('kind'),
    'delete-annotation': marks.remove,
    'next-annotation': () => marks.step(1),
    'previous-annotation': () => marks.step(-1),
    'grow-end': () => marks.resize('end', 1),
    'shrink-end': () => marks.resize('end', -1),
    'grow-start': () => marks.resize('start', -1),
    'shrink-start': () => marks.resize('start', 1),
    'leave-annotation': () => marks.activate(null),
    submit: () => {
      const { active } = store.get()
      if (active !== null) fields.setStatus(active, 'submitted')
    },
    settings: () => store.set(state => ({ ...state, dialog: 'settings' })),
    'toggle-library': () => ports.panes.toggleLibrary(),
    'toggle-inspector': () => ports.panes.toggleInspector(),
    'view-read': ports.focusText,
    'theme-system': () => ports.setTheme('system'),
    'theme-light': () => ports.setTheme('light'),
    'theme-dark': () => ports.setTheme('dark'),
    about: () => store.set(state => ({ ...state, notice: { tone: 'info', text: aboutText(state) } })),
    'close-window': ports.closeWindow,
  }
}

function aboutText(state: AppState): string {
  return `Pressmark ${state.info?.version ?? ''}: an offline desk for reading press releases. It never uses the network.`
}
