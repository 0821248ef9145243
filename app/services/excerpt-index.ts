import { documentOf, documentScope, emptyScope, type Scope, type WorkspaceState } from '#annotations/changes/journal'
import { type Register, readRegister } from '#annotations/changes/resolve'
import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Steps } from '#annotations/model/steps'
import type { ExcerptFilter, ExcerptPage, ExcerptQuery, ExcerptRow, ExcerptSort } from '#app/contract/excerpt-query'
import { createPartDictionaries, type DocumentPart, placed, readDocumentPart } from './excerpts/document-part'
import { toExcerptRow } from './excerpts/excerpt-row'
import { type FilteredRows, filterRows, rowsWithWords, wordsOf } from './excerpts/filter-rows'
import { nameFacets } from './excerpts/name-facets'
import { type NamingRegisters, orderRows } from './excerpts/order-rows'
import { listsOf, type Resolutions } from './excerpts/part-lists'
import { resolveMerged, resolveTags } from './excerpts/resolve-codes'
import { entryAt, statusAt, type Table, tableInSteps } from './excerpts/table'
import { annotatorNames } from './export-excerpts'
import type { WorkspaceSession } from './workspace-session'

/** Where an annotation stands: whose it is, and in which document. */
export interface FoundExcerpt {
  readonly document: DocumentId
  readonly author: AnnotatorId
}

/** All excerpts of a workspace, ready to be filtered, counted and sorted. Follows the session until it is closed. */
export interface ExcerptIndex {
  query(query: ExcerptQuery): ExcerptPage
  /** Ids in the order of `sort`, from place `from` on, at most `count`. */
  ids(shown: Pick<ExcerptQuery, 'filter' | 'sort'>, from?: number, count?: number): AnnotationId[]
  find(annotation: AnnotationId): FoundExcerpt | undefined
  /**
   * Reads at most `most` documents that have changed, and when all are read does a part of putting the table together;
   * true while something is left. A query does all of it.
   */
  prepare(most: number): boolean
  close(): void
}

/** An index over a session. `annotator`: who is at the desk, whose progress and whose excerpts are meant by "mine". */
export function createExcerptIndex(session: WorkspaceSession, annotator: AnnotatorId | undefined): ExcerptIndex {
  return new Index(session, annotator)
}

/** What was read of a document, and the scope that it was read from. */
interface ReadPart {
  readonly scope: Scope | undefined
  readonly part: DocumentPart | undefined
}

interface Result {
  readonly key: string
  readonly filtered: FilteredRows
  readonly order: Uint32Array
}

class Index implements ExcerptIndex {
  private readonly dictionaries = createPartDictionaries()
  private readonly parts = new Map<DocumentId, ReadPart>()
  private readonly stale: Set<DocumentId>
  private readonly stop: () => void
  private seen: WorkspaceState
  private resolved:
    | {
        readonly codebook: Register
        readonly speakers: Register
        readonly sizes: string
        readonly resolutions: Resolutions
      }
    | undefined
  /** Of how many documents it is found out already what tags and voices stand for. */
  private ready: { readonly resolutions: Resolutions; readonly parts: number } | undefined
  private table: Table | undefined
  /** The table that is being put together from what is read. */
  private making: Steps<Table> | undefined
  private names: NamingRegisters | undefined
  private orders = new Map<string, Uint32Array>()
  private words: { readonly text: string; readonly rows: Uint8Array } | undefined
  private filtered: { readonly key: string; readonly rows: FilteredRows } | undefined
  private last: Result | undefined
  private places: ReadonlyMap<AnnotationId, FoundExcerpt> | undefined

  constructor(
    private readonly session: WorkspaceSession,
    private readonly annotator: AnnotatorId | undefined,
  ) {
    this.stale = new Set(session.documents())
    this.seen = session.state()
    this.stop = session.listen(scopes => {
      for (const scope of scopes) {
        const document = documentOf(scope)
        if (document !== undefined) this.stale.add(document)
      }
      this.forget()
    })
  }

  query({ filter, sort, from, count, rowsOnly, values }: ExcerptQuery): ExcerptPage {
    const { table, names } = this.current()
    const { filtered, order } = this.result(filter, sort)
    const rows: ExcerptRow[] = []
    for (const row of order.subarray(from, from + count)) {
      const at = table.partOf[row] ?? 0
      const part = table.parts[at]
      const entry = part?.entries[row - (table.begins[at] ?? 0)]
      if (part === undefined || entry === undefined) continue
      rows.push(toExcerptRow(part, placed(part.release, entry), statusAt(table, row), names, this.annotator))
    }
    const page = { rows, total: filtered.total, documents: filtered.documents, all: table.rows }
    return rowsOnly === true ? page : { ...page, ...nameFacets(table, filtered.counts, filter, names, values) }
  }

  ids(
    { filter, sort }: Pick<ExcerptQuery, 'filter' | 'sort'>,
    from = 0,
    count = Number.MAX_SAFE_INTEGER,
  ): AnnotationId[] {
    const { table } = this.current()
    const { order } = this.result(filter, sort)
    const ids: AnnotationId[] = []
    const end = Math.min(order.length, from + count)
    for (let at = from; at < end; at += 1) ids.push(entryAt(table, order[at] ?? 0)?.annotation.id ?? '')
    return ids
  }

  find(annotation: AnnotationId): FoundExcerpt | undefined {
    const { table } = this.current()
    this.places ??= new Map(
      table.parts.flatMap(({ document, entries }) =>
        entries.map(entry => [entry.annotation.id, { document, author: entry.author }] as const),
      ),
    )
    return this.places.get(annotation)
  }

  /** Reads at most `most` documents that have changed; true where some are left. */
  private readStale(most: number): boolean {
    let left = most
    for (const document of this.stale) {
      if (left === 0) return true
      left -= 1
      this.parts.set(document, {
        scope: this.session.state().scopes.get(documentScope(document)),
        part: readDocumentPart(this.session, document, this.annotator, this.dictionaries),
      })
      this.stale.delete(document)
    }
    return false
  }

  prepare(most: number): boolean {
    this.lookForChanges()
    if (this.readStale(most) || this.resolveSome(10 * most)) return true
    return !this.makeTable(1)
  }

  /** Finds out what tags and voices stand for in at most so many documents; true where some are left. The table needs it of all. */
  private resolveSome(most: number): boolean {
    if (this.table !== undefined) return false
    const { scopes } = this.session.state()
    const [codebook, speakers] = [scopes.get('codebook') ?? emptyScope, scopes.get('speakers') ?? emptyScope]
    const resolutions = this.resolve(readRegister(codebook), readRegister(speakers))
    const parts = [...this.parts.values()].flatMap(({ part }) => part ?? [])
    if (this.ready?.resolutions !== resolutions) this.ready = { resolutions, parts: 0 }
    const end = Math.min(parts.length, this.ready.parts + most)
    for (const part of parts.slice(this.ready.parts, end)) listsOf(part, resolutions)
    this.ready = { resolutions, parts: end }
    return end < parts.length
  }

  close(): void {
    this.stop()
  }

  private forget(): void {
    this.table = undefined
    this.making = undefined
    this.names = undefined
    this.words = undefined
    this.filtered = undefined
    this.last = undefined
    this.places = undefined
    this.orders = new Map()
  }

  /** The session tells what is on disk; what is not yet, because a write is under way or failed, is seen here. */
  private lookForChanges(): void {
    const state = this.session.state()
    if (state === this.seen) return
    this.seen = state
    for (const [document, { scope }] of this.parts) {
      if (state.scopes.get(documentScope(document)) !== scope) this.stale.add(document)
    }
    this.forget()
  }

  private current(): { readonly table: Table; readonly names: NamingRegisters } {
    this.lookForChanges()
    this.readStale(Number.MAX_SAFE_INTEGER)
    this.makeTable(Number.MAX_SAFE_INTEGER)
    if (this.table === undefined || this.names === undefined) throw new Error('the table is not put together')
    return { table: this.table, names: this.names }
  }

  /** Puts the table together from what is read, all of which it must be, in at most so many steps; true when it is there. */
  private makeTable(most: number): boolean {
    if (this.table !== undefined) return true
    const { scopes } = this.seen
    const codebook = readRegister(scopes.get('codebook') ?? emptyScope)
    const speakers = readRegister(scopes.get('speakers') ?? emptyScope)
    this.making ??= tableInSteps(
      this.session.documents().flatMap(document => this.parts.get(document)?.part ?? []),
      this.dictionaries,
      this.resolve(codebook, speakers),
      resolveMerged(readRegister(scopes.get('annotators') ?? emptyScope), this.dictionaries.annotator),
    )
    for (let n = 0; n < most; n += 1) {
      const step = this.making.next()
      if (step.done !== true) continue
      this.table = step.value
      this.names = { codebook, speakers, annotators: annotatorNames(this.session) }
      this.making = undefined
      return true
    }
    return false
  }

  /** The same object as long as neither a register nor a dictionary has changed. */
  private resolve(codebook: Register, speakers: Register): Resolutions {
    const { tag, voice, claimType } = this.dictionaries
    const sizes = [tag, voice, claimType].map(({ values }) => values.length).join()
    const last = this.resolved
    if (last?.codebook === codebook && last.speakers === speakers && last.sizes === sizes) return last.resolutions
    const resolutions = {
      tag: resolveTags(codebook, tag),
      voice: resolveMerged(speakers, voice),
      claimType: resolveMerged(codebook, claimType),
    }
    this.resolved = {
      codebook,
      speakers,
      sizes: [tag, voice, claimType].map(({ values }) => values.length).join(),
      resolutions,
    }
    return resolutions
  }

  private result(filter: ExcerptFilter, sort: ExcerptSort): Result {
    const { table } = this.current()
    const key = JSON.stringify([filter, sort])
    if (this.last?.key === key) return this.last
    const filtered = this.filter(table, filter)
    const order = new Uint32Array(filtered.total)
    let at = 0
    for (const row of this.ordered(sort)) {
      if (filtered.fits[row] === 0) continue
      order[at] = row
      at += 1
    }
    this.last = { key, filtered, order }
    return this.last
  }

  /** Another order of the same rows is not counted anew. */
  private filter(table: Table, filter: ExcerptFilter): FilteredRows {
    const key = JSON.stringify(filter)
    if (this.filtered?.key === key) return this.filtered.rows
    const rows = filterRows(table, filter, this.rowsWith(table, filter.text))
    this.filtered = { key, rows }
    return rows
  }

  private ordered(sort: ExcerptSort): Uint32Array {
    const { table, names } = this.current()
    const key = JSON.stringify(sort)
    const order = this.orders.get(key) ?? orderRows(table, sort, names)
    this.orders.set(key, order)
    return order
  }

  /** What was typed on to leaves a part of what was found before. */
  private rowsWith(table: Table, text: string): Uint8Array | undefined {
    const words = wordsOf(text)
    if (words.length === 0) return undefined
    const spelled = text.toLowerCase()
    if (this.words?.text === spelled) return this.words.rows
    const among = this.words !== undefined && spelled.startsWith(this.words.text) ? this.words.rows : undefined
    const rows = rowsWithWords(table, words, among)
    this.words = { text: spelled, rows }
    return rows
  }
}
