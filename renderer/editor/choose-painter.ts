import { createDecorationPainter } from './decoration-painter'
import { createHighlightPainter } from './highlight-painter'
import type { Painter, PainterName } from './painter'

export function createPainter(name: PainterName): Painter {
  return name === 'highlights' ? createHighlightPainter() : createDecorationPainter()
}

/** The quickest painter that can show two lanes in this browser. */
export function choosePainter(): PainterName {
  return canStackHighlights() ? 'highlights' : 'decorations'
}

/**
 * Whether custom highlights can show two lines under one another. Chromium 108 has the API, but ignores
 * `text-underline-offset` in it and draws one line where two highlights overlap. Neither can be asked for: a query by
 * `CSS.supports` looks at the syntax alone, and a page cannot read what it painted. `highlightsFromPoint` came years
 * after both were mended, so its presence stands for them; a browser that lacks it gets the painter that works anywhere.
 */
export function canStackHighlights(): boolean {
  return (
    typeof Highlight === 'function' &&
    typeof CSS === 'object' &&
    'highlights' in CSS &&
    'highlightsFromPoint' in CSS.highlights &&
    CSS.supports('selector(::highlight(x))')
  )
}
