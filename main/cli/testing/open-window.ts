import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDirectIntake } from '#app/intake/direct-intake'
import { createDirectCarrying } from '#app/services/carry-job'
import { openSession } from '#app/services/open-session'
import { answerOwnerCall } from '#app/services/owner-calls'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { readBundleFile } from '../../bundle/bundle-file'
import { machineClock, machineIds } from '../../clock-and-ids'
import { machineFiles } from '../../files'
import { acquireLock, type Lock } from '../../store/lock'
import { findWorkspace, openWorkspace } from '../../store/workspace-folder'
import type { Study } from './study'

// Imported by tests only.

/** What a window has to answer with. */
export const ownerPorts = {
  comeForward: () => undefined,
  files: machineFiles,
  intake: createDirectIntake(),
  carrying: createDirectCarrying(),
  clock: machineClock,
  ids: machineIds,
  readBundle: readBundleFile,
}

/** Takes the lock of the study's workspace, as a window or another command would. */
export async function holdLock(study: Study, role: 'window' | 'command'): Promise<{ lock: Lock; root: string }> {
  const found = await findWorkspace(join(study.folder, 'w'))
  if (!found.ok) throw new Error(found.error.code)
  const { root, identity } = found.value
  const lock = await acquireLock({ id: identity.id, path: root, role, pid: 4711, started: '2024-03-05T09:00:00.000Z' })
  if (!lock.ok) throw new Error(lock.error.reason)
  onTestFinished(() => lock.value.release())
  return { lock: lock.value, root }
}

/** A window that has the workspace open and answers other processes. `calls`: what it was asked. */
export async function openWindow(study: Study, ownIds: readonly string[] = []) {
  const { lock, root } = await holdLock(study, 'window')
  const store = await openWorkspace(root, { lock })
  const session = store.ok ? await openSession(store.value) : store
  if (!session.ok) throw new Error(session.error.code)
  const calls: string[] = []
  lock.serve((call, body) => {
    calls.push(call)
    return answerOwnerCall(session.value, { ...ownerPorts, ownIds: () => ownIds }, call, body)
  })
  return { session: session.value as WorkspaceSession, calls }
}
