import type { Node, Mark as NodeMark } from 'prosemirror-model'
import { type MarkType, markTypes } from '#annotations/model/revision'
import type { DraftPlace } from '#annotations/text/compose-text'
import { type DraftBlock, type DraftMark, plainMarks } from '#annotations/text/draft'
import { isDense, linesOf, shownLevel, tabWidths } from '../document'
import { type BlockAttrs, schema } from '../schema'

/** The document in which a draft is written on; a draft without blocks becomes one empty paragraph of the body. */
export function writtenDocument(draft: readonly DraftBlock[]): Node {
  const tabs = tabWidths(
    draft.map(({ table, text }) => table && { n: table.n, cells: text.split('\t').map(cell => cell.length) }),
  )
  const nodes = draft.map(block => {
    const { role, type, level, list, table, text } = block
    const attrs: Partial<BlockAttrs> = {
      role,
      level: shownLevel(block),
      depth: list?.depth ?? 0,
      header: table?.header ?? false,
      tab: table === undefined ? 8 : (tabs.get(table.n) ?? 8),
      lines: linesOf(text.length),
      dense: isDense(text),
      kept: {
        ...(level === undefined ? {} : { level }),
        ...(list === undefined ? {} : { list }),
        ...(table === undefined ? {} : { table }),
      },
    }
    return schema.node(type, attrs, inlineNodes(block))
  })
  return schema.node('doc', null, nodes.length === 0 ? [schema.node('paragraph', { role: 'body', kept: {} })] : nodes)
}

/** What is written in a document, the inverse of `writtenDocument`. */
export function draftOf(doc: Node): DraftBlock[] {
  return doc.children.map(node => {
    const { role, kept } = node.attrs as BlockAttrs
    const marks: DraftMark[] = []
    let at = 0
    for (const child of node.children) {
      for (const { type, attrs } of child.marks) {
        const href: unknown = attrs.href
        const mark = { type: type.name as MarkType, start: at, end: at + child.nodeSize }
        marks.push(type.name === 'link' && typeof href === 'string' && href !== '' ? { ...mark, href } : mark)
      }
      at += child.nodeSize
    }
    return {
      role,
      type: node.type.name as DraftBlock['type'],
      ...kept,
      text: node.textContent,
      marks: plainMarks(marks),
    }
  })
}

/** The place in the draft of a position of the document; one between two blocks is at the end of the block before. */
export function placeOf(doc: Node, position: number): DraftPlace {
  const $at = doc.resolve(position)
  if ($at.depth > 0) return { block: $at.index(0), at: $at.parentOffset }
  const block = Math.max(0, $at.index(0) - 1)
  return { block, at: doc.maybeChild(block)?.content.size ?? 0 }
}

function inlineNodes({ text, marks }: DraftBlock): Node[] {
  const edges = new Set([0, text.length])
  for (const { start, end } of marks) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? start
    const own = marks.filter(mark => mark.start <= start && mark.end >= end)
    return schema.text(text.slice(start, end), own.map(toNodeMark))
  })
}

function toNodeMark({ type, href }: DraftMark): NodeMark {
  return schema.mark(type, type === 'link' ? { href: href ?? '' } : null)
}

/** The kinds of formatting that what is selected has throughout, or that what is typed next would have. */
export function isMarkType(name: string): name is MarkType {
  return markTypes.some(type => type === name)
}
