import { maxTextUnits } from '#app/ports/intake'
import type { Format } from '../block-writer'
import { decodeText } from '../decode/decode-text'
import { readInstruction } from '../field-instruction'
import { refuse } from '../refusal'
import type { Report } from '../report'
import { plainParagraph, RtfFlow } from './rtf-flow'
import { codePageName, RtfTables } from './rtf-tables'
import { type RtfToken, rtfTokens } from './rtf-tokens'
import * as known from './rtf-words'

/** What a group inherits and gives back at its end. */
interface Group {
  /** Where text goes: `text`, a table, `title`, `instruction`, or nowhere: `none`. */
  to: string
  flow: RtfFlow
  /** A flow that begins with this group and ends with it. */
  readonly owns: boolean
  skip: number
  font: number
  hidden: boolean
  format: Format
  field: { code: string } | null
  /** Inside of one style of the table of styles. */
  entry: boolean
}

const maxDepth = 1_000

/** Takes an RTF file apart into its flows. */
export class RtfReader {
  readonly body = new RtfFlow()
  readonly headers: { name: string; flow: RtfFlow }[] = []
  readonly footers: { name: string; flow: RtfFlow }[] = []
  readonly footnotes: RtfFlow[] = []
  readonly endnotes: RtfFlow[] = []
  titlePage = false
  title = ''
  readonly #tables = new RtfTables()
  readonly #groups: Group[] = []
  #group: Group = {
    to: 'text',
    flow: this.body,
    owns: false,
    skip: 1,
    font: 0,
    hidden: false,
    format: {},
    field: null,
    entry: false,
  }
  /** Bytes that wait for the rest of their letter, and the encoding they are in. */
  #bytes: number[] = []
  #encoding = ''
  /** Characters after `\u` that say the same for older programs. */
  #skipping = 0
  #starred = false
  #units = 0
  #style = 0
  #styleName = ''

  read(bytes: Uint8Array, report: Report): void {
    if (!/^\s*\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 64)))) refuse('unreadable')
    let ended = false
    for (const token of rtfTokens(bytes, report)) {
      if (token.type !== 'bytes') this.#flush()
      if (token.type === 'open') this.#open()
      else if (token.type === 'close') ended = this.#close()
      else if (token.type === 'word') this.#word(token.name, token.value)
      else if (token.type === 'symbol') this.#symbol(token.sign)
      else this.#take(token)
      if (ended) break
    }
    if (!ended) refuse('unreadable', { cut: bytes.length })
    this.#endFlow(this.body)
  }

  #open(): void {
    this.#skipping = 0
    this.#groups.push(this.#group)
    if (this.#groups.length > maxDepth) refuse('unreadable', { nesting: maxDepth })
    this.#group = { ...this.#group, owns: false }
    if (this.#group.to !== 'stylesheet' || this.#group.entry) return
    this.#group = { ...this.#group, entry: true, format: {} }
    this.#style = 0
    this.#styleName = ''
  }

  /** True when the last group is closed. */
  #close(): boolean {
    this.#skipping = 0
    const { to, owns, flow, format } = this.#group
    const outer = this.#groups.pop() ?? this.#group
    if (to === 'stylesheet' && !outer.entry) this.#tables.addStyle(this.#style, this.#styleName, format)
    if (owns) this.#endFlow(flow)
    this.#group = outer
    return this.#groups.length === 0
  }

  #endFlow(flow: RtfFlow): void {
    if (!flow.isEmpty) this.#endParagraph(flow)
    flow.endRow()
  }

  #word(name: string, value: number | null): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1
      return
    }
    const starred = this.#starred
    this.#starred = false
    const group = this.#group
    if (this.#destination(name, starred)) return
    if (name === 'u') this.#unicode(value ?? 0)
    else if (name === 'uc') group.skip = Math.max(0, Math.min(value ?? 1, 100))
    else if (known.tableDestinations.has(group.to)) this.#tableWord(name, value)
    else if (group.to === 'pn') this.#oldList(name)
    else if (group.to === 'text') {
      const character = known.characterWords[name]
      if (character !== undefined) this.#write(character)
      else if (!this.#paragraphWord(name, value ?? 0)) this.#formatWord(name, value)
    }
  }

  /** Takes a word that says where the text of its group goes; false for any other. */
  #destination(name: string, starred: boolean): boolean {
    const group = this.#group
    if (group.to === 'none') return true
    if (known.tableDestinations.has(name)) group.to = name
    else if (name === 'info') group.to = 'info'
    else if (group.to === 'info') group.to = name === 'title' ? 'title' : starred ? 'none' : group.to
    else if (name === 'pn') group.to = 'pn'
    else if (known.silentDestinations.has(name)) group.to = 'none'
    else if (name === 'field') group.field = { code: '' }
    else if (name === 'fldinst') group.to = 'instruction'
    else if (name === 'fldrslt') this.#fieldResult()
    else if (known.headerDestinations.has(name)) this.headers.push({ name, flow: this.#newFlow() })
    else if (known.footerDestinations.has(name)) this.footers.push({ name, flow: this.#newFlow() })
    else if (name === 'footnote') this.footnotes.push(this.#newFlow())
    else if (name === 'ftnalt') this.#toEndnotes()
    else if (name === 'shptxt' || name === 'dptxbxtext') group.flow.addBox(this.#newFlow())
    else if (name === 'upr') group.to = 'none-but-unicode'
    else if (known.transparentDestinations.has(name)) group.to = 'text'
    else if (starred) group.to = 'none'
    else return false
    return true
  }

  #newFlow(): RtfFlow {
    const flow = new RtfFlow()
    this.#group = { ...this.#group, to: 'text', flow, owns: true, format: {}, hidden: false, field: null }
    return flow
  }

  #toEndnotes(): void {
    const flow = this.footnotes.pop()
    if (flow !== undefined) this.endnotes.push(flow)
  }

  #fieldResult(): void {
    const { field, format, flow } = this.#group
    const { href, pageNumber } = readInstruction(field?.code ?? '')
    this.#group.to = 'text'
    if (pageNumber) flow.pageNumber = true
    if (href !== null) this.#group.format = { ...format, href }
  }

  #tableWord(name: string, value: number | null): void {
    const { to, format } = this.#group
    if (to !== 'stylesheet') this.#tables.word(to, name, value ?? 0)
    else if (name === 's') this.#style = value ?? 0
    else if (name === 'b' || name === 'i')
      this.#group.format = { ...format, [name === 'b' ? 'strong' : 'em']: value !== 0 }
  }

  /** Lists as programs wrote them before they had tables. */
  #oldList(name: string): void {
    const { properties } = this.#group.flow
    if (name === 'pnlvlblt') properties.list = -1
    else if (name === 'pnlvlbody' || name === 'pnlvl') properties.list = -2
  }

  #paragraphWord(name: string, value: number): boolean {
    const { flow } = this.#group
    const { properties } = flow
    if (name === 'par' || name === 'sect') this.#endParagraph(flow)
    else if (name === 'pard') flow.properties = { ...plainParagraph }
    else if (name === 's') properties.style = value
    else if (name === 'outlinelevel') properties.outline = value
    else if (name === 'ls') properties.list = value
    else if (name === 'ilvl') properties.depth = value
    else if (name === 'intbl') properties.inTable = true
    else if (name === 'cell' || name === 'nestcell') this.#endCell(flow, name === 'cell')
    else if (name === 'row') flow.endRow()
    else if (name === 'trhdr') flow.headerRow = true
    else if (name === 'titlepg') this.titlePage = true
    else if (name === 'ansicpg') this.#tables.encoding = codePageName(value)
    else if (name === 'mac') this.#tables.encoding = 'macintosh'
    else if (name === 'pc') this.#tables.encoding = 'cp437'
    else if (name === 'pca') this.#tables.encoding = 'cp850'
    else if (name === 'chpgn') flow.pageNumber = true
    else return false
    return true
  }

  #endCell(flow: RtfFlow, outer: boolean): void {
    flow.properties.inTable = true
    if (!flow.isEmpty) this.#endParagraph(flow)
    if (outer) flow.endCell()
  }

  /** Ends a paragraph; of a header or footer, a short one with the number of the page is left out. */
  #endParagraph(flow: RtfFlow): void {
    const isPageLine = flow !== this.body && flow.pageNumber && flow.openText.trim().length <= 24
    flow.endParagraph(isPageLine ? null : this.#tables.kindOf(flow.properties))
  }

  #formatWord(name: string, value: number | null): void {
    const group = this.#group
    const on = value !== 0
    if (name === 'plain') {
      const { href } = group.format
      group.format = href === undefined ? {} : { href }
      group.hidden = false
    } else if (name === 'b') group.format = { ...group.format, strong: on }
    else if (name === 'i') group.format = { ...group.format, em: on }
    else if (name === 'super' || name === 'sub') {
      group.format = { ...group.format, sup: on && name === 'super', sub: on && name === 'sub' }
    } else if (name === 'nosupersub') group.format = { ...group.format, sup: false, sub: false }
    else if (name === 'v' || name === 'deleted') group.hidden = on
    else if (name === 'f') group.font = value ?? 0
  }

  #symbol(sign: string): void {
    if (this.#skipping > 0) this.#skipping -= 1
    else if (sign === '*') this.#starred = true
    else if (sign === '\n' || sign === '\r') this.#word('par', null)
    else this.#write(known.characterSymbols[sign] ?? '')
  }

  #unicode(value: number): void {
    this.#write(String.fromCharCode(value & 0xffff))
    this.#skipping = this.#group.skip
  }

  #take({ bytes }: Extract<RtfToken, { type: 'bytes' }>): void {
    const skipped = Math.min(this.#skipping, bytes.length)
    this.#skipping -= skipped
    if (skipped === bytes.length) return
    this.#encoding = this.#tables.encodingOf(this.#group.font)
    for (const byte of skipped === 0 ? bytes : bytes.slice(skipped)) this.#bytes.push(byte)
  }

  /** Writes the bytes that were read up to here. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#write(decodeBytes(bytes, this.#encoding))
  }

  #write(text: string): void {
    const { to, flow, format, hidden, field } = this.#group
    this.#units += text.length
    if (this.#units > maxTextUnits) refuse('too-much-text', { units: this.#units, limit: maxTextUnits })
    if (to === 'title') this.title += text
    else if (to === 'stylesheet') this.#styleName += text
    else if (to === 'instruction' && field !== null && field.code.length < 4096) field.code += text
    else if (to === 'text' && !hidden) flow.add(text, this.#withoutStyle(format, flow))
  }

  /** The marks of a text: what it looks like, but for what the style of the paragraph gives to all of it. */
  #withoutStyle(format: Format, flow: RtfFlow): Format {
    const { strong, em } = this.#tables.styleFormat(flow.properties.style)
    if (strong !== true && em !== true) return format
    return { ...format, ...(strong === true ? { strong: false } : {}), ...(em === true ? { em: false } : {}) }
  }
}

/** Bytes of a code page; those of an unknown one are read as windows-1252. */
function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const decoded = decodeText(bytes, encoding)
  const text = decoded.ok ? decoded : decodeText(bytes, 'windows-1252')
  return text.ok ? text.value.text : ''
}
