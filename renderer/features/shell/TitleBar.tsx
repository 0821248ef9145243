import { Menu as MenuIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { MenuBar } from '../../components/MenuBar'
import type { MenuModel } from '../../components/menu-model'
import { Logo } from './Logo'
import { PaletteButton } from './PaletteButton'
import './TitleBar.css'
import { type ViewTab, ViewTabs } from './ViewTabs'
import { type WindowAct, WindowControls } from './WindowControls'

export interface TitleBarProps<Command extends string, View extends string> {
  /** `drawn`: this bar is the frame; `inset`: the system draws its buttons into it and has the menu (macOS). */
  readonly frame: 'drawn' | 'inset'
  readonly menus: readonly MenuModel<Command>[]
  readonly views: readonly ViewTab<View>[]
  readonly view: View
  /** The keys of the palette, as shown. */
  readonly paletteKeys?: string | undefined
  readonly maximised: boolean
  readonly onCommand: (command: Command) => void
  readonly onView: (view: View) => void
  readonly onPalette: () => void
  readonly onWindow: (act: WindowAct) => void
}

/** The top of the window: menus, views and, where the system draws none, the window's buttons. Drags the window. */
export function TitleBar<Command extends string, View extends string>(props: TitleBarProps<Command, View>) {
  const drawn = props.frame === 'drawn'
  return (
    <header className={drawn ? 'pm-title-bar' : 'pm-title-bar pm-inset'}>
      <h1 className="pm-vh">Pressmark</h1>
      <div className="pm-title-start">
        {drawn && (
          <>
            <Logo />
            <FoldingMenuBar menus={props.menus} onCommand={props.onCommand} />
          </>
        )}
      </div>
      <ViewTabs views={props.views} view={props.view} onView={props.onView} />
      <div className="pm-title-end">
        <PaletteButton keys={props.paletteKeys} onPress={props.onPalette} />
        {drawn && <WindowControls maximised={props.maximised} onWindow={props.onWindow} />}
      </div>
    </header>
  )
}

interface FoldingProps<Command extends string> {
  readonly menus: readonly MenuModel<Command>[]
  readonly onCommand: (command: Command) => void
}

/** The menu bar, which in a narrow window is folded behind one button. */
function FoldingMenuBar<Command extends string>({ menus, onCommand }: FoldingProps<Command>) {
  const start = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState(false)
  const unfold = (): void => {
    setUnfolded(true)
    requestAnimationFrame(() => start.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus())
  }
  return (
    <div ref={start} className={unfolded ? 'pm-title-menus pm-unfolded' : 'pm-title-menus'}>
      <IconButton label="Menu" expanded={unfolded} className="pm-title-fold" onPress={unfold}>
        <Icon of={MenuIcon} />
      </IconButton>
      <MenuBar label="Main menu" menus={menus} onCommand={onCommand} onLeave={() => setUnfolded(false)} />
    </div>
  )
}
