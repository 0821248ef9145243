import type { ReactNode } from 'react'
import './AppShell.css'
import { type Announcement, LiveRegion } from './LiveRegion'
import type { Panes } from './use-panes'

export interface AppShellProps {
  readonly titleBar: ReactNode
  /** Sentences that need a look, each in a row of its own above the panes. */
  readonly notices?: ReactNode
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
  const library = props.library !== undefined && panes.library
  const inspector = props.inspector !== undefined && panes.inspector
  const covered = (library && panes.libraryCovers) || (inspector && panes.inspectorCovers)
  return (
    <div className="pm-shell">
      {props.titleBar}
      <div className="pm-shell-middle">
        {props.notices}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape comes from what lies in the panes */}
        <div
          className="pm-work"
          data-library={library && !panes.libraryCovers}
          data-inspector={inspector && !panes.inspectorCovers}
          onKeyDown={event => {
            if (covered && event.key === 'Escape' && !event.defaultPrevented) panes.closeCovering()
          }}
        >
          {library && (
            <div className={panes.libraryCovers ? 'pm-side pm-covers pm-left' : 'pm-side'}>{props.library}</div>
          )}
          <div className="pm-centre">{props.children}</div>
          {inspector && (
            <div className={panes.inspectorCovers ? 'pm-side pm-covers pm-right' : 'pm-side'}>{props.inspector}</div>
          )}
          {covered && <div className="pm-cover-scrim" aria-hidden onPointerDown={panes.closeCovering} />}
        </div>
      </div>
      {props.statusBar}
      <LiveRegion announcement={props.announcement} />
    </div>
  )
}
