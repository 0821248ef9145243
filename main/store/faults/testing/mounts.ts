import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type OnFinished, temporaryFolder } from '../../testing/temporary-folder'

/** A file system of its own, in a file, that can lose its power. */
export interface CutDisk {
  /** Where it is mounted. */
  readonly path: string
  /** Stops it at once: what has not reached it never will, and each call fails. Nobody may use it any more then. */
  cut(): void
  /** Mounts it again, as after a start of the machine; nobody may have it open. */
  mountAgain(): void
}

/** Sizes in MiB: the smallest that `mkfs` takes. The files have holes, and take up what is written. */
const megabytes = { ext4: 64, xfs: 300 } as const
export type DiskKind = keyof typeof megabytes

/** Makes and mounts a disk; a sentence where that cannot be done here. */
export async function cutDisk(onFinished: OnFinished, kind: DiskKind): Promise<CutDisk | string> {
  if (process.getuid?.() !== 0) return 'only root may mount'
  const missing = [`mkfs.${kind}`, 'xfs_io', 'mount', 'truncate'].filter(name => !isThere(name))
  if (missing.length > 0) return `${missing.join(' and ')} not found`
  const folder = await temporaryFolder(onFinished)
  const image = join(folder, 'disk')
  const path = join(folder, 'mounted')
  await mkdir(path)
  const mount = ['mount', '-t', kind, '-o', 'loop', image, path]
  const made = complaintOf('truncate', '-s', `${megabytes[kind]}M`, image) ?? complaintOf(`mkfs.${kind}`, '-q', image)
  const complaint = made ?? complaintOf(...mount)
  if (complaint !== undefined) return `no ${kind} to mount here: ${complaint}`
  onFinished(async () => void complaintOf('umount', path))
  return {
    path,
    cut: () => must('xfs_io', '-x', '-c', 'shutdown', path),
    mountAgain() {
      must('umount', path)
      must(...mount)
    },
  }
}

/** A folder in memory that holds so many bytes, and so many files where that is given; a sentence where there can be none. */
export async function smallDisk(
  onFinished: OnFinished,
  bytes: number,
  files = 0,
): Promise<{ readonly path: string } | string> {
  if (process.getuid?.() !== 0) return 'only root may mount'
  const path = await temporaryFolder(onFinished)
  const complaint = complaintOf('mount', '-t', 'tmpfs', '-o', `size=${bytes},nr_inodes=${files}`, 'tmpfs', path)
  if (complaint !== undefined) return `no tmpfs to mount here: ${complaint}`
  onFinished(async () => must('umount', path))
  return { path }
}

export function isThere(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', program]).status === 0
}

/** What a program said when it failed; `undefined` where it did not. */
function complaintOf(...[program = '', ...args]: readonly string[]): string | undefined {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status === 0) return undefined
  return (done.error?.message ?? done.stderr).trim() || `${program} ended with ${done.status}`
}

function must(...command: readonly string[]): void {
  const complaint = complaintOf(...command)
  if (complaint !== undefined) throw new Error(complaint)
}
