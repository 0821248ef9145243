/** A box in pixels of the window. */
export interface ViewBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** How far the toolbar stands from the selection, and at least from the edges of the reading pane. */
const gap = 10
const edge = 8

/**
 * The place of the toolbar: below the selection, above where there is no room, and never over it. Where neither side
 * has room (a selection larger than the pane) it stands at the bottom edge of the pane.
 */
export function placeToolbar(
  selection: ViewBox,
  size: { readonly width: number; readonly height: number },
  pane: ViewBox,
): { readonly left: number; readonly top: number } {
  const left = Math.max(pane.left + edge, Math.min(selection.left, pane.right - edge - size.width))
  const below = selection.bottom + gap
  if (below + size.height + edge <= pane.bottom) return { left, top: Math.max(below, pane.top + edge) }
  const above = selection.top - gap - size.height
  if (above >= pane.top + edge) return { left, top: Math.min(above, pane.bottom - edge - size.height) }
  return { left, top: pane.bottom - edge - size.height }
}
