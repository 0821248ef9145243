import { CircleCheck } from 'lucide-react'
import type { DocumentId } from '#annotations/model/ids'
import { Icon } from '../../components/Icon'
import { PaneHeader } from '../../components/PaneHeader'
import { PlainBar } from '../../components/ProgressBar'
import './ReviewDocuments.css'

/** A document that is reviewed. */
export interface ReviewDocument {
  readonly id: DocumentId
  readonly headline: string
  readonly cases: number
  readonly settled: number
  /** What there is to it, in words. */
  readonly words: string
}

export interface ReviewDocumentsProps {
  readonly title: string
  readonly documents: readonly ReviewDocument[]
  readonly selected: DocumentId | undefined
  readonly onOpen: (id: DocumentId) => void
}

/** The documents of the review with how far one is in each. */
export function ReviewDocuments({ title, documents, selected, onOpen }: ReviewDocumentsProps) {
  return (
    <nav className="pm-pane" aria-label="Review documents">
      <PaneHeader title={title}>
        <span className="pm-second pm-num">{documents.length}</span>
      </PaneHeader>
      <div className="pm-scroll">
        <ul className="pm-review-documents" aria-label="Documents in review">
          {documents.map(one => (
            <li key={one.id}>
              <button
                type="button"
                className="pm-review-document"
                aria-current={one.id === selected}
                onClick={() => onOpen(one.id)}
              >
                <span className="pm-review-headline" title={one.headline}>
                  {one.headline}
                </span>
                <span className="pm-review-alike pm-num">{one.words}</span>
                <span className="pm-review-progress pm-num">
                  <PlainBar percent={one.cases === 0 ? 100 : Math.round((100 * one.settled) / one.cases)} />
                  {one.settled === one.cases ? (
                    <span className="pm-review-all">
                      <Icon of={CircleCheck} size={14} /> all {one.cases}
                    </span>
                  ) : (
                    <span>
                      {one.settled} of {one.cases}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
