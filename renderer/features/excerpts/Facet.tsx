import { ChevronDown } from 'lucide-react'
import { type CSSProperties, useId, useState } from 'react'
import type { FacetName } from '#app/contract/excerpt-facets'
import { Icon } from '../../components/Icon'
import { facetWords, shownNumber } from './excerpt-words'
import { firstValues, type ShownValue } from './facet-values'

/** Lines shown at first, and as many more at each press. */
const few: { readonly [Name in FacetName]?: number } = { speaker: 4, document: 4, tag: 6 }
const usual = 8
const more = 40

export interface FacetProps {
  readonly name: FacetName
  readonly values: readonly ShownValue[]
  /** Whether it is unfolded at first. */
  readonly open: boolean
  /** Values that occur beside those, and come when they are wished for. */
  readonly further: number
  readonly onToggle: (value: string) => void
  readonly onFurther: () => void
}

/** One facet: its values to tick, a few at first. Reports the value ticked or not any more. */
export function Facet({ name, values, further, open, onToggle, onFurther }: FacetProps) {
  const id = useId()
  const [unfolded, setUnfolded] = useState(open)
  const [most, setMost] = useState(few[name] ?? usual)
  const shown = firstValues(values, most)
  const hidden = values.length - shown.length + further
  const showMore = () => {
    setMost(most + more)
    if (further > 0 && most + more > values.length) onFurther()
  }
  return (
    <section className="pm-facet" aria-labelledby={id}>
      <h3>
        <button
          type="button"
          id={id}
          className="pm-facet-title"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {facetWords[name]}
          <Icon of={ChevronDown} size={14} />
        </button>
      </h3>
      {unfolded && (
        <ul>
          {shown.map(value => (
            <FacetLine key={value.value} value={value} onToggle={onToggle} />
          ))}
        </ul>
      )}
      {unfolded && hidden > 0 && (
        <button type="button" className="pm-facet-more pm-num" onClick={showMore}>
          {shownNumber(hidden)} more
        </button>
      )}
      {unfolded && values.length === 0 && <p className="pm-muted">None</p>}
    </section>
  )
}

function FacetLine({ value, onToggle }: { readonly value: ShownValue; readonly onToggle: (value: string) => void }) {
  return (
    <li>
      <label className="pm-facet-value" style={{ '--depth': value.depth } as CSSProperties}>
        <input type="checkbox" className="pm-tick" checked={value.chosen} onChange={() => onToggle(value.value)} />
        <span className="pm-ell" title={value.name}>
          {value.name}
        </span>
        <span className="pm-num">{shownNumber(value.count)}</span>
      </label>
    </li>
  )
}
