import type { ClaimTypeId } from '#annotations/model/ids'
import type { RegisterWishes } from '../registers/register-wishes'

/** What a person wants done to the claim types; each is one edit, but for `onShowUses`. */
export interface ClaimTypeWishes extends RegisterWishes {
  /** The id of the new claim type, or of the one that was there already. */
  readonly onAdd: (name: string) => ClaimTypeId | undefined
  /** Past its neighbour: 1 down, -1 up. */
  readonly onMove: (type: ClaimTypeId, by: 1 | -1) => void
}
