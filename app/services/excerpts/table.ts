import type { Steps } from '#annotations/model/steps'
import type { ShownStatus } from '#annotations/review/threads'
import type { FacetName } from '#app/contract/excerpt-facets'
import type { Authored } from '../document-row'
import { createDictionary, type Dictionary } from './dictionary'
import type { DocumentPart, PartDictionaries } from './document-part'
import { listsOf, type PartLists, type Resolutions, type RowLists } from './part-lists'
import type { Resolved } from './resolve-codes'

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

/**
 * Puts the parts of documents together; it pauses after each column, so that other work may come between. `annotators`:
 * who is somebody else as well.
 */
export function* tableInSteps(
  parts: readonly DocumentPart[],
  of: PartDictionaries,
  resolved: Resolutions,
  annotators: Resolved,
): Steps<Table> {
  const begins = new Uint32Array(parts.length + 1)
  for (const [n, part] of parts.entries()) begins[n + 1] = (begins[n] ?? 0) + part.entries.length
  const rows = begins[parts.length] ?? 0
  const documents = createDictionary(parts.map(({ document }) => document))
  const progress = createDictionary()
  const partOf = ofEachRow(begins, (_, n) => n, parts)
  const progressCodes = ofEachRow(begins, part => progress.codeOf(part.progress), parts)
  yield
  const modified = new Float64Array(rows)
  for (const [n, part] of parts.entries()) modified.set(part.codes.modified, begins[n])
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
  const [kind, section, status] = [join('kind'), join('section'), join('status')]
  yield
  const joinMerged = (name: 'claimType' | 'annotator', merged: Resolved) => {
    const own = merged.map(codes => codes[0] ?? 0)
    const { codes, dictionary } = join(name)
    return { codes: codes.map(code => own[code] ?? code), dictionary }
  }
  const anchor = join('anchor')
  const [annotator, claimType] = [joinMerged('annotator', annotators), joinMerged('claimType', resolved.claimType)]
  yield
  const speaker = lists('voices', of.voice)
  yield
  const tag = lists('tags', of.tag)
  yield
  const ownTags = lists('ownTags', of.tag)
  yield
  const field = fieldsOfEachRow(parts, rows, of.field)
  return {
    rows,
    parts,
    begins,
    partOf,
    columns: {
      kind,
      section,
      speaker,
      tag,
      'claim-type': claimType,
      status,
      annotator,
      document: { codes: partOf, dictionary: documents },
      anchor,
      progress: { codes: progressCodes, dictionary: progress },
      field,
    },
    ownTags,
    modified,
  }
}

/** A code of each part, in all its rows. */
function ofEachRow(
  begins: Uint32Array,
  code: (part: DocumentPart, n: number) => number,
  parts: readonly DocumentPart[],
): Uint32Array {
  const codes = new Uint32Array(begins[parts.length] ?? 0)
  for (const [n, part] of parts.entries()) codes.fill(code(part, n), begins[n], begins[n + 1])
  return codes
}

/** The own fields of a document are those of each of its rows. */
function fieldsOfEachRow(parts: readonly DocumentPart[], rows: number, dictionary: Dictionary): Column {
  const starts = new Uint32Array(rows + 1)
  const codes = new Uint32Array(parts.reduce((sum, { entries, ownCodes }) => sum + entries.length * ownCodes.length, 0))
  let row = 0
  let at = 0
  for (const { entries, ownCodes } of parts) {
    for (let n = 0; n < entries.length; n += 1) {
      codes.set(ownCodes, at)
      at += ownCodes.length
      row += 1
      starts[row] = at
    }
  }
  return { starts, codes, dictionary }
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

/** The status of a row as shown. The dictionary of that column holds nothing else. */
export function statusAt({ columns: { status } }: Table, row: number): ShownStatus {
  return status.dictionary.values[status.codes[row] ?? 0] as ShownStatus
}

/** The annotation of a row; `undefined` for a row that there is not. */
export function entryAt({ parts, partOf, begins }: Table, row: number): Authored | undefined {
  const at = partOf[row] ?? 0
  return parts[at]?.entries[row - (begins[at] ?? 0)]
}
