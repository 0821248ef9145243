import { ArrowDownNarrowWide, Ellipsis, Plus, Trash2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { DocumentRow, ReadingProgress } from '#app/contract/values'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Menu } from '../../components/Menu'
import { MenuButton } from '../../components/MenuButton'
import { PaneHeader } from '../../components/PaneHeader'
import { SearchField } from '../../components/SearchField'
import { DocumentList } from './DocumentList'
import { type DocumentAction, documentActions } from './document-actions'
import { LibraryEmpty } from './LibraryEmpty'
import './LibraryPane.css'
import {
  countByFilter,
  type Filter,
  type FoundInTexts,
  foundWords,
  listed,
  type Sort,
  sorts,
  sortWords,
} from './library-rows'
import { StatusFilter } from './StatusFilter'

export interface LibraryPaneProps {
  readonly workspaceName: string
  /** Living documents, in the order in which they are to be listed. */
  readonly documents: readonly DocumentRow[]
  readonly selected: DocumentId | null
  readonly readOnly: boolean
  /** How far the documents are read, while they are not all. */
  readonly reading?: ReadingProgress | undefined
  readonly found: FoundInTexts
  /** Wishes to know it of other words; `''` for none. */
  readonly onSearch: (typed: string) => void
  readonly onOpen: (document: DocumentId) => void
  readonly onImport: () => void
  /** Asks to remove a document. */
  readonly onRemove: (document: DocumentId) => void
  /** Asks for a new text of a document. */
  readonly onNewVersion: (document: DocumentId) => void
  /** Shows what was removed; absent where nothing was. */
  readonly onBin?: (() => void) | undefined
  readonly onSetProgress: (document: DocumentId, progress: DocumentRow['progress']) => void
}

/** The documents of the workspace: searched, filtered, opened; reports what is to be done with one. */
export function LibraryPane(props: LibraryPaneProps) {
  const { documents, selected, readOnly, found } = props
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [asked, setAsked] = useState<{ readonly row: DocumentRow; readonly at: DOMPointInit } | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useState<Sort>('added')
  const shown = useMemo(
    () => listed(documents, { filter, sort, typed }, found.passages),
    [documents, filter, sort, typed, found.passages],
  )
  const counts = useMemo(() => countByFilter(documents), [documents])
  const open = documents.find(row => row.id === selected)

  /** What is listed changes: it is seen from the first on. */
  const toTop = (): void => {
    if (list.current !== null) list.current.scrollTop = 0
  }
  const search = (text: string): void => {
    setTyped(text)
    props.onSearch(text)
    toTop()
  }
  const narrow = (to: Filter): void => {
    setFilter(to)
    toTop()
  }
  const act = (row: DocumentRow, action: DocumentAction): void => {
    setAsked(undefined)
    if (action === 'remove') props.onRemove(row.id)
    else if (action === 'new-version') props.onNewVersion(row.id)
    else props.onSetProgress(row.id, action)
  }
  return (
    <nav className="pm-pane pm-library" aria-label="Library">
      <PaneHeader title={props.workspaceName}>
        {documents.length > 1 && (
          <MenuButton
            label="Sort"
            entries={sortEntries(sort)}
            onChoose={to => {
              setSort(to)
              toTop()
            }}
          >
            <Icon of={ArrowDownNarrowWide} />
          </MenuButton>
        )}
        {open !== undefined && !readOnly && (
          <MenuButton label="Document actions" entries={documentActions(open)} onChoose={action => act(open, action)}>
            <Icon of={Ellipsis} />
          </MenuButton>
        )}
        {!readOnly && (
          <IconButton label="Import files" keys="Ctrl+O" onPress={props.onImport}>
            <Icon of={Plus} />
          </IconButton>
        )}
      </PaneHeader>
      {documents.length > 0 && (
        <div className="pm-library-tools">
          <SearchField
            label="Find in the library"
            placeholder="Find in titles and texts"
            keys="/"
            value={typed}
            onChange={search}
            onLeave={() => list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus()}
          />
          <StatusFilter filter={filter} counts={counts} onFilter={narrow} />
          <p className="pm-library-found" role="status">
            {typed.trim() !== '' && !found.looking && foundWords(shown)}
          </p>
        </div>
      )}
      {props.reading !== undefined && (
        <p className="pm-library-reading">
          Reading the documents: {props.reading.done.toLocaleString('en')} of {props.reading.total.toLocaleString('en')}
        </p>
      )}
      {shown.length === 0 ? (
        <div className="pm-documents pm-scroll">
          <LibraryEmpty
            total={documents.length}
            reading={props.reading !== undefined}
            filter={filter}
            looking={found.looking}
            onFilter={() => narrow('all')}
            onAll={() => {
              search('')
              narrow('all')
            }}
          />
        </div>
      ) : (
        <DocumentList
          list={list}
          listed={shown}
          selected={selected}
          fromFirst={typed.trim() !== ''}
          onOpen={props.onOpen}
          onActions={(row, at) => !readOnly && setAsked({ row, at })}
          onRemove={document => !readOnly && props.onRemove(document)}
        />
      )}
      {props.onBin !== undefined && (
        <button type="button" className="pm-library-bin" onClick={props.onBin}>
          <Icon of={Trash2} size={14} />
          Removed documents
        </button>
      )}
      {asked !== undefined && (
        <Menu
          label={`Actions for ${asked.row.headline}`}
          entries={documentActions(asked.row)}
          anchor={{ left: asked.at.x ?? 0, top: asked.at.y ?? 0, bottom: asked.at.y ?? 0 }}
          start="first"
          onChoose={action => act(asked.row, action)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </nav>
  )
}

function sortEntries(current: Sort) {
  return sorts.map(id => ({ id, name: sortWords[id], checked: id === current }))
}
