import type { ComparedBlock, WordsAre } from '#annotations/anchoring/compare-texts'
import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { TextRange } from '#annotations/model/revision'

/** A piece of an annotation in one of the two texts. */
export interface ShownMark extends TextRange {
  readonly id: AnnotationId
  readonly kind: Kind
  /** It is only proposed there. */
  readonly proposed: boolean
}

/** Characters of a block that look alike: the same words of both texts or not, and the same marks on them. */
export interface DiffRun {
  readonly text: string
  readonly are: WordsAre
  /** What is drawn under them, the upper one first: one for each kind, at most two. */
  readonly lines: readonly DiffLine[]
  readonly active: boolean
}

/** A line under words: of an annotation that stands there, or is only proposed there. */
export interface DiffLine {
  readonly kind: Kind
  readonly proposed: boolean
}

const mostLines = 2

/** A block in runs; `marks` are those of its text, in whatever order. The runs join to the block's text. */
export function runsOf(
  text: string,
  { pieces }: ComparedBlock,
  marks: readonly ShownMark[],
  active: AnnotationId | undefined,
): readonly DiffRun[] {
  return pieces.flatMap(({ start, end, are }) => {
    const here = marks.filter(mark => mark.start < end && mark.end > start).sort(byPage)
    const cuts = [start, end, ...here.flatMap(mark => [mark.start, mark.end])]
    const stops = [...new Set(cuts.filter(cut => cut >= start && cut <= end))].sort((a, b) => a - b)
    return stops.slice(1).map((stop, n): DiffRun => {
      const from = stops[n] ?? start
      const on = here.filter(mark => mark.start < stop && mark.end > from)
      return {
        text: text.slice(from, stop),
        are,
        lines: linesOf(on),
        active: on.some(({ id }) => id === active),
      }
    })
  })
}

/** Runs of one block in groups that lie side by side, those of the annotation that is looked at by themselves. */
export function besideEachOther(runs: readonly DiffRun[]): readonly (readonly DiffRun[])[] {
  const groups: DiffRun[][] = []
  for (const run of runs) {
    const last = groups[groups.length - 1]
    if (last?.[0]?.active === run.active) last.push(run)
    else groups.push([run])
  }
  return groups
}

function linesOf(marks: readonly ShownMark[]): readonly DiffLine[] {
  const kinds = [...new Set(marks.map(({ kind }) => kind))].slice(0, mostLines)
  return kinds.map(kind => ({ kind, proposed: marks.some(mark => mark.kind === kind && mark.proposed) }))
}

function byPage(a: ShownMark, b: ShownMark): number {
  return a.start - b.start || b.end - a.end
}

/** The marks of a text by the index of each block that they stand in. */
export function marksByBlock(
  blocks: readonly TextRange[],
  marks: readonly ShownMark[],
): ReadonlyMap<number, readonly ShownMark[]> {
  const by = new Map<number, ShownMark[]>()
  for (const mark of marks) {
    for (let n = firstBlockAt(blocks, mark.start); n < blocks.length; n += 1) {
      const block = blocks[n]
      if (block === undefined || block.start >= mark.end) break
      if (block.end <= mark.start) continue
      const list = by.get(n)
      if (list === undefined) by.set(n, [mark])
      else list.push(mark)
    }
  }
  return by
}

/** The first block that ends behind an offset. */
function firstBlockAt(blocks: readonly TextRange[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
