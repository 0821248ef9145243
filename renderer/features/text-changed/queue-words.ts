import { targetOf } from '#annotations/model/annotation'
import { type Block, blockAt, type Revision } from '#annotations/model/revision'
import type { QueueItem, QueueSection } from '../../state/anchor-queue'

/** A part of the list: its heading, its name for assistive technology, and what is said behind a number. */
export const sectionWords: {
  readonly [S in QueueSection]: { readonly title: string; readonly list: string; readonly count: string }
} = {
  undecided: { title: 'Needs a decision', list: 'Needs a decision', count: 'to decide' },
  lost: { title: 'Lost', list: 'Lost', count: 'lost' },
  decided: { title: 'Decided', list: 'Decided', count: 'decided' },
  moved: { title: 'Moved, text the same', list: 'Moved', count: 'moved' },
  exact: { title: 'Exact', list: 'Exact', count: 'exact' },
}

type Numbers = (blocks: readonly Block[]) => readonly (number | null)[]

/** `¶ 3, now ¶ 4 · match 0.96`: where an item stood and stands. */
export function placeWords({ before, placement, section }: QueueItem, numbersOf: Numbers, current?: Revision): string {
  const was = paragraphOf(before.revision, targetOf(before.placement)[0]?.start, numbersOf)
  const now = current === undefined ? undefined : paragraphOf(current, targetOf(placement)[0]?.start, numbersOf)
  const moved = now !== undefined && now !== was ? `, now ${now}` : ''
  const match = section === 'undecided' && placement.score !== undefined ? ` · match ${placement.score.toFixed(2)}` : ''
  return `${was ?? 'Heading'}${moved}${match}`
}

function paragraphOf({ blocks }: Revision, start: number | undefined, numbersOf: Numbers): string | undefined {
  if (start === undefined) return undefined
  const n = numbersOf(blocks)[blockAt(blocks, start)]
  return n === null || n === undefined ? undefined : `¶ ${n}`
}
