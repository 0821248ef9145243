import { Button } from '../../components/Button'
import type { MergedEntry } from './entry-facts'

export interface MergedListProps {
  readonly merged: readonly MergedEntry[]
  readonly editable: boolean
  readonly onPart: (merge: MergedEntry) => void
}

/** What was merged into the entry shown; reports the wish to part one again. */
export function MergedList({ merged, editable, onPart }: MergedListProps) {
  if (merged.length === 0) return null
  return (
    <section className="pm-field-group" aria-label="Merged into this">
      <span className="pm-label">Merged into this</span>
      {merged.map(entry => (
        <div key={entry.id} className="pm-register-row">
          <span className="pm-grow pm-ell">{entry.name}</span>
          {editable && (
            <Button size="sm" label={`Part again: ${entry.name}`} onPress={() => onPart(entry)}>
              Part again
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}
