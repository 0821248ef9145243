import type { BlockWriter } from '../block-writer'
import { Hyphens } from './hyphens'
import { joinParted } from './join-pages'
import { gatherLines, type Line, textOfLine } from './lines'
import { giveLists } from './lists'
import { takeNotes } from './notes'
import { partsOfRegion } from './page-tables'
import { headingSize, type Paragraph, paragraphsOf, type Usual, usualOf } from './paragraphs'
import type { PdfPage, Piece, TreeNode } from './pdf-page'
import { inReadingOrder, type Region } from './reading-order'
import { rightOf } from './right-edge'
import { findRunningHeads, isPageNumber } from './running-heads'
import { type Counts, contentsOf, taggedParagraphs } from './tagged-paragraphs'
import { writeParagraphs } from './write-paragraphs'

/** What stands on a page for itself. */
interface PageText {
  readonly page: PdfPage
  /** Without running heads. */
  readonly lines: readonly Line[]
  readonly pieces: readonly Piece[]
}

/** The least share of a page's text that its structure tree must have to be believed. */
const wellTagged = 0.9

/** Writes the text of pages as blocks; gives the running heads and feet that it left out, each once. */
export function layOut(pages: readonly PdfPage[], writer: BlockWriter): string[] {
  const { texts, heads } = withoutHeads(pages)
  const counts: Counts = { lists: 0, tables: 0 }
  const tagged = isWellTagged(texts)
  const regions = tagged ? [] : texts.map(({ lines }) => inReadingOrder(lines.filter(isUpright)))
  const usual = usualOf(regions.flat().map(({ rows }) => rows.flat()))
  const right = rightOf(regions.flat().map(({ rows }) => rows.flat()))

  const parts: (readonly Paragraph[])[] = []
  const loose: Paragraph[] = []
  texts.forEach((text, i) => {
    if (tagged && text.page.tree !== null) {
      const { above, inTree, beside } = taggedPage(text, text.page.tree, counts)
      parts.push(above, inTree)
      loose.push(...beside)
      return
    }
    for (const region of regions[i] ?? []) parts.push(paragraphsOfRegion(region, text.page.n, counts, right, usual))
    loose.push(...text.lines.filter(line => !isUpright(line)).map(line => alone(line, text.page.n)))
  })
  const text = takeNotes(parts)
  const listed = giveLists(joinParted(text.parts), counts.lists)
  const paragraphs = [...giveHeadings(listed, usual), ...text.notes, ...text.feet, ...loose]
  writeParagraphs(writer, paragraphs, new Hyphens(texts.flatMap(({ lines }) => lines)))
  return heads
}

function paragraphsOfRegion(
  region: Region,
  page: number,
  counts: Counts,
  right: (column: readonly Line[]) => number,
  usual: Usual,
): Paragraph[] {
  const end = right(region.rows.flat())
  return partsOfRegion(region).flatMap(part => {
    const table = counts.tables
    if (part.is === 'table') counts.tables += 1
    return paragraphsOf(part, page, table, end, usual)
  })
}

function withoutHeads(pages: readonly PdfPage[]): { texts: PageText[]; heads: string[] } {
  const all = pages.map(page => ({ page, lines: gatherLines(page.pieces, true), height: page.height }))
  const found = findRunningHeads(all)
  const heads = new Set<string>()
  const texts = all.map(({ page, lines }) => {
    const left = lines.filter(line => !found.has(line))
    if (left.length === lines.length) return { page, lines, pieces: page.pieces }
    const gone = new Set(lines.filter(line => found.has(line)).flatMap(({ pieces }) => pieces))
    return { page, lines: left, pieces: page.pieces.filter(piece => !gone.has(piece)) }
  })
  for (const line of found) if (!isPageNumber(textOfLine(line))) heads.add(textOfLine(line))
  return { texts, heads: [...heads] }
}

/** The trees have nearly all of the text, but for what they leave out on purpose, and that is the lesser part. */
function isWellTagged(texts: readonly PageText[]): boolean {
  const sum = (pieces: readonly Piece[]) => pieces.reduce((units, { text }) => units + text.length, 0)
  let all = 0
  let meant = 0
  let inTrees = 0
  for (const { page, pieces } of texts) {
    const ids = page.tree === null ? new Set() : contentsOf(page.tree)
    const inTree = pieces.filter(({ content }) => ids.has(content))
    all += sum(pieces)
    meant += sum(pieces.filter(piece => !piece.artifact || ids.has(piece.content)))
    inTrees += sum(inTree)
  }
  return inTrees > 0 && inTrees >= wellTagged * meant && inTrees >= 0.5 * all
}

/** What the tree has, what stands above that on the first page, and all else that is in no tree. */
function taggedPage({ page, lines, pieces }: PageText, tree: TreeNode, counts: Counts) {
  const ids = contentsOf(tree)
  const isIn = ({ content }: Piece) => content !== null && ids.has(content)
  const inside = pieces.filter(isIn)
  const top = inside.reduce((y, piece) => Math.min(y, piece.y), Number.POSITIVE_INFINITY)
  const outside = lines.filter(line => !line.pieces.some(isIn))
  const isAbove = ({ y }: Line) => page.n === 0 && y < top
  return {
    above: outside.filter(isAbove).map(line => alone(line, page.n)),
    inTree: taggedParagraphs(inside, tree, page.n, counts),
    beside: outside.filter(line => !isAbove(line)).map(line => alone(line, page.n)),
  }
}

function alone(line: Line, page: number): Paragraph {
  return { kind: { type: 'paragraph' }, lines: [line], page, full: false, tagged: true }
}

function isUpright(line: Line): boolean {
  return !line.pieces.some(({ turned }) => turned)
}

/** Short blocks in letters larger than those of the text are headings, the largest of the first level. */
function giveHeadings(paragraphs: readonly Paragraph[], usual: Usual): Paragraph[] {
  const sizeOf = ({ lines }: Paragraph) => Math.round((lines[0]?.size ?? 0) * 2) / 2
  const isLarge = (paragraph: Paragraph) =>
    paragraph.tagged !== true &&
    paragraph.kind.type === 'paragraph' &&
    paragraph.row === undefined &&
    sizeOf(paragraph) >= usual.size * headingSize &&
    paragraph.lines.length <= 5
  const sizes = [...new Set(paragraphs.filter(isLarge).map(sizeOf))].sort((a, b) => b - a)
  return paragraphs.map(paragraph =>
    isLarge(paragraph)
      ? { ...paragraph, kind: { type: 'heading', level: Math.min(sizes.indexOf(sizeOf(paragraph)) + 1, 6) } }
      : paragraph,
  )
}
