import type { AnnotationId } from '#annotations/model/ids'
import { type FacetName, facetNames, sortNames } from '#app/contract/excerpt-facets'
import type {
  ExcerptFilter,
  ExcerptPage,
  ExcerptRow,
  ExcerptSort,
  ExportPreview,
  Facets,
} from '#app/contract/excerpt-query'
import type { Preferences } from '#app/contract/values'

export const columnNames = [
  'document',
  'section',
  'kind',
  'excerpt',
  'speaker',
  'tags',
  'note',
  'status',
  'modified',
  'own',
  'author',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What excerpts are written as: a table, a line each, or to be read. */
export type ExportFormat = 'csv' | 'jsonl' | 'md'

/** What a file is made of. */
export interface ExportSettings {
  readonly format: ExportFormat
  /** The rows that are selected, not all that are shown. */
  readonly selected: boolean
  /** Without the sign before formulas. */
  readonly raw: boolean
}

/** The table of excerpts: what is asked for, and what of it has come. */
export interface ExcerptsState {
  readonly filter: ExcerptFilter
  readonly sort: ExcerptSort
  readonly columns: ReadonlySet<ColumnName>
  /** Absent until the first answer has come. */
  readonly result: ExcerptResult | undefined
  /** Rows of the result by place; those that are not here are on their way or not asked for yet. */
  readonly rows: ReadonlyMap<number, ExcerptRow>
  /** The row that the keys are about. */
  readonly active: number
  /** Where a range of selected rows begins. */
  readonly anchor: number
  readonly selected: ReadonlySet<AnnotationId>
  readonly exporting: ExportSettings
  /** All values of the facets are asked for, not the first ones. */
  readonly allValues: boolean
  /** Open while it is there; without a preview while that is on its way. */
  readonly drawer: { readonly preview: ExportPreview | undefined } | undefined
  /** A new object brings the active row into view. */
  readonly reveal: { readonly row: number } | undefined
}

export interface ExcerptResult {
  readonly total: number
  readonly all: number
  readonly documents: number
  readonly facets: Facets
  readonly moreValues: NonNullable<ExcerptPage['moreValues']>
}

export const noFilter: ExcerptFilter = { text: '', facets: {} }

export const initialExcerpts: ExcerptsState = {
  filter: noFilter,
  sort: { by: 'page', descending: false },
  columns: new Set<ColumnName>(['document', 'section', 'kind', 'excerpt', 'speaker', 'tags', 'status', 'author']),
  result: undefined,
  rows: new Map(),
  active: 0,
  anchor: 0,
  selected: new Set(),
  exporting: { format: 'csv', selected: false, raw: false },
  allValues: false,
  drawer: undefined,
  reveal: undefined,
}

/** The table as it is before anything is asked for, with the columns and the order that the person has chosen. */
export function startExcerpts({ excerptTable }: Preferences = {}): ExcerptsState {
  const { columns, sort } = excerptTable ?? {}
  const by = sortNames.find(name => name === sort?.by)
  return {
    ...initialExcerpts,
    ...(columns === undefined ? {} : { columns: new Set(columnNames.filter(name => columns.includes(name))) }),
    ...(sort === undefined || by === undefined ? {} : { sort: { by, descending: sort.descending } }),
  }
}

/** The filter with a value of a facet taken in or out. */
export function toggleValue(filter: ExcerptFilter, name: FacetName, value: string): ExcerptFilter {
  const before = filter.facets[name] ?? []
  const after = before.includes(value) ? before.filter(other => other !== value) : [...before, value]
  return withFacet(filter, name, after)
}

/** The filter with these values of a facet; none leaves the facet out. */
export function withFacet(filter: ExcerptFilter, name: FacetName, values: readonly string[]): ExcerptFilter {
  const facets = { ...filter.facets }
  delete facets[name]
  if (values.length > 0) facets[name] = [...values]
  return { ...filter, facets }
}

export function isFiltered({ text, facets }: ExcerptFilter): boolean {
  return text.trim() !== '' || facetNames.some(name => (facets[name] ?? []).length > 0)
}

/** The state with a page of a result: the first of a new one, or more rows of the one that is there. */
export function withPage(state: ExcerptsState, page: ExcerptPage, from: number): ExcerptsState {
  const arrived = new Map(page.rows.map((row, n) => [from + n, row]))
  const { facets, moreValues = {} } = page
  if (facets === undefined) {
    if (state.result === undefined) return state
    return { ...state, rows: new Map([...rowsNear(state, from), ...arrived]) }
  }
  const { total, all, documents } = page
  const last = Math.max(0, total - 1)
  return {
    ...state,
    result: { total, all, documents, facets, moreValues },
    rows: arrived,
    active: Math.min(state.active, last),
    anchor: Math.min(state.anchor, last),
    // What is selected and shown no more must not be changed with the rest.
    selected: state.result !== undefined && state.result.total !== total ? new Set() : state.selected,
  }
}

/** Rows are let go that are further from those that came last, and from the row at hand. */
const reach = 2_000

/** The rows that stay when others come at a place: whoever goes through a long table does not fill the memory with it. */
function rowsNear({ rows, active }: ExcerptsState, place: number): ExcerptsState['rows'] {
  if (rows.size < 4 * reach) return rows
  const near = (at: number) => Math.abs(at - place) <= reach || Math.abs(at - active) <= reach
  return new Map([...rows].filter(([at]) => near(at)))
}

/** The state with other rows selected; the same where nothing changes. */
export function withSelected(
  state: ExcerptsState,
  ids: readonly AnnotationId[],
  how: 'only' | 'add' | 'toggle',
): ExcerptsState {
  const selected = new Set(how === 'only' ? [] : state.selected)
  for (const id of ids) {
    if (how === 'toggle' && selected.has(id)) selected.delete(id)
    else selected.add(id)
  }
  return { ...state, selected }
}

/** What bulk changes are about: what is selected, else the row at hand. */
export function chosenIds({ selected, active, rows }: ExcerptsState): readonly AnnotationId[] {
  if (selected.size > 0) return [...selected]
  const row = rows.get(active)
  return row === undefined ? [] : [row.id]
}

/** The columns with one taken in or out. */
export function withColumn(columns: ReadonlySet<ColumnName>, column: ColumnName): ReadonlySet<ColumnName> {
  const next = new Set(columns)
  if (!next.delete(column)) next.add(column)
  return next
}
