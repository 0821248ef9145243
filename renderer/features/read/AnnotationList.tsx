// biome-ignore-all lint/a11y/useSemanticElements: of a long list only the rows near the view are in the page
import { type CSSProperties, memo } from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import { Avatar } from '../../components/Avatar'
import { EmptyState } from '../../components/EmptyState'
import { KindBadge } from '../../components/KindBadge'
import { VirtualRows } from '../../components/VirtualRows'
import './AnnotationList.css'
import { annotationName, type ListedAnnotation, type ListedAnnotations } from './annotation-name'

export interface AnnotationListProps {
  /** In the order of the page. */
  readonly annotations: ListedAnnotations
  readonly active?: AnnotationId | undefined
  /** The same function while its meaning is the same. */
  readonly onGo: (annotation: AnnotationId) => void
}

/** A list up to this long is in the page whole. */
const whole = 200
/** In pixels; held by AnnotationList.css. */
const rowHeight = 32

/** All annotations of the document in the order of the page, each read out in full; reports the one to go to. */
export function AnnotationList({ annotations, active, onGo }: AnnotationListProps) {
  if (annotations.length > whole) return <LongList annotations={annotations} active={active} onGo={onGo} />
  return (
    <>
      <ul className="pm-annotations" aria-label="Annotations">
        {allOf(annotations).map(listed => (
          <li key={listed.id}>
            <Row listed={listed} active={listed.id === active} onGo={onGo} />
          </li>
        ))}
      </ul>
      {annotations.length === 0 && (
        <EmptyState title="No annotations yet">Select some text, then press Q, C or N.</EmptyState>
      )}
    </>
  )
}

function allOf(annotations: ListedAnnotations): ListedAnnotation[] {
  return Array.from({ length: annotations.length }, (_, index) => annotations.at(index) ?? []).flat()
}

function LongList({ annotations, active, onGo }: AnnotationListProps) {
  const at = active === undefined ? -1 : annotations.placeOf(active)
  return (
    <div role="list" className="pm-annotations" aria-label="Annotations">
      <VirtualRows
        count={annotations.length}
        rowHeight={rowHeight}
        {...(at < 0 ? {} : { keep: at })}
        row={(index, top) => {
          const listed = annotations.at(index)
          return listed === undefined ? null : (
            <div
              key={listed.id}
              role="listitem"
              className="pm-annotation-place"
              aria-posinset={index + 1}
              aria-setsize={annotations.length}
              style={{ top: `${top}px` } as CSSProperties}
            >
              <Row listed={listed} active={listed.id === active} onGo={onGo} />
            </div>
          )
        }}
      />
    </div>
  )
}

interface RowProps {
  readonly listed: ListedAnnotation
  readonly active: boolean
  readonly onGo: (annotation: AnnotationId) => void
}

const Row = memo(function Row({ listed, active, onGo }: RowProps) {
  return (
    <button
      type="button"
      className="pm-annotation-row"
      aria-describedby={`pm-words-${listed.id}`}
      aria-current={active}
      onClick={() => onGo(listed.id)}
    >
      <KindBadge kind={listed.kind} />
      <span className="pm-vh">{annotationName(listed)}</span>
      <span className="pm-annotation-words" id={`pm-words-${listed.id}`} title={listed.words} aria-hidden>
        {listed.words}
      </span>
      <span className="pm-annotation-who" aria-hidden>
        <span className="pm-ell" title={listed.who ?? listed.note}>
          {listed.who ?? listed.claimType ?? listed.note}
        </span>
        {listed.colleague !== undefined && (
          <span className="pm-annotation-by" title={`By ${listed.colleague}`}>
            <Avatar name={listed.colleague} colleague />
          </span>
        )}
      </span>
    </button>
  )
})
