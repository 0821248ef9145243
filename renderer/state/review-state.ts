import type { AnnotatorId } from '#annotations/model/ids'
import type { DifferenceType } from '#annotations/review/differences'
import type { Person } from '#app/contract/gold-values'
import type { ChosenBundle, ReviewOverview } from '#app/contract/review-values'
import type { AgreementState } from './agreement-state'
import type { GoldState } from './gold-state'

/** Which cases of the queue are listed. */
export type CaseFilter = 'all' | DifferenceType

/** Whose marks are seen in the text. */
export const sidesShown = ['both', 'mine', 'theirs'] as const
export type SidesShown = (typeof sidesShown)[number]

/** The review of a colleague's work as the window has it. */
export interface ReviewState {
  /** Whose work and how far one is, as the machine last told; absent before it was asked. */
  readonly overview: ReviewOverview | undefined
  /** The colleague that was chosen; absent for the one with most annotations. */
  readonly theirs: AnnotatorId | undefined
  /** Others whose work is looked at at the same time. */
  readonly also: readonly AnnotatorId[]
  /** Names are hidden, so that nobody decides by the person. */
  readonly blind: boolean
  readonly filter: CaseFilter
  /** The key of the case that is being decided. */
  readonly current: string | undefined
  readonly shown: SidesShown
  /** What is being written: the reason of a dispute, or an answer. */
  readonly writing: 'dispute' | 'reply' | undefined
  /** A bundle that waits to be taken in. */
  readonly bundle: ChosenBundle | undefined
  /** Everybody whose work can be compared or adjudicated, as the machine last told. */
  readonly people: readonly Person[] | undefined
  /** The gold set that is being made; absent while differences are looked at. */
  readonly gold: GoldState | undefined
  /** What was asked of agreement last; absent before it was. */
  readonly agreement: AgreementState | undefined
}

export const initialReview: ReviewState = {
  overview: undefined,
  theirs: undefined,
  also: [],
  blind: false,
  filter: 'all',
  current: undefined,
  shown: 'both',
  writing: undefined,
  bundle: undefined,
  people: undefined,
  gold: undefined,
  agreement: undefined,
}
