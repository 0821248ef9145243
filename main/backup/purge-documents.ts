import { dirname, join } from 'node:path'
import { documentScope, type Journal } from '#annotations/changes/journal'
import { purgeJournal } from '#annotations/changes/purge'
import type { AnnotatorId, DocumentId, EditId, Instant, WorkspaceId } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'
import { writeJournal } from '#annotations/workspace/journal-file'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileSystem, systemCode } from '../store/file-system'
import { readWhole, sha256, statIfThere, writeTemporary } from '../store/place-file'
import { readJournalBytes } from '../store/read-journal-bytes'
import { StoreFailure, storeProblem } from '../store/store-problem'

export interface PurgeWish {
  readonly root: string
  readonly workspace: WorkspaceId
  readonly documents: readonly DocumentId[]
  readonly own: readonly AnnotatorId[]
  readonly edit: EditId
  readonly at: Instant
}

/**
 * Erases documents from a workspace's folder: own journals keep ids, then texts and sources go, with every spare. It is for
 * whoever has the lock, with no session open, after a backup. A journal that is somebody else's stops the document before
 * anything of it is touched: `damaged` with the reason `not-mine`. After a crash the document is still removed, and the same
 * again ends it.
 */
export async function purgeDocuments(fs: FileSystem, wish: PurgeWish): Promise<Result<void, StoreProblem>> {
  try {
    for (const document of wish.documents) await purgeOne(fs, wish, document)
    return ok(undefined)
  } catch (error) {
    return storeProblem(error, wish.root)
  }
}

async function purgeOne(fs: FileSystem, wish: PurgeWish, document: DocumentId): Promise<void> {
  const { root, workspace, own, edit, at } = wish
  const scope = documentScope(document)
  const folder = join(root, 'documents', document)
  const journals = new Map<AnnotatorId, Journal>()
  for (const name of await names(fs, join(folder, 'annotations'))) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue
    const file = `documents/${document}/annotations/${name}`
    const annotator = name.slice(0, -'.json'.length)
    if (!own.includes(annotator)) throw new StoreFailure({ code: 'damaged', facts: { file, reason: 'not-mine' } })
    const { bytes } = await readWhole(fs, join(root, file), file)
    const read = readJournalBytes(bytes, { workspace, scope, annotator, file })
    if (!read.ok) throw new StoreFailure(read.error)
    if (read.value.journal.newer === true) throw new StoreFailure({ code: 'newer-version', facts: { file } })
    journals.set(annotator, read.value.journal)
  }
  for (const [annotator, journal] of journals) {
    const purged = purgeJournal({ journals }, journal, edit, at)
    const path = join(folder, 'annotations', `${annotator}.json`)
    const bytes = Buffer.from(writeJournal(purged, { workspace, scope }, sha256), 'utf8')
    const { mode } = await fs.stat(path)
    const temporary = await writeTemporary(fs, path, bytes, mode)
    await fs.rename(temporary.path, path)
    await erase(fs, `${path}.prev`)
    await fs.syncDirectory(dirname(path))
  }
  for (const below of ['revisions', 'sources']) {
    const place = join(folder, below)
    for (const name of await names(fs, place)) await erase(fs, join(place, name))
    if ((await statIfThere(fs, place)) !== undefined) await fs.syncDirectory(place)
  }
}

async function names(fs: FileSystem, folder: string): Promise<string[]> {
  try {
    return (await fs.readdir(folder)).flatMap(({ name, kind }) => (kind === 'folder' ? [] : [name]))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Unlike a sweep, it is told where a file stays. */
async function erase(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
