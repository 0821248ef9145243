import { join } from 'node:path'
import { type DocumentId, isRevisionHash, type WorkspaceId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import { readRevision, writeRevision } from '#annotations/workspace/revision-file'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import { makeFolders, readWhole, sha256 } from './place-file'
import { readText } from './read-text'
import { storeProblem } from './store-problem'
import { type RelativePath, revisionsFolder, sourcePath } from './workspace-paths'
import { writeOnce } from './written-once'

export interface NewRevision {
  readonly document: DocumentId
  readonly revision: Revision
  /** The bytes that the revision's `source` describes. */
  readonly source: Uint8Array | undefined
}

/** Writes source bytes, then the revision, each unless it is there. `damaged` where either does not give its hash. */
export async function addRevision(
  fs: FileSystem,
  root: string,
  workspace: WorkspaceId,
  { document, revision, source }: NewRevision,
): Promise<Result<void, StoreProblem>> {
  const folder = revisionsFolder(document)
  if (folder === undefined || !isRevisionHash(revision.id)) {
    return problem('not-found', { document, revision: revision.id })
  }
  if (source !== undefined) {
    const path = sourcePath(document, revision)
    if (path === undefined || sha256(source) !== revision.source?.sha256) return problem('damaged', { document })
    const isSound = (found: Uint8Array) => sha256(found) === revision.source?.sha256
    const written = await writeInFolder(fs, root, path, source, isSound)
    if (!written.ok) return written
  }
  const isSound = (found: Uint8Array) => readRevisionBytes(found, revision.id).ok
  const bytes = Buffer.from(writeRevision(revision, { workspace, document }, sha256), 'utf8')
  if (!isSound(bytes)) return problem('damaged', { document, revision: revision.id })
  return writeInFolder(fs, root, [...folder, `${revision.id}.json`], bytes, isSound)
}

/** A revision and whether its file is as a program wrote it; its text gave its hash in any case. */
export interface FoundRevision {
  readonly revision: Revision
  readonly sound: boolean
}

/** The revision of a file, which must be that of its name. */
export async function readRevisionFile(
  fs: FileSystem,
  root: string,
  path: RelativePath,
  id: string,
): Promise<Result<FoundRevision, StoreProblem>> {
  const name = path.join('/')
  try {
    return readRevisionBytes((await readWhole(fs, join(root, ...path), name)).bytes, id)
  } catch (error) {
    return storeProblem(error, name)
  }
}

/** The revision that a file's bytes hold, which must be `id`. */
export function readRevisionBytes(bytes: Uint8Array, id: string): Result<FoundRevision, StoreProblem> {
  const text = readText(bytes)
  if (!text.ok) return problem('damaged', { reason: text.error.code })
  const read = readRevision(text.value, sha256)
  if (!read.ok) return problem('damaged', { reason: read.error.code })
  const { revision, sound } = read.value
  return revision.id === id ? ok({ revision, sound }) : problem('damaged', { reason: 'misplaced' })
}

async function writeInFolder(
  fs: FileSystem,
  root: string,
  path: RelativePath,
  bytes: Uint8Array,
  isSound: (found: Uint8Array) => boolean,
): Promise<Result<void, StoreProblem>> {
  const name = path.join('/')
  try {
    await makeFolders(fs, root, path.slice(0, -1))
  } catch (error) {
    return storeProblem(error, name)
  }
  return writeOnce(fs, join(root, ...path), name, bytes, isSound)
}
