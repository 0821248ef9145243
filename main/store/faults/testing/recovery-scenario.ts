import { doc, opened } from '../../testing/workspaces'
import { added, type CrashPoint, type Judge, sweep, type Tally } from './crash-sweep'
import { type DamagedWorkspace, holds, putDamaged, root, saveNext, textsOf } from './damaged-workspace'
import { type BeforeCall, FaultFs } from './fault-fs'

/** What was acknowledged while a damaged workspace was opened and written. */
export interface RecoveryPromises {
  readonly saved: boolean
}

/**
 * Opens a workspace with a damaged file, which sets it aside and writes what stands in, and saves one more note; what
 * fails is tried again. `before` is told of all that happens after the opening.
 */
export async function recoveryCrashPoints(
  workspace: DamagedWorkspace,
  damaged: Uint8Array,
  before: BeforeCall = () => undefined,
): Promise<CrashPoint<RecoveryPromises>[]> {
  const points: CrashPoint<RecoveryPromises>[] = []
  let saved = false
  let isOpen = false
  const { nodes } = (await putDamaged(workspace, damaged)).crashed()
  const fs = new FaultFs(call => {
    const at = `operation ${call.n} (${call.operation} ${call.path})`
    points.push({ disk: fs.crashed(), promised: { saved }, at })
    return isOpen ? before({ ...call, n: points.length }) : undefined
  }, nodes)
  const store = await opened(root, { fs, annotators: ['ann'] })
  isOpen = true
  for (let attempt = 0; attempt < 3 && !saved; attempt += 1) {
    const loaded = await store.loadScope(doc)
    saved = loaded.ok && (await saveNext(store, loaded.value.journals.get('ann')))
  }
  points.push({ disk: fs.crashed(), promised: { saved }, at: 'the end' })
  return points
}

/** One sweep for each operation that fails once while the file is set right. */
export async function sweepRecoveryAfterFailures(
  workspace: DamagedWorkspace,
  damaged: Uint8Array,
  error: string,
  options: { readonly bound: number; readonly seed: number },
): Promise<Tally> {
  const tallies: Tally[] = []
  for (let failing = 1, done = false; !done; failing += 1) {
    const points = await recoveryCrashPoints(workspace, damaged, ({ n }) => (n === failing ? { error } : undefined))
    done = points.length <= failing
    tallies.push(await sweep(points, judgeRecovery(workspace, damaged), options))
  }
  return added(tallies)
}

/** What was found is kept, in its place or aside; what the generation before has is there, and what was saved since. */
export function judgeRecovery(workspace: DamagedWorkspace, damaged: Uint8Array): Judge<RecoveryPromises> {
  return async (fs, { saved }) => {
    if (!(await isKept(fs, '/', damaged))) return 'deleted'
    const texts = await textsOf(fs)
    if (texts === undefined) return 'unreadable'
    if (!holds(texts, workspace.earlier)) return 'lost'
    return saved && texts.afterwards === undefined ? 'lost after it was saved' : 'sound'
  }
}

/** Whether a file somewhere below has this content. */
async function isKept(fs: FaultFs, folder: string, content: Uint8Array): Promise<boolean> {
  for (const { name, kind } of await fs.readdir(folder)) {
    const path = `${folder}/${name}`
    if (kind === 'file' ? Buffer.from(content).equals(await fs.readFile(path)) : await isKept(fs, path, content)) {
      return true
    }
  }
  return false
}
