import { join } from 'node:path'
import { isId, type WorkspaceId } from '#annotations/model/ids'
import { diskFileSystem, type FileSystem, systemCode } from '../store/file-system'
import { findWorkspace, type OpenOptions } from '../store/workspace-folder'
import { type BackupFolder, backupsOf } from './backup-folder'

/** A workspace that is there or of which there are backups. */
export interface BackedUpWorkspace {
  readonly id: WorkspaceId
  /** The folder that it has, or had when the newest backup was made. */
  readonly root: string
  readonly name: string
  readonly backups: BackupFolder
}

/**
 * The workspace that a person means by a folder's path, or by an id. It need not be there any more, nor be readable:
 * then the backups remember it. `undefined` where there is neither a workspace nor a backup of one.
 */
export async function findBackedUp(
  userFolder: string,
  { path, id }: { readonly path: string; readonly id?: string },
  fs: FileSystem = diskFileSystem,
): Promise<BackedUpWorkspace | undefined> {
  const found = await findWorkspace(path, fs)
  if (found.ok) {
    const { root, identity } = found.value
    return { id: identity.id, root, name: identity.name, backups: backupsOf(userFolder, identity.id, fs) }
  }
  const roots = new Set([path, await fs.realpath(path).catch(() => path)])
  const candidates: { readonly at: string; readonly found: BackedUpWorkspace }[] = []
  for (const workspace of await idsOf(userFolder, fs)) {
    const backups = backupsOf(userFolder, workspace, fs)
    const listed = await backups.list()
    const all = listed.ok ? listed.value.flatMap(one => ('backup' in one ? [one.backup] : [])) : []
    const meant = workspace === id ? all[0] : all.find(backup => roots.has(backup.path))
    if (meant === undefined) continue
    candidates.push({ at: meant.at, found: { id: workspace, root: meant.path, name: meant.name, backups } })
  }
  return candidates.sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.found
}

async function idsOf(userFolder: string, fs: FileSystem): Promise<WorkspaceId[]> {
  try {
    const items = await fs.readdir(join(userFolder, 'backups'))
    return items.flatMap(({ name, kind }) => (kind === 'folder' && isId(name) ? [name] : []))
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return []
  }
}

/** Where a store finds earlier states of its files: in the backups of a profile. */
export function sparesIn(userFolder: string): NonNullable<OpenOptions['spares']> {
  return (workspace, root) => file => backupsOf(userFolder, workspace).sparesFor(root).newestCopy(file)
}
