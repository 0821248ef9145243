import { Button } from '../../components/Button'

/** Two entries with nearly the same name. */
export interface ShownPair {
  readonly a: { readonly id: string; readonly name: string }
  readonly b: { readonly id: string; readonly name: string }
  readonly why: string
}

export interface PairListProps {
  readonly pairs: readonly ShownPair[]
  readonly editable: boolean
  readonly onMerge: (id: string, into: string) => void
  readonly onBack: () => void
}

/** All pairs of nearly the same names; reports which of a pair is to become the other. */
export function PairList({ pairs, editable, onMerge, onBack }: PairListProps) {
  return (
    <section className="pm-register-fields" aria-label="Nearly the same names">
      <div className="pm-register-head">
        <h3 className="pm-register-title">Nearly the same names</h3>
        <p className="pm-register-meta">A merge rewrites no highlight, and Undo parts the two again.</p>
      </div>
      <ul className="pm-register-pairs">
        {pairs.map(({ a, b, why }) => (
          <li key={`${a.id} ${b.id}`} className="pm-register-pair">
            <span className="pm-register-why pm-register-names">
              <span>
                {a.name} <span className="pm-muted">and</span> {b.name}
              </span>
              <span className="pm-register-meta">{why}</span>
            </span>
            {editable && (
              <Button
                size="sm"
                label={`Keep “${a.name}”, merge “${b.name}” into it`}
                onPress={() => onMerge(b.id, a.id)}
              >
                {`Keep “${a.name}”`}
              </Button>
            )}
            {editable && (
              <Button
                size="sm"
                label={`Keep “${b.name}”, merge “${a.name}” into it`}
                onPress={() => onMerge(a.id, b.id)}
              >
                {`Keep “${b.name}”`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {pairs.length === 0 && <p className="pm-second">No two names are nearly the same.</p>}
      <div className="pm-register-acts">
        <Button first onPress={onBack}>
          Back
        </Button>
      </div>
    </section>
  )
}
