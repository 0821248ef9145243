import { blockSeparator, splitCanonicalText, textHash } from '#annotations/model/canonical-text'
import type { Revision, TextRange } from '#annotations/model/revision'

/** A piece of an edited text, and where it comes from: so what became of a range is known, not guessed. */
export interface Piece {
  readonly text: string
  /** The range of the text before that it is, or that it was put in the place of; both -1 for what is new. */
  readonly from: number
  readonly to: number
  /** True where it is that range, if need be in other type; false where it replaced it. */
  readonly kept: boolean
  /** 0 for what stayed in order; what was moved together has a number of its own. */
  readonly lot: number
}

export type Paragraph = readonly Piece[]

/** Words, figures, signs and white space of a text as pieces that were all kept. */
export function paragraphsOf(text: string): Paragraph[] {
  return splitCanonicalText(text).map(({ start, end }) => {
    const pieces: Piece[] = []
    for (const found of text.slice(start, end).matchAll(/[\p{L}\p{M}]+|\p{N}+|\s+|[^\s\p{L}\p{N}]/gu)) {
      const from = start + found.index
      pieces.push({ text: found[0], from, to: from + found[0].length, kept: true, lot: 0 })
    }
    return pieces
  })
}

export function newPiece(text: string): Piece {
  return { text, from: -1, to: -1, kept: false, lot: 0 }
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.map(piece => piece.text).join('')
}

export function revisionOf(text: string): Revision {
  const blocks = splitCanonicalText(text).map(range => ({ ...range, role: 'body', type: 'paragraph' }) as const)
  const at = '2026-05-01T09:30:00.000Z'
  return { id: textHash(text), text, parent: null, origin: 'import', at, blocks, marks: [], found: [] }
}

interface Placed extends Piece {
  readonly at: number
}

/** A text after edits: canonical, and every piece of it at its place. */
export class EditedText {
  readonly text: string
  readonly #pieces: readonly Placed[]

  constructor(paragraphs: readonly Paragraph[]) {
    const pieces: Placed[] = []
    let text = ''
    for (const paragraph of paragraphs.map(tidy)) {
      if (paragraph.length === 0) continue
      if (text !== '') text += blockSeparator
      for (const piece of paragraph) {
        pieces.push({ ...piece, at: text.length })
        text += piece.text
      }
    }
    this.text = text
    this.#pieces = rejoined(pieces)
  }

  /** Where a range of the text before stands now; `undefined` where nothing of it was kept but white space. */
  truth({ start, end }: TextRange): TextRange | undefined {
    const lots = new Map<number, { start: number; end: number; size: number }>()
    for (const piece of this.#pieces) {
      const part = partOf(piece, start, end)
      if (part === undefined) continue
      const size = piece.kept && piece.text.trim() !== '' ? part.end - part.start : 0
      const lot = lots.get(piece.lot)
      if (lot === undefined) lots.set(piece.lot, { ...part, size })
      else lots.set(piece.lot, { start: lot.start, end: Math.max(lot.end, part.end), size: lot.size + size })
    }
    const [largest] = [...lots.values()].sort((a, b) => b.size - a.size)
    return largest === undefined || largest.size === 0 ? undefined : this.#trimmed(largest)
  }

  #trimmed({ start, end }: TextRange): TextRange {
    const written = this.text.slice(start, end)
    const lead = written.length - written.trimStart().length
    return { start: start + lead, end: start + lead + written.trim().length }
  }
}

/** Lots that stand just where they would have stood without a move are one. */
function rejoined(pieces: readonly Placed[]): readonly Placed[] {
  const names = new Map<number, number>()
  const nameOf = (lot: number): number => {
    const name = names.get(lot)
    return name === undefined ? lot : nameOf(name)
  }
  let last: Placed | undefined
  for (const piece of pieces) {
    if (piece.from < 0) continue
    const apart = last === undefined ? -1 : piece.from - last.to
    if (last !== undefined && apart >= 0 && apart <= blockSeparator.length && nameOf(last.lot) !== nameOf(piece.lot)) {
      names.set(nameOf(piece.lot), nameOf(last.lot))
    }
    last = piece
  }
  return pieces.map(piece => ({ ...piece, lot: nameOf(piece.lot) }))
}

function partOf(piece: Placed, start: number, end: number): TextRange | undefined {
  if (piece.from < 0 || piece.to <= start || piece.from >= end) return undefined
  const whole = { start: piece.at, end: piece.at + piece.text.length }
  if (!piece.kept) return piece.from >= start && piece.to <= end ? whole : undefined
  if (piece.to - piece.from !== piece.text.length) return whole
  const from = Math.max(start, piece.from) - piece.from
  const to = Math.min(end, piece.to) - piece.from
  return { start: piece.at + from, end: piece.at + to }
}

/** Without white space at its ends, and with one space where edits left several. */
function tidy(paragraph: Paragraph): Paragraph {
  const isSpace = (piece: Piece | undefined) => piece !== undefined && piece.text.trim() === ''
  const pieces = paragraph.filter((piece, n) => piece.text !== '' && !(isSpace(piece) && isSpace(paragraph[n - 1])))
  while (isSpace(pieces[0])) pieces.shift()
  while (isSpace(pieces[pieces.length - 1])) pieces.pop()
  return pieces
}
