import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkspaceId } from '#annotations/model/ids'
import { systemCode } from './file-system'

/** Where a workspace's lock lies on this machine, for this user. */
export type LockPlace =
  | { readonly kind: 'pipe'; readonly path: string }
  /** `name`: a symbolic link to the owner's socket, which lies beside it; `path` is the whole path of the link. */
  | { readonly kind: 'socket'; readonly folder: string; readonly name: string; readonly path: string }

/** Longest path of a socket, in bytes; systems cut what is longer, some at 104, without a word. */
const maxSocketPath = 103
/** `.`, and what makes an owner's socket unique. */
const socketSuffix = 1 + 12

/**
 * The place of the lock of the workspace `id` in the folder `path`: another copy of it in another folder has a lock of
 * its own. `undefined` where this machine has no folder that is only this user's and short enough.
 */
export async function lockPlace(id: WorkspaceId, path: string): Promise<LockPlace | undefined> {
  const name = createHash('sha256')
    .update(`${id}\0${await realpath(path)}`)
    .digest('hex')
    .slice(0, 32)
  if (process.platform === 'win32') return { kind: 'pipe', path: `\\\\.\\pipe\\pressmark-${name}` }
  const folder = await runtimeFolder(maxSocketPath - name.length - socketSuffix - 1)
  return folder === undefined ? undefined : { kind: 'socket', folder, name, path: join(folder, name) }
}

/**
 * The first folder that can be used, in the same order for every process of the user, whether it was started from a
 * desktop, over ssh or by a timer.
 */
async function runtimeFolder(maxBytes: number): Promise<string | undefined> {
  const uid = process.getuid?.() ?? 0
  const candidates = [
    ...[process.env.XDG_RUNTIME_DIR, `/run/user/${uid}`].flatMap(base => (base ? [join(base, 'pressmark')] : [])),
    ...[tmpdir(), '/tmp'].map(base => join(base, `pressmark-${uid}`)),
  ]
  for (const folder of candidates) {
    if (Buffer.byteLength(folder) <= maxBytes && (await isOurs(folder, uid))) return folder
  }
  return undefined
}

/** Makes the folder where it is missing. One that somebody else made or may enter is not used. */
async function isOurs(folder: string, uid: number): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 }).catch(error => {
      if (systemCode(error) !== 'EEXIST') throw error
    })
    const stat = await lstat(folder)
    if (!stat.isDirectory() || stat.uid !== uid || (stat.mode & 0o077) !== 0) return false
    await access(folder, constants.W_OK)
    return true
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return false
  }
}
