import { memo } from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import { EmptyState } from '../../components/EmptyState'
import { KindBadge } from '../../components/KindBadge'
import './AnnotationList.css'
import { annotationName, type ListedAnnotation } from './annotation-name'

export interface AnnotationListProps {
  /** In the order of the page. */
  readonly annotations: readonly ListedAnnotation[]
  readonly active?: AnnotationId | undefined
  readonly onGo: (annotation: AnnotationId) => void
}

/** Rows of the list that are compared, and drawn again, together. */
const together = 50

/** All annotations of the document in the order of the page, each read out in full; reports the one to go to. */
export function AnnotationList({ annotations, active, onGo }: AnnotationListProps) {
  const parts = Array.from({ length: Math.ceil(annotations.length / together) }, (_, n) =>
    annotations.slice(n * together, (n + 1) * together),
  )
  return (
    <>
      <ul className="pm-annotations" aria-label="Annotations">
        {parts.map((rows, n) => (
          <Rows
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is what stands at its place
            key={n}
            rows={rows}
            active={rows.some(({ id }) => id === active) ? active : undefined}
            onGo={onGo}
          />
        ))}
      </ul>
      {annotations.length === 0 && (
        <EmptyState title="No annotations yet">Select some text, then press Q, C or N.</EmptyState>
      )}
    </>
  )
}

interface RowsProps {
  readonly rows: readonly ListedAnnotation[]
  readonly active: AnnotationId | undefined
  readonly onGo: (annotation: AnnotationId) => void
}

const Rows = memo(
  function Rows({ rows, active, onGo }: RowsProps) {
    return rows.map(listed => (
      <li key={listed.id}>
        <button
          type="button"
          className="pm-annotation-row"
          aria-describedby={`pm-words-${listed.id}`}
          aria-current={listed.id === active}
          onClick={() => onGo(listed.id)}
        >
          <KindBadge kind={listed.kind} />
          <span className="pm-vh">{annotationName(listed)}</span>
          <span className="pm-annotation-words" id={`pm-words-${listed.id}`} title={listed.words} aria-hidden>
            {listed.words}
          </span>
          <span className="pm-annotation-who pm-ell" title={listed.who} aria-hidden>
            {listed.who ?? listed.claimType}
          </span>
        </button>
      </li>
    ))
  },
  (before, now) =>
    before.active === now.active &&
    before.onGo === now.onGo &&
    before.rows.length === now.rows.length &&
    before.rows.every((row, n) => row === now.rows[n]),
)
