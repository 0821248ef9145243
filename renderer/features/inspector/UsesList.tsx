import { ChevronRight, Waypoints } from 'lucide-react'
import { Icon } from '../../components/Icon'
import './HistoryList.css'
import type { ShownUse } from './inspector-values'
import './UsesList.css'

/** Where the annotation's tags and speakers are used in the workspace; opens from a line. */
export function UsesList({ uses }: { readonly uses: readonly ShownUse[] }) {
  if (uses.length === 0) return null
  return (
    <details className="pm-section pm-history pm-uses">
      <summary>
        <Icon of={Waypoints} size={14} />
        <span className="pm-grow">Where else these are used</span>
        <Icon of={ChevronRight} size={14} className="pm-history-arrow" />
      </summary>
      <ul aria-label="Uses in the workspace" className="pm-num">
        {uses.map(({ id, name, words }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="pm-muted">{words}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
