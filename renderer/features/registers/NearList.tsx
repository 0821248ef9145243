import { Button } from '../../components/Button'

/** An entry whose name is nearly that of the one shown. */
export interface ShownNear {
  readonly id: string
  readonly name: string
  /** Why: `one is the plural`. */
  readonly why: string
}

export interface NearListProps {
  /** The name of the one shown. */
  readonly name: string
  readonly near: readonly ShownNear[]
  readonly editable: boolean
  readonly onShow: (id: string) => void
  /** The other is to become this one. */
  readonly onMerge: (id: string) => void
}

/** Entries that are called nearly as the one shown; reports the wish to look at one or to merge it into this. */
export function NearList({ name, near, editable, onShow, onMerge }: NearListProps) {
  if (near.length === 0) return null
  return (
    <section className="pm-register-box" aria-label="Nearly the same name">
      <span className="pm-label">Nearly the same name</span>
      {near.map(other => (
        <div key={other.id} className="pm-register-row">
          <button type="button" className="pm-register-near pm-grow" onClick={() => onShow(other.id)}>
            <span className="pm-register-link">{other.name}</span>
            <span className="pm-register-meta">{other.why}</span>
          </button>
          {editable && (
            <Button size="sm" label={`Merge into “${name}”: ${other.name}`} onPress={() => onMerge(other.id)}>
              Merge into “{name}”
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}
