import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { KindBadge } from '../../components/KindBadge'
import { PaneHeader } from '../../components/PaneHeader'
import { AnchorBadge } from '../read/AnchorBadge'
import { counted } from '../words/kind-words'
import './WritingOutcome.css'

/** An annotation that would not stay as it is. */
export interface OutcomeRow {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly state: 'moved' | 'undecided' | 'lost'
  /** Its words before the edit. */
  readonly words: string
  /** A colleague's: where it stands is for them to decide. */
  readonly author?: string | undefined
}

export interface WritingOutcomeProps {
  readonly total: number
  readonly rows: readonly OutcomeRow[]
  readonly onGo: (id: AnnotationId) => void
}

/** What would become of the annotations of the text as it is written now. */
export function WritingOutcome({ total, rows, onGo }: WritingOutcomeProps) {
  const left = rows.filter(({ state }) => state !== 'moved')
  return (
    <aside className="pm-pane pm-inspector pm-outcome" aria-label="Inspector">
      <PaneHeader title="Annotations in the edited text" />
      <div className="pm-scroll">
        <p className="pm-section pm-outcome-sum" role="status">
          {total === 0
            ? 'This text has no annotations.'
            : left.length === 0
              ? total === 1
                ? 'The annotation stays with its words.'
                : `All ${total} annotations stay with their words.`
              : `${total - left.length} of ${counted(total, 'annotation', 'annotations')} stay with their words, ${left.length} to decide after Done.`}
        </p>
        {rows.length > 0 && (
          <ul className="pm-outcome-list" aria-label="Annotations that change">
            {rows.map(({ id, kind, state, words, author }) => (
              <li key={id}>
                <button type="button" className="pm-outcome-row" onClick={() => onGo(id)}>
                  <KindBadge kind={kind} />
                  <span className="pm-outcome-words" title={words}>
                    {words}
                  </span>
                  <span className="pm-outcome-state">
                    <AnchorBadge state={state} />
                    {author !== undefined && <span className="pm-muted">{author}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="pm-section pm-second pm-outcome-note">
          Done keeps the text before as an earlier version, with its annotations. Cancel changes nothing.
        </p>
      </div>
    </aside>
  )
}
