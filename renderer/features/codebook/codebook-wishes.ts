import type { TagId } from '#annotations/model/ids'
import type { RegisterWishes } from '../registers/register-wishes'
import type { Place } from './moves'

/** What a person wants done to the codebook; each is one edit, but for `onShowUses`. */
export interface CodebookWishes extends RegisterWishes {
  /** The id of the new tag, or of the one that was there already. */
  readonly onAdd: (name: string, parent: TagId | null) => TagId | undefined
  readonly onColour: (tag: TagId, colour: string | null) => void
  readonly onDefinition: (tag: TagId, definition: string) => void
  readonly onShortcut: (tag: TagId, digit: string | null) => void
  readonly onMove: (tag: TagId, place: Place) => void
  readonly onSplit: (tag: TagId, names: readonly string[]) => void
}
