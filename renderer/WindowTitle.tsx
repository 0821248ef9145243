import { useMemo } from 'react'
import { type Command, mainMenu } from './features/shell/main-menu'
import { TitleBar } from './features/shell/TitleBar'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import type { AppState } from './state/app-state'
import { activeMark, openMarks } from './state/selectors'

export interface WindowTitleProps {
  readonly model: AppModel
  readonly state: AppState
  readonly panes: Panes
  readonly run: (command: Command) => void
}

const commands: ReadonlySet<Command> = new Set<Command>([
  'new-workspace',
  'open-workspace',
  'import',
  'export-csv',
  'export-jsonl',
  'export-md',
  'settings',
  'close-window',
  'undo',
  'redo',
  'delete-annotation',
  'view-read',
  'toggle-library',
  'toggle-inspector',
  'theme-system',
  'theme-light',
  'theme-dark',
  'mark-quote',
  'mark-claim',
  'mark-note',
  'add-to-annotation',
  'set-source',
  'set-cue',
  'add-tag',
  'edit-note',
  'next-annotation',
  'previous-annotation',
  'submit',
  'about',
])

/** The title bar with the menus as the state allows them. */
export function WindowTitle({ model, state, panes, run }: WindowTitleProps) {
  const mine = activeMark(state)?.author === state.info?.annotator?.id
  const readOnly = state.workspace?.readOnly !== undefined
  const workspace = state.workspace !== undefined
  const document = state.document !== undefined
  const selection = state.selection !== null
  const active = state.active !== null && mine
  const annotations = openMarks(state).length > 0
  const theme = state.info?.theme ?? 'system'
  const { library, inspector } = panes
  const menus = useMemo(
    () =>
      mainMenu(
        // Whether there is something to undo is known when it is asked for: reading it from every change at each edit is not worth it.
        {
          workspace,
          document,
          readOnly,
          selection,
          active,
          annotations,
          undo: document,
          redo: document,
          library,
          inspector,
          theme,
        },
        commands,
      ),
    [workspace, document, readOnly, selection, active, annotations, library, inspector, theme],
  )
  return (
    <TitleBar
      frame={state.info?.platform === 'darwin' ? 'inset' : 'drawn'}
      menus={menus}
      views={workspace ? [{ id: 'read', name: 'Read' }] : []}
      view="read"
      maximised={state.maximised}
      onCommand={run}
      onView={() => run('view-read')}
      onWindow={act => void model.machine.call('app.window', { act })}
    />
  )
}
