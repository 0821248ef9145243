import type { ReactNode, Ref } from 'react'
import { ListBox } from 'react-aria-components/ListBox'
import type { DocumentId } from '#annotations/model/ids'
import type { DocumentRow } from '#app/contract/values'
import { DocumentOption } from './DocumentOption'
import './DocumentList.css'

export interface DocumentListProps {
  readonly rows: readonly DocumentRow[]
  readonly selected: DocumentId | null
  /** Shown instead of rows. */
  readonly empty: ReactNode
  readonly ref?: Ref<HTMLDivElement>
  readonly onOpen: (document: DocumentId) => void
  readonly onActions: (row: DocumentRow, at: { readonly x: number; readonly y: number }) => void
  readonly onRemove: (document: DocumentId) => void
}

/** The list of documents: arrows move the focus, Enter opens, Delete asks to remove. */
export function DocumentList({ rows, selected, empty, ref, onOpen, onActions, onRemove }: DocumentListProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach it come from its options
    <div
      className="pm-documents pm-scroll"
      ref={ref}
      onKeyDown={event => {
        const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
        const row = rows.find(one => one.id === option?.getAttribute('data-key'))
        if (row === undefined) return
        if (event.key === 'Delete') onRemove(row.id)
        if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
          const { left, bottom } = option?.getBoundingClientRect() ?? { left: 0, bottom: 0 }
          event.preventDefault()
          onActions(row, { x: left, y: bottom })
        }
      }}
    >
      <ListBox
        className="pm-document-list"
        aria-label="Documents"
        items={rows}
        dependencies={[rows]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={keys => {
          const row = rows.find(one => keys === 'all' || keys.has(one.id))
          if (row !== undefined && row.id !== selected) onOpen(row.id)
        }}
        renderEmptyState={() => empty}
      >
        {row => <DocumentOption row={row} onActions={at => onActions(row, at)} />}
      </ListBox>
    </div>
  )
}
