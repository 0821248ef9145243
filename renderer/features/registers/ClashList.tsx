import { Button } from '../../components/Button'
import type { ShownClash } from './clashes'
import './ClashList.css'

export interface ClashListProps {
  readonly clashes: readonly ShownClash[]
  readonly editable: boolean
  readonly nameOf: (annotator: string) => string
  readonly onSettle: (field: string, take: 'standing' | 'other') => void
}

/** Fields with two values, the later made without having seen the other; reports which is to stand. */
export function ClashList({ clashes, editable, nameOf, onSettle }: ClashListProps) {
  if (clashes.length === 0) return null
  return (
    <section className="pm-register-box" aria-label="Two values">
      <span className="pm-label">Two values, made without seeing one another</span>
      {clashes.map(({ field, label, stands, other, by, ring }) => (
        <div key={field} className="pm-register-why">
          <span>
            <b className="pm-strong">{label}:</b> {stands}
          </span>
          <span className="pm-register-meta">
            {by === undefined ? 'Somebody' : nameOf(by)} {ring === true ? 'wanted it' : 'has'} {other}
            {ring === true && ', which would put it below itself'}
          </span>
          {editable && (
            <div className="pm-register-row">
              <Button size="sm" label={`Keep this ${label.toLowerCase()}`} onPress={() => onSettle(field, 'standing')}>
                Keep this
              </Button>
              {ring !== true && (
                <Button
                  size="sm"
                  label={`Take the other ${label.toLowerCase()}`}
                  onPress={() => onSettle(field, 'other')}
                >
                  Take the other
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
