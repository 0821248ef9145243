import { Avatar } from '../../components/Avatar'
import type { CaseSide } from './review-values'

/** What one annotator has at a place: the words, those that only they have marked apart, and in what else they differ. */
export function SideCard({ side }: { readonly side: CaseSide }) {
  return (
    <section className="pm-side-card" aria-label={side.name}>
      <Avatar name={side.person} colleague={side.colleague} />
      <div>
        <p className="pm-side-name">{side.name}</p>
        <p className="pm-side-words">
          {side.runs.map((run, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own
            if (!run.differs) return <span key={index}>{run.text}</span>
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own
              <mark key={index}>
                <span className="pm-vh"> only here: </span>
                {run.text}
                <span className="pm-vh"> end </span>
              </mark>
            )
          })}
        </p>
        {side.facts.length > 0 && (
          <dl className="pm-side-facts">
            {side.facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {side.note !== '' && <p className="pm-side-note">{side.note}</p>}
      </div>
    </section>
  )
}
