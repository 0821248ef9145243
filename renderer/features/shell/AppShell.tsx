import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import './AppShell.css'
import { keepFocus } from './keep-focus'
import { type Announcement, LiveRegion } from './LiveRegion'
import { PaneDivider } from './PaneDivider'
import { backToText, focusIn } from './pane-focus'
import type { PaneName, Panes } from './use-panes'

export interface AppShellProps {
  readonly titleBar: ReactNode
  /** Sentences that need a look, each in a row of its own below the panes: what stands under the pointer stays there. */
  readonly notices?: ReactNode
  /** A strip over all panes. */
  readonly strip?: ReactNode
  /** The name of the view, by which keys know where they are. */
  readonly view?: string
  readonly library?: ReactNode
  /** The middle: a document, an invitation, the first run. */
  readonly children: ReactNode
  readonly inspector?: ReactNode
  readonly statusBar: ReactNode
  readonly panes: Panes
  readonly announcement?: Announcement | undefined
}

/** The frame of the window: title bar, up to three panes, status bar. Side panes lie over the text where it is narrow. */
export function AppShell(props: AppShellProps) {
  const { panes } = props
  const { widths, libraryCovers, inspectorCovers } = panes
  const library = props.library !== undefined && panes.library
  const inspector = props.inspector !== undefined && panes.inspector
  const covering = library && libraryCovers ? 'library' : inspector && inspectorCovers ? 'inspector' : undefined
  const work = useRef<HTMLDivElement>(null)
  useEffect(() => keepFocus(document), [])
  useFocusInCover(work, covering)
  const style = { '--w-library': `${widths.library.now}px`, '--w-inspector': `${widths.inspector.now}px` }
  return (
    <div className="pm-shell">
      {props.titleBar}
      <div className="pm-shell-middle" data-view={props.view}>
        {props.strip}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape comes from what lies in the panes */}
        <div
          ref={work}
          className="pm-work"
          data-library={library && !libraryCovers}
          data-inspector={inspector && !inspectorCovers}
          style={style as CSSProperties}
          onKeyDownCapture={event => {
            // The text has Escape for itself, but not while a pane lies over it.
            const inText = event.target instanceof Element && event.target.closest('[data-pane="text"]') !== null
            if (event.key !== 'Escape' || covering === undefined || !inText) return
            event.preventDefault()
            event.stopPropagation()
            panes.closeCovering()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            if (covering !== undefined) panes.closeCovering()
            else if (event.target instanceof Element) backToText(event.currentTarget, event.target)
          }}
        >
          {library && (
            <div className={libraryCovers ? 'pm-side pm-covers pm-left' : 'pm-side'} data-pane="library">
              {props.library}
            </div>
          )}
          <div className="pm-centre" data-pane="text">
            {props.children}
          </div>
          {inspector && (
            <div className={inspectorCovers ? 'pm-side pm-covers pm-right' : 'pm-side'} data-pane="inspector">
              {props.inspector}
            </div>
          )}
          <PaneDividers panes={panes} library={library} inspector={inspector} />
          {covering !== undefined && <div className="pm-cover-scrim" aria-hidden onPointerDown={panes.closeCovering} />}
        </div>
        {props.notices}
      </div>
      {props.statusBar}
      <LiveRegion announcement={props.announcement} />
    </div>
  )
}

interface PaneDividersProps {
  readonly panes: Panes
  readonly library: boolean
  readonly inspector: boolean
}

/** The dividers of the panes that stand beside the text. */
function PaneDividers({ panes, library, inspector }: PaneDividersProps) {
  const { widths, resize } = panes
  const beside = { library: library && !panes.libraryCovers, inspector: inspector && !panes.inspectorCovers }
  if (!beside.library && !beside.inspector) return null
  return (
    <section className="pm-dividers" aria-label="Pane widths">
      {beside.library && (
        <PaneDivider
          label="Width of the library"
          side="left"
          width={widths.library}
          onResize={(width, dragging) => resize('library', width, dragging)}
        />
      )}
      {beside.inspector && (
        <PaneDivider
          label="Width of the inspector"
          side="right"
          width={widths.inspector}
          onResize={(width, dragging) => resize('inspector', width, dragging)}
        />
      )}
    </section>
  )
}

/** A pane that opens over the text takes the focus, unless something in it has it already. */
function useFocusInCover(work: { readonly current: HTMLElement | null }, covering: PaneName | undefined): void {
  useEffect(() => {
    if (covering === undefined) return
    // A frame later: lists show their options only when they have seen them once.
    const frame = requestAnimationFrame(() => {
      const pane = work.current?.querySelector<HTMLElement>(`[data-pane="${covering}"]`)
      if (pane && !pane.contains(document.activeElement)) focusIn(pane)
    })
    return () => cancelAnimationFrame(frame)
  }, [work, covering])
}
