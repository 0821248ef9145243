import { decodeText } from '../decode/decode-text'
import { refuse } from '../refusal'
import { codePageName, RtfTables } from '../rtf/rtf-tables'
import { rtfTokens } from '../rtf/rtf-tokens'
import { characterSymbols, characterWords } from '../rtf/rtf-words'

interface Group {
  /** Of its text: written as it is, written with the signs of HTML escaped, or not at all. */
  readonly to: 'tag' | 'text' | 'fonts' | 'nowhere'
  /** What is here says in RTF what a tag says. */
  readonly onlyRtf: boolean
  readonly font: number
  readonly skip: number
}

const maxDepth = 1_000

/** True for an RTF that a mail program made of a page. */
export function holdsHtml(rtf: Uint8Array): boolean {
  return /\\fromhtml1/.test(String.fromCharCode(...rtf.subarray(0, 1_000)))
}

/** The page that an RTF was made of (MS-OXRTFEX). Only inside of `guard`: `unreadable` when groups are nested deeper than 1,000. */
export function htmlInRtf(rtf: Uint8Array): string {
  const tables = new RtfTables()
  const groups: Group[] = []
  const pieces: string[] = []
  let group: Group = { to: 'text', onlyRtf: false, font: 0, skip: 1 }
  let bytes: number[] = []
  let [starred, skipping] = [false, 0]

  const write = (text: string) => {
    if (group.onlyRtf || group.to === 'nowhere' || group.to === 'fonts') return
    pieces.push(group.to === 'tag' ? text : text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`))
  }
  const flush = () => {
    if (bytes.length === 0) return
    const decoded = decodeText(Uint8Array.from(bytes), tables.encodingOf(group.font))
    bytes = []
    write(decoded.ok ? decoded.value.text : '')
  }
  const word = (name: string, value: number | null) => {
    const wasStarred = starred
    starred = false
    if (name === 'htmltag') group = { ...group, to: 'tag' }
    else if (name === 'fonttbl') group = { ...group, to: 'fonts' }
    else if (wasStarred || silent.has(name)) group = { ...group, to: 'nowhere' }
    else if (name === 'htmlrtf') group = { ...group, onlyRtf: value !== 0 }
    else if (name === 'ansicpg') tables.encoding = codePageName(value ?? 1252)
    else if (name === 'uc') group = { ...group, skip: Math.max(0, Math.min(value ?? 1, 100)) }
    else if (name === 'u') {
      write(String.fromCharCode((value ?? 0) & 0xffff))
      skipping = group.skip
    } else if (group.to === 'fonts') tables.word('fonttbl', name, value ?? 0)
    else if (name === 'f') group = { ...group, font: value ?? 0 }
    else if (name === 'par' || name === 'line') write('\r\n')
    else write(characterWords[name] ?? '')
  }

  for (const token of rtfTokens(rtf)) {
    if (token.type !== 'bytes') flush()
    if (token.type === 'open') {
      if (groups.push(group) > maxDepth) refuse('unreadable', { nesting: maxDepth })
      skipping = 0
    } else if (token.type === 'close') {
      group = groups.pop() ?? group
      skipping = 0
      if (groups.length === 0) break
    } else if (token.type === 'bytes') {
      const skipped = Math.min(skipping, token.bytes.length)
      skipping -= skipped
      for (const byte of token.bytes.slice(skipped)) bytes.push(byte)
    } else if (skipping > 0) skipping -= 1
    else if (token.type === 'word') word(token.name, token.value)
    else if (token.sign === '*') starred = true
    else write(characterSymbols[token.sign] ?? '')
  }
  flush()
  return pieces.join('')
}

const silent = new Set(['colortbl', 'stylesheet', 'info', 'pict', 'pntext'])
