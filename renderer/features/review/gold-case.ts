import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { CaseSide } from './review-values'

/** A case of a gold set as it is shown; `sides` of the current one alone. */
export interface GoldCase {
  readonly key: string
  /** Its number in the document, from 1, the same as in the margin. */
  readonly n: number
  /** `agreed`: all say the same, and it is not taken in yet. `returned`: it was decided, and is otherwise now. */
  readonly state: 'agreed' | 'open' | 'decided' | 'returned'
  readonly title: string
  readonly kind: Kind
  readonly words: string
  readonly paragraph?: number
  /** In the order of the sides. */
  readonly members: readonly { readonly id: AnnotationId; readonly name: string }[]
  /** What was decided, or before it changed, and why; in words. */
  readonly decided?: string
  readonly reason?: string
  readonly sides?: readonly CaseSide[]
}
