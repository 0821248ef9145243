import { memo } from 'react'
import { type FacetName, facetNames } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, ExcerptPage, Facets } from '#app/contract/excerpt-query'
import { Button } from '../../components/Button'
import { PaneHeader } from '../../components/PaneHeader'
import { Facet } from './Facet'
import '../../components/Tick.css'
import './FacetPane.css'
import { facetValues } from './facet-values'

const order: readonly FacetName[] = ['kind', 'section', 'speaker', 'tag', 'status']
const later = facetNames.filter(name => !order.includes(name))

export interface FacetPaneProps {
  readonly filter: ExcerptFilter
  /** Absent until the first answer has come. */
  readonly facets: Facets | undefined
  /** Values of a facet that occur and have not come. */
  readonly moreValues?: ExcerptPage['moreValues']
  readonly filtered: boolean
  readonly onFurther: () => void
  readonly onToggle: (facet: FacetName, value: string) => void
  readonly onClear: () => void
}

/** What the table can be narrowed by, with counts; nothing ticked lets all through. Reports what is ticked. */
export const FacetPane = memo(function FacetPane(props: FacetPaneProps) {
  const { filter, facets, moreValues = {}, filtered, onToggle, onFurther, onClear } = props
  return (
    <aside className="pm-pane pm-facets" aria-label="Filters" data-keys="list">
      <PaneHeader title="Filters">
        <Button look="quiet" size="sm" disabled={!filtered} onPress={onClear}>
          Clear
        </Button>
      </PaneHeader>
      <div className="pm-scroll pm-facet-list">
        {facets !== undefined &&
          [...order, ...later].map(name => (
            <Facet
              key={name}
              name={name}
              values={facetValues(name, facets[name], filter.facets[name] ?? [])}
              further={moreValues[name] ?? 0}
              open={order.includes(name)}
              onFurther={onFurther}
              onToggle={value => onToggle(name, value)}
            />
          ))}
      </div>
    </aside>
  )
})
