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

/** All annotations of the document in the order of the page, each read out in full; reports the one to go to. */
export function AnnotationList({ annotations, active, onGo }: AnnotationListProps) {
  return (
    <>
      <ul className="pm-annotations" aria-label="Annotations">
        {annotations.map(listed => (
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
              <span className="pm-annotation-words" id={`pm-words-${listed.id}`} aria-hidden>
                {listed.words}
              </span>
              <span className="pm-annotation-who pm-ell" aria-hidden>
                {listed.who ?? listed.claimType}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {annotations.length === 0 && (
        <EmptyState title="No annotations yet">Select some text, then press Q, C or N.</EmptyState>
      )}
    </>
  )
}
