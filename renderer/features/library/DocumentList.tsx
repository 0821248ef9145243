// biome-ignore-all lint/a11y/useSemanticElements: of the list only the rows near the view are in the page
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { DocumentRow } from '#app/contract/values'
import { indexOfLetter } from '../../components/menu-model'
import { VirtualRows } from '../../components/VirtualRows'
import { scrollToRow } from '../../components/visible-rows'
import { DocumentOption } from './DocumentOption'
import './DocumentList.css'
import type { ListedDocument } from './library-rows'

/** Of a row in CSS pixels, as in `DocumentOption.css`: without and with a passage of the text. */
const rowHeights = { plain: 100, found: 118 } as const

export interface DocumentListProps {
  readonly listed: readonly ListedDocument[]
  readonly selected: DocumentId | null
  /** Tab and the search lead to the first document, not to the selected one. */
  readonly fromFirst: boolean
  /** What scrolls. */
  readonly list: RefObject<HTMLDivElement | null>
  readonly onOpen: (document: DocumentId) => void
  readonly onActions: (row: DocumentRow, at: { readonly x: number; readonly y: number }) => void
  readonly onRemove: (document: DocumentId) => void
}

/**
 * The list of documents, of which only those near the view are in the page: arrows, pages, Home, End and first letters
 * move the focus, Enter opens, Delete asks to remove.
 */
export function DocumentList(props: DocumentListProps) {
  const { listed, selected, list } = props
  const rowHeight = listed.some(({ passage }) => passage !== undefined) ? rowHeights.found : rowHeights.plain
  const { at, moveTo, enter, leave } = useActive(props, rowHeight)

  function onKeyDown(event: KeyboardEvent): void {
    const row = listed[at]?.row
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1)
    const to = stepOf(event.key, at, page, listed)
    if (event.key === 'Enter' || event.key === ' ') props.onOpen(row.id)
    else if (event.key === 'Delete') props.onRemove(row.id)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const { left, bottom } = event.target instanceof Element ? event.target.getBoundingClientRect() : new DOMRect()
      props.onActions(row, { x: left, y: bottom })
    } else if (to !== undefined) moveTo(to)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Documents"
      className="pm-documents pm-scroll"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && leave()}
    >
      <VirtualRows
        count={listed.length}
        rowHeight={rowHeight}
        keep={at}
        row={(index, top) => {
          const one = listed[index]
          if (one === undefined) return null
          return (
            <DocumentOption
              key={one.row.id}
              listed={one}
              place={{ top, height: rowHeight, index, count: listed.length }}
              selected={one.row.id === selected}
              reached={index === at}
              onFocus={() => enter(one.row.id)}
              onOpen={() => props.onOpen(one.row.id)}
              onActions={point => props.onActions(one.row, point)}
            />
          )
        }}
      />
    </div>
  )
}

/** Where a key leads to; `undefined` for one that leads nowhere. */
function stepOf(key: string, at: number, page: number, listed: readonly ListedDocument[]): number | undefined {
  const last = listed.length - 1
  const steps: { readonly [key: string]: number } = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const step = steps[key]
  if (step !== undefined) return Math.min(Math.max(0, step), last)
  return indexOfLetter(
    key,
    listed.map(({ row }) => row.headline),
    at,
  )
}

/**
 * The option that Tab reaches: the one that has the focus, else the selected or the first. Keeps it and a newly selected
 * one in view.
 */
function useActive({ listed, selected, fromFirst, list }: DocumentListProps, rowHeight: number) {
  const [focused, setFocused] = useState<DocumentId | undefined>(undefined)
  const moving = useRef(false)
  const indexOf = (id: DocumentId | null | undefined) => listed.findIndex(({ row }) => row.id === id)
  const own = indexOf(focused)
  const usual = fromFirst ? 0 : Math.max(0, indexOf(selected))
  const at = own >= 0 ? own : usual
  const latest = useRef({ indexOf, rowHeight })
  latest.current = { indexOf, rowHeight }

  const reveal = (index: number): void => {
    const element = list.current
    if (element === null || index < 0) return
    const view = { top: element.scrollTop, height: element.clientHeight, head: 0 }
    const to = scrollToRow(index, latest.current.rowHeight, view)
    if (to !== undefined) element.scrollTop = to
  }
  useLayoutEffect(() => {
    if (!moving.current) return
    moving.current = false
    list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus({ preventScroll: true })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newly selected one is brought into view
  useEffect(() => reveal(latest.current.indexOf(selected)), [selected])
  return {
    at,
    moveTo: (index: number) => {
      moving.current = true
      setFocused(listed[index]?.row.id)
      reveal(index)
    },
    enter: (id: DocumentId) => setFocused(id),
    leave: () => setFocused(undefined),
  }
}
