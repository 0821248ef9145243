import { safeHref } from '#app/contract/safe-href'
import { type BlockKind, BlockWriter, type Format } from '../block-writer'
import type { ReadBlocks } from '../read-blocks'
import { partOf, type Report } from '../report'
import { pageFindings } from './html-metadata'
import { articleOf, isAround, isSilent, PageWords } from './page-parts'
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, isElement, parseHtml } from './parse-html'

const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li listing main ol optgroup p plaintext pre search section summary table tbody td tfoot th ' +
    'thead tr ul xmp'
  ).split(' '),
)

/**
 * Reads a page, usually a saved one, whose encoding is decoded: its article without what stands around it. Headings, paragraphs,
 * list items, table rows and captions become blocks; strong, em, sup, sub and links marks. Tables that only lay the page
 * out are its text. Nothing is loaded, no script runs. Of a letter nothing stands around its text. Only inside of `guard`;
 * problems as `parseHtml` and `BlockWriter`.
 */
export function readHtml(html: string, report: Report, kind: 'page' | 'letter' = 'page'): ReadBlocks {
  const page = parseHtml(html, partOf(report, 0, 0.5))
  const words = new PageWords(page)
  const root = kind === 'page' ? articleOf(page, words) : page
  const reader = new PageReader(root, kind === 'page' ? words : null)
  reader.readHeadlineOutside(page)
  reader.read(root)
  const { blocks } = reader.writer
  return { blocks, ...pageFindings(page) }
}

interface OpenList {
  readonly n: number
  readonly depth: number
  readonly ordered: boolean
  /** The next block is the first of its item, the one that carries the marker. */
  atItem: boolean
}

/** What the elements around a text make of it. */
interface Around {
  readonly format: Format
  readonly level?: number
  readonly caption?: boolean
  readonly preformatted?: boolean
  readonly list?: OpenList
  /** The table whose rows are read; absent outside, and in a table that only lays the page out. */
  readonly table?: { readonly n: number; readonly header: boolean }
}

class PageReader {
  readonly writer = new BlockWriter()
  readonly #root: HtmlParent
  readonly #words: PageWords | null
  #lists = 0

  constructor(root: HtmlParent, words: PageWords | null) {
    this.#root = root
    this.#words = words
  }

  /** The first h1 of the page where the article has none: many pages have it in a header beside the article. */
  readHeadlineOutside(page: HtmlParent): void {
    const headline = elementsOf(page).find(({ tagName }) => tagName === 'h1')
    const inside = elementsOf(this.#root).some(({ tagName }) => tagName === 'h1')
    if (headline !== undefined && !inside && !isSilent(headline)) this.#element(headline, { format: {} })
  }

  read(root: HtmlParent): void {
    this.#children(root, { format: {} })
    this.writer.end()
  }

  #children(parent: HtmlParent, around: Around): void {
    for (const child of parent.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) this.#text(child.value, around)
      else if (isElement(child) && !isSilent(child) && !this.#isAround(child)) {
        this.#element(child, around)
      }
    }
  }

  #isAround(element: HtmlElement): boolean {
    return this.#words !== null && isAround(element, this.#root, this.#words)
  }

  #text(value: string, around: Around): void {
    const text = around.preformatted === true ? value : value.replace(/[ \t\n\r\f]+/g, ' ')
    if (text.trim() === '' && !this.writer.isOpen) return
    this.#write(text, around)
  }

  #write(text: string, around: Around): void {
    if (!this.writer.isOpen && !this.writer.inRow) this.writer.begin(kindOf(around))
    this.writer.text(text, around.format)
  }

  #element(element: HtmlElement, around: Around): void {
    const { tagName } = element
    if (tagName === 'br') {
      if (this.writer.isOpen) this.writer.text('\n', around.format)
    } else if (tagName === 'q') {
      this.#write('“', around)
      this.#children(element, around)
      this.#write('”', around)
    } else if (tagName === 'tr' && around.table !== undefined) this.#row(element, around, around.table)
    else if (blockElements.has(tagName)) {
      this.writer.end()
      this.#children(element, this.#within(element, around))
      this.writer.end()
    } else this.#children(element, { ...around, format: formatOf(element, around.format) })
  }

  /** What a block element adds to what is around its text. */
  #within(element: HtmlElement, around: Around): Around {
    const { tagName } = element
    const { list } = around
    if (/^h[1-6]$/.test(tagName)) return { ...around, level: Number(tagName[1]) }
    if (tagName === 'pre' || tagName === 'listing' || tagName === 'xmp') return { ...around, preformatted: true }
    if (tagName === 'figcaption' || tagName === 'caption') return { ...around, caption: true }
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'dir') {
      this.#lists += 1
      const depth = list === undefined ? 0 : list.depth + 1
      return { ...around, list: { n: this.#lists - 1, depth, ordered: tagName === 'ol', atItem: false } }
    }
    if (tagName === 'li' && list !== undefined) list.atItem = true
    if (tagName === 'thead' && around.table !== undefined)
      return { ...around, table: { ...around.table, header: true } }
    if (tagName === 'table') {
      if (around.table !== undefined || isLayout(element)) return without(around, 'table')
      return { ...around, table: { n: this.writer.nextTable(), header: false } }
    }
    return around
  }

  #row(row: HtmlElement, around: Around, table: { readonly n: number; readonly header: boolean }): void {
    const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    const header = table.header || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'))
    this.writer.beginRow(table.n, header)
    for (const cell of cells) {
      this.writer.beginCell()
      if (!isSilent(cell)) this.#children(cell, { format: around.format })
    }
    this.writer.endRow()
  }
}

function without(around: Around, name: 'table'): Around {
  const { [name]: _, ...rest } = around
  return rest
}

function kindOf({ level, caption, list }: Around): BlockKind {
  if (level !== undefined) return { type: 'heading', level }
  if (caption === true) return { type: 'caption' }
  if (list?.atItem !== true) return { type: 'paragraph' }
  list.atItem = false
  return { type: 'item', list: { n: list.n, depth: list.depth, ordered: list.ordered } }
}

/** A table of one column or with a table inside has no rows that say anything as rows. */
function isLayout(table: HtmlElement): boolean {
  const role = attributeOf(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const inside = elementsOf(table)
  if (inside.some(({ tagName }) => tagName === 'table')) return true
  const rows = inside.filter(({ tagName }) => tagName === 'tr')
  return rows.every(row => row.childNodes.filter(isElement).length < 2)
}

function formatOf(element: HtmlElement, format: Format): Format {
  const { tagName } = element
  if (tagName === 'strong' || tagName === 'b') return { ...format, strong: true }
  if (tagName === 'em' || tagName === 'i' || tagName === 'cite' || tagName === 'dfn') return { ...format, em: true }
  if (tagName === 'sup' || tagName === 'sub') return { ...format, [tagName]: true }
  if (tagName !== 'a') return format
  const href = safeHref(attributeOf(element, 'href') ?? '')
  return href === null ? format : { ...format, href }
}
