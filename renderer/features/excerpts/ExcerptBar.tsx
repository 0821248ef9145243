import { ArrowUpDown, Columns3, ListFilter, X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { type FacetName, type SortName, sortNames } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, ExcerptSort } from '#app/contract/excerpt-query'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { SearchField } from '../../components/SearchField'
import { TextMenuButton } from '../../components/TextMenuButton'
import type { ColumnName, ExcerptResult } from '../../state/excerpt-state'
import { counted } from '../words/kind-words'
import { choosableColumns } from './columns'
import './ExcerptBar.css'
import { chosenFacets, chosenWords, facetWords, resultWords, shownNumber, sortWords } from './excerpt-words'

export interface ExcerptBarProps {
  readonly filter: ExcerptFilter
  readonly sort: ExcerptSort
  readonly columns: ReadonlySet<ColumnName>
  readonly result: ExcerptResult | undefined
  readonly search: RefObject<HTMLInputElement | null>
  /** Buttons for what is selected, in the place of what the table is narrowed by. */
  readonly bulk: ReactNode
  readonly exporting: ReactNode
  readonly onText: (text: string) => void
  readonly onLeaveSearch: () => void
  readonly onClearFacet: (facet: FacetName) => void
  readonly onSort: (sort: ExcerptSort) => void
  readonly onColumn: (column: ColumnName) => void
  /** Where the window is narrow the filters lie over the table. */
  readonly onFilters: () => void
}

/** Above the table: how many there are, what it is narrowed by, and the ways to find, sort and take out. */
export function ExcerptBar(props: ExcerptBarProps) {
  const { filter, sort, columns, result } = props
  return (
    <div className="pm-excerpt-bar">
      <IconButton label="Filters" keys="Ctrl+B" className="pm-only-narrow" onPress={props.onFilters}>
        <Icon of={ListFilter} />
      </IconButton>
      <div className="pm-excerpt-what">
        {props.bulk ?? (
          <>
            <p className="pm-excerpt-count pm-num">{result === undefined ? '' : resultWords(result)}</p>
            {result !== undefined && (
              <p className="pm-muted pm-num pm-only-wide pm-excerpt-documents">
                {shownNumber(result.documents)}{' '}
                {counted(result.documents, 'document', 'documents').replace(/^\d+ /u, '')}
              </p>
            )}
            {result !== undefined &&
              chosenFacets(filter).map(facet => (
                <FacetChip
                  key={facet}
                  title={facetWords[facet]}
                  words={chosenWords(facet, filter, result.facets)}
                  onRemove={() => props.onClearFacet(facet)}
                />
              ))}
          </>
        )}
      </div>
      <div className="pm-excerpt-search">
        <SearchField
          ref={props.search}
          label="Find in excerpts"
          placeholder="Find in excerpts"
          keys="/"
          value={filter.text}
          onChange={props.onText}
          onLeave={props.onLeaveSearch}
        />
      </div>
      <TextMenuButton
        label="Sort"
        look="quiet"
        className="pm-bar-button"
        icon={<Icon of={ArrowUpDown} />}
        entries={[
          ...sortNames.map(id => ({ id, name: sortWords[id], checked: sort.by === id })),
          'separator',
          { id: 'descending' as const, name: 'Last first', checked: sort.descending },
        ]}
        onChoose={(id: SortName | 'descending') =>
          props.onSort(id === 'descending' ? { ...sort, descending: !sort.descending } : { by: id, descending: false })
        }
      >
        Sort
      </TextMenuButton>
      <TextMenuButton
        label="Columns"
        look="quiet"
        className="pm-bar-button"
        icon={<Icon of={Columns3} />}
        entries={choosableColumns.map(({ name, title }) => ({ id: name, name: title, checked: columns.has(name) }))}
        onChoose={props.onColumn}
      >
        Columns
      </TextMenuButton>
      {props.exporting}
    </div>
  )
}

interface FacetChipProps {
  readonly title: string
  readonly words: string
  readonly onRemove: () => void
}

/** What the table is narrowed by in one facet, with the way to let it go. */
function FacetChip({ title, words, onRemove }: FacetChipProps) {
  return (
    <span className="pm-chip pm-facet-chip">
      <span className="pm-ell">
        {title}: <b>{words}</b>
      </span>
      <button
        type="button"
        className="pm-chip-remove"
        aria-label={`Clear ${title}`}
        title={`Clear ${title}`}
        onClick={onRemove}
      >
        <Icon of={X} size={14} />
      </button>
    </span>
  )
}
