import { join } from 'node:path'
import { documentScope, type Journal, type Scope, type ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { BackedUpFile, Backup, BackupSource } from '#app/ports/backups'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileSystem, systemCode } from '../store/file-system'
import { readWhole, sha256 } from '../store/place-file'
import { readJournalBytes } from '../store/read-journal-bytes'
import { StoreFailure, storeProblem } from '../store/store-problem'
import { findWorkspace } from '../store/workspace-folder'
import { isSoundFile, type OwnFile, type OwnPlace, ownFiles, ownPlace } from './read-workspace'

/** A file that is put back as it was. */
export interface FileToPut extends OwnFile {
  readonly file: BackedUpFile
  readonly why: 'missing' | 'damaged'
}

/** What bringing a backup back into the folder of its workspace does. */
export interface RestorePlan {
  readonly put: readonly FileToPut[]
  /** Own journals that lack changes which the backup has: both together. */
  readonly unite: readonly (OwnFile & { readonly journal: Journal })[]
  /** Scopes in which an own journal differs: what stood, and what stands once files are put back and united. */
  readonly earlier: ReadonlyMap<ScopeKey, Scope>
  readonly now: ReadonlyMap<ScopeKey, Scope>
  /** Colleagues' journals that differ and are sound; they stay as they are. */
  readonly left: readonly (OwnFile & { readonly scope: ScopeKey; readonly annotator: AnnotatorId })[]
  /** Files that the backup names and has no sound bytes of. */
  readonly lost: readonly string[]
  /** Documents that came after the backup; they stay. */
  readonly later: readonly DocumentId[]
}

export interface RestoreWish {
  readonly root: string
  readonly backup: Backup
  /** The ids that the profile may act as. */
  readonly own: readonly AnnotatorId[]
}

type JournalPlace = Extract<OwnPlace, { is: 'journal' }>

/** Compares a backup with a folder, which need not be there. Changes nothing. `exists`: another workspace is there now. */
export async function planRestore(
  fs: FileSystem,
  source: BackupSource,
  { root, backup, own }: RestoreWish,
): Promise<Result<RestorePlan, StoreProblem>> {
  const there = await findWorkspace(root, fs)
  if (there.ok && there.value.identity.id !== backup.workspace) {
    return problem('exists', { path: root, reason: 'workspace' })
  }
  try {
    return ok(await new Planner(fs, source, root, backup, new Set(own)).plan())
  } catch (error) {
    return storeProblem(error, root)
  }
}

class Planner {
  readonly #put: FileToPut[] = []
  readonly #unite: (OwnFile & { readonly journal: Journal })[] = []
  readonly #left: (OwnFile & { readonly scope: ScopeKey; readonly annotator: AnnotatorId })[] = []
  readonly #lost: string[] = []
  readonly #differing = new Set<ScopeKey>()
  readonly #backedUp = new Map<string, BackedUpFile>()

  constructor(
    private readonly fs: FileSystem,
    private readonly source: BackupSource,
    private readonly root: string,
    private readonly backup: Backup,
    private readonly own: ReadonlySet<AnnotatorId>,
  ) {
    for (const file of backup.files) this.#backedUp.set(file.path, file)
  }

  async plan(): Promise<RestorePlan> {
    const there = await this.#filesThere()
    for (const file of this.backup.files) {
      const place = ownPlace(file.path)
      if (place !== undefined) await this.#compare({ path: file.path, place }, file)
    }
    const documents = new Set(this.backup.files.flatMap(({ path }) => documentIn(path) ?? []))
    for (const { path, place } of there) {
      const document = documentIn(path)
      const isNew = place.is === 'journal' && !this.#backedUp.has(path) && this.own.has(place.stem)
      if (isNew && (document === undefined || documents.has(document))) this.#differing.add(place.scope)
    }
    this.#differing.delete('annotators')
    const { earlier, now } = await this.#scopes(there)
    const later = [...new Set(there.flatMap(({ path }) => documentIn(path) ?? []))].filter(id => !documents.has(id))
    return { put: this.#put, unite: this.#unite, earlier, now, left: this.#left, lost: this.#lost, later }
  }

  async #compare(own: OwnFile, file: BackedUpFile): Promise<void> {
    const { path, place } = own
    const bytes = await this.#bytesThere(path)
    if (bytes !== undefined && sha256(bytes) === file.sha256) return
    const sound = bytes !== undefined && isSoundFile(this.backup.workspace, own, bytes)
    if (sound && place.is !== 'journal') return
    if (sound && place.is === 'journal' && !this.own.has(place.stem)) {
      this.#left.push({ ...own, scope: place.scope, annotator: place.stem })
      return
    }
    if (file.state === 'damaged' || !(await this.source.read(file)).ok) {
      this.#lost.push(path)
    } else if (sound && place.is === 'journal') {
      this.#differing.add(place.scope)
    } else {
      this.#put.push({ ...own, file, why: bytes === undefined ? 'missing' : 'damaged' })
    }
  }

  async #scopes(there: readonly OwnFile[]) {
    const earlier = new Map<ScopeKey, Scope>()
    const now = new Map<ScopeKey, Scope>()
    const put = new Set(this.#put.map(({ path }) => path))
    const places = [...there, ...this.backup.files.flatMap(({ path }) => toOwn(path))]
    for (const scope of this.#differing) {
      const then = new Map<AnnotatorId, Journal>()
      const standing = new Map<AnnotatorId, Journal>()
      const files = new Map(places.flatMap(({ path, place }) => inScope(path, place, scope)))
      for (const [path, place] of files) {
        const before = await this.#journalBefore(path, place)
        const present = put.has(path) ? before : await this.#journalThere(path, place)
        if (before !== undefined) then.set(place.stem, before)
        if (present === undefined) continue
        const isMine = before !== undefined && this.own.has(place.stem) && present.newer !== true
        const united = isMine ? uniteJournals(present, before) : present
        standing.set(place.stem, united)
        if (united !== present) this.#unite.push({ path, place, journal: united })
      }
      earlier.set(scope, { journals: then })
      now.set(scope, { journals: standing })
    }
    return { earlier, now }
  }

  async #journalBefore(path: string, place: JournalPlace): Promise<Journal | undefined> {
    const file = this.#backedUp.get(path)
    const read = file === undefined ? undefined : await this.source.read(file)
    return read?.ok === true ? this.#toJournal(read.value, path, place) : undefined
  }

  async #journalThere(path: string, place: JournalPlace): Promise<Journal | undefined> {
    const bytes = await this.#bytesThere(path)
    return bytes === undefined ? undefined : this.#toJournal(bytes, path, place)
  }

  #toJournal(bytes: Uint8Array, path: string, { scope, stem }: JournalPlace): Journal | undefined {
    const place = { workspace: this.backup.workspace, scope, annotator: stem, file: path }
    const read = readJournalBytes(bytes, place)
    return read.ok ? read.value.journal : undefined
  }

  /** The bytes of a file of the folder; `undefined` where there is none. What cannot be read counts as damaged. */
  async #bytesThere(path: string): Promise<Uint8Array | undefined> {
    try {
      return (await readWhole(this.fs, join(this.root, path), path)).bytes
    } catch (error) {
      const code = systemCode(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      if (error instanceof StoreFailure && error.problem.facts?.reason === 'too-large') return new Uint8Array()
      throw error
    }
  }

  async #filesThere(): Promise<OwnFile[]> {
    try {
      const { journals, rest } = await ownFiles(this.fs, this.root)
      return [...journals, ...(await rest())]
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw error
    }
  }
}

function toOwn(path: string): OwnFile[] {
  const place = ownPlace(path)
  return place === undefined ? [] : [{ path, place }]
}

function inScope(path: string, place: OwnPlace, scope: ScopeKey): [string, JournalPlace][] {
  return place.is === 'journal' && place.scope === scope ? [[path, place]] : []
}

function documentIn(path: string): DocumentId | undefined {
  return /^documents\/([^/]+)\//.exec(path)?.[1]
}

/** The scope that a file belongs to; `undefined` for `workspace.json`. */
export function scopeOfFile({ place }: OwnFile): ScopeKey | undefined {
  if (place.is === 'identity') return undefined
  return place.is === 'journal' ? place.scope : documentScope(place.document)
}
