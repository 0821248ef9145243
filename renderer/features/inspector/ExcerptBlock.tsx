import type { AnchorState, Kind } from '#annotations/model/annotation'
import { AnchorBadge } from '../read/AnchorBadge'
import './ExcerptBlock.css'

export interface ExcerptBlockProps {
  readonly kind: Kind
  readonly pieces: readonly string[]
  readonly paragraph?: number | undefined
  readonly sentence?: number | undefined
  readonly roleLabel: string
  readonly anchor: AnchorState
}

/** From so many code units on a text may have more lines than are shown. */
const long = 180

/** The first lines of the marked text, with its kind's line beside it, and where it stands. */
export function ExcerptBlock({ kind, pieces, paragraph, sentence, roleLabel, anchor }: ExcerptBlockProps) {
  const place = [
    ...(paragraph === undefined ? [] : [`¶ ${paragraph}`]),
    ...(sentence === undefined ? [] : [`sentence ${sentence}`]),
  ]
  const where = place.length === 0 ? roleLabel : `${place.join(', ')} · ${roleLabel}`
  const text = pieces.join(' […] ')
  return (
    <div className="pm-section">
      <blockquote className={`pm-excerpt pm-excerpt-${kind}`} title={text.length > long ? text : undefined}>
        {text}
      </blockquote>
      <div className="pm-excerpt-where pm-num">
        <span className="pm-grow">{where}</span>
        <AnchorBadge state={anchor} />
      </div>
    </div>
  )
}
