import { isPinned, type TextMatch } from './match-texts'
import { charactersIn } from './place-tokens'

/** The share of an annotation's characters that may be in question, as 1 / this. */
const shareInQuestion = 10
/** Tokens of a gap that are looked through for a second place. */
const gapAtMost = 4_000

/**
 * True where the tokens `[first, last]`, which stand together in both texts, could as well be another place of the same
 * words: the run they are in has nothing that both texts have once, or next to it something was deleted or put in that
 * has the same words, so that nobody can tell which of the two was meant to stay.
 */
export function isDoubtful(texts: TextMatch, first: number, last: number): boolean {
  if (!isPinned(texts, first, last)) return true
  const most = charactersIn(texts.before, first, last + 1) / shareInQuestion
  return isEndInQuestion(texts, { first, last, most }) || isStartInQuestion(texts, { first, last, most })
}

interface Stretch {
  readonly first: number
  readonly last: number
  /** So many characters may be in question. */
  readonly most: number
}

/** True where more characters at the end of the tokens than may be stand in the change behind their run too. */
function isEndInQuestion(texts: TextMatch, { first, last, most }: Stretch): boolean {
  const runEnd = texts.runEnd[first] ?? 0
  const gaps = gapsBehind(texts, runEnd)
  for (let from = last; from >= first && gaps.some(gap => holds(gap, texts.before.keys, from, runEnd)); from -= 1) {
    if (charactersIn(texts.before, from, last + 1) > most) return true
  }
  return false
}

function isStartInQuestion(texts: TextMatch, { first, last, most }: Stretch): boolean {
  const runStart = texts.runStart[first] ?? 0
  const gaps = gapsInFront(texts, runStart)
  for (let to = first; to <= last && gaps.some(gap => holds(gap, texts.before.keys, runStart, to)); to += 1) {
    if (charactersIn(texts.before, first, to + 1) > most) return true
  }
  return false
}

/** What stands beside a run up to the next words that stayed in order: changes, and what moved. */
interface Gap {
  readonly keys: Int32Array
  readonly start: number
  readonly end: number
}

function gapsBehind(texts: TextMatch, runEnd: number): readonly Gap[] {
  const partner = texts.match[runEnd] ?? 0
  return [
    { keys: texts.before.keys, start: runEnd + 1, end: stretch(at => isLoose(texts, at), runEnd + 1, 1) },
    { keys: texts.after.keys, start: partner + 1, end: stretch(at => isLooseAfter(texts, at), partner + 1, 1) },
  ]
}

function gapsInFront(texts: TextMatch, runStart: number): readonly Gap[] {
  const partner = texts.match[runStart] ?? 0
  return [
    { keys: texts.before.keys, start: stretch(at => isLoose(texts, at), runStart - 1, -1) + 1, end: runStart },
    { keys: texts.after.keys, start: stretch(at => isLooseAfter(texts, at), partner - 1, -1) + 1, end: partner },
  ]
}

function isLoose({ match, moved }: TextMatch, at: number): boolean {
  return at >= 0 && at < match.length && ((match[at] ?? -1) < 0 || moved[at] === 1)
}

function isLooseAfter({ taken }: TextMatch, at: number): boolean {
  return at >= 0 && at < taken.length && taken[at] !== 1
}

/** The first token from `at` on, in steps of 1 or -1, that is not loose. */
function stretch(isLooseAt: (at: number) => boolean, at: number, step: 1 | -1): number {
  let end = at
  while (isLooseAt(end) && Math.abs(end - at) < gapAtMost) end += step
  return end
}

/** True where the keys `[from, to]` stand somewhere in the gap. */
function holds({ keys, start, end }: Gap, wanted: Int32Array, from: number, to: number): boolean {
  const length = to - from + 1
  for (let at = start; at + length <= end; at += 1) {
    let k = 0
    while (k < length && keys[at + k] === wanted[from + k]) k += 1
    if (k === length) return true
  }
  return false
}
