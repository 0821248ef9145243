import { scopeWithGuests, withGuests } from '#annotations/changes/guests'
import {
  documentOf,
  documentScope,
  emptyScope,
  type Scope,
  type ScopeKey,
  scopeRev,
  type WorkspaceState,
} from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import { withJournal } from '#annotations/changes/with-journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Edit, Refusal } from '#annotations/edit/edit'
import { scopesOfAct } from '#annotations/edit/scopes-of-act'
import type { AnnotatorId, DocumentId, RevisionHash } from '#annotations/model/ids'
import { type Release, readRelease } from '#annotations/model/release'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { DocumentRow } from '#app/contract/values'
import type { DamagedFile, FileReport, JournalWrite, StoreProblem, WorkspaceStore } from '#app/ports/workspace-store'
import { documentRow } from './document-row'
import { type LoadedScope, loadScope } from './load-scope'
import { UnreadDocuments } from './unread-documents'
import { UnwrittenJournals } from './unwritten-journals'

/** What an edit came to, once it is on disk. */
export interface EditOutcome {
  /** Scopes in which something changed. */
  readonly touched: readonly ScopeKey[]
  /** Scopes that held more than the caller had seen, before the edit or by uniting with the disk. */
  readonly behind: readonly ScopeKey[]
}

/** Told after each change of a document or register, whoever made it. */
export type SessionListener = (scopes: readonly ScopeKey[]) => void

/** An open workspace: what is loaded of it, and the one way to change it. */
export interface WorkspaceSession {
  readonly store: WorkspaceStore
  state(): WorkspaceState
  damaged(): readonly DamagedFile[]
  documents(): readonly DocumentId[]
  /** The documents that are not read yet, in their order: of them nothing else here tells anything, `documents` neither. */
  unread(): readonly DocumentId[]
  /** Resolves when these documents are read. Who asks about documents asks for this first, unless none is unread. */
  ready(documents: readonly DocumentId[]): Promise<Result<unknown, StoreProblem>>
  release(document: DocumentId): Release | undefined
  rows(annotator: AnnotatorId | undefined, only?: readonly DocumentId[]): DocumentRow[]
  /** The document that has this text in any of its revisions. */
  documentWithText(revision: RevisionHash): DocumentId | undefined
  /** Applies an edit, when what it names is read, and resolves when it is on disk. The same edit again changes nothing, and writes what was not written. */
  edit(edit: Edit, base?: { readonly [scope: string]: number }): Promise<Result<EditOutcome, Refusal | StoreProblem>>
  /** Writes again what a failed write left undone. */
  retry(): Promise<Result<void, StoreProblem>>
  /**
   * Takes over what other programs wrote since in all scopes or those given, and tells it; resolves with the scopes in
   * which that was something new. What is not on disk any more stays: a missing file is silence.
   */
  refresh(among?: readonly ScopeKey[]): Promise<Result<readonly ScopeKey[], StoreProblem>>
  /** Files that were not as they were written, and what came of them. */
  reports(): readonly FileReport[]
  /** Unites a second copy with the file that it is a copy of; resolves with where the copy is kept then. */
  mergeCopy(file: string): Promise<Result<string, StoreProblem>>
  /** Takes over what another annotator wrote, and resolves when it stands in their files on disk. */
  receive(journals: readonly JournalWrite[]): Promise<Result<void, StoreProblem>>
  addDocument(document: DocumentId, revision: Revision, source?: Uint8Array): Promise<Result<void, StoreProblem>>
  listen(listener: SessionListener): () => void
  close(): Promise<void>
}

/** Over what was loaded of a store; `openSession` makes one. */
export class Session implements WorkspaceSession {
  readonly store: WorkspaceStore
  private current: WorkspaceState
  /** Of all documents in their order; of one that is not read yet `undefined`. */
  private readonly texts = new Map<DocumentId, readonly Revision[] | undefined>()
  /** Every state has all of them: a text is what its name says, and knowing more of them changes none. */
  private readonly knownTexts = new Map<RevisionHash, Revision>()
  private readonly byText = new Map<RevisionHash, DocumentId>()
  private readonly unwritten = new UnwrittenJournals()
  private readonly damagedFiles = new Map<ScopeKey, readonly DamagedFile[]>()
  private readonly listeners = new Set<SessionListener>()
  private readonly notRead: UnreadDocuments

  /** `documents`: all that there are, in their order. */
  constructor(store: WorkspaceStore, documents: readonly DocumentId[], loaded: readonly LoadedScope[]) {
    this.store = store
    for (const document of documents) this.texts.set(document, undefined)
    this.current = withGuests({
      workspace: store.identity.id,
      scopes: new Map(loaded.map(({ key, scope }) => [key, scope])),
      revisions: this.knownTexts,
    })
    for (const { key, revisions, damaged } of loaded) {
      this.damagedFiles.set(key, damaged)
      const document = documentOf(key)
      if (document !== undefined) this.know(document, revisions)
    }
    const unread = documents.filter(document => this.texts.get(document) === undefined)
    this.notRead = new UnreadDocuments(unread, async document => {
      const loaded = await loadScope(store, documentScope(document))
      if (loaded.ok) this.takeLoaded(loaded.value)
      return loaded
    })
  }

  unread(): readonly DocumentId[] {
    return this.notRead.all()
  }

  ready(documents: readonly DocumentId[]): Promise<Result<unknown, StoreProblem>> {
    return this.notRead.ready(documents)
  }

  state(): WorkspaceState {
    return this.current
  }

  damaged(): readonly DamagedFile[] {
    return [...this.damagedFiles.values()].flat()
  }

  reports(): readonly FileReport[] {
    return this.store.reports()
  }

  async mergeCopy(file: string): Promise<Result<string, StoreProblem>> {
    const scope = this.store.copies().find(copy => copy.file === file)?.scope
    const merged = await this.store.mergeCopy(file)
    const loaded = merged.ok && scope !== undefined ? await loadScope(this.store, scope) : undefined
    if (loaded?.ok === true && scope !== undefined && this.takeLoaded(loaded.value)) this.tell([scope])
    return merged
  }

  documents(): readonly DocumentId[] {
    return [...this.texts].flatMap(([document, texts]) => (texts === undefined ? [] : [document]))
  }

  /** Takes over what is on disk in a scope that was loaded again; false where nothing of it is new. */
  private takeLoaded({ key, scope, revisions, damaged }: LoadedScope): boolean {
    this.damagedFiles.set(key, damaged)
    const isNew = !this.current.scopes.has(key)
    if (isNew) this.join(key, scope)
    const united = this.takeOver([...scope.journals.values()].map(journal => ({ scope: key, journal })))
    const document = documentOf(key)
    const before = document === undefined ? [] : (this.texts.get(document) ?? [])
    const added = revisions.filter(({ id }) => !before.some(known => known.id === id))
    if (document !== undefined && (isNew || added.length > 0)) this.know(document, [...before, ...added])
    if (document !== undefined) this.notRead.isRead(document)
    return isNew || united.length > 0 || added.length > 0
  }

  async refresh(among?: readonly ScopeKey[]): Promise<Result<readonly ScopeKey[], StoreProblem>> {
    const changed = await this.store.changed(among)
    if (!changed.ok) return changed
    const news: ScopeKey[] = []
    for (const scope of changed.value) {
      const loaded = await loadScope(this.store, scope)
      if (!loaded.ok) return loaded
      if (this.takeLoaded(loaded.value)) news.push(scope)
    }
    this.tell(news)
    return ok(news)
  }

  release(document: DocumentId): Release | undefined {
    const texts = this.texts.get(document)
    return texts === undefined ? undefined : readRelease(texts, this.current.scopes.get(documentScope(document)))
  }

  rows(annotator: AnnotatorId | undefined, only: readonly DocumentId[] = this.documents()): DocumentRow[] {
    const { entries } = readRegister(this.current.scopes.get('annotators') ?? emptyScope)
    const resolved = entries.get(annotator ?? '')?.resolved
    const same = [...entries.values()].filter(entry => entry.resolved === resolved).map(({ id }) => id)
    const own = annotator === undefined ? [] : [annotator, ...same]
    return only.flatMap(document => {
      const release = this.release(document)
      if (release === undefined) return []
      return [documentRow(document, release, this.current.scopes.get(documentScope(document)), annotator, own)]
    })
  }

  documentWithText(revision: RevisionHash): DocumentId | undefined {
    return this.byText.get(revision)
  }

  async edit(
    edit: Edit,
    base: { readonly [scope: string]: number } = {},
  ): Promise<Result<EditOutcome, Refusal | StoreProblem>> {
    if (this.store.readOnly !== undefined) return problem('read-only', { reason: this.store.readOnly })
    const scopes = [...new Set(edit.acts.flatMap(scopesOfAct))]
    const turn = this.notRead.turn(scopes.flatMap(scope => documentOf(scope) ?? []))
    if (turn !== undefined) {
      const ready = await turn
      this.notRead.endTurn(turn)
      if (!ready.ok) return ready
    }
    const behind = scopes.filter(scope => {
      const seen = base[scope]
      return seen !== undefined && seen !== scopeRev(this.current.scopes.get(scope))
    })
    const applied = applyEdit(this.current, edit)
    if (!applied.ok) return applied
    this.current = applied.value.state
    for (const scope of applied.value.touched) {
      this.unwritten.add(scope, edit.by)
    }
    return this.write(applied.value.touched, behind)
  }

  retry(): Promise<Result<void, StoreProblem>> {
    return this.write([], []).then(written => (written.ok ? ok(undefined) : written))
  }

  async addDocument(
    document: DocumentId,
    revision: Revision,
    source?: Uint8Array,
  ): Promise<Result<void, StoreProblem>> {
    if (this.store.readOnly !== undefined) return problem('read-only', { reason: this.store.readOnly })
    const written = await this.store.addRevision(document, revision, source)
    if (!written.ok) return written
    const known = this.texts.get(document) ?? []
    if (!known.some(({ id }) => id === revision.id)) this.know(document, [...known, revision])
    const scope = documentScope(document)
    if (!this.current.scopes.has(scope)) this.join(scope, emptyScope)
    this.tell([scope])
    return ok(undefined)
  }

  async receive(journals: readonly JournalWrite[]): Promise<Result<void, StoreProblem>> {
    if (this.store.readOnly !== undefined) return problem('read-only', { reason: this.store.readOnly })
    const ready = await this.ready(journals.flatMap(({ scope }) => documentOf(scope) ?? []))
    if (!ready.ok) return ready
    for (const { scope, journal } of journals) {
      this.unwritten.add(scope, journal.annotator)
    }
    const written = await this.write(this.takeOver(journals), [])
    return written.ok ? ok(undefined) : written
  }

  listen(listener: SessionListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): Promise<void> {
    return this.notRead.atRest().then(() => this.store.close())
  }

  /** In place: nobody has seen anything of a new scope, and to copy the others for each of thousands takes seconds. */
  private join(key: ScopeKey, scope: Scope): void {
    const told = scopeWithGuests(scope, this.current.scopes.get('settings'))
    this.current = { ...this.current, scopes: (this.current.scopes as Map<ScopeKey, Scope>).set(key, told) }
  }

  private know(document: DocumentId, revisions: readonly Revision[]): void {
    this.texts.set(document, revisions)
    for (const text of revisions) this.knownTexts.set(text.id, text)
    for (const { id } of revisions) if (!this.byText.has(id)) this.byText.set(id, document)
  }

  private async write(
    touched: readonly ScopeKey[],
    behind: readonly ScopeKey[],
  ): Promise<Result<EditOutcome, StoreProblem>> {
    const writes = this.unwritten.writes(this.current)
    const committed = writes.length === 0 ? ok([]) : await this.store.commit(writes)
    if (!committed.ok) return committed
    this.unwritten.written(writes, this.current)
    const united = this.takeOver(committed.value)
    // A failed write told nobody: whoever writes what it left undone tells of it.
    this.tell([...new Set([...touched, ...writes.map(({ scope }) => scope), ...united])])
    return ok({ touched, behind: [...new Set([...behind, ...united])] })
  }

  /** Unites what stands on disk into the state; the scopes where that told something new. */
  private takeOver(onDisk: readonly JournalWrite[]): ScopeKey[] {
    return onDisk.flatMap(({ scope, journal }) => {
      const before = this.current
      this.current = withJournal(before, scope, journal)
      return this.current === before ? [] : [scope]
    })
  }

  private tell(scopes: readonly ScopeKey[]): void {
    if (scopes.length > 0) for (const listener of this.listeners) listener(scopes)
  }
}
