import type { AnnotationId } from '#annotations/model/ids'
import type { GoldAnswer } from '#app/contract/gold-values'

/** Which cases of a gold set are listed. */
export const goldFilters = ['open', 'returned', 'decided', 'all'] as const
export type GoldFilter = (typeof goldFilters)[number]

/** A gold set that is being made of several annotators' work. */
export interface GoldState extends Omit<GoldAnswer, 'agreed'> {
  readonly filter: GoldFilter
  /** The key of the case that is looked at. */
  readonly current: string | undefined
  /** What was chosen for it and waits for its reason: a member to be taken over, or that nothing belongs there. */
  readonly choice: AnnotationId | 'nothing' | undefined
  /** The machine is at work on it: nothing further is decided meanwhile. */
  readonly busy: boolean
}
