import { decodeNamed } from '../decode/decode-named'
import { decodeBase64, decodeQuoted, toBytes } from './transfer-encoding'

/** The headers of a message or part by lower-case name, the first of each, unfolded; characters are bytes. */
export type Headers = ReadonlyMap<string, string>

/** A header with parameters: `text/html; charset=utf-8`. Value and names in lower case. */
export interface Parameterised {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

/** Headers beyond this length are no headers of a message. */
const maxHeaderUnits = 1_000_000

/** Parts the headers from the body at the first empty line; null when the first line is no header. */
export function splitHeaders(entity: string): { readonly headers: Headers; readonly body: string } | null {
  const start = entity.slice(0, maxHeaderUnits)
  const empty = /^\r?\n/.test(start) ? { index: 0, 0: /^\r?\n/.exec(start)?.[0] ?? '' } : /\r?\n[ \t]*\r?\n/.exec(start)
  const head = empty === null ? start : start.slice(0, empty.index)
  if (head !== '' && !/^[!-9;-~]+[ \t]*:/.test(head)) return null
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:\s*(.*)$/.exec(line) ?? []
    const key = name?.toLowerCase() ?? ''
    if (value !== undefined && !headers.has(key)) headers.set(key, value.trim())
  }
  return { headers, body: empty === null ? '' : entity.slice(empty.index + empty[0].length) }
}

const parameter = /;\s*([\w-]+)(\*\d*\*?|)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g

/** A header's value with its parameters; those in several pieces are joined, of others the first counts. */
export function parameterised(header: string | undefined): Parameterised {
  const text = (header ?? '').slice(0, 10_000)
  const parameters = new Map<string, string>()
  for (const [, name = '', piece = '', quoted, bare] of text.matchAll(parameter)) {
    const key = name.toLowerCase()
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''
    if (piece === '') parameters.set(key, parameters.get(key) ?? decodeWords(value))
    else if (piece.endsWith('*')) parameters.set(key, (parameters.get(key) ?? '') + decodeExtended(value))
    else parameters.set(key, (parameters.get(key) ?? '') + value)
  }
  return { value: (text.split(';')[0] ?? '').trim().toLowerCase(), parameters }
}

/** `utf-8'en'caf%C3%A9` as text; a later piece of one has no encoding of its own. */
function decodeExtended(value: string): string {
  const [, encoding, written] = /^([\w-]*)'[\w-]*'(.*)$/s.exec(value) ?? [null, 'utf-8', value]
  const bytes = (written ?? '').replace(/%([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return decodeNamed(toBytes(bytes), encoding === '' ? 'utf-8' : encoding)
}

const encodedWord = /=\?([\w.:-]+)(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi

/** The text of a header: encoded words decoded, also where a letter is cut between two; other bytes as what they most likely are. */
export function decodeWords(header: string): string {
  const text = header.slice(0, 100_000)
  const pieces: { readonly encoding: string | undefined; bytes: string }[] = []
  const add = (bytes: string, encoding?: string) => {
    const last = pieces[pieces.length - 1]
    if (last !== undefined && last.encoding === encoding) last.bytes += bytes
    else if (bytes !== '') pieces.push({ encoding, bytes })
  }
  let end = 0
  for (const { 0: whole, 1: encoding, 2: kind, 3: written = '', index } of text.matchAll(encodedWord)) {
    add(text.slice(end, index))
    const bytes = /b/i.test(kind ?? '') ? decodeBase64(written) : decodeQuoted(written.replace(/_/g, '=20'))
    add(Array.from(bytes, byte => String.fromCharCode(byte)).join(''), encoding?.toLowerCase())
    end = index + whole.length
  }
  add(text.slice(end))
  return pieces.map(({ bytes, encoding }) => decodeNamed(toBytes(bytes), encoding)).join('')
}
