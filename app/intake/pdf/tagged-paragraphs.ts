import type { BlockKind } from '../block-writer'
import { gatherLines, type Line } from './lines'
import { isMarker, markerOf } from './markers'
import type { Paragraph } from './paragraphs'
import type { Piece, TreeNode } from './pdf-page'

/** Counts of lists and tables over all pages. */
export interface Counts {
  lists: number
  tables: number
}

type Element = Exclude<TreeNode, string>

/** Elements that are one block with all that is in them, but for blocks of their own inside. */
const headings: { readonly [role: string]: number | undefined } = {
  Title: 1,
  H: 2,
  H1: 1,
  H2: 2,
  H3: 3,
  H4: 4,
  H5: 5,
  H6: 6,
}
const blockRoles = new Set([
  'P',
  'Caption',
  'BlockQuote',
  'Quote',
  'LI',
  'LBody',
  'TOCI',
  'Note',
  'FENote',
  'BibEntry',
  'Index',
  'Code',
  'Formula',
])
const groups = new Set([
  'Document',
  'DocumentFragment',
  'Part',
  'Art',
  'Sect',
  'Div',
  'Aside',
  'L',
  'TOC',
  'Root',
  'Figure',
  'Form',
  'Table',
  '',
])

/** The ids of all marked content in a tree. */
export function contentsOf(tree: TreeNode): Set<string> {
  const ids = new Set<string>()
  const walk = (node: TreeNode) => {
    if (typeof node === 'string') ids.add(node)
    else for (const child of node.children) walk(child)
  }
  walk(tree)
  return ids
}

/** The paragraphs of a page as its structure tree has them: headings, items of lists, rows of tables, notes, in its order. */
export function taggedParagraphs(pieces: readonly Piece[], tree: TreeNode, page: number, counts: Counts): Paragraph[] {
  const byContent = new Map<string, Piece[]>()
  for (const piece of pieces) {
    if (piece.content === null) continue
    const known = byContent.get(piece.content)
    if (known === undefined) byContent.set(piece.content, [piece])
    else known.push(piece)
  }
  const walker = new TreeWalker(byContent, page, counts)
  walker.walk(tree, null)
  walker.flush()
  return walker.paragraphs
}

interface OpenList {
  readonly n: number
  readonly depth: number
}

class TreeWalker {
  readonly paragraphs: Paragraph[] = []
  readonly #byContent: Map<string, Piece[]>
  readonly #page: number
  readonly #counts: Counts
  #pieces: Piece[] = []
  #kind: BlockKind = { type: 'paragraph' }
  #label: string | null = null

  constructor(byContent: Map<string, Piece[]>, page: number, counts: Counts) {
    this.#byContent = byContent
    this.#page = page
    this.#counts = counts
  }

  walk(node: TreeNode, list: OpenList | null): void {
    if (typeof node === 'string') {
      for (const piece of this.#byContent.get(node) ?? []) this.#pieces.push(piece)
      this.#byContent.delete(node) // what is named twice is text once
      return
    }
    const { role, children } = node
    if (role === 'Table' && children.some(isRowOrGroup)) return this.#table(node)
    if (role === 'Lbl' && list !== null) return this.#markOf(node)
    const level = headings[role]
    const isItem = role === 'LI'
    if (level === undefined && !blockRoles.has(role) && !groups.has(role)) {
      for (const child of children) this.walk(child, list)
      return
    }
    // A box inside of a paragraph comes after what the paragraph has before it, as intake has it with other formats.
    this.flush()
    const outer = this.#kind
    if (level !== undefined) this.#kind = { type: 'heading', level }
    else if (role === 'Caption') this.#kind = { type: 'caption' }
    else if (isItem && list !== null) this.#kind = { type: 'item', list: { ...list, ordered: false } }
    else if (groups.has(role)) this.#kind = { type: 'paragraph' }
    let inner = list
    if (role === 'L') {
      if (list === null) this.#counts.lists += 1
      inner = list === null ? { n: this.#counts.lists - 1, depth: 0 } : { n: list.n, depth: list.depth + 1 }
    }
    for (const child of children) this.walk(child, inner)
    this.flush()
    this.#kind = outer
  }

  flush(): void {
    const lines = gatherLines(this.#pieces, false)
    this.#pieces = []
    if (lines.length === 0) return
    const { kind, first } = this.#withoutMark(lines[0])
    const all = first === undefined ? lines : [first, ...lines.slice(1)]
    this.paragraphs.push({ kind, lines: all, page: this.#page, tagged: true })
    // Further paragraphs of the item are paragraphs.
    if (kind.type === 'item') this.#kind = { type: 'paragraph' }
  }

  /** The first line of an item without its mark, which says whether the list counts. */
  #withoutMark(line: Line | undefined): { kind: BlockKind; first?: Line } {
    const kind = this.#kind
    const label = this.#label
    this.#label = null
    if (kind.list === undefined || line === undefined) return { kind }
    const own = label === null ? markerOf(line) : null
    const mark = label ?? own?.text ?? ''
    const ordered = /[\p{L}\p{N}]/u.test(mark) && mark !== 'o'
    const first = own?.rest ?? line
    return { kind: { ...kind, list: { ...kind.list, ordered } }, first }
  }

  #markOf(node: Element): void {
    const pieces = [...contentsOf(node)].flatMap(id => this.#byContent.get(id) ?? [])
    const text = pieces.map(piece => piece.text).join('')
    for (const id of contentsOf(node)) this.#byContent.delete(id)
    // A label that is more than a mark is text.
    if (isMarker(text) || /^\(?[\p{L}\p{N}.]{1,5}[.)]?$/u.test(text) || text.length <= 1) this.#label = text
    else this.#pieces.push(...pieces)
  }

  #table(table: Element): void {
    this.flush()
    const outer = this.#kind
    this.#kind = { type: 'paragraph' }
    for (const child of table.children) {
      if (typeof child !== 'string' && child.role === 'Caption') this.walk(child, null)
    }
    const n = this.#counts.tables
    this.#counts.tables += 1
    for (const { row, inHead } of rowsOf(table, false)) {
      const cells = row.children.filter(isCell)
      const written = cells.map(cell => gatherLines(this.#take(cell), false))
      if (written.every(lines => lines.length === 0)) continue
      const header = inHead || cells.every(({ role }) => role === 'TH')
      this.paragraphs.push({
        kind: { type: 'paragraph' },
        lines: [],
        page: this.#page,
        tagged: true,
        row: { cells: written, header, table: n },
      })
    }
    this.#kind = outer
  }

  #take(node: TreeNode): Piece[] {
    return [...contentsOf(node)].flatMap(id => {
      const pieces = this.#byContent.get(id) ?? []
      this.#byContent.delete(id)
      return pieces
    })
  }
}

function isRowOrGroup(node: TreeNode): boolean {
  return typeof node !== 'string' && ['TR', 'THead', 'TBody', 'TFoot'].includes(node.role)
}

function isCell(node: TreeNode): node is Element {
  return typeof node !== 'string' && (node.role === 'TD' || node.role === 'TH')
}

function rowsOf(node: Element, inHead: boolean): { row: Element; inHead: boolean }[] {
  return node.children.flatMap(child => {
    if (typeof child === 'string') return []
    if (child.role === 'TR') return [{ row: child, inHead }]
    return isRowOrGroup(child) ? rowsOf(child, child.role === 'THead') : []
  })
}
