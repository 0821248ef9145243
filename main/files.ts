import { constants } from 'node:fs'
import { type FileHandle, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { FileProblem, Files } from '#app/ports/files'

/** Real files. `list` walks folders by name; links to folders are not followed. */
export const machineFiles: Files = {
  async list(path) {
    try {
      const found = await stat(path)
      if (found.isFile()) return ok([path])
      if (!found.isDirectory()) return problem('not-a-file', { path })
      return ok(await filesBelow(path))
    } catch (thrown) {
      return fileProblem(thrown, path)
    }
  },

  async read(path, maxBytes) {
    try {
      const handle = await open(path, withoutWaiting)
      try {
        const found = await handle.stat()
        if (!found.isFile()) return problem('not-a-file', { path })
        if (found.size > maxBytes) return problem('too-large', { path, bytes: found.size, most: maxBytes })
        const bytes = await readAtMost(handle, maxBytes)
        // What the system makes up as it is read says that it has no size.
        return bytes === undefined
          ? problem('too-large', { path, most: maxBytes })
          : ok({ name: basename(path), bytes })
      } finally {
        await handle.close()
      }
    } catch (thrown) {
      return fileProblem(thrown, path)
    }
  },

  async write(wanted, bytes) {
    const place = await placeToWrite(wanted).catch(thrown => fileProblem(thrown, wanted))
    if (!place.ok) return place
    const { path, mode } = place.value
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${Date.now()}.tmp`)
    try {
      const handle = await open(temporary, 'wx')
      try {
        await handle.writeFile(bytes)
        if (mode !== undefined) await handle.chmod(mode)
        await handle.sync()
      } finally {
        await handle.close()
      }
      if ((await stat(temporary)).size !== bytes.length)
        throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
      await rename(temporary, path)
      return ok(undefined)
    } catch (thrown) {
      await unlink(temporary).catch(() => {})
      return fileProblem(thrown, path)
    }
  },
}

/** A pipe is opened at once, also when nobody writes into it. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const pieceBytes = 1024 * 1024

/** A file's bytes; `undefined` where there are more. */
async function readAtMost(handle: FileHandle, maxBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  for (let length = 0; length <= maxBytes; ) {
    const piece = Buffer.allocUnsafe(pieceBytes)
    const { bytesRead } = await handle.read(piece, 0, pieceBytes, null)
    if (bytesRead === 0) return new Uint8Array(Buffer.concat(pieces))
    pieces.push(piece.subarray(0, bytesRead))
    length += bytesRead
  }
  return undefined
}

const workspaceNames = new Set([
  'annotators',
  'codebook',
  'speakers',
  'claims',
  'settings',
  'documents',
  'workspace.json',
])

/**
 * The real place of a file that is to be written, and the permissions of the one that stands there. Refused: what is no
 * plain file, and the own files of any workspace.
 */
async function placeToWrite(wanted: string): Promise<Result<{ path: string; mode: number | undefined }, FileProblem>> {
  const path = await realpath(wanted).catch(async () => join(await realpath(dirname(wanted)), basename(wanted)))
  const there = await stat(path).catch(() => undefined)
  if (there !== undefined && !there.isFile()) return problem('not-a-file', { path: wanted })
  let below = path
  for (let folder = dirname(path); folder !== below; folder = dirname(folder)) {
    const isOwn = workspaceNames.has(basename(below))
    if (isOwn && (await stat(join(folder, 'workspace.json')).catch(() => undefined)) !== undefined) {
      return problem('inside-workspace', { path: wanted })
    }
    below = folder
  }
  return ok({ path, mode: there === undefined ? undefined : there.mode & 0o777 })
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}

function fileProblem(thrown: unknown, path: string): Result<never, FileProblem> {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('not-found', { path })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return problem('no-permission', { path })
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', { path })
  if (code === 'EISDIR') return problem('not-a-file', { path })
  return problem('unreadable', { path, reason: code })
}
