import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JSONFilePreset } from 'lowdb/node'
import { documentScope } from '#annotations/changes/journal'
import { readAnnotation } from '#annotations/model/read-annotation'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { diskFileSystem, type FileSystem, type NewFile } from '../../main/store/file-system'
import { openWorkspace } from '../../main/store/workspace-folder'

/** Milliseconds that one save took, and how many of them were spent in `fsync`. */
export interface Save {
  readonly all: number
  readonly synced: number
}

/** Something that keeps annotations. */
export interface Contender {
  /** Gives one annotation of a document another note and waits until it is said to be saved. */
  save(document: string, annotation: string, note: string): Promise<Save>
  close(): Promise<void>
}

/** The real disk, which counts the milliseconds that are spent in `fsync` of files and folders. */
class TimedDisk implements FileSystem {
  synced = 0
  readonly readFile = diskFileSystem.readFile
  readonly stat = diskFileSystem.stat
  readonly readdir = diskFileSystem.readdir
  readonly mkdir = diskFileSystem.mkdir
  readonly link = diskFileSystem.link
  readonly rename = diskFileSystem.rename
  readonly unlink = diskFileSystem.unlink
  readonly realpath = diskFileSystem.realpath
  readonly checkWritable = diskFileSystem.checkWritable

  async create(path: string): Promise<NewFile> {
    const file = await diskFileSystem.create(path)
    return {
      write: (bytes, start) => file.write(bytes, start),
      setMode: mode => file.setMode(mode),
      sync: () => this.#timed(() => file.sync()),
      stat: () => file.stat(),
      close: () => file.close(),
    }
  }

  syncDirectory(path: string): Promise<void> {
    return this.#timed(() => diskFileSystem.syncDirectory(path))
  }

  async #timed(work: () => Promise<void>): Promise<void> {
    const begun = performance.now()
    await work()
    this.synced += performance.now() - begun
  }
}

/** A session of Pressmark over a workspace, which writes at once what it is given: no step of the commit is left out. */
export async function openPressmark(
  workspace: string,
  annotator: string,
): Promise<Contender & { readonly session: WorkspaceSession }> {
  const disk = new TimedDisk()
  const timers = {
    after(_milliseconds: number, ring: () => void) {
      const set = setImmediate(ring)
      return () => clearImmediate(set)
    },
  }
  const store = await openWorkspace(workspace, { fs: disk, timers, annotators: [annotator] })
  const session = store.ok ? await openSession(store.value) : store
  if (!session.ok) throw new Error(session.error.code)
  let n = 0
  return {
    session: session.value,
    async save(document, annotation, note) {
      n += 1
      const id = `10000000-0000-7000-8000-${String(n).padStart(12, '0')}`
      const before = disk.synced
      const begun = performance.now()
      const acts = [{ do: 'set-note', document, annotation, note }] as const
      const done = await session.value.edit({ id, at: '2026-05-01T09:30:00.000Z', by: annotator, acts })
      if (!done.ok) throw new Error(done.error.code)
      return { all: performance.now() - begun, synced: disk.synced - before }
    },
    close: () => session.value.close(),
  }
}

type Stored = { [document: string]: { [annotation: string]: { note: string } } }

/** What a session holds, as anybody would keep it in lowdb. */
function toPlain(session: WorkspaceSession, documents: readonly string[]): Stored {
  const stored: Stored = {}
  for (const document of documents) {
    const annotations: Stored[string] = {}
    for (const { entries } of session.state().scopes.get(documentScope(document))?.journals.values() ?? []) {
      for (const entry of entries.values()) {
        const annotation = readAnnotation(entry)
        if (annotation === undefined) continue
        const plain = {
          ...annotation,
          placements: Object.fromEntries(annotation.placements),
          tags: [...annotation.tags],
        }
        annotations[annotation.id] = plain
      }
    }
    stored[document] = annotations
  }
  return stored
}

/** Stock lowdb with its own `JSONFile`, which never calls `fsync`: one file for all documents, or one for each. */
export async function openLowdb(
  folder: string,
  session: WorkspaceSession,
  files: 'one' | 'per document',
): Promise<Contender & { readonly paths: readonly string[] }> {
  await mkdir(folder, { recursive: true })
  const documents = session.documents()
  const groups = files === 'one' ? [documents] : documents.map(document => [document])
  const paths: string[] = []
  const byDocument = new Map<string, Awaited<ReturnType<typeof JSONFilePreset<Stored>>>>()
  for (const [n, group] of groups.entries()) {
    const path = join(folder, `${n}.json`)
    paths.push(path)
    const db = await JSONFilePreset<Stored>(path, toPlain(session, group))
    await db.write()
    for (const document of group) byDocument.set(document, db)
  }
  return {
    paths,
    async save(document, annotation, note) {
      const db = byDocument.get(document)
      const begun = performance.now()
      await db?.update(data => {
        const entry = data[document]?.[annotation]
        if (entry !== undefined) entry.note = note
      })
      return { all: performance.now() - begun, synced: 0 }
    },
    close: async () => undefined,
  }
}
