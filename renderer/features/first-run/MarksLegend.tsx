import { kinds } from '#annotations/model/annotation'
import { KindBadge } from '../../components/KindBadge'
import { kindWords } from '../words/kind-words'
import './MarksLegend.css'

const samples = { quote: '“a key milestone”', claim: '71 nations', note: 'designated areas' } as const
const keys = { quote: 'Q', claim: 'C', note: 'N' } as const

/** What quotes, claims and notes look like in a text, and the key of each. */
export function MarksLegend() {
  return (
    <ul className="pm-legend" aria-label="What marks look like">
      {kinds.map(kind => (
        <li key={kind}>
          <div className="pm-legend-text">
            <span className={`pm-legend-${kind}`}>{samples[kind]}</span>
          </div>
          <div className="pm-legend-words">
            <KindBadge kind={kind} />
            {kindWords[kind]}, key {keys[kind]}
          </div>
        </li>
      ))}
    </ul>
  )
}
