import { Circle, CircleCheck, CircleDot, type LucideIcon, TriangleAlert } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import type { DocumentRow } from '#app/contract/values'
import { Icon } from '../../components/Icon'
import { PlainBar } from '../../components/ProgressBar'
import { problemWords } from '../words/problem-words'
import './DocumentOption.css'
import { filterWords, isUntouched, metaOf, percentOf, rowInWords } from './library-rows'

const icons: { readonly [P in DocumentRow['progress']]: LucideIcon } = {
  'not-started': Circle,
  'in-work': CircleDot,
  done: CircleCheck,
}

export interface DocumentOptionProps {
  readonly row: DocumentRow
  /** A press with the other button: the actions of the document, at a point of the window. */
  readonly onActions: (at: { readonly x: number; readonly y: number }) => void
}

/** A document in the list, named by its headline and described by the rest: state, issuer, day, how much is read and marked. */
export function DocumentOption({ row, onActions }: DocumentOptionProps) {
  const alert = row.alert === undefined ? undefined : problemWords({ code: row.alert })
  const state = alert ?? filterWords[row.progress]
  const percent = percentOf(row)
  return (
    <ListBoxItem
      id={row.id}
      textValue={row.headline}
      className="pm-document"
      onContextMenu={event => {
        event.preventDefault()
        onActions({ x: event.clientX, y: event.clientY })
      }}
    >
      <span className={`pm-document-state pm-${alert === undefined ? row.progress : 'alert'}`} title={state}>
        <Icon of={alert === undefined ? icons[row.progress] : TriangleAlert} />
      </span>
      <span className="pm-document-body">
        <span className="pm-document-headline">{row.headline}</span>
        <span className="pm-document-meta pm-ell" aria-hidden>
          {metaOf(row)}
        </span>
        <span className="pm-document-counts pm-num" aria-hidden>
          {isUntouched(row) ? (
            filterWords['not-started']
          ) : (
            <>
              <PlainBar percent={percent} />
              <span className="pm-document-percent">{percent}%</span>
              <KindCount kind="quote" letter="Q" count={row.counts.quote} />
              <KindCount kind="claim" letter="C" count={row.counts.claim} />
              <KindCount kind="note" letter="N" count={row.counts.note} />
            </>
          )}
        </span>
        <Text slot="description" className="pm-vh" aria-hidden>
          {rowInWords(row, state)}
        </Text>
      </span>
    </ListBoxItem>
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
