import { safeHref } from '#app/contract/safe-href'
import type { BlockKind, BlockWriter, Format } from '../block-writer'
import { readInstruction } from '../field-instruction'
import { writeTable } from '../write-table'
import { descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from '../xml/read-xml'
import type { DocxLists } from './docx-lists'
import type { Relation } from './docx-package'
import { type DocxStyles, headingLevel, toggleOf, valOf } from './docx-styles'
import { FieldStack } from './field-stack'

/** What all texts of a document share. */
export interface DocxContext {
  readonly styles: DocxStyles
  readonly lists: DocxLists
  readonly writer: BlockWriter
  /** Words that were deleted with tracking, one text for each deletion. */
  readonly deletions: string[]
}

/** Elements without text of the document: properties, deletions, comments, what fields and controls only prepare. */
const silent = new Set(
  (
    'w:del w:moveFrom w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:sdtPr w:sdtEndPr w:instrText w:delInstrText ' +
    'w:delText w:rt w:rubyPr w:fldData w:annotationRef w:footnoteRef w:endnoteRef m:oMathParaPr m:ctrlPr'
  ).split(' '),
)

/** Elements that stand for one character. */
const characters: { readonly [name: string]: string | undefined } = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}

/**
 * Writes the text of one part of a Word document: its body, a header or a note. Insertions are text, deletions and
 * comments are not. The text of a box comes after the paragraph that it is fixed to.
 */
export class DocxTextReader {
  /** Ids of notes in the order in which the text refers to them. */
  readonly footnotes: string[] = []
  readonly endnotes: string[] = []
  readonly #context: DocxContext
  readonly #relations: ReadonlyMap<string, Relation>
  readonly #fields = new FieldStack()
  readonly #skipPageNumbers: boolean
  #boxes: XmlElement[] = []
  /** The mark of the last paragraph is deleted: the next one goes on with it. */
  #joined = false

  /** With `skipPageNumbers` a short paragraph that gives the number of the page is left out. */
  constructor(context: DocxContext, relations: ReadonlyMap<string, Relation>, skipPageNumbers = false) {
    this.#context = context
    this.#relations = relations
    this.#skipPageNumbers = skipPageNumbers
  }

  read(root: XmlElement): void {
    this.#children(root, {})
    this.#context.writer.end()
  }

  #children(parent: XmlElement, format: Format): void {
    for (const child of parent.children) if (typeof child !== 'string') this.#element(child, format)
  }

  #element(element: XmlElement, format: Format): void {
    const { name } = element
    if (name === 'w:del') this.#deleted(element)
    if (silent.has(name)) return
    if (name === 'w:p') this.#paragraph(element)
    else if (name === 'w:r') this.#run(element, format)
    else if (name === 'w:t' || name === 'm:t') this.#text(textOf(element), format)
    else if (name === 'w:tbl') this.#table(element)
    else if (name === 'w:hyperlink') this.#link(element, format)
    else if (name === 'w:fldSimple') this.#simpleField(element, format)
    else if (name === 'w:fldChar') this.#fieldMark(element)
    else if (name === 'w:sdt') this.#control(element, format)
    else if (name === 'mc:AlternateContent') this.#children(elementsOf(element)[0] ?? element, format)
    else if (name === 'w:txbxContent') this.#boxes.push(element)
    else if (name === 'w:footnoteReference') this.footnotes.push(element.attributes['w:id'] ?? '')
    else if (name === 'w:endnoteReference') this.endnotes.push(element.attributes['w:id'] ?? '')
    else if (name === 'w:br') this.#text(element.attributes['w:type'] === 'page' ? '\f' : '\n', format)
    else if (name === 'w:sym') this.#text(symbolOf(element), format)
    else if (characters[name] !== undefined) this.#text(characters[name] ?? '', format)
    else this.#children(element, format)
  }

  #paragraph(paragraph: XmlElement): void {
    const { writer } = this.#context
    const properties = elementAt(paragraph, 'w:pPr')
    if (!this.#joined) writer.begin(this.#kindOf(properties))
    if (!(this.#skipPageNumbers && isPageLine(paragraph))) this.#children(paragraph, {})
    this.#joined = elementAt(properties, 'w:rPr', 'w:del') !== undefined
    if (this.#joined) return
    writer.end()
    const boxes = this.#boxes
    this.#boxes = []
    for (const box of boxes) this.#children(box, {})
  }

  #kindOf(properties: XmlElement | undefined): BlockKind {
    const chain = this.#context.styles.chain(valOf(elementAt(properties, 'w:pStyle')))
    const level = headingLevel(properties, chain)
    if (level !== null) return { type: 'heading', level }
    const list = this.#context.lists.listOf(properties, chain)
    if (list !== null) return { type: 'item', list }
    return { type: chain.some(({ name }) => /^caption$/i.test(name)) ? 'caption' : 'paragraph' }
  }

  #run(run: XmlElement, format: Format): void {
    const properties = elementAt(run, 'w:rPr')
    const styles = this.#context.styles.chain(valOf(elementAt(properties, 'w:rStyle')))
    const sources = [properties, ...styles.map(style => style.run)]
    const property = (name: string) => sources.map(from => elementAt(from, name)).find(found => found !== undefined)
    if (toggleOf(property('w:vanish')) === true) return
    const position = valOf(property('w:vertAlign'))
    const own = {
      ...(toggleOf(property('w:b')) === true ? { strong: true } : {}),
      ...(toggleOf(property('w:i')) === true ? { em: true } : {}),
      ...(position === 'superscript' ? { sup: true } : {}),
      ...(position === 'subscript' ? { sub: true } : {}),
    }
    for (const child of elementsOf(run)) {
      if (child.name === 'w:instrText') this.#fields.addCode(textOf(child))
      else this.#element(child, { ...format, ...own })
    }
  }

  #text(text: string, format: Format): void {
    if (this.#fields.inCode || (this.#skipPageNumbers && this.#fields.inPageNumber)) return
    const href = format.href ?? this.#fields.href
    this.#context.writer.text(text, href === null ? format : { ...format, href })
  }

  #link(link: XmlElement, format: Format): void {
    const relation = this.#relations.get(link.attributes['r:id'] ?? '')
    const href = relation?.external === true ? safeHref(relation.target) : null
    this.#children(link, href === null ? format : { ...format, href })
  }

  #simpleField(field: XmlElement, format: Format): void {
    const { href, pageNumber } = readInstruction(field.attributes['w:instr'] ?? '')
    if (pageNumber && this.#skipPageNumbers) return
    this.#children(field, href === null ? format : { ...format, href })
  }

  #fieldMark(mark: XmlElement): void {
    const type = mark.attributes['w:fldCharType']
    if (type === 'begin') this.#fields.begin()
    else if (type === 'separate') this.#fields.separate()
    else if (type === 'end') this.#fields.end()
  }

  /** A control that still shows only what to fill in says nothing. */
  #control(control: XmlElement, format: Format): void {
    if (toggleOf(elementAt(control, 'w:sdtPr', 'w:showingPlcHdr')) === true) return
    this.#children(control, format)
  }

  #deleted(element: XmlElement): void {
    this.#context.deletions.push(descendantsOf(element, 'w:delText').map(textOf).join(''))
  }

  #table(table: XmlElement): void {
    for (const row of within(table, 'w:tr')) if (isDeletedRow(row)) this.#deleted(row)
    const rows = rowsOf(table).map(row => ({
      header: toggleOf(elementAt(row, 'w:trPr', 'w:tblHeader')) === true,
      cells: within(row, 'w:tc'),
    }))
    const layout = descendantsOf(table, 'w:tbl').length > 0
    writeTable(this.#context.writer, rows, layout, cell => this.#children(cell, {}))
  }
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** The rows of a table, also those that a control holds; deleted ones are none. */
function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, 'w:tr').filter(row => !isDeletedRow(row))
}

function isDeletedRow(row: XmlElement): boolean {
  return elementAt(row, 'w:trPr', 'w:del') !== undefined
}

function within(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap(child => {
    if (child.name === name) return [child]
    return wrappers.has(child.name) ? within(child, name) : []
  })
}

/** Symbol fonts keep their characters in a private area; the few that are signs of a text are given as such. */
const symbols: { readonly [code: string]: string | undefined } = {
  F0B7: '•',
  F0A7: '•',
  F02D: '–',
  F0B0: '°',
  F0B1: '±',
  F0B4: '×',
}

function symbolOf({ attributes }: XmlElement): string {
  const code = (attributes['w:char'] ?? '').toUpperCase()
  if (!/^[0-9A-F]{2,4}$/.test(code)) return ''
  return symbols[code] ?? String.fromCharCode(Number.parseInt(code, 16))
}

/** True for `Page 1 of 3` and the like: a number of the page and at most 20 characters beside fields. */
function isPageLine(paragraph: XmlElement): boolean {
  const codes = [
    ...descendantsOf(paragraph, 'w:instrText').map(textOf),
    ...descendantsOf(paragraph, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? ''),
  ]
  return codes.some(code => readInstruction(code).pageNumber) && textOf(paragraph).length - codes.join('').length <= 20
}
