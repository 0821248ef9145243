import type { SortName } from '#app/contract/excerpt-facets'
import { type ColumnName, columnNames } from '../../state/excerpt-state'

export interface Column {
  readonly name: ColumnName
  readonly title: string
  /** What pressing its head sorts by. */
  readonly sort: SortName | undefined
  /** In pixels; the excerpt takes the rest and at least as much. */
  readonly width: number
}

const all: { readonly [Name in ColumnName]: Omit<Column, 'name'> } = {
  document: { title: 'Document', sort: 'document', width: 180 },
  section: { title: 'Section', sort: 'section', width: 92 },
  kind: { title: 'Kind', sort: 'kind', width: 116 },
  excerpt: { title: 'Excerpt in context', sort: 'page', width: 240 },
  speaker: { title: 'Speaker', sort: 'speaker', width: 142 },
  tags: { title: 'Tags', sort: 'tag', width: 158 },
  note: { title: 'Note', sort: undefined, width: 160 },
  status: { title: 'Status', sort: 'status', width: 106 },
  modified: { title: 'Last change', sort: 'modified', width: 104 },
  own: { title: 'Own fields', sort: undefined, width: 142 },
  author: { title: 'Author', sort: 'annotator', width: 62 },
}

/** The excerpt itself is always there. */
export const choosableColumns: readonly Column[] = columnNames
  .filter(name => name !== 'excerpt')
  .map(name => ({ name, ...all[name] }))

/** Where there is no room, these go first. */
const dispensable: readonly ColumnName[] = ['section', 'author', 'modified', 'own', 'note', 'tags', 'speaker']

const selectWidth = 40

/** The columns that are wanted and have room in a width in pixels. */
export function fittingColumns(wanted: ReadonlySet<ColumnName>, width: number): readonly Column[] {
  let names = columnNames.filter(name => wanted.has(name) || name === 'excerpt')
  for (const name of dispensable) {
    if (width === 0 || leastWidth(names.map(one => all[one])) <= width) break
    names = names.filter(other => other !== name)
  }
  return names.map(name => ({ name, ...all[name] }))
}

/** The room that columns and the tick of each row need at least, in pixels. */
export function leastWidth(columns: readonly Pick<Column, 'width'>[]): number {
  return columns.reduce((sum, { width }) => sum + width, selectWidth)
}

/** The columns for CSS, the tick of each row first. */
export function gridTemplate(columns: readonly Column[]): string {
  const widths = columns.map(({ name, width }) => (name === 'excerpt' ? `minmax(${width}px, 1fr)` : `${width}px`))
  return [`${selectWidth}px`, ...widths].join(' ')
}
