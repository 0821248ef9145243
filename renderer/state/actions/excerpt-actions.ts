import { registerNames, scopeRev } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import type { AuthorStatus } from '#annotations/model/annotation'
import type { AnnotationId, TagId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { FacetName } from '#app/contract/excerpt-facets'
import type { ExcerptChoice, ExcerptFilter, ExcerptSort } from '#app/contract/excerpt-query'
import type { JournalText } from '#app/contract/values'
import { bulkWords } from '../../features/excerpts/excerpt-words'
import type { AppState } from '../app-state'
import { toldOf } from '../edit-words'
import {
  type ColumnName,
  chosenIds,
  type ExcerptsState,
  type ExportSettings,
  noFilter,
  toggleValue,
  withColumn,
  withFacet,
  withSelected,
} from '../excerpt-state'
import type { Machine } from '../machine'
import { takeJournals } from '../pending-edits'
import { readJournals, refusals, type Saving } from '../saving'
import type { Store } from '../store'
import { createExcerptResults, type ExcerptResults } from './excerpt-results'
import { type TagChoice, tagOfPath } from './field-actions'
import type { MarkActions } from './mark-actions'
import type { OpenActions } from './open-actions'
import type { PreferenceActions } from './preference-actions'
import type { TrailNotes } from './trail-actions'

/** What a person does with the table of excerpts. */
export interface ExcerptActions extends Pick<ExcerptResults, 'prepare' | 'need' | 'wantAllValues'> {
  show(): void
  /** Shows the table with those alone that have a value of a facet. */
  showOnly(facet: FacetName, value: string): void
  leave(): void
  setText(text: string): void
  toggle(facet: FacetName, value: string): void
  clearFacet(facet: FacetName): void
  clearFilter(): void
  sortBy(sort: ExcerptSort): void
  toggleColumn(column: ColumnName): void
  /** Makes a row the active one; `extend` selects from where the range began. */
  go(row: number, extend: boolean): void
  toggleSelected(row: number): void
  selectAll(): void
  clearSelection(): void
  /** Opens the text at the excerpt of a row. */
  openInText(row: number): Promise<void>
  addTag(tag: TagChoice): Promise<void>
  dropTag(tag: TagId): Promise<void>
  setStatus(status: AuthorStatus): Promise<void>
  /** Takes back, or does again, the last edit anywhere in the workspace. */
  undo(which: 'undo' | 'redo'): Promise<void>
  setExport(settings: Partial<ExportSettings>): void
  openPreview(): void
  closePreview(): void
  exportShown(): Promise<void>
}

export interface ExcerptPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly open: OpenActions
  readonly marks: MarkActions
  readonly notes: TrailNotes
  readonly preferences: PreferenceActions
  readonly nextId: () => string
  readonly now: () => Date
}

export function createExcerptActions(ports: ExcerptPorts): ExcerptActions {
  const { store, machine, saving, open, marks, notes, preferences } = ports
  const results = createExcerptResults(store, machine, () => preview())

  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text }, told: undefined }))
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  function change(to: (excerpts: ExcerptsState) => ExcerptsState): void {
    store.set(state => {
      const excerpts = to(state.excerpts)
      return excerpts === state.excerpts ? state : { ...state, excerpts }
    })
  }

  /** Other rows: nothing is selected any more, and they are seen from the first on. */
  function ask(to: (excerpts: ExcerptsState) => Partial<ExcerptsState>): void {
    change(before => ({ ...before, active: 0, anchor: 0, reveal: { row: 0 }, ...to(before) }))
    results.need(0, 0)
    results.refresh(true)
  }
  const filterBy = (filter: ExcerptFilter) => ask(() => ({ filter, selected: new Set() }))

  const choice = (): ExcerptChoice => {
    const { filter, sort, exporting, selected } = store.get().excerpts
    return exporting.selected && selected.size > 0 ? { filter, sort, only: [...selected] } : { filter, sort }
  }

  async function idsBetween(from: number, count: number): Promise<readonly AnnotationId[]> {
    const { filter, sort, rows } = store.get().excerpts
    const here = Array.from({ length: count }, (_, n) => rows.get(from + n)?.id)
    if (here.every(id => id !== undefined)) return here
    const answer = await machine.call('excerpts.ids', { filter, sort, from, count })
    if (!answer.ok) fail(answer.error)
    const now = store.get().excerpts
    return answer.ok && now.filter === filter && now.sort === sort ? answer.value : []
  }

  async function selectRange(from: number, to: number): Promise<void> {
    const ids = await idsBetween(Math.min(from, to), Math.abs(to - from) + 1)
    // The keys may have gone on meanwhile.
    const { anchor, active } = store.get().excerpts
    if (ids.length > 0 && anchor === from && active === to) change(now => withSelected(now, ids, 'only'))
  }

  function go(row: number, extend: boolean): void {
    const { result, anchor } = store.get().excerpts
    if (result === undefined || result.total === 0) return
    const active = Math.min(Math.max(0, row), result.total - 1)
    change(now => ({ ...now, active, anchor: extend ? now.anchor : active, reveal: { row: active } }))
    if (extend) void selectRange(anchor, active)
  }

  async function bulk(
    what: { readonly add?: TagId[]; readonly drop?: TagId[]; readonly status?: AuthorStatus },
    done: string,
    made: readonly Act[] = [],
  ): Promise<void> {
    const annotations = [...chosenIds(store.get().excerpts)]
    if (annotations.length === 0) return
    const create = made.flatMap(act =>
      act.do === 'add-entry' ? [{ id: act.id, name: String(act.fields.name), ...parentOf(act.fields.parent) }] : [],
    )
    const answer = await write(stamp => machine.call('excerpts.bulk', { ...stamp, annotations, create, ...what }))
    if (answer !== undefined) announce(bulkWords(done, answer.changed, answer.left))
  }

  async function addTag(tag: TagChoice): Promise<void> {
    const { tag: id, acts } = 'id' in tag ? { tag: tag.id, acts: [] } : tagOfPath(store.get(), tag.create, ports.nextId)
    if (id !== undefined) await bulk({ add: [id] }, 'tagged', acts)
  }

  /** An edit that the machine makes: what is held back goes first, and what it changed here is taken over. */
  async function write<T extends { readonly journals: readonly JournalText[] }>(
    call: (
      stamp: Stamp,
    ) => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem }>,
  ): Promise<T | undefined> {
    await saving.flush()
    const { queue, save: before, opening } = store.get()
    // What waits for the disk comes first: the status bar offers to try again.
    const hindrance = opening
      ? { code: 'opening' }
      : queue.pending.length > 0 && before.is === 'failed'
        ? before.problem
        : undefined
    if (hindrance !== undefined) {
      fail(hindrance)
      return undefined
    }
    store.set(state => ({ ...state, wideEdits: state.wideEdits + 1, save: { is: 'saving' }, notice: undefined }))
    const edit = { id: ports.nextId(), at: ports.now().toISOString() }
    const answer = await call({ edit, base: loadedRevs(store.get()) })
    if (!answer.ok) {
      const save: AppState['save'] = refusals.has(answer.error.code)
        ? { is: 'saved', at: ports.now() }
        : { is: 'failed', problem: answer.error }
      store.set(state => ({ ...state, save }))
      if (save.is === 'saved') fail(answer.error)
      if (store.get().view === 'excerpts') results.refresh(false)
      return undefined
    }
    store.set(state => ({
      ...state,
      queue: takeJournals(state.queue, readJournals(answer.value.journals)),
      save: state.queue.pending.length > 0 ? state.save : { is: 'saved', at: ports.now() },
    }))
    if (store.get().view === 'excerpts') results.refresh(false)
    return answer.value
  }

  async function undo(which: 'undo' | 'redo'): Promise<void> {
    const answer = await write(stamp => machine.call('excerpts.undo', { ...stamp, which }))
    if (answer !== undefined) store.set(state => ({ ...state, ...toldOf(state, answer.edit, which) }))
  }

  let previews = 0
  function preview(): void {
    const { drawer, exporting } = store.get().excerpts
    if (drawer === undefined) return
    previews += 1
    const asked = previews
    const { format, raw } = exporting
    void machine.call('excerpts.preview', { format, raw, ...choice() }).then(answer => {
      if (asked !== previews) return
      if (!answer.ok) return fail(answer.error)
      change(now => (now.drawer === undefined ? now : { ...now, drawer: { preview: answer.value } }))
    })
  }

  async function openInText(row: number): Promise<void> {
    const found = store.get().excerpts.rows.get(row)
    if (found === undefined) return
    await open.openDocument(found.document)
    if (store.get().document?.id !== found.document) return
    change(now => ({ ...now, active: row, anchor: row }))
    marks.goTo(found.id)
    if (store.get().active !== found.id) announce('This excerpt has no place in the current text.')
  }

  function keepTable(): void {
    const { columns, sort } = store.get().excerpts
    preferences.set({ excerptTable: { columns: [...columns], sort } })
  }

  function show(): void {
    if (store.get().workspace === undefined) return
    const reveal = { row: store.get().excerpts.active }
    store.set(state => ({
      ...(state.view === 'excerpts' ? state : notes.leave(state)),
      view: 'excerpts',
      excerpts: { ...state.excerpts, reveal },
    }))
  }

  return {
    show,
    showOnly: (facet, value) => {
      filterBy(withFacet(noFilter, facet, [value]))
      show()
    },
    leave: () => store.set(state => (state.view === 'read' ? state : { ...notes.leave(state, false), view: 'read' })),
    setText: text => filterBy({ ...store.get().excerpts.filter, text }),
    toggle: (facet, value) => filterBy(toggleValue(store.get().excerpts.filter, facet, value)),
    clearFacet: facet => filterBy(withFacet(store.get().excerpts.filter, facet, [])),
    clearFilter: () => filterBy(noFilter),
    sortBy: sort => {
      ask(() => ({ sort }))
      keepTable()
    },
    toggleColumn: column => {
      change(now => ({ ...now, columns: withColumn(now.columns, column) }))
      keepTable()
    },
    prepare: results.prepare,
    need: results.need,
    wantAllValues: results.wantAllValues,
    go,
    toggleSelected: row => {
      const id = store.get().excerpts.rows.get(row)?.id
      if (id !== undefined) change(now => ({ ...withSelected(now, [id], 'toggle'), active: row, anchor: row }))
    },
    selectAll: () => {
      const total = store.get().excerpts.result?.total ?? 0
      void idsBetween(0, total).then(ids => {
        if (ids.length > 0) change(now => withSelected(now, ids, 'only'))
      })
    },
    clearSelection: () => change(now => (now.selected.size === 0 ? now : { ...now, selected: new Set() })),
    openInText,
    addTag,
    dropTag: tag => bulk({ drop: [tag] }, 'no longer tagged so'),
    setStatus: status => bulk({ status }, status === 'submitted' ? 'submitted' : 'back to draft'),
    undo,
    setExport: settings => {
      change(now => ({ ...now, exporting: { ...now.exporting, ...settings } }))
      preview()
    },
    openPreview: () => {
      change(now => ({ ...now, drawer: now.drawer ?? { preview: undefined } }))
      preview()
    },
    closePreview: () => change(now => ({ ...now, drawer: undefined })),
    exportShown: async () => {
      const { format, raw } = store.get().excerpts.exporting
      await open.exportAs(format, { raw, choice: choice() })
    },
  }
}

interface Stamp {
  readonly edit: { readonly id: string; readonly at: string }
  readonly base: { [scope: string]: number }
}

/** The revs of all scopes that the window has: the open documents, and the registers, in which there may be nothing yet. */
function loadedRevs({ queue }: AppState): Stamp['base'] {
  const { scopes } = queue.acknowledged
  return Object.fromEntries([...registerNames, ...scopes.keys()].map(scope => [scope, scopeRev(scopes.get(scope))]))
}

function parentOf(parent: unknown): { readonly parent?: string } {
  return typeof parent === 'string' ? { parent } : {}
}
