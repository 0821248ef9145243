import { blockSeparator, canonicalBlocks } from '../model/canonical-text'
import type { Block, Mark, TextOffset } from '../model/revision'
import { toCanonicalRuns } from './canonical-runs'
import type { SourceBlock } from './source-block'

/** A block before the rules of structure have given it a role. */
export type UnassignedBlock = Omit<Block, 'role'>

/** The canonical text of a document with its blocks and marks placed in it. */
export interface PlacedBlocks {
  readonly text: string
  readonly blocks: readonly UnassignedBlock[]
  /** By start, then by end with the longer first; none is empty or reaches over the end of a block. */
  readonly marks: readonly Mark[]
  /** For each block the index of the source block that it comes from. */
  readonly origins: readonly number[]
  /**
   * Of each source block, where its cuts between runs lie in the text, its two ends among them. Empty for one without words, for one
   * whose cuts cannot be followed, and for one without marks and cells unless they were asked for.
   */
  readonly cuts: readonly (readonly TextOffset[])[]
}

/**
 * Joins the blocks of a source to a canonical text, one blank line between two; a block without words is left out. `follow`: the
 * cuts of all blocks are wanted.
 */
export function placeBlocks(sources: readonly SourceBlock[], follow = false): PlacedBlocks {
  const texts: string[] = []
  const blocks: UnassignedBlock[] = []
  const marks: Mark[] = []
  const origins: number[] = []
  const cuts: (readonly TextOffset[])[] = []
  let start = 0
  for (const [origin, source] of sources.entries()) {
    const plain = !follow && source.marks.length === 0 && source.table === undefined
    const canonical = plain
      ? { blocks: canonicalBlocks(source.runs.join('')), cuts: null }
      : toCanonicalRuns(source.runs)
    const own = canonical.blocks.map(text => {
      const block = describe(source, text, start, canonical.cuts)
      texts.push(text)
      start = block.end + blockSeparator.length
      return block
    })
    for (const block of own) {
      blocks.push(block)
      origins.push(origin)
    }
    const first = own[0]
    if (canonical.cuts !== null) placeMarks(source, canonical.cuts, own, marks)
    cuts.push(canonical.cuts === null || first === undefined ? [] : canonical.cuts.map(cut => first.start + cut))
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return { text: texts.join(blockSeparator), blocks, marks, origins, cuts }
}

function describe(
  source: SourceBlock,
  text: string,
  start: TextOffset,
  cuts: readonly TextOffset[] | null,
): UnassignedBlock {
  const { type, level, list, table } = source
  return {
    start,
    end: start + text.length,
    type,
    ...(level === undefined ? {} : { level }),
    ...(list === undefined ? {} : { list }),
    ...(table === undefined ? {} : { table: { ...table, cells: placeCells(table.cells, text, start, cuts) } }),
  }
}

/** Ranges of a row's cells; an empty one at an end of the row, whose TAB the text has lost, is empty at that end. */
function placeCells(
  cells: readonly (readonly [number, number])[],
  text: string,
  start: TextOffset,
  cuts: readonly TextOffset[] | null,
): (readonly [TextOffset, TextOffset])[] {
  if (cuts !== null) return cells.map(([from, to]) => [start + (cuts[from] ?? 0), start + (cuts[to] ?? 0)])
  let at = start
  return text.split('\t').map(cell => {
    const range = [at, at + cell.length] as const
    at += cell.length + 1
    return range
  })
}

/** Adds the marks of a source block to `marks`, cut where they run over the end of one of its `own` blocks. */
function placeMarks(
  source: SourceBlock,
  cuts: readonly TextOffset[],
  own: readonly UnassignedBlock[],
  marks: Mark[],
): void {
  const first = own[0]
  if (first === undefined) return
  for (const { type, from, to, href } of source.marks) {
    const start = first.start + (cuts[from] ?? 0)
    const end = first.start + (cuts[to] ?? 0)
    for (const block of own) {
      const range = { start: Math.max(start, block.start), end: Math.min(end, block.end) }
      if (range.start < range.end) marks.push({ type, ...range, ...(href === undefined ? {} : { href }) })
    }
  }
}
