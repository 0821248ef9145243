import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { EditorHandle } from './editor/Editor'
import { BackToExcerpts } from './features/excerpts/BackToExcerpts'
import './ReadView.css'
import type { WindowState } from './state/app-state'

export interface ReadViewProps {
  readonly state: WindowState
  readonly editor: RefObject<EditorHandle | null>
  readonly children: ReactNode
  readonly onBack: () => void
}

/** The text was opened from the table, and there is the way back. */
function isFromExcerpts({ trail }: WindowState): boolean {
  const last = trail.back[trail.back.length - 1]
  return last?.view === 'excerpts' && last.opened
}

/**
 * The text, or what is there before one is open. It stays in the page while another view is shown, out of sight and
 * reach, so that its place and selection are there on the return.
 */
export function ReadView({ state, editor, children, onBack }: ReadViewProps) {
  const choosing = state.view === 'changed' && state.deciding?.choosing === true
  const away = state.view !== 'read' && !choosing
  const before = useRef(away)
  useEffect(() => {
    const returned = before.current && !away
    before.current = away
    if (returned && document.activeElement?.closest('[role=tablist]') == null) editor.current?.focus()
  }, [away, editor])
  return (
    <div className="pm-read-view" data-away={away} inert={away}>
      {!away && isFromExcerpts(state) && <BackToExcerpts onBack={onBack} />}
      {children}
    </div>
  )
}
