import { Button } from '../../components/Button'
import type { RemovedEntry } from './entry-facts'

export interface RemovedListProps {
  readonly removed: readonly RemovedEntry[]
  readonly uses: (id: string) => string
  readonly editable: boolean
  readonly onRestore: (id: string) => void
  readonly onBack: () => void
}

/** What was removed and can be restored; highlights kept it all the while. */
export function RemovedList({ removed, uses, editable, onRestore, onBack }: RemovedListProps) {
  return (
    <section className="pm-register-fields" aria-label="Removed">
      <div className="pm-register-head">
        <h3 className="pm-register-title">Removed</h3>
        <p className="pm-register-meta">Highlights keep what is removed here; restoring brings it back as it was.</p>
      </div>
      <ul className="pm-register-pairs">
        {removed.map(({ id, name }) => (
          <li key={id} className="pm-register-pair">
            <span className="pm-register-why pm-grow">
              <span>{name}</span>
              <span className="pm-register-meta">{uses(id)}</span>
            </span>
            {editable && (
              <Button size="sm" label={`Restore ${name}`} onPress={() => onRestore(id)}>
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removed.length === 0 && <p className="pm-second">Nothing is removed.</p>}
      <div className="pm-register-acts">
        <Button first onPress={onBack}>
          Back
        </Button>
      </div>
    </section>
  )
}
