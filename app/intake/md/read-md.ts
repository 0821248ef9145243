import type { Token } from 'markdown-it'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { SourceBlock } from '#annotations/text/source-block'
import { createPressMarkdown, maxNesting } from './press-markdown'
import { type InlineText, readInline } from './read-inline'

/**
 * Reads Markdown whose line ends are LF. Headings, paragraphs, list items, table rows and picture descriptions become
 * blocks, markup of lists and tables does not enter the text, HTML does as the characters it is written in.
 * `unreadable`: quotes or lists nested so deeply that the parser would leave out text. `too-much-text`: so many lines
 * and markup characters that parsing would take more memory than a process is given.
 */
export function readMd(text: string): Result<readonly SourceBlock[], Problem<'unreadable' | 'too-much-text'>> {
  const weight = markupWeight(text)
  if (weight > maxMarkupWeight) return problem('too-much-text', { markup: weight, limit: maxMarkupWeight })
  const tokens = createPressMarkdown().parse(text, {})
  const reader = new TokenReader()
  for (const token of tokens) {
    if (token.level >= maxNesting - 1) return problem('unreadable', { nesting: maxNesting })
    reader.read(token)
  }
  return ok(reader.blocks)
}

const maxMarkupWeight = 1_000_000
const markup = new Set('*_`[]<>&~^!\\|')

/** What parsing costs: one for a character that may be markup, four for a line. */
function markupWeight(text: string): number {
  let weight = 0
  for (const character of text) {
    if (character === '\n') weight += 4
    else if (markup.has(character)) weight += 1
  }
  return weight
}

interface OpenList {
  readonly n: number
  readonly depth: number
  readonly ordered: boolean
  /** The next paragraph is the first of its item, the one that carries the marker. */
  atItem: boolean
}

interface OpenRow {
  readonly runs: string[]
  readonly marks: SourceBlock['marks'][number][]
  readonly cells: [number, number][]
}

class TokenReader {
  readonly blocks: SourceBlock[] = []
  #lists: OpenList[] = []
  #listCount = 0
  #tableCount = 0
  #level: number | null = null
  #header = false
  #row: OpenRow | null = null

  read(token: Token): void {
    const { type } = token
    if (type === 'bullet_list_open' || type === 'ordered_list_open') this.#openList(type === 'ordered_list_open')
    else if (type === 'bullet_list_close' || type === 'ordered_list_close') this.#lists.pop()
    else if (type === 'list_item_open') this.#list((list: OpenList) => (list.atItem = true))
    else if (type === 'heading_open') this.#level = Number(token.tag.slice(1))
    else if (type === 'heading_close') this.#level = null
    else if (type === 'thead_open' || type === 'tbody_open') this.#header = type === 'thead_open'
    else if (type === 'tr_open') this.#row = { runs: [], marks: [], cells: [] }
    else if (type === 'tr_close') this.#closeRow()
    else if (type === 'table_close') this.#tableCount += 1
    else if (type === 'inline') this.#inline(readInline(token.children ?? []))
    else if (type === 'press_text' || type === 'fence' || type === 'code_block') this.#add([token.content])
  }

  #openList(ordered: boolean): void {
    this.#lists.push({ n: this.#listCount, depth: this.#lists.length, ordered, atItem: false })
    this.#listCount += 1
  }

  #list<T>(use: (list: OpenList) => T): T | undefined {
    const list = this.#lists[this.#lists.length - 1]
    return list === undefined ? undefined : use(list)
  }

  #inline(inline: InlineText): void {
    if (this.#row !== null) addCell(this.#row, inline)
    else this.#add(inline.runs, inline.marks, inline.pictureOnly)
  }

  #add(runs: readonly string[], marks: SourceBlock['marks'] = [], pictureOnly = false): void {
    const content = { runs, marks }
    const list = this.#list(({ n, depth, ordered, atItem }) => (atItem ? { n, depth, ordered } : undefined))
    if (this.#level !== null) this.blocks.push({ type: 'heading', level: this.#level, ...content })
    else if (list !== undefined) this.blocks.push({ type: 'item', list, ...content })
    else this.blocks.push({ type: pictureOnly ? 'caption' : 'paragraph', ...content })
    this.#list(open => (open.atItem = false))
  }

  #closeRow(): void {
    const row = this.#row
    this.#row = null
    if (row === null) return
    const table = { n: this.#tableCount, header: this.#header, cells: row.cells }
    this.blocks.push({ type: 'row', table, runs: row.runs, marks: row.marks })
  }
}

/** White space that would part cells or blocks is a space inside a cell. */
const breaking = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

function addCell(row: OpenRow, inline: InlineText): void {
  if (row.cells.length > 0) row.runs.push('\t')
  const from = row.runs.length
  for (const run of inline.runs) row.runs.push(run.replace(breaking, ' '))
  for (const mark of inline.marks) row.marks.push({ ...mark, from: from + mark.from, to: from + mark.to })
  row.cells.push([from, row.runs.length])
}
