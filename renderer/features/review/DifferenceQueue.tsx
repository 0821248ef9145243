import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { differenceTypes } from '#annotations/review/differences'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { PaneHeader } from '../../components/PaneHeader'
import { type DecisionWishes, DifferenceCard } from './DifferenceCard'
import './DifferenceQueue.css'
import { FilterButton } from './FilterButton'
import type { ReviewCase } from './review-values'
import { filterWords, shortName } from './review-words'
import { useFocusOnCurrent } from './use-focus-on-current'

export type QueueFilter = 'all' | ReviewCase['type']

export interface DifferenceQueueProps extends DecisionWishes {
  readonly cases: readonly ReviewCase[]
  /** How many cases of each type the document has. */
  readonly counts: ReadonlyMap<ReviewCase['type'], number>
  readonly open: number
  readonly decided: number
  readonly filter: QueueFilter
  readonly current: string | undefined
  readonly their: string
  /** Cases with several colleagues are listed. */
  readonly several: boolean
  readonly writing: 'dispute' | 'reply' | undefined
  readonly readOnly: boolean
  readonly onFilter: (filter: QueueFilter) => void
  readonly onChoose: (key: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** The cases of the open document, one of them unfolded with what both have, the decisions and the thread. */
export function DifferenceQueue(props: DifferenceQueueProps) {
  const { cases, counts, open, decided, filter, current, their } = props
  const pane = useRef<HTMLDivElement>(null)
  useFocusOnCurrent(pane, current, props.writing !== undefined)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const types = differenceTypes.filter(type => counts.has(type))
  return (
    <aside className="pm-pane pm-queue" aria-label="Queue">
      <PaneHeader
        title={
          <>
            Differences{' '}
            <span className="pm-queue-sum pm-num">
              {open} open, {decided} decided
            </span>
          </>
        }
      >
        <IconButton label="Previous difference" keys="K" onPress={() => props.onStep(-1)}>
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton label="Next difference" keys="J" onPress={() => props.onStep(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
      </PaneHeader>
      {types.length > 1 && (
        <fieldset className="pm-queue-filters" aria-label="Show">
          <FilterButton name="All" count={all} pressed={filter === 'all'} onPress={() => props.onFilter('all')} />
          {types.map(type => (
            <FilterButton
              key={type}
              name={
                type === 'only-theirs' ? (props.several ? 'Only they' : `Only ${shortName(their)}`) : filterWords[type]
              }
              count={counts.get(type) ?? 0}
              pressed={filter === type}
              onPress={() => props.onFilter(type)}
            />
          ))}
        </fieldset>
      )}
      <div className="pm-scroll" ref={pane} tabIndex={-1}>
        {cases.length === 0 ? (
          <p className="pm-queue-none">
            {all === 0 ? `You and ${props.several ? 'they' : their} say the same of this text.` : 'None of this kind.'}
          </p>
        ) : (
          <ul aria-label="Differences" className="pm-queue-list">
            {cases.map(one => (
              <DifferenceCard
                key={one.key}
                shown={one}
                current={one.key === current}
                their={one.their}
                writing={one.key === current ? props.writing : undefined}
                readOnly={props.readOnly}
                onChoose={() => props.onChoose(one.key)}
                onDecide={props.onDecide}
                onTakeOver={props.onTakeOver}
                onWrite={props.onWrite}
                onReply={props.onReply}
                onSettle={props.onSettle}
                onWithdraw={props.onWithdraw}
              />
            ))}
          </ul>
        )}
      </div>
    </aside>
  )
}
