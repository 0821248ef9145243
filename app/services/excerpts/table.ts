import type { FacetName } from '#app/contract/excerpt-facets'
import { createDictionary, type Dictionary } from './dictionary'
import type { DocumentPart, PartDictionaries } from './document-part'
import { listsOf, type PartLists, type Resolutions, type RowLists } from './part-lists'

/** The codes of a facet by row: one each, or those from `starts[row]` to `starts[row + 1]`, each once and at least one. */
export interface Column {
  readonly starts?: Uint32Array
  readonly codes: Uint32Array
  readonly dictionary: Dictionary
}

/** All excerpts of the workspace as columns of numbers, documents in the order given. */
export interface Table {
  readonly rows: number
  readonly parts: readonly DocumentPart[]
  /** Row at which each part begins, and after the last the number of rows. */
  readonly begins: Uint32Array
  /** Index of the part of each row. */
  readonly partOf: Uint32Array
  readonly columns: { readonly [Name in FacetName]: Column }
  /** The tags themselves, without those above them. */
  readonly ownTags: Column
  readonly modified: Float64Array
}

/** Puts the parts of documents together. */
export function buildTable(parts: readonly DocumentPart[], of: PartDictionaries, resolved: Resolutions): Table {
  const begins = new Uint32Array(parts.length + 1)
  for (const [n, part] of parts.entries()) begins[n + 1] = (begins[n] ?? 0) + part.entries.length
  const rows = begins[parts.length] ?? 0
  const partOf = new Uint32Array(rows)
  const documents = createDictionary(parts.map(({ document }) => document))
  const progress = createDictionary()
  const progressCodes = new Uint32Array(rows)
  const modified = new Float64Array(rows)
  for (const [n, part] of parts.entries()) {
    partOf.fill(n, begins[n], begins[n + 1])
    progressCodes.fill(progress.codeOf(part.progress), begins[n], begins[n + 1])
    modified.set(part.codes.modified, begins[n])
  }
  const join = (name: 'kind' | 'section' | 'claimType' | 'status' | 'annotator' | 'anchor') => {
    const codes = new Uint32Array(rows)
    for (const [n, part] of parts.entries()) codes.set(part.codes[name], begins[n])
    return { codes, dictionary: of[name] }
  }
  const lists = (name: keyof PartLists, dictionary: Dictionary) =>
    joinLists(
      parts.map(part => listsOf(part, resolved)[name]),
      rows,
      dictionary,
    )
  const claimType = join('claimType')
  const own = resolved.claimType.map(codes => codes[0] ?? 0)
  return {
    rows,
    parts,
    begins,
    partOf,
    columns: {
      kind: join('kind'),
      section: join('section'),
      speaker: lists('voices', of.voice),
      tag: lists('tags', of.tag),
      'claim-type': { ...claimType, codes: claimType.codes.map(code => own[code] ?? code) },
      status: join('status'),
      annotator: join('annotator'),
      document: { codes: partOf, dictionary: documents },
      anchor: join('anchor'),
      progress: { codes: progressCodes, dictionary: progress },
      field: joinLists(parts.map(ownLists), rows, of.field),
    },
    ownTags: lists('ownTags', of.tag),
    modified,
  }
}

/** The own fields of a document are those of each of its rows. */
function ownLists({ entries, ownCodes }: DocumentPart): RowLists {
  const each = ownCodes.length
  const codes = new Uint32Array(entries.length * each)
  for (let row = 0; row < entries.length; row += 1) codes.set(ownCodes, row * each)
  return { starts: Uint32Array.from({ length: entries.length + 1 }, (_, row) => row * each), codes }
}

/** The lists of all rows, one after the other. */
function joinLists(lists: readonly RowLists[], rows: number, dictionary: Dictionary): Column {
  const starts = new Uint32Array(rows + 1)
  const codes = new Uint32Array(lists.reduce((sum, list) => sum + list.codes.length, 0))
  let row = 0
  let at = 0
  for (const list of lists) {
    codes.set(list.codes, at)
    for (let n = 1; n < list.starts.length; n += 1) starts[row + n] = at + (list.starts[n] ?? 0)
    row += list.starts.length - 1
    at += list.codes.length
  }
  return { starts, codes, dictionary }
}
