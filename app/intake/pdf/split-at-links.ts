import type { Piece } from './pdf-page'

/** The rectangle of a link on the page as it is shown. */
export interface LinkArea {
  readonly href: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Cuts a piece so that each part is in a link or in none, between words and the signs beside them. */
export function splitAtLinks(piece: Piece, links: readonly LinkArea[]): Piece[] {
  const middle = piece.y - piece.size * 0.3
  const over = links.filter(
    link => link.top <= middle && middle <= link.bottom && link.left < piece.right && link.right > piece.x,
  )
  if (piece.turned || over.length === 0) return [piece]
  const { href: _, ...bare } = piece
  const parts: Piece[] = []
  let spaced = piece.spaced
  const tokens = tokensOf(piece)
  const hrefs = tokens.map(
    ({ from, to }) => over.find(({ left, right }) => left <= (from + to) / 2 && (from + to) / 2 <= right)?.href,
  )
  tokens.forEach(({ text, from, to }, i) => {
    const last = parts[parts.length - 1]
    if (text.trim() === '') {
      spaced = true
      return
    }
    // What ends a sentence after a link is not of it, however narrow it is.
    const href = /^[.,;:!?]+$/.test(text) && hrefs[i + 1] !== hrefs[i] ? undefined : hrefs[i]
    if (last !== undefined && last.href === href) {
      parts[parts.length - 1] = { ...last, text: last.text + (spaced ? ' ' : '') + text, right: to }
    } else parts.push({ ...bare, text, x: from, right: to, spaced, ...(href === undefined ? {} : { href }) })
    spaced = false
  })
  return parts
}

/** The words, signs and spaces of a piece and, by the usual widths of letters, where they stand. */
function tokensOf({ text, x, right }: Piece): { text: string; from: number; to: number }[] {
  const tokens = text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu) ?? []
  const widths = tokens.map(token => Array.from(token, widthOf).reduce((sum, width) => sum + width, 0))
  const scale = (right - x) / widths.reduce((sum, width) => sum + width, 0)
  let at = x
  return tokens.map((token, i) => {
    const from = at
    at += (widths[i] ?? 0) * scale
    return { text: token, from, to: at }
  })
}

/** Rough widths in em. */
function widthOf(letter: string): number {
  if (/[iljtfI.,:;'|!() ]/.test(letter)) return 0.28
  if (/[mwMW—]/.test(letter)) return 0.85
  if (/[A-Z]/.test(letter)) return 0.68
  return 0.5
}
