import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExcerptRow } from '#app/contract/excerpt-query'
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
import type { AppState } from './state/app-state'
import { chosenIds, isFiltered } from './state/excerpt-state'
import { registerOf, tagOptions } from './state/selectors'

export interface ExcerptsProps {
  readonly model: AppModel
  readonly state: AppState
  readonly panes: Panes
}

/** The filters beside the table, as the state has them. */
export function ExcerptFilters({ model, state }: Pick<ExcerptsProps, 'model' | 'state'>) {
  const { filter, result } = state.excerpts
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

/** The table of excerpts as the state has it; what it wishes becomes questions to the machine, and edits. */
export function Excerpts({ model, state, panes }: ExcerptsProps) {
  const { excerpts } = model
  const { result, selected, exporting, drawer } = state.excerpts
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [tagging, setTagging] = useState(false)
  const readOnly = state.workspace?.readOnly !== undefined
  const total = result?.total ?? 0
  useFocusOnce(grid, total > 0)
  const onWish = useCallback(
    (wish: GridWish) => {
      if (wish.do === 'tag') setTagging(!readOnly)
      else runWish(model, wish)
    },
    [model, readOnly],
  )
  const exported = exporting.selected && selected.size > 0 ? selected.size : total
  return (
    <main className="pm-pane" aria-label="Excerpts">
      <ExcerptBar
        {...state.excerpts}
        search={search}
        bulk={
          selected.size === 0 ? undefined : (
            <BulkBar
              count={selected.size}
              readOnly={readOnly}
              tags={result?.facets.tag ?? []}
              onTag={() => setTagging(true)}
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
      {result !== undefined && total === 0 ? (
        <div className="pm-scroll pm-excerpt-none">
          <ExcerptsEmpty all={result.all} onRead={excerpts.leave} onClear={excerpts.clearFilter} />
        </div>
      ) : (
        <ExcerptGrid
          {...state.excerpts}
          total={total}
          rows={result?.rows ?? noRows}
          singleKeys={state.info?.preferences?.singleKeys !== false}
          grid={grid}
          onWish={onWish}
          onToggle={excerpts.toggleSelected}
          onOpen={row => void excerpts.openInText(row)}
          onSort={excerpts.sortBy}
          onRange={excerpts.need}
        />
      )}
      {drawer !== undefined && (
        <ExportDrawer
          settings={exporting}
          preview={drawer.preview}
          total={total}
          selected={selected.size}
          height={panes.widths.drawer}
          onResize={(height, dragging) => panes.resize('drawer', height, dragging)}
          onSettings={excerpts.setExport}
          onClose={() => {
            excerpts.closePreview()
            grid.current?.focus()
          }}
        />
      )}
      {tagging && (
        <TagDialog
          count={chosenIds(state.excerpts).length}
          tags={tagOptions(registerOf(state.queue.current, 'codebook'))}
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

const noRows: ReadonlyMap<number, ExcerptRow> = new Map()

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
