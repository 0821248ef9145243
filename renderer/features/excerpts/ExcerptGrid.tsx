// biome-ignore-all lint/a11y/useSemanticElements: of a table only the rows near the view are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points to the row, the heads' buttons have theirs
import {
  type CSSProperties,
  memo,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import type { ExcerptRow, ExcerptSort } from '#app/contract/excerpt-query'
import { VirtualRows } from '../../components/VirtualRows'
import { type RowRange, scrollToRow } from '../../components/visible-rows'
import type { ColumnName } from '../../state/excerpt-state'
import { type Column, fittingColumns, gridTemplate, leastWidth } from './columns'
import { ExcerptCell } from './ExcerptCell'
import './ExcerptGrid.css'
import '../../components/Tick.css'
import { GridHead, Tick } from './GridHead'
import { type GridWish, gridWish } from './grid-keys'

const rowHeight = 53
const headHeight = 32

export interface ExcerptGridProps {
  readonly total: number
  /** By place; one that has not come yet is shown as such. */
  readonly rows: ReadonlyMap<number, ExcerptRow>
  readonly columns: ReadonlySet<ColumnName>
  readonly sort: ExcerptSort
  readonly active: number
  readonly selected: ReadonlySet<AnnotationId>
  /** A new object brings that row into view. */
  readonly reveal: { readonly row: number } | undefined
  readonly singleKeys: boolean
  readonly grid: RefObject<HTMLDivElement | null>
  readonly onWish: (wish: GridWish) => void
  readonly onToggle: (row: number) => void
  readonly onOpen: (row: number) => void
  readonly onSort: (sort: ExcerptSort) => void
  readonly onRange: (first: number, last: number) => void
}

/** All excerpts as a table of which only the rows near the view are in the page. Reports what keys and presses wish. */
export function ExcerptGrid(props: ExcerptGridProps) {
  const { grid, total, active, selected, rows, onRange, onWish } = props
  const width = useWidth(grid)
  const columns = useMemo(() => fittingColumns(props.columns, width), [props.columns, width])
  const reportRange = useCallback(({ first, last }: RowRange) => onRange(first, last), [onRange])
  const pickAll = useCallback(() => onWish({ do: 'select-all' }), [onWish])
  const unpick = useCallback(() => onWish({ do: 'clear' }), [onWish])
  const leaveHead = useCallback(() => grid.current?.focus(), [grid])
  useReveal(grid, props.reveal, total)
  const picked = selected.size === 0 ? 'none' : selected.size < total ? 'some' : 'all'
  const page = () => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
  return (
    <div
      ref={grid}
      role="grid"
      className="pm-excerpt-grid pm-scroll"
      aria-label="Excerpts"
      aria-multiselectable
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={total > 0 ? rowId(active) : undefined}
      tabIndex={0}
      style={{ '--columns': gridTemplate(columns), '--columns-width': `${leastWidth(columns)}px` } as CSSProperties}
      onKeyDown={event => {
        if (event.target !== event.currentTarget) return
        const wish = gridWish(event, { row: active, count: total, page: page(), singleKeys: props.singleKeys })
        if (wish === undefined) return
        event.preventDefault()
        if (wish.do === 'head') grid.current?.querySelectorAll<HTMLElement>('[role=columnheader] > button')[1]?.focus()
        else props.onWish(wish)
      }}
    >
      <GridHead
        columns={columns}
        sort={props.sort}
        picked={picked}
        onSort={props.onSort}
        onPickAll={pickAll}
        onUnpick={unpick}
        onLeave={leaveHead}
      />
      <VirtualRows
        count={total}
        rowHeight={rowHeight}
        keep={active}
        onRange={reportRange}
        row={(index, top) => {
          const row = rows.get(index)
          return (
            <Row
              key={index}
              index={index}
              top={top}
              row={row}
              columns={columns}
              active={index === active}
              selected={row !== undefined && selected.has(row.id)}
              onWish={onWish}
              onToggle={props.onToggle}
              onOpen={props.onOpen}
            />
          )
        }}
      />
    </div>
  )
}

/** The id of the element of a row, for what points to it. */
function rowId(index: number): string {
  return `pm-excerpt-${index}`
}

interface RowProps extends Pick<ExcerptGridProps, 'onWish' | 'onToggle' | 'onOpen'> {
  readonly index: number
  readonly top: number
  readonly row: ExcerptRow | undefined
  readonly columns: readonly Column[]
  readonly active: boolean
  readonly selected: boolean
}

const Row = memo(function Row({ index, top, row, columns, active, selected, onWish, onToggle, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined ? true : undefined}
      className={active ? 'pm-excerpt-row pm-excerpt-item pm-active' : 'pm-excerpt-row pm-excerpt-item'}
      style={{ top: `${top}px` }}
      onClick={event => {
        const onTick = event.target instanceof Element && event.target.closest('.pm-excerpt-pick') !== null
        if (onTick || event.ctrlKey || event.metaKey) onToggle(index)
        else onWish({ do: 'go', row: index, extend: event.shiftKey })
      }}
      onDoubleClick={() => onOpen(index)}
    >
      <span role="gridcell" aria-colindex={1} className="pm-excerpt-pick">
        <Tick state={selected ? 'on' : 'off'} />
      </span>
      {columns.map(({ name }, n) => (
        <span key={name} role="gridcell" aria-colindex={n + 2}>
          {row === undefined ? <span className="pm-excerpt-wait" /> : <ExcerptCell column={name} row={row} />}
        </span>
      ))}
    </div>
  )
})

function useReveal(
  grid: RefObject<HTMLDivElement | null>,
  reveal: { readonly row: number } | undefined,
  total: number,
): void {
  const done = useRef<{ readonly row: number } | undefined>(undefined)
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null || reveal === undefined || done.current === reveal || total === 0) return
    done.current = reveal
    const view = { top: element.scrollTop, height: element.clientHeight, head: headHeight }
    const to = scrollToRow(reveal.row, rowHeight, view)
    if (to !== undefined) element.scrollTop = to
  }, [grid, reveal, total])
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = (): void => setWidth(current.clientWidth)
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(current)
    return () => resized.disconnect()
  }, [element])
  return width
}
