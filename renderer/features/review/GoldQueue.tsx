import { ArrowDown, ArrowUp, Ban, Check, CircleCheck, RotateCcw } from 'lucide-react'
import { useRef } from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import { Badge } from '../../components/Badge'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { PaneHeader } from '../../components/PaneHeader'
import './DifferenceQueue.css'
import './GoldQueue.css'
import { CaseHead } from './CaseHead'
import { FilterButton } from './FilterButton'
import type { GoldCase } from './gold-case'
import { ReasonField } from './ReasonField'
import { shortName } from './review-words'
import { SideCard } from './SideCard'
import { useFocusOnCurrent } from './use-focus-on-current'

type Filter = 'open' | 'returned' | 'decided' | 'all'

const filterNames: { readonly [F in Filter]: string } = {
  open: 'To decide',
  returned: 'Changed since',
  decided: 'Decided',
  all: 'All',
}

export interface GoldDecisionWishes {
  /** A member by its place, or nothing, or no choice any more. */
  readonly onPick: (choice: number | 'nothing' | undefined) => void
  readonly onDecide: (why: string) => void
}

export interface GoldQueueProps extends GoldDecisionWishes {
  /** Those that the filter lists. */
  readonly cases: readonly GoldCase[]
  readonly counts: { readonly [F in Filter]: number }
  readonly filter: Filter
  readonly current: string | undefined
  /** What was chosen for the current case, and waits for its reason. */
  readonly choice: AnnotationId | 'nothing' | undefined
  readonly busy: boolean
  readonly readOnly: boolean
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (key: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** The cases of the open document on which a gold set has something to say, one of them unfolded. */
export function GoldQueue(props: GoldQueueProps) {
  const { cases, counts, filter, current, choice } = props
  const pane = useRef<HTMLDivElement>(null)
  useFocusOnCurrent(pane, current, choice !== undefined)
  const filters = (['open', 'returned', 'decided', 'all'] as const).filter(one => one !== 'returned' || counts[one] > 0)
  return (
    <aside className="pm-pane pm-queue" aria-label="Queue">
      <PaneHeader
        title={
          <>
            Cases{' '}
            <span className="pm-queue-sum pm-num">
              {counts.open} to decide, {counts.decided} decided
            </span>
          </>
        }
      >
        <IconButton label="Previous case" keys="K" onPress={() => props.onStep(-1)}>
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton label="Next case" keys="J" onPress={() => props.onStep(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
      </PaneHeader>
      <fieldset className="pm-queue-filters" aria-label="Show">
        {filters.map(one => (
          <FilterButton
            key={one}
            name={filterNames[one]}
            count={counts[one]}
            pressed={filter === one}
            onPress={() => props.onFilter(one)}
          />
        ))}
      </fieldset>
      <div className="pm-scroll" ref={pane} tabIndex={-1}>
        {cases.length === 0 ? (
          <p className="pm-queue-none">{noneWords(counts, filter)}</p>
        ) : (
          <ul aria-label="Cases" className="pm-queue-list">
            {cases.map(one => (
              <GoldCard
                key={one.key}
                shown={one}
                current={one.key === current}
                choice={one.key === current ? choice : undefined}
                busy={props.busy}
                readOnly={props.readOnly}
                onChoose={() => props.onChoose(one.key)}
                onPick={props.onPick}
                onDecide={props.onDecide}
              />
            ))}
          </ul>
        )}
      </div>
    </aside>
  )
}

function noneWords({ all }: GoldQueueProps['counts'], filter: Filter): string {
  if (all === 0) return 'Nobody marked anything in this text, or fewer than two did it.'
  return filter === 'open' ? 'Nothing is left to decide in this text.' : 'None of this kind.'
}

interface GoldCardProps extends GoldDecisionWishes {
  readonly shown: GoldCase
  readonly current: boolean
  readonly choice: AnnotationId | 'nothing' | undefined
  readonly busy: boolean
  readonly readOnly: boolean
  readonly onChoose: () => void
}

/** A case: folded a line of what it is about; unfolded what each annotator has, and what the gold set can take. */
function GoldCard(props: GoldCardProps) {
  const { shown, current, choice } = props
  const { n, title, kind, words, paragraph, state, decided, reason } = shown
  const isDecided = state === 'decided'
  return (
    <li className="pm-case" data-current={current || undefined}>
      <CaseHead
        {...{ n, title, kind, words, paragraph, current }}
        settled={isDecided}
        state={isDecided ? 'decided' : 'to decide'}
        onChoose={props.onChoose}
      >
        {state === 'returned' && (
          <Badge tone="warn" icon={RotateCcw} small>
            Changed since
          </Badge>
        )}
        {isDecided && (
          <Badge tone="ok" icon={CircleCheck} small>
            {decided}
          </Badge>
        )}
      </CaseHead>
      {current && (
        <div className="pm-case-body">
          {decided !== undefined && (
            <p className="pm-second pm-gold-decided">
              {state === 'returned' ? 'Before it changed: ' : ''}
              {decided}. {reason}
            </p>
          )}
          {shown.sides?.map((side, place) => (
            <SideCard key={shown.members[place]?.id} side={side} />
          ))}
          {!props.readOnly &&
            (choice === undefined ? (
              <Choices {...props} />
            ) : (
              <ReasonField
                chosen={choiceWords(shown, choice)}
                busy={props.busy}
                onDecide={props.onDecide}
                onCancel={() => props.onPick(undefined)}
              />
            ))}
        </div>
      )}
    </li>
  )
}

function choiceWords({ members }: GoldCase, choice: AnnotationId | 'nothing'): string {
  const name = members.find(({ id }) => id === choice)?.name
  return name === undefined ? 'Nothing belongs here' : takeWords(name)
}

function takeWords(name: string): string {
  return name === 'You' ? 'Take yours' : `Take ${shortName(name)}’s`
}

/** Keys of the first members; further ones have a button alone. */
const memberKeys = ['1', '2', '3'] as const

/** What the gold set can take of a case, with the keys. */
function Choices({ shown, busy, onPick }: GoldCardProps) {
  return (
    <fieldset className="pm-decisions" aria-label="Decide">
      {shown.members.map(({ id, name }, place) => {
        const keys = memberKeys[place]
        return (
          <Button
            key={id}
            icon={<Icon of={Check} />}
            disabled={busy}
            {...(keys === undefined ? {} : { keys })}
            onPress={() => onPick(place)}
          >
            {takeWords(name)}
          </Button>
        )
      })}
      <Button keys="4" icon={<Icon of={Ban} />} disabled={busy} onPress={() => onPick('nothing')}>
        Nothing here
      </Button>
    </fieldset>
  )
}
