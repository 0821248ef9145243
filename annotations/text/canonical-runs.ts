import { blockSeparator, closeSpaces, partBlocks, tidyCharacters } from '../model/canonical-text'
import type { TextOffset } from '../model/revision'

/** The canonical blocks of a paragraph given in runs, and where each cut between runs came to lie. */
export interface CanonicalRuns {
  readonly blocks: readonly string[]
  /**
   * `cuts[i]` is the start of run `i` in the blocks joined by a blank line, `cuts[runs.length]` its end; ascending. Null in
   * the rare case that the cuts cannot be followed exactly (a composition over more than 32 units): no mark is
   * better than a mark in the wrong place.
   */
  readonly cuts: readonly TextOffset[] | null
}

/** How far back a character can matter to the composition of the next run, in code units. */
const seam = 32

/** Applies the canonical text rules to the joined runs and follows the cuts through them; linear in the text. */
export function toCanonicalRuns(runs: readonly string[]): CanonicalRuns {
  const whole = closeSpaces(tidyCharacters(runs.join('')).text)
  const blocks = partBlocks(whole)
  const pieces = cleanPieces(runs)
  if (pieces.join('') !== whole) return { blocks, cuts: null }
  return { blocks, cuts: placeCuts(pieces, whole, blocks) }
}

/** Runs after the rules for characters and spaces, such that joined they are the whole text after these rules. */
function cleanPieces(runs: readonly string[]): string[] {
  const pieces: string[] = []
  const filled: number[] = [] // indexes of the pieces that are not empty
  for (const run of runs) {
    let piece = closeSpaces(tidyCharacters(run).text)
    const before = pieces[filled[filled.length - 1] ?? -1] ?? ''
    if (before.endsWith(' ') || before.endsWith('\n')) piece = piece.replace(/^ /, '')
    if (before.endsWith(' ') && piece.startsWith('\n')) cutBack(pieces, filled, 1)
    const tail = composes(piece) ? tailOf(pieces, filled) : ''
    const joined = composeSeam(tail, piece)
    if (joined !== null) {
      const kept = commonLength(tail, joined)
      cutBack(pieces, filled, tail.length - kept)
      piece = joined.slice(kept)
    }
    if (piece !== '') filled.push(pieces.length)
    pieces.push(piece)
  }
  return pieces
}

/** The last `seam` units before the next piece, or the little more that the piece they begin in has of them. */
function tailOf(pieces: readonly string[], filled: readonly number[]): string {
  let tail = ''
  for (let i = filled.length - 1; i >= 0 && tail.length < seam; i--) {
    tail = (pieces[filled[i] ?? -1] ?? '').slice(-seam) + tail
  }
  return tail
}

/** Takes `length` units off the end of the pieces; those that become empty are no longer `filled`. */
function cutBack(pieces: string[], filled: number[], length: number): void {
  for (let left = length; left > 0 && filled.length > 0; ) {
    const last = filled[filled.length - 1] ?? -1
    const piece = pieces[last] ?? ''
    pieces[last] = piece.slice(0, Math.max(0, piece.length - left))
    left -= piece.length
    if (left >= 0) filled.pop()
  }
}

/** False when no rule of composition can join the start of the piece to what is before it. */
function composes(piece: string): boolean {
  return piece.charCodeAt(0) >= 0x300
}

/** NFC of `tail + piece` when it differs from the two side by side, else null. */
function composeSeam(tail: string, piece: string): string | null {
  if (tail === '' || !composes(piece)) return null
  const head = piece.slice(0, seam)
  if ((tail + head).normalize('NFC') === tail + head) return null
  return (tail + piece).normalize('NFC')
}

function commonLength(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  return i
}

/** Where the cuts between the pieces of `whole` lie in its trimmed blocks, joined by a blank line. */
function placeCuts(pieces: readonly string[], whole: string, blocks: readonly string[]): TextOffset[] {
  const cuts: TextOffset[] = []
  let block = 0
  let from = whole.indexOf(blocks[0] ?? '') // of the current block in `whole`
  let to = 0 // of the current block in the joined blocks
  let at = 0 // of the cut in `whole`
  const place = () => {
    for (;;) {
      const length = blocks[block]?.length ?? 0
      if (at <= from + length || block >= blocks.length - 1) return to + Math.min(Math.max(at - from, 0), length)
      block += 1
      from = whole.indexOf(blocks[block] ?? '', from + length)
      to += length + blockSeparator.length
    }
  }
  for (const piece of pieces) {
    cuts.push(place())
    at += piece.length
  }
  cuts.push(place())
  return cuts
}
