import { safeHref } from '#app/contract/safe-href'
import type { BlockKind, BlockWriter, Format } from '../block-writer'
import { writeTable } from '../write-table'
import { descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from '../xml/read-xml'
import type { OdtStyles } from './odt-styles'

/** Elements without text of the document: deletions, comments, templates of indexes, what stands in for objects. */
const silent = new Set(
  (
    'text:tracked-changes office:annotation office:annotation-end office:forms text:note-citation text:ruby-text ' +
    'text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source ' +
    'text:user-index-source text:alphabetical-index-source text:bibliography-source text:hidden-text text:script ' +
    'text:placeholder text:variable-decls text:user-field-decls text:sequence-decls text:dde-connection-decls ' +
    'svg:title svg:desc office:binary-data draw:object table:shapes'
  ).split(' '),
)

interface OpenList {
  readonly n: number
  readonly depth: number
  readonly style: string | undefined
  /** The next paragraph is the first of its item, the one that carries the marker. */
  atItem: boolean
}

/**
 * Writes the text of one part of an OpenDocument text: its body, a header or a note. Insertions are text, deletions and
 * comments are not. The text of a box comes after the paragraph that it is fixed to.
 */
export class OdtTextReader {
  /** Bodies of notes in the order in which the text has them. */
  readonly footnotes: XmlElement[] = []
  readonly endnotes: XmlElement[] = []
  readonly #styles: OdtStyles
  readonly #writer: BlockWriter
  readonly #skipPageNumbers: boolean
  readonly #lists: { count: number }
  #list: OpenList | null = null
  #boxes: XmlElement[] = []
  #inParagraph = false

  /** `lists` counts the lists of all parts. With `skipPageNumbers` a short paragraph that gives the page's number is left out. */
  constructor(styles: OdtStyles, writer: BlockWriter, lists: { count: number }, skipPageNumbers = false) {
    this.#styles = styles
    this.#writer = writer
    this.#lists = lists
    this.#skipPageNumbers = skipPageNumbers
  }

  read(root: XmlElement): void {
    this.#children(root, {})
    this.#writer.end()
  }

  #children(parent: XmlElement, format: Format): void {
    for (const child of parent.children) {
      if (typeof child !== 'string') this.#element(child, format)
      else if (this.#inParagraph) this.#writer.text(child.replace(/[ \t\r\n]+/g, ' '), format)
    }
  }

  #element(element: XmlElement, format: Format): void {
    const { name, attributes } = element
    if (silent.has(name) || name.startsWith('form:') || isPlaceholder(element)) return
    if (name === 'text:p' || name === 'text:h') this.#paragraph(element)
    else if (name === 'text:list') this.#listOf(element)
    else if (name === 'table:table') this.#table(element)
    else if (name === 'text:section') {
      if (!this.#styles.isHiddenSection(attributes['text:style-name']) && attributes['text:display'] !== 'none') {
        this.#children(element, format)
      }
    } else if (name.startsWith('draw:') && this.#inParagraph && name !== 'draw:a') this.#boxes.push(element)
    else this.#inline(element, format)
  }

  #inline(element: XmlElement, format: Format): void {
    const { name, attributes } = element
    if (name === 'text:span') {
      const { hidden, ...own } = this.#styles.spanFormat(attributes['text:style-name'])
      if (!hidden) this.#children(element, { ...format, ...own })
    } else if (name === 'text:a') {
      const href = safeHref(attributes['xlink:href'] ?? '')
      this.#children(element, href === null ? format : { ...format, href })
    } else if (name === 'text:note') {
      const body = elementAt(element, 'text:note-body')
      const notes = attributes['text:note-class'] === 'endnote' ? this.endnotes : this.footnotes
      if (body !== undefined) notes.push(body)
    } else if (name === 'text:s') this.#writer.text(' ', format)
    else if (name === 'text:tab') this.#writer.text('\t', format)
    else if (name === 'text:line-break') this.#writer.text('\n', format)
    else if (!(this.#skipPageNumbers && isPageNumber(element))) this.#children(element, format)
  }

  #paragraph(paragraph: XmlElement): void {
    if (this.#skipPageNumbers && isPageLine(paragraph)) return
    const { hidden, ...format } = this.#styles.paragraphFormat(paragraph.attributes['text:style-name'])
    const [outer, boxes] = [this.#inParagraph, this.#boxes]
    this.#writer.begin(this.#kindOf(paragraph))
    this.#inParagraph = true
    this.#boxes = []
    if (!hidden) this.#children(paragraph, format)
    const own = this.#boxes
    this.#inParagraph = false
    this.#writer.end()
    const list = this.#list
    this.#list = null
    for (const box of own) this.#children(box, {})
    this.#list = list
    this.#inParagraph = outer
    this.#boxes = boxes
  }

  #kindOf({ name, attributes }: XmlElement): BlockKind {
    const names = this.#styles.paragraphNames(attributes['text:style-name'])
    if (name === 'text:h') {
      return { type: 'heading', level: Math.min(Math.max(Number(attributes['text:outline-level'] ?? 1) || 1, 1), 6) }
    }
    if (names.includes('Title')) return { type: 'heading', level: 1 }
    if (names.includes('Subtitle')) return { type: 'heading', level: 2 }
    const list = this.#list
    if (list?.atItem === true) {
      list.atItem = false
      const { n, depth, style } = list
      return { type: 'item', list: { n, depth, ordered: this.#styles.isOrdered(style, depth + 1) } }
    }
    return { type: names.includes('Caption') ? 'caption' : 'paragraph' }
  }

  #listOf(list: XmlElement): void {
    const outer = this.#list
    if (outer === null) this.#lists.count += 1
    const style = list.attributes['text:style-name'] ?? outer?.style
    const open = { n: this.#lists.count - 1, depth: outer === null ? 0 : outer.depth + 1, style, atItem: false }
    for (const item of elementsOf(list)) {
      open.atItem = item.name === 'text:list-item'
      this.#list = open
      this.#children(item, {})
    }
    this.#list = outer
  }

  #table(table: XmlElement): void {
    const list = this.#list
    this.#list = null
    const layout = descendantsOf(table, 'table:table').length > 0
    writeTable(this.#writer, rowsOf(table, false), layout, cell => this.#children(cell, {}))
    this.#list = list
  }
}

function rowsOf(parent: XmlElement, header: boolean): { header: boolean; cells: XmlElement[] }[] {
  return elementsOf(parent).flatMap(child => {
    if (child.name === 'table:table-row') return [{ header, cells: elementsOf(child).filter(isCell) }]
    if (child.name === 'table:table-header-rows') return rowsOf(child, true)
    return ['table:table-rows', 'table:table-row-group'].includes(child.name) ? rowsOf(child, header) : []
  })
}

function isCell({ name }: XmlElement): boolean {
  return name === 'table:table-cell' || name === 'table:covered-table-cell'
}

/** True for a control that still shows only what to fill in. */
function isPlaceholder({ name, attributes }: XmlElement): boolean {
  return name === 'loext:content-control' && attributes['loext:showing-place-holder'] === 'true'
}

function isPageNumber({ name }: XmlElement): boolean {
  return name === 'text:page-number' || name === 'text:page-count'
}

/** True for `Page 1 of 3` and the like: a number of the page and at most 20 characters. */
function isPageLine(paragraph: XmlElement): boolean {
  const numbers = ['text:page-number', 'text:page-count'].some(name => descendantsOf(paragraph, name).length > 0)
  return numbers && textOf(paragraph).trim().length <= 24
}
