import type { Block, Mark, TextOffset } from '../model/revision'
import type { DraftBlock } from './draft'
import { placeBlocks } from './place-blocks'
import type { SourceBlock } from './source-block'

/** A place between two characters of a draft: `at` counts in the text of the block. */
export interface DraftPlace {
  readonly block: number
  readonly at: number
}

/** The canonical text of a draft. */
export interface ComposedText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  /** Where the places that were asked for lie; `undefined` for one in a block without words or that cannot be followed. */
  readonly offsets: readonly (TextOffset | undefined)[]
}

/**
 * The canonical text of a draft by the rules of `canonical-text.ts`, with its blocks and marks, and where `places` of the draft
 * come to lie in it. Blocks without words go; a blank line in a block parts it. What was canonical stays as it is.
 */
export function composeText(draft: readonly DraftBlock[], places: readonly DraftPlace[] = []): ComposedText {
  const wanted = new Map<number, number[]>()
  for (const { block, at } of places) {
    const own = wanted.get(block)
    if (own === undefined) wanted.set(block, [at])
    else own.push(at)
  }
  const cut = draft.map((block, n) => toSource(block, wanted.get(n) ?? []))
  const placed = placeBlocks(
    cut.map(({ source }) => source),
    true,
  )
  const blocks = placed.blocks.map((block, n) => ({ ...block, role: draft[placed.origins[n] ?? -1]?.role ?? 'other' }))
  const offsets = places.map(({ block, at }) => placed.cuts[block]?.[cut[block]?.edges.get(at) ?? -1])
  return { text: placed.text, blocks, marks: placed.marks, offsets }
}

/** A block in runs; `edges` has for each offset at which it is cut the run that begins there. */
function toSource(
  { type, level, list, table, text: written, marks }: DraftBlock,
  places: readonly number[],
): { readonly source: SourceBlock; readonly edges: ReadonlyMap<number, number> } {
  const text = type === 'row' ? written.replace(breaking, ' ') : written
  const tabs = table === undefined ? [] : tabsOf(text)
  const all = [0, text.length, ...places, ...marks.flatMap(({ start, end }) => [start, end])]
  for (const tab of tabs) all.push(tab, tab + 1)
  const sorted = [...new Set(all)].sort((a, b) => a - b)
  const edges = new Map(sorted.map((edge, n) => [edge, n]))
  const runAt = (offset: number) => edges.get(offset) ?? 0
  const runs = sorted.slice(0, -1).map((edge, n) => text.slice(edge, sorted[n + 1]))
  const cells = (own: NonNullable<DraftBlock['table']>) => cellsOf(own, tabs, runs.length, runAt)
  const source: SourceBlock = {
    type,
    runs,
    marks: marks.map(({ start, end, ...mark }) => ({ ...mark, from: runAt(start), to: runAt(end) })),
    ...(level === undefined ? {} : { level }),
    ...(list === undefined ? {} : { list }),
    ...(table === undefined ? {} : { table: { n: table.n, header: table.header, cells: cells(table) } }),
  }
  return { source, edges }
}

/** White space that would part a row. */
const breaking = /[\n\v\f\r\u0085\u2028\u2029]/g

function tabsOf(text: string): number[] {
  const tabs: number[] = []
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) tabs.push(at)
  return tabs
}

/** The cells between the TABs as runs, with the empty ones at the ends of the row whose TABs are lost. */
function cellsOf(
  { before, after }: NonNullable<DraftBlock['table']>,
  tabs: readonly number[],
  runs: number,
  runAt: (offset: number) => number,
): [number, number][] {
  const starts = [0, ...tabs.map(tab => runAt(tab + 1))]
  const ends = [...tabs.map(runAt), runs]
  return [
    ...Array.from({ length: before }, (): [number, number] => [0, 0]),
    ...starts.map((start, n): [number, number] => [start, ends[n] ?? runs]),
    ...Array.from({ length: after }, (): [number, number] => [runs, runs]),
  ]
}
