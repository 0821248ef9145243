import { dirname, join } from 'node:path'
import { documentOf } from '#annotations/changes/journal'
import { err, ok, problem, type Result } from '#annotations/model/result'
import type { CopyOfJournal, CopyOfText, FileReport, StoreProblem, WorkspaceStore } from '#app/ports/workspace-store'
import { type FileStat, type FileSystem, looksSame } from './file-system'
import { recoverJournal } from './journal-recovery'
import { readWhole } from './place-file'
import { putBack } from './put-back'
import { setAside } from './quarantine'
import { newerVersion, readJournalBytes } from './read-journal-bytes'
import { readRevisionBytes, readRevisionFile } from './revision-files'
import { storeProblem } from './store-problem'

/**
 * Unites a second copy, one of `store.copies()`, with the file that it is a copy of, and moves it to where files are set
 * aside; resolves with the path there when all that is durable. Nothing is merged that belongs to a colleague (`read-only`
 * with `not-mine`: a file that changes has one writer), to another file, or that a newer program wrote: then the copy stays.
 * A copy that is not as it was written is compared with what is known, like any file, and told to `report`. Needs the lock.
 */
export async function mergeConflictCopy(
  fs: FileSystem,
  root: string,
  store: WorkspaceStore,
  file: string,
  report: (report: FileReport) => void,
): Promise<Result<string, StoreProblem>> {
  const copy = store.copies().find(known => known.file === file)
  if (copy === undefined) return problem('not-found', { file })
  if (copy.is === 'theirs') return problem('read-only', { reason: 'not-mine', file })
  try {
    const { bytes, stat } = await readWhole(fs, join(root, file), file)
    const merge = copy.is === 'text' ? mergeText(fs, root, copy, bytes) : mergeJournal(store, copy, bytes, stat)
    const merged = await merge
    if (!merged.ok) return merged
    const keptAt = await moveAside(fs, root, file, bytes, stat)
    if (merged.value !== undefined) report({ ...merged.value, keptAt })
    return ok(keptAt)
  } catch (error) {
    return storeProblem(error, file)
  }
}

/** What there is to tell of a journal's copy that was not as it was written. */
async function mergeJournal(
  store: WorkspaceStore,
  { file, scope, of: annotator }: CopyOfJournal,
  bytes: Uint8Array,
  stat: FileStat,
): Promise<Result<FileReport | undefined, StoreProblem>> {
  const loaded = await store.loadScope(scope)
  if (!loaded.ok) return loaded
  const place = { workspace: store.identity.id, scope, annotator, file }
  const read = readJournalBytes(bytes, place)
  if (!read.ok && read.error.facts?.reason === 'misplaced') return read
  const spares = {
    previous: async () => undefined,
    backup: async () => undefined,
    texts: async () => {
      const texts = await store.loadRevisions(documentOf(scope) ?? '')
      return texts.ok ? texts.value.revisions : []
    },
  }
  const standing = loaded.value.journals.get(annotator)
  const changed = new Date(Number(stat.modified / 1_000_000n))
  const recovered = await recoverJournal(bytes, read, standing, place, spares, changed)
  if (recovered === undefined && !read.ok) return read
  const journal = recovered?.journal ?? (read.ok ? read.value.journal : undefined)
  if (journal === undefined || journal.newer === true) return err(newerVersion(file))
  const committed = await store.commit([{ scope, journal }])
  return committed.ok ? ok(recovered?.report) : committed
}

/** A copy of a text stands in where the text itself is gone or damaged; else there is nothing in it that is not there. */
async function mergeText(
  fs: FileSystem,
  root: string,
  { file, of: hash }: CopyOfText,
  bytes: Uint8Array,
): Promise<Result<undefined, StoreProblem>> {
  const path = [...file.split('/').slice(0, -1), `${hash}.json`]
  if ((await readRevisionFile(fs, root, path, hash)).ok) return ok(undefined)
  const read = readRevisionBytes(bytes, hash)
  if (!read.ok) return read
  await putBack(fs, root, path.join('/'), bytes)
  return ok(undefined)
}

/** Where it is kept. What was written into it meanwhile stays where it is. Throws what the system says. */
async function moveAside(
  fs: FileSystem,
  root: string,
  file: string,
  bytes: Uint8Array,
  stat: FileStat,
): Promise<string> {
  const keptAt = await setAside(fs, root, file, bytes)
  const path = join(root, file)
  if (looksSame(await fs.stat(path), stat)) {
    await fs.unlink(path)
    await fs.syncDirectory(dirname(path))
  }
  return keptAt
}
