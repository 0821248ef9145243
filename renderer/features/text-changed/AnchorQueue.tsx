import { ArrowLeft, ChevronRight } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import { paragraphNumbers } from '#annotations/model/revision'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { KindBadge } from '../../components/KindBadge'
import { PaneHeader } from '../../components/PaneHeader'
import type { AnchorQueue as Queue, QueueItem, QueueSection } from '../../state/anchor-queue'
import { AnchorIcon } from '../read/AnchorBadge'
import { kindWords } from '../words/kind-words'
import './AnchorQueue.css'
import { changeTitle } from './changed-words'
import { placeWords, sectionWords } from './queue-words'

export interface AnchorQueueProps {
  readonly queue: Queue
  readonly headline: string
  readonly at: AnnotationId | undefined
  readonly readOnly: boolean
  /** The person is in it, and not selecting a place in the text. */
  readonly inUse: boolean
  readonly onGo: (annotation: AnnotationId) => void
  readonly onAcceptMoved: () => void
  readonly onBack: () => void
}

const sections: readonly QueueSection[] = ['undecided', 'lost', 'decided', 'moved', 'exact']

/** In the order of how sure they are, as the bar has them. */
const counted = ['exact', 'moved', 'undecided', 'lost'] as const

/** The annotations of a document whose text is another now: those to decide first. Reports the one that is looked at. */
export function AnchorQueue(props: AnchorQueueProps) {
  const { queue, at, onGo } = props
  const counts = (section: QueueSection) => queue.items.filter(item => item.section === section).length
  const total = queue.left + queue.decided
  const pane = useRef<HTMLElement>(null)
  useFocusInList(pane, props.inUse)
  return (
    <nav ref={pane} className="pm-pane pm-anchor-queue" aria-label="Text changed" data-keys="list">
      <PaneHeader
        title={
          <span className="pm-queue-title">
            <IconButton label="Back to the text" onPress={props.onBack}>
              <Icon of={ArrowLeft} />
            </IconButton>
            Text changed
          </span>
        }
      />
      <div className="pm-queue-head">
        <p className="pm-queue-headline">{props.headline}</p>
        <ul className="pm-queue-bar" aria-hidden>
          {counted.filter(counts).map(section => (
            <li key={section} data-are={section} style={{ flexGrow: counts(section) }} />
          ))}
        </ul>
        <ul className="pm-queue-counts pm-num" aria-label="How annotations stand">
          {counted.map(section => (
            <li key={section}>
              <AnchorIcon state={section} />
              {counts(section)} {sectionWords[section].count}
            </li>
          ))}
        </ul>
      </div>
      <div className="pm-scroll">
        {sections.map(section => (
          <Section
            key={section}
            section={section}
            items={queue.items.filter(item => item.section === section)}
            at={at}
            onGo={onGo}
          />
        ))}
        {queue.items.length === 0 && (
          <p className="pm-queue-empty">No annotation of yours was taken over from another version.</p>
        )}
        {queue.items.length > 0 && queue.left === 0 && (
          <p className="pm-queue-empty" role="status">
            Nothing is left to decide.
          </p>
        )}
      </div>
      <div className="pm-queue-foot">
        <span className="pm-num pm-grow">
          {queue.decided} of {total} decided
        </span>
        {counts('moved') > 0 && !props.readOnly && (
          <Button size="sm" onPress={props.onAcceptMoved}>
            Accept {counts('moved')} moved
          </Button>
        )}
      </div>
    </nav>
  )
}

/** A dialog that closes gives the focus back to where it was, some frames later. */
const settling = 6

/** Gives the focus to the list when it appears, and when one is back from the text. */
function useFocusInList(pane: RefObject<HTMLElement | null>, inUse: boolean): void {
  useEffect(() => {
    if (!inUse) return
    let frame = 0
    const look = (left: number): void => {
      const chosen = pane.current?.querySelector<HTMLElement>('[role=option][aria-selected=true]')
      const first = chosen ?? pane.current?.querySelector<HTMLElement>('button')
      if (document.activeElement !== first) first?.focus({ preventScroll: true })
      if (left > 0) frame = requestAnimationFrame(() => look(left - 1))
    }
    look(settling)
    return () => cancelAnimationFrame(frame)
  }, [pane, inUse])
}

interface SectionProps {
  readonly section: QueueSection
  readonly items: readonly QueueItem[]
  readonly at: AnnotationId | undefined
  readonly onGo: (annotation: AnnotationId) => void
}

/** A part of the list under its heading; those that need nothing are folded. */
function Section({ section, items, at, onGo }: SectionProps) {
  const list = useRef<HTMLDivElement>(null)
  const chosen = items.find(({ annotation }) => annotation.id === at)?.annotation.id
  useEffect(() => {
    if (chosen === undefined) return
    const option = list.current?.querySelector<HTMLElement>('[aria-selected=true]')
    option?.scrollIntoView({ block: 'nearest' })
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body
    if (isFree || activeElement.closest('.pm-anchor-queue [role=listbox]') !== null)
      option?.focus({ preventScroll: true })
  }, [chosen])
  if (items.length === 0) return null
  const isOpen = section === 'undecided' || section === 'lost' || section === 'decided'
  return (
    <details className="pm-queue-section" open={isOpen || chosen !== undefined}>
      <summary>
        <Icon of={ChevronRight} size={14} />
        <span className="pm-grow">{sectionWords[section].title}</span>
        <span className="pm-num">{items.length}</span>
      </summary>
      <div
        ref={list}
        role="listbox"
        aria-label={sectionWords[section].list}
        tabIndex={-1}
        onKeyDown={event => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          const from = items.findIndex(({ annotation }) => annotation.id === at)
          const next = items[Math.min(items.length - 1, Math.max(0, from + by))]
          if (by === 0 || next === undefined || event.ctrlKey || event.altKey) return
          event.preventDefault()
          onGo(next.annotation.id)
        }}
      >
        {items.map((item, n) => (
          <Option
            key={item.annotation.id}
            item={item}
            selected={item.annotation.id === at}
            reached={item.annotation.id === (chosen ?? items[0]?.annotation.id)}
            place={{ n: n + 1, of: items.length }}
            onGo={onGo}
          />
        ))}
      </div>
    </details>
  )
}

interface OptionProps {
  readonly item: QueueItem
  readonly selected: boolean
  readonly reached: boolean
  readonly place: { readonly n: number; readonly of: number }
  readonly onGo: (annotation: AnnotationId) => void
}

function Option({ item, selected, reached, place, onGo }: OptionProps) {
  const { annotation, section, n } = item
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      role="option"
      className="pm-queue-item"
      aria-selected={selected}
      aria-posinset={place.n}
      aria-setsize={place.of}
      tabIndex={reached ? 0 : -1}
      onClick={() => onGo(annotation.id)}
    >
      {n > 0 && <span className="pm-queue-number pm-num">{n}</span>}
      <span className="pm-queue-words">
        <span className="pm-queue-change">{changeTitle(item)}</span>
        <span className="pm-muted pm-num pm-ell">
          <span className="pm-vh">{`${kindWords[annotation.kind]}, ${sectionWords[section].title}, `}</span>
          {placeWords(item, numbersOf)}
        </span>
      </span>
      <KindBadge kind={annotation.kind} />
    </div>
  )
}

const numbers = new WeakMap<object, readonly (number | null)[]>()

/** The numbers of the paragraphs of a text, counted once. */
function numbersOf(blocks: Parameters<typeof paragraphNumbers>[0]): readonly (number | null)[] {
  const cached = numbers.get(blocks) ?? paragraphNumbers(blocks)
  numbers.set(blocks, cached)
  return cached
}
