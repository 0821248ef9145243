import { join } from 'node:path'
import { documentOf, documentScope, type Journal, registerNames, type ScopeKey } from '#annotations/changes/journal'
import { type AnnotatorId, type DocumentId, isId, type RevisionHash } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { Schema } from '#annotations/workspace/envelope'
import type {
  ConflictCopy,
  DamagedFile,
  FileReport,
  JournalWrite,
  LoadedRevisions,
  LoadedScope,
  StoreProblem,
  WorkspaceIdentity,
  WorkspaceStore,
} from '#app/ports/workspace-store'
import { ConflictCopies } from './conflict-copies'
import { DurableFile } from './durable-file'
import { DurableNames } from './durable-names'
import type { FileSystem, FolderItem } from './file-system'
import { JournalAdapter, type JournalHelp } from './journal-adapter'
import { JournalSlot, type Timers } from './journal-slot'
import { listFolder } from './list-folder'
import { mergeConflictCopy } from './merge-conflict-copy'
import { makeAside } from './quarantine'
import { unite } from './read-journal-bytes'
import { addRevision } from './revision-files'
import { RevisionFiles } from './revision-recovery'
import { settleSlots } from './settle-slots'
import { codeOf } from './store-problem'
import { type IdentityOptions, IdentityWatch } from './workspace-identity'
import {
  documentsFolder,
  journalName,
  type RelativePath,
  revisionsFolder,
  scopeFolder,
  stemOf,
} from './workspace-paths'

export interface FolderStoreOptions {
  readonly fs: FileSystem
  readonly timers: Timers
  /** The real path of the workspace folder. */
  readonly root: string
  readonly identity: WorkspaceIdentity
  readonly identityFile: IdentityOptions['identityFile']
  readonly schema?: Schema | undefined
  readonly beforeMigration?: (() => Promise<void>) | undefined
  /** The last owner was killed; what was found before. */
  readonly afterKill?: boolean
  readonly told?: readonly FileReport[]
  readonly readOnly: WorkspaceStore['readOnly']
  /** The ids that this program may write as: a newer file of theirs makes the workspace read-only. */
  readonly annotators: readonly AnnotatorId[]
  /** The newest sound bytes that a backup has of a file, named as in reports. */
  readonly spares?: (file: string) => Promise<Uint8Array | undefined>
  release(): Promise<void>
}

/** The store over a folder whose identity is known. There is one slot for each journal that was read or written. */
export class FolderStore implements WorkspaceStore {
  readonly identity: WorkspaceIdentity
  readonly #options: FolderStoreOptions
  readonly #fs: FileSystem
  readonly #place: IdentityWatch
  readonly #names: DurableNames
  readonly #revisions: RevisionFiles
  readonly #slots = new Map<ScopeKey, Map<AnnotatorId, JournalSlot>>()
  /** The names of the texts of each document when they were last listed. */
  readonly #texts = new Map<DocumentId, string>()
  readonly #copies: ConflictCopies
  readonly #registers: JournalSlot[] = []
  readonly #reports: FileReport[]
  #newer = false
  #closing: Promise<void> | undefined

  constructor(options: FolderStoreOptions) {
    this.identity = options.identity
    this.#options = options
    this.#fs = options.fs
    this.#copies = new ConflictCopies(options.fs, options.root, options.identity.id, annotator =>
      options.annotators.includes(annotator),
    )
    this.#reports = [...(options.told ?? [])]
    const report = (found: FileReport) => void this.#reports.push(found)
    const mending = { mayWrite: () => this.readOnly === undefined, report }
    const afterKill = () => options.afterKill === true && this.readOnly === undefined
    this.#names = new DurableNames(options.fs, options.root, afterKill)
    this.#place = new IdentityWatch({ ...options, ...mending })
    this.#revisions = new RevisionFiles({ ...options, ...mending })
  }

  get readOnly(): WorkspaceStore['readOnly'] {
    return this.#newer ? 'newer-version' : this.#options.readOnly
  }

  async documents(): Promise<Result<readonly DocumentId[], StoreProblem>> {
    const items = await this.#list([documentsFolder])
    if (!items.ok) return items
    return ok(items.value.filter(item => item.kind === 'folder' && isId(item.name)).map(item => item.name))
  }

  /** One file that cannot be read, a colleague's for instance, is told as damaged and does not hide the others. */
  async loadScope(scope: ScopeKey): Promise<Result<LoadedScope, StoreProblem>> {
    const folder = scopeFolder(scope)
    if (folder === undefined) return problem('not-found', { scope })
    await this.#names.beforeShowing([], folder)
    const items = await this.#list(folder)
    if (!items.ok) return items
    const journals = new Map<AnnotatorId, Journal>()
    const damaged: DamagedFile[] = []
    const copies = await this.#copies.inScope(scope, items.value)
    const there = items.value.flatMap(item => stemOf(item.name.replace(/\.prev$/, '')) ?? [])
    const mine = this.#options.annotators.filter(id => this.#slots.get(scope)?.has(id))
    const annotators = new Set([...there.filter(stem => !copies.stems.has(stem)), ...mine])
    const reads = await Promise.all(
      [...annotators].map(async id => ({ id, read: await this.#slot(scope, id)?.load() })),
    )
    for (const { id, read } of reads) {
      const file = [...folder, `${id}.json`].join('/')
      if (read?.ok !== true) damaged.push({ file, code: read === undefined ? 'misplaced' : codeOf(read.error) })
      else if (read.value !== undefined) journals.set(id, read.value)
      this.#noteNewer(id, read)
    }
    for (const copy of copies.theirs) {
      const known = journals.get(copy.annotator)
      journals.set(copy.annotator, known === undefined ? copy : unite(known, copy))
    }
    return ok({ journals, damaged })
  }

  async loadRevisions(
    document: DocumentId,
    wanted: readonly RevisionHash[] = [],
  ): Promise<Result<LoadedRevisions, StoreProblem>> {
    const folder = revisionsFolder(document)
    if (folder === undefined) return problem('not-found', { document })
    await this.#names.beforeShowing([], folder)
    const items = await this.#list(folder)
    if (!items.ok) return items
    this.#texts.set(document, namesOf(items.value))
    const revisions: Revision[] = []
    const damaged: DamagedFile[] = []
    const copies = await this.#copies.inTexts(document, items.value)
    const own = items.value.flatMap(item => stemOf(item.name) ?? []).filter(stem => !copies.has(stem))
    for (const id of new Set([...own, ...wanted])) {
      const read = await this.#revisions.load([...folder, `${id}.json`], id)
      if (read.ok) revisions.push(read.value)
      else damaged.push({ file: [...folder, `${id}.json`].join('/'), code: codeOf(read.error) })
    }
    return ok({ revisions, damaged })
  }

  async addRevision(
    document: DocumentId,
    revision: Revision,
    source?: Uint8Array,
  ): Promise<Result<void, StoreProblem>> {
    const refused = this.#refuseWrites() ?? (await this.#place.problem())
    return refused ?? addRevision(this.#fs, this.#options.root, this.identity.id, { document, revision, source })
  }

  async commit(writes: readonly JournalWrite[]): Promise<Result<readonly JournalWrite[], StoreProblem>> {
    const refused = this.#refuseWrites()
    if (refused !== undefined) return refused
    const places: { readonly write: JournalWrite; readonly slot: JournalSlot }[] = []
    for (const write of writes) {
      const slot = this.#slot(write.scope, write.journal.annotator)
      if (slot === undefined) return problem('not-found', { scope: write.scope, annotator: write.journal.annotator })
      places.push({ write, slot })
    }
    const outcomes = await Promise.all(
      places.map(async ({ write, slot }) => ({ scope: write.scope, outcome: await slot.commit(write.journal) })),
    )
    const committed: JournalWrite[] = []
    for (const { scope, outcome } of outcomes) {
      if (!outcome.ok) return outcome
      committed.push({ scope, journal: outcome.value })
    }
    return ok(committed)
  }

  async changed(among?: readonly ScopeKey[]): Promise<Result<readonly ScopeKey[], StoreProblem>> {
    if (among === undefined) await this.#place.problem()
    const documents = among === undefined ? await this.documents() : ok([])
    if (!documents.ok) return documents
    const all = ['annotators', ...registerNames, ...documents.value.map(documentScope)] as const
    const changed: ScopeKey[] = []
    for (const scope of among ?? all) {
      if (await this.#isChanged(scope)) changed.push(scope)
    }
    return ok(changed)
  }

  copies(): readonly ConflictCopy[] {
    return this.#copies.all()
  }

  async mergeCopy(file: string): Promise<Result<string, StoreProblem>> {
    const refused = this.#refuseWrites() ?? (await this.#place.problem())
    const { fs, root } = this.#options
    return refused ?? mergeConflictCopy(fs, root, this, file, report => void this.#reports.push(report))
  }

  reports(): readonly FileReport[] {
    return this.#reports
  }

  close(): Promise<void> {
    this.#closing ??= this.#writeAllAndRelease()
    return this.#closing
  }

  async #writeAllAndRelease(): Promise<void> {
    try {
      await settleSlots(this.#slots, this.readOnly ? [] : this.#options.annotators, folder => this.#list(folder))
    } finally {
      await this.#options.release()
    }
  }

  #refuseWrites() {
    const reason = this.#closing !== undefined ? 'closed' : this.readOnly
    return reason === undefined ? undefined : problem('read-only' as const, { reason })
  }

  #noteNewer(annotator: AnnotatorId, read: Result<Journal | undefined, StoreProblem> | undefined): void {
    const newer = read?.ok === true ? read.value?.newer === true : read?.error.code === 'newer-version'
    if (newer && this.#options.annotators.includes(annotator)) this.#newer = true
  }

  /** The slot of a journal; `undefined` where scope or annotator cannot be part of a path. */
  #slot(scope: ScopeKey, annotator: AnnotatorId): JournalSlot | undefined {
    const known = this.#slots.get(scope)?.get(annotator)
    if (known !== undefined) return known
    const folder = scopeFolder(scope)
    const name = journalName(annotator)
    if (folder === undefined || name === undefined) return undefined
    const file = [...folder, name].join('/')
    const durable = new DurableFile(this.#fs, join(this.#options.root, ...folder, name), file)
    const place = { workspace: this.identity.id, scope, annotator, file, schema: this.#options.schema }
    const adapter = new JournalAdapter(durable, place, this.#helpFor(scope, annotator, file))
    const register = documentOf(scope) === undefined
    const slot = new JournalSlot(adapter, this.#options.timers, async () => {
      const gone = await this.#place.problem()
      if (gone !== undefined) return gone
      const written = register ? ok(undefined) : await this.#writeRegisters()
      return written.ok ? this.#names.beforeWrite(folder) : written
    })
    this.#slots.set(scope, (this.#slots.get(scope) ?? new Map()).set(annotator, slot))
    if (register) this.#registers.push(slot)
    return slot
  }

  async #isChanged(scope: ScopeKey): Promise<boolean> {
    const folder = scopeFolder(scope) ?? []
    const files = await this.#list(folder)
    const slots = this.#slots.get(scope) ?? new Map<AnnotatorId, JournalSlot>()
    const names = files.ok ? files.value.flatMap(item => stemOf(item.name) ?? []) : []
    const isNew = (id: string) => isId(id) && !slots.has(id) && !this.#copies.has(folder, id)
    if (names.some(isNew) || (files.ok && (await this.#copies.isChanged(folder, files.value)))) return true
    const seen = await Promise.all([...slots.values()].map(slot => slot.isAsSeen()))
    const document = documentOf(scope)
    if (seen.includes(false) || document === undefined) return seen.includes(false)
    const texts = await this.#list(revisionsFolder(document) ?? [])
    return texts.ok && namesOf(texts.value) !== (this.#texts.get(document) ?? '')
  }

  #helpFor(scope: ScopeKey, annotator: AnnotatorId, file: string): JournalHelp {
    return {
      spares: {
        backup: async () => this.#options.spares?.(file),
        texts: async () => {
          const loaded = await this.loadRevisions(documentOf(scope) ?? '')
          return loaded.ok ? loaded.value.revisions : []
        },
      },
      mayWrite: () => this.readOnly === undefined && this.#options.annotators.includes(annotator),
      aside: bytes => makeAside(this.#fs, this.#options.root, file, bytes),
      report: report => void this.#reports.push(report),
      beforeMigration: async () => this.#options.beforeMigration?.(),
    }
  }

  /** What an annotation refers to is on disk before the annotation is. */
  async #writeRegisters(): Promise<Result<void, StoreProblem>> {
    for (const outcome of await Promise.all(this.#registers.map(slot => slot.retry()))) if (!outcome.ok) return outcome
    return ok(undefined)
  }

  #list(folder: RelativePath): Promise<Result<readonly FolderItem[], StoreProblem>> {
    return listFolder(this.#fs, this.#options.root, folder)
  }
}

function namesOf(items: readonly FolderItem[]): string {
  return items.flatMap(item => stemOf(item.name) ?? []).join('/')
}
