import type { AnnotatorId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { sinceWords } from '../words/dates'
import type { OtherSelf } from './namesake'
import './OtherSelves.css'

export interface OtherSelvesProps {
  readonly others: readonly OtherSelf[]
  /** The two are one person: they count as one annotator from now on. */
  readonly onSame: (annotator: AnnotatorId) => void
  /** They are not, after all. */
  readonly onPart: () => void
  /** Goes on as the other, whose marks can be changed then. */
  readonly onGoOn: (annotator: AnnotatorId) => void
}

/** Annotators of the open workspace with the name of the one at the desk, to be counted as one; nothing where there are none. */
export function OtherSelves({ others, onSame, onPart, onGoOn }: OtherSelvesProps) {
  if (others.length === 0) return null
  return (
    <section className="pm-other-selves" aria-labelledby="pm-other-selves">
      <h3 className="pm-settings-title" id="pm-other-selves">
        The same name in this workspace
      </h3>
      <ul>
        {others.map(one => (
          <li key={one.id}>
            <span className="pm-grow">
              {one.name}
              {sinceWords(one.since)}
              {one.isMe && <span className="pm-muted">: counts as one annotator with you</span>}
            </span>
            {!one.isMe && (
              <Button size="sm" onPress={() => onSame(one.id)}>
                That is me too
              </Button>
            )}
            {one.saidHere && (
              <Button size="sm" onPress={onPart}>
                Count apart again
              </Button>
            )}
            {one.isMe && (
              <Button size="sm" onPress={() => onGoOn(one.id)}>
                Go on as that one
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="pm-second">
        Filters, reports and exports then have one annotator for both. Each mark is changed under the name it was made
        under: on the other computer, or here once you go on as that one.
      </p>
    </section>
  )
}
