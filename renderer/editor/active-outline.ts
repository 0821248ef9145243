import type { AnnotationId } from '#annotations/model/ids'
import type { TextRange } from '#annotations/model/revision'
import { outlinePath } from './outline-path'
import type { ReadingView } from './reading-view'
import { lineBoxes } from './text-geometry'

const svgNamespace = 'http://www.w3.org/2000/svg'
const contentGrow = 1
const partGrow = 0

/** A content segment that is shown as if it stood elsewhere. */
export interface MovedSegment {
  readonly from: TextRange
  readonly to: TextRange
}

/**
 * Draws the outline of the active annotation, all its lines as one shape, and dashed ones round its source and cue.
 * It lies over the text: an outline of inline elements would be cut wherever formatting cuts them. `layer` covers the
 * page from its top left corner. Measures now, and draws when what it returns is called; again after every drawing.
 * `moved` is the segment whose end is being dragged.
 */
export function measureActiveOutline(
  layer: SVGSVGElement,
  reading: ReadingView,
  active: AnnotationId | null,
  moved: MovedSegment | null = null,
): () => void {
  const origin = layer.getBoundingClientRect()
  const { start, end } = reading.drawnRange
  const segments = active === null ? [] : reading.index.segmentsOf(active)
  const near = segments.filter(segment => segment.start < end && segment.end > start)
  const paths = near.map(segment => {
    const shown =
      moved !== null && segment.part === 'content' && segment.start === moved.from.start ? moved.to : segment
    const lines = lineBoxes(reading.view, reading.positions, shown).map(box => ({
      left: box.left - origin.left,
      top: box.top - origin.top,
      right: box.right - origin.left,
      bottom: box.bottom - origin.top,
    }))
    const content = segment.part === 'content'
    const path = document.createElementNS(svgNamespace, 'path')
    path.setAttribute('class', content ? 'pm-outline' : 'pm-outline-part')
    path.setAttribute('d', outlinePath(lines, content ? contentGrow : partGrow))
    return path
  })
  return () => layer.replaceChildren(...paths)
}
