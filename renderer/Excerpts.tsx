import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { BulkBar } from './features/excerpts/BulkBar'
import { ExcerptBar } from './features/excerpts/ExcerptBar'
import { ExcerptGrid } from './features/excerpts/ExcerptGrid'
import { ExcerptsEmpty } from './features/excerpts/ExcerptsEmpty'
import { ExportButton } from './features/excerpts/ExportButton'
import { ExportDrawer } from './features/excerpts/ExportDrawer'
import { FacetPane } from './features/excerpts/FacetPane'
import type { GridWish } from './features/excerpts/grid-keys'
import { TagDialog } from './features/excerpts/TagDialog'
import type { Panes } from './features/shell/use-panes'
import type { AppModel } from './state/app-model'
import { chosenIds, type ExcerptsState, isFiltered } from './state/excerpt-state'
import { registerOf, tagOptions } from './state/selectors'
import { useSelected } from './state/store'

export interface ExcerptsProps {
  readonly model: AppModel
  readonly panes: Panes
}

type Grid = RefObject<HTMLDivElement | null>

/** The filters beside the table, as the state has them. */
export function ExcerptFilters({ model }: Pick<ExcerptsProps, 'model'>) {
  const filter = useTable(model, table => table.filter)
  const result = useTable(model, table => table.result)
  return (
    <FacetPane
      filter={filter}
      facets={result?.facets}
      moreValues={result?.moreValues}
      filtered={isFiltered(filter)}
      onToggle={model.excerpts.toggle}
      onFurther={model.excerpts.wantAllValues}
      onClear={model.excerpts.clearFilter}
    />
  )
}

/**
 * The table of excerpts as the state has it; what it wishes becomes questions to the machine, and edits. Each part looks at
 * what it shows alone, so that rows which come while one scrolls draw nothing else.
 */
export function Excerpts({ model, panes }: ExcerptsProps) {
  const { excerpts } = model
  const result = useTable(model, table => table.result)
  const drawer = useTable(model, table => table.drawer !== undefined)
  const grid = useRef<HTMLDivElement>(null)
  const [tagging, setTagging] = useState(false)
  const readOnly = useReadOnly(model)
  useFocusOnce(grid, (result?.total ?? 0) > 0)
  const askTag = useCallback(() => setTagging(!readOnly), [readOnly])
  return (
    <main className="pm-pane" aria-label="Excerpts">
      <Bar model={model} panes={panes} grid={grid} onTag={askTag} />
      {result !== undefined && result.total === 0 ? (
        <div className="pm-scroll pm-excerpt-none">
          <ExcerptsEmpty all={result.all} onRead={excerpts.leave} onClear={excerpts.clearFilter} />
        </div>
      ) : (
        <Rows model={model} grid={grid} onTag={askTag} />
      )}
      {drawer && <Drawer model={model} panes={panes} grid={grid} />}
      {tagging && (
        <TagDialog
          count={chosenIds(model.store.get().excerpts).length}
          tags={tagOptions(registerOf(model.store.get().queue.current, 'codebook'))}
          onChoose={choice => {
            setTagging(false)
            void excerpts.addTag('id' in choice ? choice : { create: choice.create.split('/') })
            grid.current?.focus()
          }}
          onClose={() => setTagging(false)}
        />
      )}
    </main>
  )
}

interface PartProps {
  readonly model: AppModel
  readonly grid: Grid
}

interface BarProps extends PartProps, ExcerptsProps {
  readonly onTag: () => void
}

/** What stands above the table. */
function Bar({ model, panes, grid, onTag }: BarProps) {
  const { excerpts } = model
  const filter = useTable(model, table => table.filter)
  const sort = useTable(model, table => table.sort)
  const columns = useTable(model, table => table.columns)
  const result = useTable(model, table => table.result)
  const selected = useTable(model, table => table.selected)
  const exporting = useTable(model, table => table.exporting)
  const drawer = useTable(model, table => table.drawer)
  const readOnly = useReadOnly(model)
  const search = useRef<HTMLInputElement>(null)
  const exported = exporting.selected && selected.size > 0 ? selected.size : (result?.total ?? 0)
  return (
    <ExcerptBar
      filter={filter}
      sort={sort}
      columns={columns}
      result={result}
      search={search}
      bulk={
        selected.size === 0 ? undefined : (
          <BulkBar
            count={selected.size}
            readOnly={readOnly}
            tags={result?.facets.tag ?? []}
            onTag={onTag}
            onDropTag={tag => void excerpts.dropTag(tag)}
            onStatus={status => void excerpts.setStatus(status)}
            onClear={() => {
              excerpts.clearSelection()
              grid.current?.focus()
            }}
          />
        )
      }
      exporting={
        <ExportButton
          count={exported}
          settings={exporting}
          preview={drawer?.preview}
          onExport={() => void excerpts.exportShown()}
          onFormat={format => {
            excerpts.setExport({ format })
            excerpts.openPreview()
          }}
          onPreview={excerpts.openPreview}
        />
      }
      onText={excerpts.setText}
      onLeaveSearch={() => grid.current?.focus()}
      onClearFacet={excerpts.clearFacet}
      onSort={excerpts.sortBy}
      onColumn={excerpts.toggleColumn}
      onFilters={panes.toggleLibrary}
    />
  )
}

interface RowsProps extends PartProps {
  readonly onTag: () => void
}

/** The rows, of which it looks at those alone that have come. */
function Rows({ model, grid, onTag }: RowsProps) {
  const { excerpts } = model
  const total = useTable(model, table => table.result?.total ?? 0)
  const rows = useTable(model, table => table.rows)
  const columns = useTable(model, table => table.columns)
  const sort = useTable(model, table => table.sort)
  const active = useTable(model, table => table.active)
  const selected = useTable(model, table => table.selected)
  const reveal = useTable(model, table => table.reveal)
  const singleKeys = useSelected(model.store, state => state.info?.preferences?.singleKeys !== false)
  const onWish = useCallback((wish: GridWish) => (wish.do === 'tag' ? onTag() : runWish(model, wish)), [model, onTag])
  const onOpen = useCallback((row: number) => void excerpts.openInText(row), [excerpts])
  return (
    <ExcerptGrid
      total={total}
      rows={rows}
      columns={columns}
      sort={sort}
      active={active}
      selected={selected}
      reveal={reveal}
      singleKeys={singleKeys}
      grid={grid}
      onWish={onWish}
      onToggle={excerpts.toggleSelected}
      onOpen={onOpen}
      onSort={excerpts.sortBy}
      onRange={excerpts.need}
    />
  )
}

/** What is about to be exported, below the table. */
function Drawer({ model, panes, grid }: PartProps & ExcerptsProps) {
  const { excerpts } = model
  const settings = useTable(model, table => table.exporting)
  const preview = useTable(model, table => table.drawer?.preview)
  const total = useTable(model, table => table.result?.total ?? 0)
  const selected = useTable(model, table => table.selected.size)
  return (
    <ExportDrawer
      settings={settings}
      preview={preview}
      total={total}
      selected={selected}
      height={panes.widths.drawer}
      onResize={(height, dragging) => panes.resize('drawer', height, dragging)}
      onSettings={excerpts.setExport}
      onClose={() => {
        excerpts.closePreview()
        grid.current?.focus()
      }}
    />
  )
}

/** A part of the table's state, the same object as long as it has not changed. */
function useTable<Part>({ store }: AppModel, part: (table: ExcerptsState) => Part): Part {
  return useSelected(store, state => part(state.excerpts))
}

function useReadOnly({ store }: AppModel): boolean {
  return useSelected(store, state => state.workspace?.readOnly !== undefined)
}

/** What a key or press in the table does; each reads the state as it is then. */
function runWish({ excerpts, store }: AppModel, wish: GridWish): void {
  const { active } = store.get().excerpts
  switch (wish.do) {
    case 'go':
      return excerpts.go(wish.row, wish.extend)
    case 'open':
      return void excerpts.openInText(active)
    case 'toggle':
      return excerpts.toggleSelected(active)
    case 'select-all':
      return excerpts.selectAll()
    case 'clear':
      return excerpts.clearSelection()
    case 'export':
      return void excerpts.exportShown()
    default:
  }
}

/** The table takes the focus when it is shown, unless it was shown by going along the views. */
function useFocusOnce(grid: { readonly current: HTMLElement | null }, ready: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    if (document.activeElement?.closest('[role=tablist]') == null) grid.current?.focus({ preventScroll: true })
  }, [grid, ready])
}
