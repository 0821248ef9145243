import { ChevronRight, History, RotateCcw } from 'lucide-react'
import type { EditId } from '#annotations/model/ids'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { counted } from '../words/kind-words'
import './HistoryList.css'
import type { ShownChange } from './inspector-values'

export interface HistoryListProps {
  /** Newest first. */
  readonly history: readonly ShownChange[]
  /** Without it nothing can be brought back. */
  readonly onRestore?: ((to: EditId) => void) | undefined
}

/** What was done to the annotation, newest first; opens from a line that says how much. Reports the state to bring back. */
export function HistoryList({ history, onRestore }: HistoryListProps) {
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
            {onRestore !== undefined && index > 0 && (
              <IconButton
                label={`Restore this: ${change.words}, ${change.at}`}
                size="sm"
                onPress={() => onRestore(change.edit)}
              >
                <Icon of={RotateCcw} size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
