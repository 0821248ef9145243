// biome-ignore-all lint/a11y/useSemanticElements: of a table only the rows near the view are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points to the row, the heads' buttons have theirs
import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import type { ExcerptSort } from '#app/contract/excerpt-query'
import { Icon } from '../../components/Icon'
import { nextIndex } from '../../components/menu-model'
import type { Column } from './columns'

export interface GridHeadProps {
  readonly columns: readonly Column[]
  readonly sort: ExcerptSort
  readonly picked: 'none' | 'some' | 'all'
  readonly onSort: (sort: ExcerptSort) => void
  readonly onPickAll: () => void
  readonly onUnpick: () => void
  /** Arrow down: back to the rows. */
  readonly onLeave: () => void
}

/** The heads of the columns; arrows move along them, Enter sorts, once more the other way. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns, sort, picked } = props
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="pm-excerpt-row pm-excerpt-head"
      onKeyDown={event => onHeadKey(event, props.onLeave)}
    >
      <span role="columnheader" className="pm-excerpt-pick" aria-colindex={1}>
        <button
          type="button"
          role="checkbox"
          tabIndex={-1}
          aria-checked={picked === 'some' ? 'mixed' : picked === 'all'}
          aria-label="Select all"
          title="Select all (Ctrl+A)"
          onClick={picked === 'none' ? props.onPickAll : props.onUnpick}
        >
          <Tick state={picked === 'none' ? 'off' : picked === 'some' ? 'mixed' : 'on'} />
        </button>
      </span>
      {columns.map((column, n) => (
        <ColumnHead key={column.name} column={column} index={n + 2} sort={sort} onSort={props.onSort} />
      ))}
    </div>
  )
})

interface ColumnHeadProps {
  readonly column: Column
  readonly index: number
  readonly sort: ExcerptSort
  readonly onSort: (sort: ExcerptSort) => void
}

function ColumnHead({ column, index, sort, onSort }: ColumnHeadProps) {
  const by = column.sort
  const sorted = by !== undefined && sort.by === by
  return (
    <span
      role="columnheader"
      aria-colindex={index}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : by === undefined ? undefined : 'none'}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-disabled={by === undefined}
        title={by === undefined ? undefined : `Sort by ${column.title.toLowerCase()}`}
        onClick={() => by !== undefined && onSort({ by, descending: sorted && !sort.descending })}
      >
        <span className="pm-ell">{column.title}</span>
        {sorted && by !== 'page' && <Icon of={sort.descending ? ArrowDown : ArrowUp} size={14} />}
      </button>
    </span>
  )
}

/** A tick box that is drawn: what it says is said by its row or button. */
export function Tick({ state }: { readonly state: 'on' | 'off' | 'mixed' }) {
  return (
    <span className="pm-tick" data-state={state} aria-hidden>
      {state !== 'off' && <Icon of={state === 'on' ? Check : Minus} size={12} />}
    </span>
  )
}

function onHeadKey(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = heads.indexOf(document.activeElement as HTMLElement)
  const to = event.ctrlKey || event.altKey ? undefined : nextIndex(event.key, at, heads.length, 'row')
  if (to !== undefined) heads[to]?.focus()
  else if (event.key === 'ArrowDown' || event.key === 'Escape') onLeave()
  else if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'ArrowUp') return
  event.stopPropagation()
  if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault()
}
