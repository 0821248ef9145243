import { shownNumber } from '../features/excerpts/excerpt-words'
import type { ExcerptsState } from './excerpt-state'

const tips = [
  { keys: ['Enter'], words: 'open in text' },
  { keys: ['X'], words: 'select' },
  { keys: ['Ctrl+E'], words: 'export' },
  { keys: ['?'], words: 'all keys' },
]

/** What the status bar says of the table: the row at hand, how many are selected, and the keys of the moment. */
export function excerptStatus({ result, active, selected }: Pick<ExcerptsState, 'result' | 'active' | 'selected'>): {
  readonly place: string | undefined
  readonly tips: typeof tips
} {
  if (result === undefined || result.total === 0) return { place: undefined, tips: [] }
  const row = `Row ${shownNumber(active + 1)} of ${shownNumber(result.total)}`
  return { place: selected.size === 0 ? row : `${row} · ${shownNumber(selected.size)} selected`, tips }
}
