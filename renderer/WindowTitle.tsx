import { useEffect, useMemo, useRef } from 'react'
import type { MenuModel } from './components/menu-model'
import { type MenuChoice, mainMenu } from './features/shell/main-menu'
import { nativeMenus } from './features/shell/native-menu'
import { TitleBar } from './features/shell/TitleBar'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { type CommandFacts, commandFacts, sameFacts } from './state/command-facts'
import { type CommandName, commandNamed } from './state/commands'
import { type Binding, shownBindings } from './state/key-bindings'
import { otherWorkspaces } from './state/other-workspaces'

export interface WindowTitleProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly panes: Panes
  readonly bindings: readonly Binding[]
  readonly run: (command: CommandName) => void
}

const views = [
  { id: 'read', name: 'Read' },
  { id: 'excerpts', name: 'Excerpts' },
  { id: 'review', name: 'Review' },
] as const

/** The title bar with the menus as the state allows them. */
export function WindowTitle({ model, state, panes, bindings, run }: WindowTitleProps) {
  const before = useRef<CommandFacts | undefined>(undefined)
  const facts = sameFacts(before.current, commandFacts(state, panes))
  before.current = facts
  const mac = state.info?.platform === 'darwin'
  const recent = useMemo(() => otherWorkspaces(state.info, state.workspace), [state.info, state.workspace])
  const menus = useMemo(() => mainMenu({ facts, bindings, recent, mac }), [facts, bindings, recent, mac])
  const keys = useMemo(() => shownBindings(bindings, mac), [bindings, mac])
  const choose = (choice: string): void => {
    const command = commandNamed(choice)
    if (command !== undefined) return run(command.id)
    const path = choice.startsWith('recent:') ? recent[Number(choice.slice('recent:'.length))]?.path : undefined
    if (path !== undefined) void model.open.openWorkspace(path)
  }
  useNativeMenu(model, menus, bindings, mac, choose)
  return (
    <TitleBar
      frame={mac ? 'inset' : 'drawn'}
      menus={menus}
      views={facts.workspace ? views : []}
      view={state.view === 'changed' ? 'read' : state.view}
      paletteKeys={keys.get('palette')}
      maximised={state.maximised}
      onCommand={choose}
      onView={view => run(`view-${view}`)}
      onPalette={() => run('palette')}
      onWindow={act => void model.machine.call('app.window', { act })}
    />
  )
}

/** Shows the menus at the top of the screen where the system has its place for them, and does what is chosen there. */
function useNativeMenu(
  { machine }: AppModel,
  menus: readonly MenuModel<MenuChoice>[],
  bindings: readonly Binding[],
  mac: boolean,
  choose: (choice: string) => void,
): void {
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    if (mac) void machine.call('app.set-menu', { menus: nativeMenus(menus, bindings) })
  }, [machine, menus, bindings, mac])
  useEffect(
    () =>
      machine.subscribe('command', ({ name }) => {
        // The system's keys reach a field's own undo only through the menu.
        const inField = document.activeElement?.matches('input, textarea') === true
        if (inField && (name === 'undo' || name === 'redo')) document.execCommand(name)
        else latest.current(name)
      }),
    [machine],
  )
}
