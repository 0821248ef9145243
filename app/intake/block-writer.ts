import type { BlockType } from '#annotations/model/revision'
import { maxBlocks, type SourceBlock, type SourceMark } from '#annotations/text/source-block'
import { maxTextUnits } from '#app/ports/intake'
import { refuse } from './refusal'

/** What a run of text looks like; `href` only as `safeHref` gives it. */
export interface Format {
  readonly strong?: boolean
  readonly em?: boolean
  readonly sup?: boolean
  readonly sub?: boolean
  readonly href?: string
}

/** What a block is, before it has text. */
export interface BlockKind {
  readonly type: Exclude<BlockType, 'row'>
  readonly level?: number
  readonly list?: NonNullable<SourceBlock['list']>
}

interface Run {
  text: string
  readonly format: Format
}

interface OpenRow {
  readonly n: number
  readonly header: boolean
  readonly runs: Run[]
  readonly cells: [number, number][]
}

const formatNames = ['strong', 'em', 'sup', 'sub', 'href'] as const
const paragraph: BlockKind = { type: 'paragraph' }
/** White space that would part cells or blocks is a space inside a cell. */
const breaking = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/**
 * Makes source blocks of text that comes in reading order with a format each. Text outside of a block begins a paragraph.
 * Inside a row, what would be blocks of their own are the words of the cell, parted by a space. Only inside of
 * `guard`: a file of more than 200,000 blocks or 20 Mi code units is refused as `too-much-text`.
 */
export class BlockWriter {
  readonly blocks: SourceBlock[] = []
  #open: { readonly kind: BlockKind; readonly runs: Run[] } | null = null
  #row: OpenRow | null = null
  #units = 0
  #tables = 0

  /** True when text that comes now goes on with text that is there. */
  get isOpen(): boolean {
    return this.#row === null ? this.#open !== null : this.#cellHasText(this.#row)
  }

  get inRow(): boolean {
    return this.#row !== null
  }

  /** Begins a block; what was open before is ended. */
  begin(kind: BlockKind): void {
    this.end()
    if (this.#row === null) this.#open = { kind, runs: [] }
  }

  /** Ends the block that is open, if any; one without text leaves no trace. */
  end(): void {
    const row = this.#row
    if (row !== null) {
      if (this.#cellHasText(row)) this.#append(row.runs, ' ', {})
      return
    }
    const open = this.#open
    this.#open = null
    if (open !== null && open.runs.length > 0) this.#push({ ...open.kind, ...toMarks(open.runs) })
  }

  /** Adds text; LF is a line break, a blank line parts blocks. */
  text(text: string, format: Format = {}): void {
    if (text === '') return
    this.#units += text.length
    if (this.#units > maxTextUnits) refuse('too-much-text', { units: this.#units, limit: maxTextUnits })
    const row = this.#row
    if (row !== null) {
      const words = text.replace(breaking, ' ')
      if (row.cells.length > 0) this.#append(row.runs, this.#cellHasText(row) ? words : words.trimStart(), format)
      return
    }
    if (this.#open === null) this.#open = { kind: paragraph, runs: [] }
    this.#append(this.#open.runs, text, format)
  }

  /** The number of the next table, from 0. */
  nextTable(): number {
    this.#tables += 1
    return this.#tables - 1
  }

  /** Begins a row of a table; rows do not nest. */
  beginRow(n: number, header: boolean): void {
    this.end()
    this.#row = { n, header, runs: [], cells: [] }
  }

  /** Begins the next cell of the row. */
  beginCell(): void {
    const row = this.#row
    if (row === null) return
    this.#endCell(row)
    if (row.cells.length > 0) row.runs.push({ text: '\t', format: {} })
    row.cells.push([row.runs.length, row.runs.length])
  }

  endRow(): void {
    const row = this.#row
    this.#row = null
    if (row === null || row.cells.length === 0) return
    this.#endCell(row)
    const table = { n: row.n, header: row.header, cells: row.cells }
    this.#push({ type: 'row', table, ...toMarks(row.runs) })
  }

  #endCell(row: OpenRow): void {
    const cell = row.cells[row.cells.length - 1]
    if (cell === undefined) return
    for (let last = row.runs[row.runs.length - 1]; last !== undefined && row.runs.length > cell[0]; ) {
      last.text = last.text.trimEnd()
      if (last.text !== '') break
      row.runs.pop()
      last = row.runs[row.runs.length - 1]
    }
    cell[1] = row.runs.length
  }

  #cellHasText(row: OpenRow): boolean {
    const from = row.cells[row.cells.length - 1]?.[0]
    return from !== undefined && row.runs.length > from
  }

  #append(runs: Run[], text: string, format: Format): void {
    if (text === '') return
    const last = runs[runs.length - 1]
    const cell = this.#row?.cells[this.#row.cells.length - 1]?.[0] ?? 0
    if (last !== undefined && runs.length > cell && sameFormat(last.format, format)) last.text += text
    else runs.push({ text, format })
  }

  #push(block: SourceBlock): void {
    this.blocks.push(block)
    if (this.blocks.length > maxBlocks) refuse('too-much-text', { blocks: this.blocks.length, limit: maxBlocks })
  }
}

function sameFormat(a: Format, b: Format): boolean {
  return a === b || formatNames.every(name => (a[name] ?? false) === (b[name] ?? false))
}

/** Runs of one format each as texts with marks: each mark is over all the runs in a row that have it. */
function toMarks(runs: readonly Run[]): Pick<SourceBlock, 'runs' | 'marks'> {
  const marks: SourceMark[] = []
  for (const name of formatNames) {
    let from = 0
    for (let to = 1; to <= runs.length; to++) {
      const value = runs[from]?.format[name]
      if (to < runs.length && value === runs[to]?.format[name]) continue
      if (typeof value === 'string') marks.push({ type: 'link', from, to, href: value })
      else if (value === true && name !== 'href') marks.push({ type: name, from, to })
      from = to
    }
  }
  return { runs: runs.map(({ text }) => text), marks }
}
