import { join } from 'node:path'
import type { WorkspaceId } from '#annotations/model/ids'
import { readRevision } from '#annotations/workspace/revision-file'
import { readWorkspace } from '#annotations/workspace/workspace-file'
import { type WorkspacePlace, workspacePlace } from '#app/services/check/workspace-place'
import { type FileSystem, systemCode } from '../store/file-system'
import { sha256 } from '../store/place-file'
import { readJournalBytes } from '../store/read-journal-bytes'
import { readText } from '../store/read-text'

/** A file of a workspace that a backup takes. */
export interface OwnFile {
  readonly path: string
  readonly place: OwnPlace
}

export type OwnPlace = Extract<WorkspacePlace, { is: 'identity' | 'journal' | 'revision' | 'source' }>

/**
 * The files of a workspace that Pressmark wrote, but spare generations, unfinished files and what was set aside. First the
 * documents' journals, then all else when `rest` is called: what an annotation refers to is written before it, so that
 * whoever reads in this order finds it too.
 */
export async function ownFiles(
  fs: FileSystem,
  root: string,
): Promise<{ readonly journals: readonly OwnFile[]; rest(): Promise<readonly OwnFile[]> }> {
  const isFirst = ({ path, place }: OwnFile) => place.is === 'journal' && path.startsWith('documents/')
  const first = (await below(fs, root, '')).filter(isFirst)
  return { journals: first, rest: async () => (await below(fs, root, '')).filter(file => !isFirst(file)) }
}

/** What stands at a path, where it is a file that Pressmark writes. */
export function ownPlace(path: string): OwnPlace | undefined {
  const place = workspacePlace(path)
  return place.is === 'identity' || place.is === 'journal' || place.is === 'revision' || place.is === 'source'
    ? place
    : undefined
}

async function below(fs: FileSystem, root: string, folder: string): Promise<OwnFile[]> {
  const files: OwnFile[] = []
  const items = await readFolder(fs, join(root, folder), folder === '')
  for (const { name, kind } of [...items].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (name.startsWith('.')) continue
    if (kind === 'folder' && mayHoldOwn(path)) files.push(...(await below(fs, root, path)))
    const place = kind === 'file' ? ownPlace(path) : undefined
    if (place !== undefined) files.push({ path, place })
  }
  return files
}

/** A folder below the root may be gone by the time it is looked into. */
async function readFolder(fs: FileSystem, path: string, isRoot: boolean) {
  try {
    return await fs.readdir(path)
  } catch (error) {
    if (isRoot || systemCode(error) !== 'ENOENT') throw error
    return []
  }
}

/** True for folders in which a file of ours may lie: `x` stands for any name in them. */
function mayHoldOwn(folder: string): boolean {
  const depth = folder.split('/').length
  if (folder === 'documents' || (folder.startsWith('documents/') && depth === 2)) return true
  return workspacePlace(`${folder}/x`).is !== 'other'
}

/** True where the bytes are what their place says, by the rules by which a store reads them. */
export function isSoundFile(workspace: WorkspaceId, { path, place }: OwnFile, bytes: Uint8Array): boolean {
  if (place.is === 'source') return sha256(bytes) === place.stem
  if (place.is === 'journal') {
    const read = readJournalBytes(bytes, { workspace, scope: place.scope, annotator: place.stem, file: path })
    return read.ok || read.error.code === 'newer-version'
  }
  const text = readText(bytes)
  if (!text.ok) return false
  if (place.is === 'identity') {
    const read = readWorkspace(text.value, sha256)
    return read.ok && read.value.identity.id === workspace
  }
  const read = readRevision(text.value, sha256)
  return read.ok ? read.value.revision.id === place.stem : read.error.code === 'newer-version'
}
