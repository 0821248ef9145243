import type { TextRange } from '../model/revision'

const tokenPattern = /[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*|[^\p{L}\p{N}_\s]/gu

/**
 * The tokens of a text: words with their apostrophes, and every other sign that is no white space. The rule is fixed, so
 * that figures do not change with the version of a library.
 */
export function tokensOf(text: string): readonly TextRange[] {
  return [...text.matchAll(tokenPattern)].map(({ index, 0: token }) => ({ start: index, end: index + token.length }))
}

/** The blocks with a character that is no white space. */
export function paragraphsOf(text: string, blocks: readonly TextRange[]): readonly TextRange[] {
  return blocks.filter(({ start, end }) => /\S/u.test(text.slice(start, end)))
}

/** For each unit 1 where it shares a character with a range, else 0. Units are sorted and disjoint; ranges need not be. */
export function marksOn(units: readonly TextRange[], ranges: readonly TextRange[]): Uint8Array {
  const marks = new Uint8Array(units.length)
  for (const { start, end } of ranges) {
    for (let at = firstEndingAfter(units, start); at < units.length && (units[at]?.start ?? end) < end; at += 1) {
      marks[at] = 1
    }
  }
  return marks
}

function firstEndingAfter(units: readonly TextRange[], offset: number): number {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** A stretch of text that the same annotators cover. */
export interface Stretch extends TextRange {
  /** By annotator: 1 where they cover it. */
  readonly covered: readonly (0 | 1)[]
}

/** A text from 0 to `length` in stretches, given what each annotator covers: sorted, disjoint ranges. */
export function stretchesOf(length: number, covers: readonly (readonly TextRange[])[]): readonly Stretch[] {
  const edges = new Set([0, length])
  for (const ranges of covers) for (const { start, end } of ranges) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  const at = covers.map(() => 0)
  const stretches: Stretch[] = []
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [start, end] = [sorted[i] ?? 0, sorted[i + 1] ?? 0]
    const covered = covers.map((ranges, annotator) => {
      while ((ranges[at[annotator] ?? 0]?.end ?? Number.POSITIVE_INFINITY) <= start) {
        at[annotator] = (at[annotator] ?? 0) + 1
      }
      return (ranges[at[annotator] ?? 0]?.start ?? Number.POSITIVE_INFINITY) <= start ? 1 : 0
    })
    stretches.push({ start, end, covered })
  }
  return stretches
}
