import type { Node, Mark as NodeMark } from 'prosemirror-model'
import { type Block, type Mark, paragraphNumbers, type Revision, type Role } from '#annotations/model/revision'
import { blockLanguage, languageOf } from './language'
import { type BlockAttrs, schema } from './schema'

const labels: Readonly<Record<Role, string>> = {
  headline: 'Headline',
  subhead: 'Subhead',
  'release-line': 'Release',
  embargo: 'Embargo',
  dateline: 'Date',
  lead: 'Lead',
  body: 'Body',
  'section-heading': 'Section',
  'list-item': 'List',
  caption: 'Caption',
  letter: 'Letter',
  boilerplate: 'Boilerplate',
  contact: 'Contact',
  'note-to-editors': 'Editors',
  'end-mark': 'End',
  other: '',
}

const charactersPerLine = 68

/** The document that shows a revision; a text without blocks becomes one empty paragraph. */
export function toDocument(revision: Revision): Node {
  const { blocks, text } = revision
  const numbers = paragraphNumbers(blocks)
  const ordinals = ordinalsOf(blocks)
  const tabs = tabWidths(blocks)
  const stated = languageOf(revision)
  const marks = [...revision.marks].sort((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  let label = ''
  const nodes = blocks.map((block, i) => {
    for (let mark = marks[next]; mark !== undefined && mark.start < block.end; mark = marks[++next]) open.push(mark)
    open = open.filter(mark => mark.end > block.start)
    const own = labels[block.role]
    const language = blockLanguage(revision, i)
    const attrs: BlockAttrs = {
      role: block.role,
      n: numbers[i] ?? null,
      label: own === label ? '' : own,
      level: Math.min(6, Math.max(1, block.level ?? (block.role === 'headline' ? 1 : 2))),
      depth: block.list?.depth ?? 0,
      ordinal: ordinals[i] ?? null,
      header: block.table?.header ?? false,
      tab: block.table === undefined ? 8 : (tabs.get(block.table.n) ?? 8),
      lines: Math.max(1, Math.ceil((block.end - block.start) / charactersPerLine)),
      lang: language === undefined || language === stated ? '' : language,
    }
    label = own
    return schema.node(block.type, { ...attrs }, inlineNodes(text, block, open))
  })
  return schema.node('doc', null, nodes.length === 0 ? [schema.node('paragraph')] : nodes)
}

function inlineNodes(text: string, block: Block, marks: readonly Mark[]): Node[] {
  if (block.start >= block.end) return []
  const edges = new Set([block.start, block.end])
  for (const mark of marks) {
    edges.add(Math.max(block.start, mark.start))
    edges.add(Math.min(block.end, mark.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  const nodes: Node[] = []
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1]
    if (end === undefined) break
    const covering = marks.filter(mark => mark.start <= start && mark.end >= end).map(toNodeMark)
    nodes.push(schema.text(text.slice(start, end), covering))
  }
  return nodes
}

function toNodeMark(mark: Mark): NodeMark {
  return schema.mark(mark.type, mark.type === 'link' ? { href: mark.href ?? '' } : null)
}

/** The number of each item of an ordered list, counted per list and depth; null elsewhere. */
function ordinalsOf(blocks: readonly Block[]): (number | null)[] {
  const counts = new Map<number, number[]>()
  return blocks.map(({ list }) => {
    if (list === undefined) return null
    const levels = (counts.get(list.n) ?? []).slice(0, list.depth + 1)
    levels[list.depth] = (levels[list.depth] ?? 0) + 1
    counts.set(list.n, levels)
    return list.ordered ? (levels[list.depth] ?? null) : null
  })
}

/** Per table: spaces that hold its longest cell but the last of each row. A letter is about two spaces wide. */
function tabWidths(blocks: readonly Block[]): Map<number, number> {
  const widths = new Map<number, number>()
  for (const { table } of blocks) {
    if (table === undefined) continue
    const longest = table.cells.slice(0, -1).reduce((width, [start, end]) => Math.max(width, end - start), 0)
    widths.set(table.n, Math.min(64, Math.max(widths.get(table.n) ?? 8, longest * 2 + 4)))
  }
  return widths
}
