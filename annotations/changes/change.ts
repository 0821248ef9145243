import type { AnnotatorId, EditId, Instant } from '../model/ids'
import type { Json } from '../model/json'

/** Name of a register in an entry; a dotted name (`tags.<id>`) is a register per member. */
export type Field = string

/** One step in an entry's history. */
export interface Change {
  readonly edit: EditId
  /** 1 + the greatest rev seen in the scope (a document, a register, an annotator) when it was made. */
  readonly rev: number
  readonly at: Instant
  /** The values set; `null` is absent. */
  readonly set: ReadonlyMap<Field, Json>
  /**
   * Per field, the edit whose value stood there before. A removal is over the entry's last edit (`deleted`); a change
   * to a removed entry names the removal there, to say that it has seen it.
   */
  readonly over?: ReadonlyMap<Field, EditId>
  readonly undoes?: EditId
  readonly why?: string
  /** By the program: not on the undo stack. */
  readonly auto?: true
  /** Whose statement it is where it travels in another annotator's file. */
  readonly by?: AnnotatorId
  /** Properties that this version does not know, kept for writing back. */
  readonly extra?: ReadonlyMap<string, Json>
}

/** The one order of changes: by rev, ties by edit id (code units). Negative: `a` is earlier. */
export function compareChanges(a: Change, b: Change): number {
  if (a.rev !== b.rev) return a.rev - b.rev
  return a.edit < b.edit ? -1 : a.edit > b.edit ? 1 : 0
}

/** The changes in order. Returns the argument itself where it is in order already. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  for (let i = 1; i < changes.length; i += 1) {
    const before = changes[i - 1]
    const after = changes[i]
    if (before !== undefined && after !== undefined && compareChanges(before, after) > 0) {
      return [...changes].sort(compareChanges)
    }
  }
  return changes
}

/**
 * The rev after another. The greatest that a file can hold stays as it is: where somebody's file has that one, order is by edit alone,
 * and what is saved after it can still be read.
 */
export function nextRev(rev: number): number {
  return Math.min(rev + 1, Number.MAX_SAFE_INTEGER)
}
