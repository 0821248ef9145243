import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { rowsInView, topsOf } from './tall-rows'
import { watchScroll } from './watch-scroll'

export interface TallRowsProps {
  readonly count: number
  /** About how high a row is, in pixels, until it was drawn. */
  readonly usualHeight: (index: number) => number
  /** Of the whole list. */
  readonly label: string
  readonly className: string
  /** What stands in a row. */
  readonly row: (index: number) => ReactNode
}

/**
 * A long list of rows each as high as what stands in it, which scrolls; only those near the view are in the page. What is read out
 * says of how many it is one.
 */
export function TallRows({ count, usualHeight, label, className, row }: TallRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [measured, setMeasured] = useState<ReadonlyMap<number, number>>(new Map())
  const tops = topsOf(count, index => measured.get(index) ?? usualHeight(index))
  const { first, last } = rowsInView(tops, view.top, view.height)

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    const measure = () => {
      const next = { top: element.scrollTop, height: element.clientHeight }
      setView(now => (now.top === next.top && now.height === next.height ? now : next))
    }
    return watchScroll(element, measure)
  }, [])
  useLayoutEffect(() => {
    const changed = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].flatMap(element => {
      const index = Number(element.dataset.row)
      const height = element.offsetHeight
      return measured.get(index) === height || height === 0 ? [] : [[index, height] as const]
    })
    if (changed.length > 0) setMeasured(now => new Map([...now, ...changed]))
  })

  const rest = (tops[count] ?? 0) - (tops[last + 1] ?? 0)
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  return (
    <ul ref={list} className={className} aria-label={label}>
      {shown.map(index => (
        <li
          key={index}
          data-row={index}
          aria-posinset={index + 1}
          aria-setsize={count}
          // The room of the rows that are not in the page: the list's children are rows and nothing else.
          style={{ marginTop: index === first ? tops[first] : 0, marginBottom: index === last ? rest : 0 }}
        >
          {row(index)}
        </li>
      ))}
    </ul>
  )
}
