import type { BlockKind, Format } from '../block-writer'
import type { RtfProperties } from './rtf-flow'

/** The encodings of the character sets that fonts name; others are the file's own. */
const charsets: { readonly [charset: number]: string | undefined } = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  255: 'cp437',
}

/** The code page of `\ansicpg` as a name for a decoder. */
export function codePageName(page: number): string {
  const names: { readonly [page: number]: string | undefined } = {
    932: 'shift_jis',
    936: 'gbk',
    950: 'big5',
    10000: 'macintosh',
    65001: 'utf-8',
  }
  return names[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`)
}

interface Style {
  name: string
  format: Format
}

/** What the tables at the start of an RTF file say: fonts, styles and lists. */
export class RtfTables {
  encoding = 'windows-1252'
  readonly #fonts = new Map<number, string>()
  readonly #styles = new Map<number, Style>()
  readonly #lists: { id: number; numbers: boolean[]; none: boolean[] }[] = []
  readonly #overrides: { list: number; ls: number }[] = []
  #font = 0

  /** Takes a control word inside of a table. */
  word(table: string, name: string, value: number): void {
    if (table === 'fonttbl') {
      if (name === 'f') this.#font = value
      else if (name === 'fcharset') this.#fonts.set(this.#font, charsets[value] ?? '')
      return
    }
    if (table === 'listtable') this.#listWord(name, value)
    const override = this.#overrides[this.#overrides.length - 1]
    if (table !== 'listoverridetable') return
    if (name === 'listoverride') this.#overrides.push({ list: 0, ls: 0 })
    else if (name === 'listid' && override !== undefined) override.list = value
    else if (name === 'ls' && override !== undefined) override.ls = value
  }

  #listWord(name: string, value: number): void {
    const list = this.#lists[this.#lists.length - 1]
    if (name === 'list') this.#lists.push({ id: 0, numbers: [], none: [] })
    else if (name === 'listid' && list !== undefined) list.id = value
    else if (/^levelnfcn?$/.test(name) && list !== undefined && (name === 'levelnfc' || list.numbers.length === 0)) {
      list.numbers.push(value !== 23 && value !== 255)
      list.none.push(value === 255)
    }
  }

  addStyle(number: number, name: string, format: Format): void {
    this.#styles.set(number, { name: name.replace(/;.*$/s, '').trim(), format })
  }

  encodingOf(font: number): string {
    return this.#fonts.get(font) || this.encoding
  }

  /** What the style of a paragraph makes all of its text look like, which hence is no mark. */
  styleFormat(style: number): Format {
    return this.#styles.get(style)?.format ?? {}
  }

  kindOf({ style, outline, list, depth }: RtfProperties): BlockKind {
    const name = this.#styles.get(style)?.name ?? ''
    const heading = /^heading ([1-9])$/i.exec(name)?.[1]
    if (heading !== undefined) return { type: 'heading', level: Math.min(Number(heading), 6) }
    if (/^title$/i.test(name)) return { type: 'heading', level: 1 }
    if (/^subtitle$/i.test(name)) return { type: 'heading', level: 2 }
    if (outline !== null && outline >= 0 && outline <= 8) return { type: 'heading', level: Math.min(outline + 1, 6) }
    return this.#itemOf(list, depth) ?? { type: /^caption$/i.test(name) ? 'caption' : 'paragraph' }
  }

  readonly #order = new Map<number, number>()

  #itemOf(ls: number, depth: number): BlockKind | null {
    const override = this.#overrides.find(one => one.ls === ls)
    const list = this.#lists.find(({ id }) => id === override?.list)
    if (ls === 0 || (ls > 0 && (list === undefined || list.none[depth] === true))) return null
    const n = this.#order.get(ls) ?? this.#order.size
    this.#order.set(ls, n)
    return {
      type: 'item',
      list: { n, depth: Math.min(Math.max(depth, 0), 8), ordered: ls === -2 || list?.numbers[depth] === true },
    }
  }
}
