import type { EditorView } from 'prosemirror-view'
import type { TextRange } from '#annotations/model/revision'
import type { PaintPlan } from './paint-plan'
import type { Painter } from './painter'
import type { PositionMap } from './position-map'

const prefix = 'pressmark'

/** Later ones lie on top; lines never hide one another, so only tint below selection matters. */
const priorities: Readonly<Record<string, number>> = { tint: 0, line: 1, selection: 2 }

/**
 * Paints with the CSS Custom Highlight API: no element is added and the view's own are left alone. The registry
 * belongs to the whole page, so painters share the highlights and each takes back only its own ranges.
 */
export function createHighlightPainter(): Painter {
  let own: { name: string; range: AbstractRange }[] = []

  function clear(): void {
    for (const { name, range } of own) {
      const highlight = CSS.highlights.get(name)
      highlight?.delete(range)
      if (highlight?.size === 0) CSS.highlights.delete(name)
    }
    own = []
  }

  return {
    plugins: [],
    paint(view, positions, plan, change) {
      if (change !== undefined) view.dispatch(change)
      const next = namedRanges(plan).flatMap(({ name, range }) => {
        const drawn = toDomRange(view, positions, range)
        return drawn === null ? [] : [{ name, range: drawn }]
      })
      for (const { name, range } of own) CSS.highlights.get(name)?.delete(range)
      for (const { name, range } of next) highlightNamed(name).add(range)
      const before = own
      own = next
      for (const { name } of before) if (CSS.highlights.get(name)?.size === 0) CSS.highlights.delete(name)
    },
    destroy: clear,
  }
}

function namedRanges(plan: PaintPlan): { name: string; range: TextRange }[] {
  const { tints, lines, selection } = plan
  return [
    ...tints.map(tint => ({ name: `${prefix}-tint-${tint.kind}`, range: tint })),
    ...lines.map(line => ({
      name: `${prefix}-line-${line.theirs === true ? 'theirs-' : ''}${line.kind}-${line.lane + 1}`,
      range: line,
    })),
    ...(selection === null ? [] : [{ name: `${prefix}-selection`, range: selection }]),
  ]
}

function highlightNamed(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  made.priority = priorities[name.split('-')[1] ?? ''] ?? 0
  CSS.highlights.set(name, made)
  return made
}

/** A range over the view's own text nodes. It is static: the view redraws rarely, and is painted anew when it does. */
function toDomRange(view: EditorView, positions: PositionMap, { start, end }: TextRange): StaticRange | null {
  const from = view.domAtPos(positions.toPosition(start), 1)
  const to = view.domAtPos(positions.toPosition(end), -1)
  if (from.node === to.node && from.offset === to.offset) return null
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
}
