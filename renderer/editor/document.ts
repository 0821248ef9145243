import type { Node, Mark as NodeMark } from 'prosemirror-model'
import { type Block, type Mark, paragraphNumbers, type Revision, type Role } from '#annotations/model/revision'
import { blockLanguage, languageOf } from './language'
import { type BlockAttrs, schema } from './schema'

/** The word in the gutter beside a block of each role. */
export const gutterWords: Readonly<Record<Role, string>> = {
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

/** True for a text with a word of more letters than any language has. */
export function isDense(text: string): boolean {
  return text.length > longestWord && longWord.test(text)
}

const longestWord = 500
const longWord = new RegExp(`\\S{${longestWord}}`)

/** Lines that a text of this length will probably fill. */
export function linesOf(length: number): number {
  return Math.max(1, Math.ceil(length / charactersPerLine))
}

/** The level at which a heading is shown, 1 to 6. */
export function shownLevel({ level, role }: Pick<Block, 'level' | 'role'>): number {
  return Math.min(6, Math.max(1, level ?? (role === 'headline' ? 1 : 2)))
}

/** The document that shows a revision; a text without blocks becomes one empty paragraph. */
export function toDocument(revision: Revision): Node {
  const { blocks, text } = revision
  const numbers = paragraphNumbers(blocks)
  const ordinals = ordinalsOf(blocks)
  const tabs = tabWidths(
    blocks.map(({ table }) => table && { n: table.n, cells: table.cells.map(([start, end]) => end - start) }),
  )
  const stated = languageOf(revision)
  const marks = [...revision.marks].sort((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  let label = ''
  const nodes = blocks.map((block, i) => {
    for (let mark = marks[next]; mark !== undefined && mark.start < block.end; mark = marks[++next]) open.push(mark)
    open = open.filter(mark => mark.end > block.start)
    const own = gutterWords[block.role]
    const language = blockLanguage(revision, i)
    const attrs: BlockAttrs = {
      role: block.role,
      n: numbers[i] ?? null,
      label: own === label ? '' : own,
      level: shownLevel(block),
      depth: block.list?.depth ?? 0,
      ordinal: ordinals[i] ?? null,
      header: block.table?.header ?? false,
      tab: block.table === undefined ? 8 : (tabs.get(block.table.n) ?? 8),
      lines: linesOf(block.end - block.start),
      lang: language === undefined || language === stated ? '' : language,
      dense: isDense(text.slice(block.start, block.end)),
      kept: null,
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
export function ordinalsOf(blocks: readonly Pick<Block, 'list'>[]): (number | null)[] {
  const counts = new Map<number, number[]>()
  return blocks.map(({ list }) => {
    if (list === undefined) return null
    const levels = (counts.get(list.n) ?? []).slice(0, list.depth + 1)
    levels[list.depth] = (levels[list.depth] ?? 0) + 1
    counts.set(list.n, levels)
    return list.ordered ? (levels[list.depth] ?? null) : null
  })
}

/** Per table: spaces that hold its longest cell but the last of each row, given by its length. A letter is about two spaces wide. */
export function tabWidths(
  rows: readonly ({ readonly n: number; readonly cells: readonly number[] } | undefined)[],
): Map<number, number> {
  const widths = new Map<number, number>()
  for (const row of rows) {
    if (row === undefined) continue
    const longest = row.cells.slice(0, -1).reduce((width, cell) => Math.max(width, cell), 0)
    widths.set(row.n, Math.min(64, Math.max(widths.get(row.n) ?? 8, longest * 2 + 4)))
  }
  return widths
}
