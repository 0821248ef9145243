import type { Annotation } from '../model/annotation'
import { targetOf } from '../model/annotation'
import { textHash } from '../model/canonical-text'
import type { TextRange } from '../model/revision'
import { type ColumnTexts, readRanges } from './column-text'
import { type ColumnName, excerptColumns, gapMark, laterColumns, offsetUnit } from './excerpt'
import type { ExcerptRow } from './excerpt-row'
import { rowSha256 } from './row-sha256'

/** Gravest first; a row that fails in several ways is listed under the first. */
const failures = [
  /** A quotation in a file for people that has no columns to check it by. */
  'no-fields',
  /** Columns are missing, or the row cannot be read. */
  'bad-row',
  'unknown-document',
  'unknown-revision',
  /** The stored text does not say what the row says, or is not the text that its hash names. */
  'text-differs',
  /** The columns do not give `row_sha256`, or the visible text of a Markdown file differs from them. */
  'row-altered',
  /** An earlier row has this annotation: an export has each once. */
  'row-doubled',
] as const
export type FailureCode = (typeof failures)[number]

/** Facts that do not make an excerpt wrong. */
export type InformationCode = 'annotation-changed' | 'annotation-removed' | 'unknown-annotation' | 'other-columns'

export interface Finding<Code> {
  /** Counts excerpts in the file from 1; a header is none. */
  readonly row: number
  /** Line of the file on which the row begins, from 1. */
  readonly line: number
  /** As the row has it; empty where it has none. */
  readonly annotation: string
  readonly code: Code
}

/** `checked` is `passed` plus the number of `failed`: each row stands in one of them, and maybe in `information`. */
export interface Verification {
  readonly checked: number
  readonly passed: number
  /** `also`: further ways in which the row fails. */
  readonly failed: readonly (Finding<FailureCode> & { readonly also?: readonly FailureCode[] })[]
  readonly information: readonly (Finding<InformationCode> & { readonly names?: readonly string[] })[]
  /**
   * Annotations of the documents in the file that stand in the workspace and not in the file: they were made since, the
   * export was of a part, or their rows were removed. A row does not say how many others there were.
   */
  readonly absent: readonly { readonly document: string; readonly annotation: string }[]
}

/** What the workspace knows. */
export interface ExcerptLookup {
  hasDocument(document: string): boolean
  /** The stored text of that revision of the document, damaged or not; `undefined` where there is none. */
  text(document: string, revision: string): string | undefined
  /** Those of a document that stand. */
  annotations(document: string): Iterable<string>
  /** The annotation as it stands now, removed ones included. */
  annotation(document: string, annotation: string): Annotation | undefined
}

/** Checks each excerpt of a file, whatever its format, against the stored texts and its own hash. */
export function verifyExcerpts(rows: readonly ExcerptRow[], lookup: ExcerptLookup): Verification {
  const hashes = new Map<string, string>()
  const hashOf = (text: string): string => {
    const known = hashes.get(text) ?? textHash(text)
    hashes.set(text, known)
    return known
  }
  const failed: Verification['failed'][number][] = []
  const information: Verification['information'][number][] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const at = { row: row.row, line: row.line, annotation: row.texts.get('annotation_id') ?? '' }
    const key = annotationKey(cell(row.texts, 'document_id'), at.annotation)
    const [code, ...also] = failuresOf(row, lookup, hashOf, seen.has(key))
    seen.add(key)
    if (code !== undefined) failed.push({ ...at, code, ...(also.length === 0 ? {} : { also }) })
    const fact =
      code === 'no-fields' || code === 'bad-row' || code === 'unknown-document'
        ? undefined
        : informationOn(row.texts, lookup)
    if (fact !== undefined) information.push({ ...at, code: fact })
  }
  information.push(...otherColumnsIn(rows))
  const absent = absentFrom(rows, seen, lookup)
  return { checked: rows.length, passed: rows.length - failed.length, failed, information, absent }
}

function annotationKey(document: string, annotation: string): string {
  return `${document} ${annotation}`
}

/** The names of columns that prove nothing, told once, with the first row that has any. */
function otherColumnsIn(rows: readonly ExcerptRow[]): Verification['information'] {
  const [first] = rows.filter(({ others }) => others !== undefined)
  if (first === undefined) return []
  const names = [...new Set(rows.flatMap(({ others = [] }) => others))]
  const { row, line, texts } = first
  return [{ row, line, annotation: texts.get('annotation_id') ?? '', code: 'other-columns', names }]
}

function absentFrom(rows: readonly ExcerptRow[], seen: ReadonlySet<string>, lookup: ExcerptLookup) {
  const documents = new Set(rows.map(({ texts }) => cell(texts, 'document_id')))
  return [...documents].flatMap(document =>
    [...lookup.annotations(document)].flatMap(annotation =>
      seen.has(annotationKey(document, annotation)) ? [] : [{ document, annotation }],
    ),
  )
}

function failuresOf(
  row: ExcerptRow,
  lookup: ExcerptLookup,
  hashOf: (text: string) => string,
  isDoubled: boolean,
): FailureCode[] {
  if (row.bare === true) return ['no-fields']
  const { texts } = row
  const target = readRanges(texts.get('segments') ?? '')
  const isWhole = row.broken !== true && excerptColumns.every(({ name }) => texts.has(name) || laterColumns.has(name))
  if (!isWhole || target === undefined) return ['bad-row']
  const found: FailureCode[] = []
  const wrongText = textFailure(texts, target, lookup, hashOf)
  if (wrongText !== undefined) found.push(wrongText)
  if (row.altered === true || rowSha256(texts) !== texts.get('row_sha256')) found.push('row-altered')
  if (isDoubled) found.push('row-doubled')
  return found.sort((a, b) => failures.indexOf(a) - failures.indexOf(b))
}

function textFailure(
  texts: ColumnTexts,
  target: readonly TextRange[],
  lookup: ExcerptLookup,
  hashOf: (text: string) => string,
): FailureCode | undefined {
  const document = cell(texts, 'document_id')
  const revision = cell(texts, 'revision_hash')
  if (!lookup.hasDocument(document)) return 'unknown-document'
  const text = lookup.text(document, revision)
  if (text === undefined) return 'unknown-revision'
  return hashOf(text) === revision && saysSo(text, texts, target) ? undefined : 'text-differs'
}

/** True where the stored text has at these offsets what the row says, and around them the context it gives. */
function saysSo(text: string, texts: ColumnTexts, target: readonly TextRange[]): boolean {
  if (cell(texts, 'segments_unit') !== offsetUnit) return false
  if (target.some(({ start, end }) => start >= end || end > text.length)) return false
  const exact = target.map(({ start, end }) => text.slice(start, end)).join(gapMark)
  if (exact !== cell(texts, 'exact_text')) return false
  const first = target[0]
  const last = target[target.length - 1]
  const context: ColumnName[] = ['sentence', 'paragraph', 'source_as_written', 'cue']
  if (first === undefined || last === undefined) return context.every(name => cell(texts, name) === '')
  const prefix = cell(texts, 'prefix')
  if (text.slice(Math.max(0, first.start - prefix.length), first.start) !== prefix) return false
  if (!text.startsWith(cell(texts, 'suffix'), last.end)) return false
  return context.every(name =>
    cell(texts, name)
      .split(gapMark)
      .every(piece => text.includes(piece)),
  )
}

function informationOn(texts: ColumnTexts, lookup: ExcerptLookup): InformationCode | undefined {
  const annotation = lookup.annotation(cell(texts, 'document_id'), cell(texts, 'annotation_id'))
  if (annotation === undefined) return 'unknown-annotation'
  if (annotation.deleted) return 'annotation-removed'
  const target = targetOf(annotation.placements.get(cell(texts, 'revision_hash')))
  const segments = target.map(({ start, end }) => `${start}-${end}`).join(';')
  const isSame =
    annotation.modified === cell(texts, 'modified') &&
    annotation.kind === cell(texts, 'kind') &&
    (target.length === 0 || segments === cell(texts, 'segments'))
  return isSame ? undefined : 'annotation-changed'
}

function cell(texts: ColumnTexts, name: ColumnName): string {
  return texts.get(name) ?? ''
}
