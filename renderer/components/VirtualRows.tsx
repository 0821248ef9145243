import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import './VirtualRows.css'
import { beyond, type RowRange, rowsWithin, visibleRows } from './visible-rows'
import { watchScroll } from './watch-scroll'

export interface VirtualRowsProps {
  readonly count: number
  /** Of every row, in pixels. */
  readonly rowHeight: number
  /** A row that is drawn wherever it is, since something points to it. */
  readonly keep?: number
  /** Draws a row; `top` is where in the list it stands. */
  readonly row: (index: number, top: number) => ReactNode
  readonly onRange?: (range: RowRange) => void
}

/**
 * A long list of rows of one height, of which only those near the view are in the page; the nearest `pm-scroll` around
 * it is what scrolls. Reports which rows those are.
 */
export function VirtualRows({ count, rowHeight, keep, row, onRange }: VirtualRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const { first, last } = rowsWithin(useRange(rowHeight, list), count)
  useEffect(() => onRange?.({ first, last }), [first, last, onRange])
  const shown: number[] = []
  if (keep !== undefined && keep < first) shown.push(keep)
  for (let index = first; index <= last; index += 1) shown.push(index)
  if (keep !== undefined && keep > last && keep < count) shown.push(keep)
  return (
    <div ref={list} className="pm-virtual-rows" role="presentation" style={{ height: `${count * rowHeight}px` }}>
      {shown.map(index => row(index, index * rowHeight))}
    </div>
  )
}

/**
 * The rows in view, however many there are: another number of them needs no look at the page. Those beyond the view come
 * when what is in view is on the screen.
 */
function useRange(rowHeight: number, list: RefObject<HTMLElement | null>): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, last: -1 })
  useLayoutEffect(() => {
    const rows = list.current
    const element = rows?.closest('.pm-scroll')
    if (rows == null || element == null) return
    let more = 0
    const measure = (): void => {
      const top = element.getBoundingClientRect().top - rows.getBoundingClientRect().top
      const next = visibleRows(rowHeight, top, element.clientHeight, more)
      setRange(now => (now.first === next.first && now.last === next.last ? now : next))
    }
    const stop = watchScroll(element, measure, rows)
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        more = beyond
        measure()
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [rowHeight, list])
  return range
}
