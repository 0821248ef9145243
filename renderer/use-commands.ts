import { type RefObject, useCallback, useMemo, useRef } from 'react'
import type { WriterControl } from './EditText'
import type { EditorHandle } from './editor/Editor'
import { useKeys } from './features/keyboard/use-keys'
import { focusPane } from './features/shell/pane-focus'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import { commandFacts } from './state/command-facts'
import { type CommandName, commandNamed, createCommands } from './state/commands'
import { canDo, type TextPort, type WriterPort } from './state/commands/command'
import { type Binding, bindingsFrom } from './state/key-bindings'
import { useSelected } from './state/store'
import { toggleTagOfKey } from './state/tag-keys'

export interface WindowCommands {
  readonly run: (name: CommandName) => void
  readonly bindings: readonly Binding[]
  readonly text: TextPort
  /** What the editor asks first for a key in the text: true when it is done with. */
  readonly onTextKey: (event: KeyboardEvent, place?: 'text' | 'writing' | 'review') => boolean
}

/** The commands of the window with the keys that the person has for them, run by keys. */
export function useCommands(
  model: AppModel,
  panes: Panes,
  editor: RefObject<EditorHandle | null>,
  writer: RefObject<WriterControl | null>,
  onPalette: (typed: string) => void,
): WindowCommands {
  const latest = useRef({ panes, onPalette })
  latest.current = { panes, onPalette }
  const text = useMemo(() => textPort(editor), [editor])
  const commands = useMemo(
    () =>
      createCommands({
        ...model,
        panes: {
          toggleLibrary: () => latest.current.panes.toggleLibrary(),
          toggleInspector: () => latest.current.panes.toggleInspector(),
          showInspector: () => latest.current.panes.showInspector(),
        },
        text,
        writer: writerPort(writer),
        setTheme: theme => void model.setTheme(theme),
        showOnlyMine: model.preferences.showOnlyMine,
        resizeText: model.preferences.resizeText,
        focusText: () => (writer.current ?? editor.current)?.focus(),
        focusPane: step => focusPane(document, step),
        focusMenuBar,
        focusSearch,
        openPalette: typed => latest.current.onPalette(typed),
        closeWindow: () => void model.machine.call('app.window', { act: 'close' }),
      }),
    [model, editor, writer, text],
  )
  const run = useCallback(
    (name: CommandName) => {
      const command = commandNamed(name)
      const { writing } = model.store.get()
      const facts = commandFacts(model.store.get(), latest.current.panes)
      if (writing === undefined ? command?.where !== 'writing' : command !== undefined && canDo(command, facts))
        commands[name]()
      else if (writing !== undefined) model.showProblem({ code: 'writing' })
    },
    [commands, model],
  )
  const preferences = useSelected(model.store, state => state.info?.preferences)
  const changed = preferences?.bindings
  const bindings = useMemo(() => bindingsFrom(changed), [changed])
  const onTextKey = useKeys({
    bindings,
    singleKeys: preferences?.singleKeys !== false,
    run,
    onOther: key => toggleTagOfKey(model, key),
  })
  return { run, bindings, text, onTextKey }
}

function writerPort(writer: RefObject<WriterControl | null>): WriterPort {
  return {
    toggle: type => writer.current?.toggle(type),
    undo: () => writer.current?.undo(),
    redo: () => writer.current?.redo(),
    askLink: () => writer.current?.askLink(),
    askRole: () => writer.current?.askRole(),
    finish: () => writer.current?.finish(),
    cancel: () => writer.current?.cancel(),
  }
}

function textPort(editor: RefObject<EditorHandle | null>): TextPort {
  return {
    caret: () => editor.current?.caret() ?? 0,
    annotationsAt: offset => editor.current?.annotationsAt(offset) ?? [],
    choose: ids => editor.current?.choose(ids),
    askRole: () => editor.current?.askRole(),
    select: range => {
      editor.current?.focus()
      editor.current?.select(range)
      editor.current?.scrollToOffset(range.start)
    },
  }
}

/** Goes to the menu bar, or where it is folded to the button that unfolds it. */
function focusMenuBar(): void {
  const bar = document.querySelector<HTMLElement>('.pm-menubar [tabindex="0"]')
  const seen = bar !== null && bar.getClientRects().length > 0
  if (seen) bar.focus()
  else document.querySelector<HTMLElement>('.pm-title-fold')?.click()
}

/** Goes to the search field of the pane that has the focus, else of the library, else of what is shown. */
function focusSearch(which: 'list' | 'library'): void {
  const find = 'input[type=search]'
  const own = which === 'list' ? document.activeElement?.closest('[data-pane], main') : null
  const field =
    own?.querySelector<HTMLInputElement>(find) ??
    document.querySelector<HTMLInputElement>(`[data-pane="library"] ${find}`) ??
    document.querySelector<HTMLInputElement>(`[data-pane="text"] ${find}`)
  field?.focus()
  field?.select()
}
