import { ChevronRight, History } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { counted } from '../words/kind-words'
import './HistoryList.css'
import type { InspectorAnnotation } from './inspector-values'

/** What was done to the annotation, newest first; opens from a line that says how much. */
export function HistoryList({ history }: { readonly history: InspectorAnnotation['history'] }) {
  const newest = history[0]
  if (newest === undefined) return null
  return (
    <details className="pm-section pm-history">
      <summary>
        <Icon of={History} size={14} />
        <span className="pm-grow">
          History{' '}
          <span className="pm-muted pm-num">
            {counted(history.length, 'change', 'changes')}, last at {newest.at}
          </span>
        </span>
        <Icon of={ChevronRight} size={14} className="pm-history-arrow" />
      </summary>
      <ol aria-label="History" className="pm-num">
        {history.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order
          <li key={index}>
            <span className="pm-muted">{change.at}</span>
            <span>{change.words}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
