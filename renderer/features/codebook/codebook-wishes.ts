import type { TagId } from '#annotations/model/ids'
import type { MergedEntry } from '../registers/entry-facts'
import type { Place } from './moves'

/** What a person wants done to the codebook; each is one edit, but for `onShowUses`. */
export interface CodebookWishes {
  /** The id of the new tag, or of the one that was there already. */
  readonly onAdd: (name: string, parent: TagId | null) => TagId | undefined
  readonly onRename: (tag: TagId, name: string) => void
  readonly onColour: (tag: TagId, colour: string | null) => void
  readonly onDefinition: (tag: TagId, definition: string) => void
  readonly onShortcut: (tag: TagId, digit: string | null) => void
  readonly onMove: (tag: TagId, place: Place) => void
  readonly onMerge: (tag: TagId, into: TagId) => void
  readonly onPart: (merge: MergedEntry) => void
  readonly onSplit: (tag: TagId, names: readonly string[]) => void
  readonly onRemove: (tag: TagId) => void
  readonly onRestore: (tag: TagId) => void
  readonly onSettle: (tag: TagId, field: string, take: 'standing' | 'other') => void
  /** Leads to the highlights that have the tag or one below it. */
  readonly onShowUses: (tag: TagId) => void
  /** The tag that it was about. */
  readonly onUndo: () => TagId | undefined
  readonly onRedo: () => TagId | undefined
}
