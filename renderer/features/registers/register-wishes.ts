import type { EntryUses } from '#app/contract/register-uses'
import type { MergedEntry } from './entry-facts'

/** What a person wants done to the entries of a register, whatever they are; each is one edit, but for `onShowUses`. */
export interface RegisterWishes {
  readonly onRename: (id: string, name: string) => void
  readonly onMerge: (id: string, into: string) => void
  readonly onPart: (merge: MergedEntry) => void
  readonly onRemove: (id: string) => void
  readonly onRestore: (id: string) => void
  readonly onSettle: (id: string, field: string, take: 'standing' | 'other') => void
  /** Leads to the highlights that have the entry; of a tag, or one below it. */
  readonly onShowUses: (id: string) => void
  /** The entry that it was about. */
  readonly onUndo: () => string | undefined
  readonly onRedo: () => string | undefined
}

/** What the dialog of a register is given, whatever its entries are. */
export interface RegisterView {
  readonly editable: boolean
  readonly said: { readonly text: string } | undefined
  readonly problem: string | undefined
  readonly nameOf: (annotator: string) => string
  readonly onClose: () => void
}

/** Uses by id; absent while they are counted. */
export type UsesById<Uses extends EntryUses = EntryUses> = { readonly [id: string]: Uses } | undefined
