import type { EditorView } from 'prosemirror-view'
import type { TextOffset, TextRange } from '#annotations/model/revision'
import type { PositionMap } from './position-map'

/** Half of the space between two lines, so that a pointer between them is on one. */
const slack = 4

/** The character under a point of the window, or null where there is none: beside a line, in the gutter, between blocks. */
export function characterAt(view: EditorView, positions: PositionMap, x: number, y: number): TextOffset | null {
  const found = view.posAtCoords({ left: x, top: y })
  if (found === null) return null
  const offset = positions.toOffset(found.pos)
  for (const candidate of [offset, offset - 1]) {
    if (candidate < 0) continue
    const range = domRange(view, positions, { start: candidate, end: candidate + 1 })
    for (const box of range.getClientRects()) {
      if (box.width > 0 && x >= box.left && x <= box.right && y >= box.top - slack && y <= box.bottom + slack)
        return candidate
    }
  }
  return null
}

/** A live range over the drawn text. It is good until the view draws again. */
export function domRange(view: EditorView, positions: PositionMap, { start, end }: TextRange): Range {
  const from = view.domAtPos(positions.toPosition(start), 1)
  const to = view.domAtPos(positions.toPosition(end), -1)
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** The smallest box round a range in window coordinates; null when nothing of it is drawn. */
export function boundingBox(view: EditorView, positions: PositionMap, range: TextRange): DOMRect | null {
  const box = domRange(view, positions, range).getBoundingClientRect()
  return box.width === 0 && box.height === 0 ? null : box
}

/** The boxes of the lines that a range covers, top to bottom, one per line. */
export function lineBoxes(view: EditorView, positions: PositionMap, range: TextRange): DOMRect[] {
  const lines: DOMRect[] = []
  // Elements inside the range give the boxes of all their lines before those of their text: they come in any order.
  for (const box of domRange(view, positions, range).getClientRects()) {
    if (box.width === 0) continue
    const at = lines.findIndex(line => isOnLine(line, box))
    const line = lines[at]
    if (line === undefined) lines.push(box)
    else lines[at] = union(line, box)
  }
  return lines.sort((a, b) => a.top - b.top)
}

function isOnLine(line: DOMRect, box: DOMRect): boolean {
  return Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top) > box.height / 2
}

function union(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left)
  const top = Math.min(a.top, b.top)
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top)
}

/** Indexes of the first and last block drawn between two heights of the window; blocks lie below one another. */
export function blocksBetween(view: EditorView, top: number, bottom: number): { first: number; last: number } {
  const blocks = view.dom.children
  const reaches = (i: number, height: number) => (blocks[i]?.getBoundingClientRect().bottom ?? 0) >= height
  const first = firstWhere(blocks.length, i => reaches(i, top))
  const last = firstWhere(blocks.length, i => reaches(i, bottom))
  return { first: Math.min(first, blocks.length - 1), last: Math.min(last, blocks.length - 1) }
}

function firstWhere(count: number, test: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The block, counted from 0, in whose gutter a press is: beside its text on the side of the labels; -1 elsewhere. */
export function gutterBlock(view: EditorView, { target, clientX }: MouseEvent): number {
  if (!(target instanceof HTMLElement) || target.parentElement !== view.dom) return -1
  const { left } = target.getBoundingClientRect()
  const width = Number.parseFloat(getComputedStyle(target).paddingLeft)
  return clientX < left + width - 8 ? [...view.dom.children].indexOf(target) : -1
}

/** The box of a block's label in the gutter, in window coordinates; null where there is no such block. */
export function gutterBox(view: EditorView, block: number): DOMRect | null {
  const element = view.dom.children[block]
  if (element === undefined) return null
  const { left, top } = element.getBoundingClientRect()
  return new DOMRect(left, top, Number.parseFloat(getComputedStyle(element).paddingLeft), 28)
}
