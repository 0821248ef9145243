import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import './PaneDivider.css'
import type { PaneWidth } from './use-panes'

export interface PaneDividerProps {
  readonly label: string
  /** The pane stands on this side of the divider; at the bottom its height is what changes. */
  readonly side: 'left' | 'right' | 'bottom'
  readonly width: PaneWidth
  readonly onResize: (width: number | null, dragging?: boolean) => void
}

/** How far an arrow key moves a divider, in pixels. */
const step = 16

/** The line between a pane and what is beside it: dragged, or moved by arrow keys; a double click brings the usual width back. */
export function PaneDivider({ label, side, width, onResize }: PaneDividerProps) {
  const drag = useRef<{ readonly from: number; readonly width: number } | undefined>(undefined)
  const grows = side === 'left' ? 1 : -1
  const place = ({ clientX, clientY }: PointerEvent): number => (side === 'bottom' ? clientY : clientX)
  const dragged = (event: PointerEvent): number =>
    (drag.current?.width ?? 0) + grows * (place(event) - (drag.current?.from ?? place(event)))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = widthByKey(event.key, width, grows)
    if (to === undefined) return
    event.preventDefault()
    onResize(to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of the page cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-valuenow={width.now}
      aria-valuemin={width.least}
      aria-valuemax={width.most}
      className={`pm-divider pm-${side}`}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: place(event), width: width.now }
      }}
      onPointerMove={event => drag.current !== undefined && onResize(dragged(event), true)}
      onPointerUp={event => {
        if (drag.current === undefined) return
        const moved = place(event) !== drag.current.from
        const to = dragged(event)
        drag.current = undefined
        if (moved) onResize(to)
      }}
      onPointerCancel={() => {
        const before = drag.current?.width
        drag.current = undefined
        if (before !== undefined) onResize(before)
      }}
    />
  )
}

/** The width that a key asks for: arrows by a step, Home and End to the edges, Enter to the usual one. */
function widthByKey(key: string, { now, least, most }: PaneWidth, grows: 1 | -1): number | null | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return now + grows * step
  if (key === 'ArrowLeft' || key === 'ArrowUp') return now - grows * step
  if (key === 'Home') return least
  if (key === 'End') return most
  return key === 'Enter' ? null : undefined
}
