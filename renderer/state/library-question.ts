import type { DocumentId } from '#annotations/model/ids'
import type { PurgePlan } from '#app/contract/backup-values'
import type { Holder } from '#app/contract/values'

/** What the library asks before it does something that takes documents out of sight. */
export type LibraryQuestion =
  | { readonly asks: 'remove'; readonly document: DocumentId; readonly holders: readonly Holder[] }
  | { readonly asks: 'bin' }
  | { readonly asks: 'empty'; readonly plan: PurgePlan; readonly busy: boolean }
