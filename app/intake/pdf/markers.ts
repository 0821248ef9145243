import { isSpaced, type Line } from './lines'
import type { Piece } from './pdf-page'

const bullet = /^[•‣◦⁃∙▪▫■□●○·➢✓❖►▶➔]$/
const dash = /^[-–—*]$/
const number = /^\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$/
/** As Word writes a bullet of the second level. */
const circle = /^o$/

export type MarkerKind = 'bullet' | 'dash' | 'number'

/** What a line begins with that may mark an item of a list, and the line without it. */
export interface Marker {
  readonly kind: MarkerKind
  readonly text: string
  readonly x: number
  readonly rest: Line
  readonly whole: Line
}

/** True for text that can stand alone before an item. */
export function isMarker(text: string): boolean {
  return bullet.test(text) || dash.test(text) || number.test(text) || circle.test(text)
}

/** The marker of a line: its first word, with a space after it and more text. Null when there is none. */
export function markerOf(line: Line): Marker | null {
  const first = line.pieces[0]
  if (first === undefined) return null
  const space = first.text.indexOf(' ')
  const word = space < 0 ? first.text : first.text.slice(0, space)
  const glued = bullet.test(first.text.charAt(0)) && first.text.length > 1 && space !== 1
  const text = glued ? first.text.charAt(0) : word
  const rest = withoutStart(line, text)
  if (rest === null) return null
  const wide = space < 0 && (line.pieces[1]?.x ?? 0) - first.right > 0.6 * first.size
  const kind = kindOf(text, wide)
  return kind === null ? null : { kind, text, x: line.x, rest, whole: line }
}

function kindOf(text: string, wide: boolean): MarkerKind | null {
  if (bullet.test(text) || (wide && circle.test(text))) return 'bullet'
  if (dash.test(text)) return 'dash'
  return number.test(text) ? 'number' : null
}

/**
 * A line without the text that it begins with; null when nothing is left of it, or, unless `close`, when it goes on without a
 * space.
 */
export function withoutStart(line: Line, text: string, close = false): Line | null {
  const [first, ...others] = line.pieces
  if (first === undefined || !first.text.startsWith(text)) return null
  const left = first.text.slice(text.length)
  if (left.trim() !== '') {
    const x = first.x + ((first.right - first.x) * (first.text.length - left.trimStart().length)) / first.text.length
    const cut: Piece = { ...first, text: left.trim(), x }
    return { ...line, pieces: [cut, ...others], x }
  }
  const next = others[0]
  if (next === undefined || !(close || isSpaced(first, next))) return null
  return { ...line, pieces: others, x: next.x }
}
