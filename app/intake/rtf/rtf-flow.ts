import { maxBlocks } from '#annotations/text/source-block'
import type { BlockKind, BlockWriter, Format } from '../block-writer'
import { refuse } from '../refusal'
import { writeTable } from '../write-table'

/** A paragraph whose properties are known only at its end. */
export interface RtfParagraph {
  readonly kind: BlockKind
  readonly runs: readonly { readonly text: string; readonly format: Format }[]
  readonly boxes: readonly RtfFlow[]
}

interface RtfRow {
  readonly header: boolean
  readonly cells: readonly (readonly RtfParagraph[])[]
}

/** What a paragraph has for properties until `\pard`. */
export interface RtfProperties {
  style: number
  outline: number | null
  /** The number of `\ls`; 0 none, -1 bullets and -2 numbers of a list without a table. */
  list: number
  depth: number
  inTable: boolean
}

export const plainParagraph: RtfProperties = { style: 0, outline: null, list: 0, depth: 0, inTable: false }

/** One text of a document: its body, a header, a note or a box. Only inside of `guard`: `too-much-text`. */
export class RtfFlow {
  properties: RtfProperties = { ...plainParagraph }
  headerRow = false
  pageNumber = false
  readonly #items: (RtfParagraph | RtfRow)[] = []
  #runs: { text: string; readonly format: Format }[] = []
  #boxes: RtfFlow[] = []
  #cell: RtfParagraph[] = []
  #row: RtfParagraph[][] = []

  get isEmpty(): boolean {
    return this.#runs.length === 0
  }

  /** The characters of the paragraph that is open. */
  get openText(): string {
    return this.#runs.map(({ text }) => text).join('')
  }

  /** The characters of all paragraphs that are ended, for comparing two headers. */
  get text(): string {
    const paragraphs = this.#items.flatMap(item => ('cells' in item ? item.cells.flat() : [item]))
    return paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')
  }

  add(text: string, format: Format): void {
    const last = this.#runs[this.#runs.length - 1]
    if (last !== undefined && last.format === format) last.text += text
    else if (text !== '') this.#runs.push({ text, format })
  }

  addBox(box: RtfFlow): void {
    this.#boxes.push(box)
  }

  /** Ends the paragraph; without `kind` it is dropped. */
  endParagraph(kind: BlockKind | null): void {
    const paragraph = {
      kind: kind ?? { type: 'paragraph' as const },
      runs: kind === null ? [] : this.#runs,
      boxes: this.#boxes,
    }
    if (this.properties.inTable) this.#cell.push(paragraph)
    else {
      this.endRow()
      this.#push(paragraph)
    }
    this.#runs = []
    this.#boxes = []
    this.pageNumber = false
  }

  endCell(): void {
    this.#row.push(this.#cell)
    this.#cell = []
  }

  endRow(): void {
    if (this.#cell.length > 0) this.endCell()
    if (this.#row.length > 0) this.#push({ header: this.headerRow, cells: this.#row })
    this.#row = []
    this.headerRow = false
  }

  /** What would be too much in the end is not read to its end. */
  #push(item: RtfParagraph | RtfRow): void {
    this.#items.push(item)
    if (this.#items.length > maxBlocks) refuse('too-much-text', { blocks: this.#items.length, limit: maxBlocks })
  }

  /** Writes all that the flow has; rows in a row are one table. */
  write(writer: BlockWriter): void {
    for (let i = 0; i < this.#items.length; ) {
      const rows: RtfRow[] = []
      for (let item = this.#items[i]; item !== undefined && 'cells' in item; item = this.#items[i]) {
        rows.push(item)
        i += 1
      }
      if (rows.length > 0)
        writeTable(writer, rows, false, cell => {
          for (const paragraph of cell) writeParagraph(writer, paragraph)
        })
      const item = this.#items[i]
      if (item !== undefined && !('cells' in item)) {
        writeParagraph(writer, item)
        i += 1
      }
    }
  }
}

function writeParagraph(writer: BlockWriter, { kind, runs, boxes }: RtfParagraph): void {
  writer.begin(kind)
  for (const { text, format } of runs) writer.text(text, format)
  writer.end()
  for (const box of boxes) box.write(writer)
}
