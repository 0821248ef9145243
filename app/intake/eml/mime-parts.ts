import { refuse } from '../refusal'
import { decodeWords, type Headers, type Parameterised, parameterised, splitHeaders } from './headers'

/** A message or a part of one. `body` has a byte in each character and is not decoded yet; `parts` are those of a multipart. */
export interface MimePart {
  readonly headers: Headers
  /** `text/plain` where the headers say nothing. */
  readonly type: Parameterised
  readonly body: string
  readonly parts: readonly MimePart[]
  /** The name of a file, decoded; null for a part that has none and is not called an attachment. */
  readonly fileName: string | null
}

const maxDepth = 64
const maxParts = 2_000

/**
 * The parts of a message, forwarded messages inside included. Only inside of `guard`: `unreadable` (no headers, nested
 * deeper than 64, over 2,000 parts). A multipart that is cut off ends with its last part.
 */
export function readParts(message: string): MimePart {
  const split = splitHeaders(message)
  if (split === null || split.headers.size === 0) return refuse('unreadable')
  let count = 0
  const read = (headers: Headers, body: string, depth: number, plain = 'text/plain'): MimePart => {
    count += 1
    if (depth > maxDepth || count > maxParts) refuse('unreadable', { nesting: depth, parts: count })
    const type = parameterised(headers.get('content-type') ?? plain)
    const boundary = type.value.startsWith('multipart/') ? type.parameters.get('boundary') : undefined
    const within = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const entities = type.value === 'message/rfc822' ? [body.replace(/^\s+/, '')] : splitParts(body, boundary)
    const parts = entities.map(entity => {
      const inner = splitHeaders(entity) ?? { headers: new Map<string, string>(), body: entity }
      return read(inner.headers, inner.body, depth + 1, within)
    })
    return { headers, type, body, parts, fileName: fileNameOf(headers, type) }
  }
  return read(split.headers, split.body, 0)
}

/** The entities between lines of `--boundary`; what stands before the first and after the closing line is none. */
function splitParts(body: string, boundary: string | undefined): string[] {
  if (boundary === undefined || boundary === '') return []
  const text = `\n${body}`
  const entities: string[] = []
  for (let line = findLine(text, boundary, 0); line !== null && !line.closing; ) {
    const next = findLine(text, boundary, line.end - 1)
    entities.push(text.slice(line.end, next === null ? text.length : Math.max(line.end, next.start)))
    if (entities.length > maxParts) refuse('unreadable', { parts: entities.length })
    line = next
  }
  return entities
}

/** The next line of only `--boundary`, or with `--` after it the closing one; one boundary may begin as another does. */
function findLine(
  text: string,
  boundary: string,
  from: number,
): { start: number; end: number; closing: boolean } | null {
  const wanted = `\n--${boundary}`
  for (let start = text.indexOf(wanted, from); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const feed = text.indexOf('\n', start + 1)
    const end = feed < 0 ? text.length : feed + 1
    const rest = text.slice(start + wanted.length, Math.min(end, start + wanted.length + 100)).trim()
    if (rest === '' || rest === '--') return { start, end, closing: rest === '--' }
  }
  return null
}

function fileNameOf(headers: Headers, type: Parameterised): string | null {
  const disposition = parameterised(headers.get('content-disposition'))
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name')
  if (name !== undefined) return decodeWords(name).replace(/^.*[/\\]/s, '')
  return disposition.value === 'attachment' ? '' : null
}
