import type { BlockType, MarkType } from '../model/revision'

/** A mark over the runs `[from, to)` of its block. */
export interface SourceMark {
  readonly type: MarkType
  readonly from: number
  readonly to: number
  readonly href?: string
}

/**
 * What a format reader makes of one paragraph-like unit: its text in runs, cut wherever a mark or a cell begins or
 * ends. The text need not be canonical; one source block gives no, one or several blocks of a revision.
 */
export interface SourceBlock {
  readonly type: BlockType
  readonly runs: readonly string[]
  readonly marks: readonly SourceMark[]
  /** Of a heading, 1 to 6. */
  readonly level?: number
  readonly list?: { readonly n: number; readonly depth: number; readonly ordered: boolean }
  /** Of a row: `cells` are the runs `[from, to)` of each; a run that is a TAB stands between two. */
  readonly table?: {
    readonly n: number
    readonly header: boolean
    readonly cells: readonly (readonly [number, number])[]
  }
}

/** Most blocks of one file; a text of more is no release, and every one costs memory in the window. */
export const maxBlocks = 200_000
