import type { Plugin, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { PaintPlan } from './paint-plan'
import type { PositionMap } from './position-map'

/**
 * Draws the marks near the viewport, and nothing else. It gets the whole plan each time and may keep what is drawn
 * already; after `paint` nothing of an older plan is to be seen. Both painters give the same picture.
 */
export interface Painter {
  /** Plugins that the view must have for this painter. */
  readonly plugins: readonly Plugin[]
  /**
   * Draws. Called again with the same plan whenever the view has redrawn text under it. `change` is done along with it:
   * each time the view draws, it sets the selection again, for which the browser lays out the page.
   */
  paint(view: EditorView, positions: PositionMap, plan: PaintPlan, change?: Transaction): void
  /** Takes back all that this painter drew outside the view's own elements. */
  destroy(): void
}

export type PainterName = 'highlights' | 'decorations'
