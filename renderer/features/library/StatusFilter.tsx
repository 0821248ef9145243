import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { type Filter, filters, filterWords } from './library-rows'
import './StatusFilter.css'

export interface StatusFilterProps {
  readonly filter: Filter
  readonly counts: { readonly [F in Filter]: number }
  readonly onFilter: (filter: Filter) => void
}

/** All, to do, doing, done, each with its number; reports the one chosen. */
export function StatusFilter({ filter, counts, onFilter }: StatusFilterProps) {
  return (
    <ToggleButtonGroup
      className="pm-status-filter"
      aria-label="Filter by status"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={keys => {
        const next = filters.find(one => keys.has(one))
        if (next !== undefined) onFilter(next)
      }}
    >
      {filters.map(one => (
        <ToggleButton key={one} id={one} className="pm-status-choice">
          {filterWords[one]}
          <span className="pm-num">{counts[one]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
