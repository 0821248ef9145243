// biome-ignore-all lint/a11y/useSemanticElements: of the list only the rows near the view are in the page
import { Circle, CircleCheck, CircleDot, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { DocumentRow } from '#app/contract/values'
import { Icon } from '../../components/Icon'
import { PlainBar } from '../../components/ProgressBar'
import { problemWords } from '../words/problem-words'
import './DocumentOption.css'
import {
  filterWords,
  isUntouched,
  type ListedDocument,
  metaOf,
  othersOf,
  ownCountsOf,
  percentOf,
  rowInWords,
} from './library-rows'

const icons: { readonly [P in DocumentRow['progress']]: LucideIcon } = {
  'not-started': Circle,
  'in-work': CircleDot,
  done: CircleCheck,
}

export interface DocumentOptionProps {
  readonly listed: ListedDocument
  /** Where in the list it stands: in CSS pixels, and as the first, second … of all. */
  readonly place: { readonly top: number; readonly height: number; readonly index: number; readonly count: number }
  readonly selected: boolean
  /** Tab reaches it. */
  readonly reached: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  /** A press with the other button: the actions of the document, at a point of the window. */
  readonly onActions: (at: { readonly x: number; readonly y: number }) => void
}

/**
 * A document in the list, named by its headline and described by the rest: state, issuer, day, how much is read and
 * marked, and the words that were found in its text.
 */
export function DocumentOption({ listed, place, selected, reached, ...wishes }: DocumentOptionProps) {
  const { row, passage } = listed
  const rest = useId()
  const alert = row.alert === undefined ? undefined : problemWords({ code: row.alert })
  const state = alert ?? filterWords[row.progress]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      role="option"
      className="pm-document"
      aria-describedby={rest}
      aria-selected={selected}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      data-selected={selected || undefined}
      tabIndex={reached ? 0 : -1}
      style={{ top: place.top, height: place.height }}
      onFocus={wishes.onFocus}
      onClick={wishes.onOpen}
      onContextMenu={event => {
        event.preventDefault()
        wishes.onActions({ x: event.clientX, y: event.clientY })
      }}
    >
      <span className={`pm-document-state pm-${alert === undefined ? row.progress : 'alert'}`} title={state}>
        <Icon of={alert === undefined ? icons[row.progress] : TriangleAlert} />
      </span>
      <span className="pm-document-body">
        <span className="pm-document-headline" title={row.headline}>
          {row.headline}
        </span>
        {passage !== undefined && (
          <span
            className="pm-document-passage pm-ell"
            title={`${passage.before}${passage.exact}${passage.after}`}
            aria-hidden
          >
            {passage.before}
            <mark>{passage.exact}</mark>
            {passage.after}
          </span>
        )}
        <span className="pm-document-meta" title={metaOf(row)} aria-hidden>
          <span className="pm-document-issuer pm-ell">{row.issuer}</span>
          <span className="pm-ell">{metaOf(row).slice(row.issuer?.length ?? 0)}</span>
        </span>
        <Counts row={row} />
        <span className="pm-vh" id={rest} aria-hidden>
          {rowInWords(listed, state)}
        </span>
      </span>
    </div>
  )
}

function Counts({ row }: { readonly row: DocumentRow }) {
  const percent = percentOf(row)
  const own = ownCountsOf(row)
  const others = othersOf(row)
  return (
    <span className="pm-document-counts pm-num" aria-hidden>
      {isUntouched(row) ? (
        filterWords['not-started']
      ) : (
        <>
          <PlainBar percent={percent} />
          <span className="pm-document-percent" title={`Read to ${percent}%: as far as the last paragraph with a mark`}>
            {percent}%
          </span>
          <KindCount kind="quote" letter="Q" count={own.quote} />
          <KindCount kind="claim" letter="C" count={own.claim} />
          <KindCount kind="note" letter="N" count={own.note} />
          {others > 0 && (
            <span className="pm-theirs-count" title={`${others} of colleagues`}>
              +{others}
            </span>
          )}
        </>
      )}
    </span>
  )
}

interface KindCountProps {
  readonly kind: 'quote' | 'claim' | 'note'
  readonly letter: string
  readonly count: number
}

function KindCount({ kind, letter, count }: KindCountProps) {
  return (
    <span className={`pm-kind-count pm-${kind}`}>
      <b>{letter}</b>
      {count}
    </span>
  )
}
