import { GoldCases, GoldHead, GoldList, GoldText } from './Gold'
import { ReviewHead, ReviewList, type ReviewProps, ReviewQueue, ReviewText, type ReviewTextProps } from './Review'
import type { WindowState } from './state/app-state'
import { casePlace } from './state/review-view'

/** Above the panes of the review: the colleague whose work is looked at, or the gold set that is made. */
export function ReviewingHead({ model, state }: ReviewProps) {
  const { gold } = state.review
  if (gold === undefined) return <ReviewHead model={model} state={state} />
  return <GoldHead model={model} state={state} gold={gold} />
}

/** The documents of the review, or of the gold set. */
export function ReviewingList({ model, state }: ReviewProps) {
  const { gold } = state.review
  if (gold === undefined) return <ReviewList model={model} state={state} />
  return <GoldList model={model} state={state} gold={gold} />
}

/** The open text with the marks of both, or of the gold set and what goes into it. */
export function ReviewingText(props: ReviewTextProps) {
  const { gold } = props.state.review
  return gold === undefined ? <ReviewText {...props} /> : <GoldText {...props} gold={gold} />
}

/** The differences of the open document, or the cases of the gold set. */
export function ReviewingQueue({ model, state }: ReviewProps) {
  const { gold } = state.review
  if (gold === undefined) return <ReviewQueue model={model} state={state} />
  return <GoldCases model={model} state={state} gold={gold} />
}

/** Which of the differences is the current one; `undefined` while none is. */
export function reviewPlace(state: WindowState): string | undefined {
  return state.review.gold === undefined ? casePlace(state) : undefined
}
