import { basename } from 'node:path'
import type { ScopeKey } from '#annotations/changes/journal'
import { documentOf } from '#annotations/changes/journal'
import type { AnnotatorId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import type { StoreProblem } from '#app/ports/workspace-store'
import { openSession, type WorkspaceSession } from '#app/services/workspace-session'
import { acquireLock, type Lock } from '../store/lock'
import { createWorkspace, findWorkspace, openWorkspace } from '../store/workspace-folder'
import { journalTexts } from './payloads'
import type { Tell } from './serve-calls'

/** The one workspace that the window has open. */
export interface DesktopWorkspace {
  session(): WorkspaceSession | undefined
  /** The real path of its folder. */
  root(): string | undefined
  /** Begins to open a workspace that will be asked for: `open` of the same path takes it over. */
  prepare(path: string): void
  /** Opens another in its place, read-only where another process has it. */
  open(path: string): Promise<Result<WorkspaceSession, StoreProblem>>
  create(path: string, name: string | undefined): Promise<Result<WorkspaceSession, StoreProblem>>
  /** Waits for every write. */
  close(): Promise<void>
}

export interface DesktopWorkspacePorts {
  readonly tell: Tell
  /** The annotator at the desk, and all ids that the profile may act as. */
  readonly annotator: () => AnnotatorId | undefined
  readonly ownIds: () => readonly AnnotatorId[]
  readonly clock: Clock
  readonly ids: Ids
  /** Answers other processes of ours that want something written while the window has the workspace. */
  readonly serveOthers: (lock: Lock, session: WorkspaceSession) => void
}

export function createDesktopWorkspace(ports: DesktopWorkspacePorts): DesktopWorkspace {
  let current: WorkspaceSession | undefined
  let currentRoot: string | undefined

  let prepared: { readonly path: string; readonly opening: Promise<Result<WorkspaceSession, StoreProblem>> } | undefined

  function open(path: string): Promise<Result<WorkspaceSession, StoreProblem>> {
    const begun = prepared
    prepared = undefined
    return begun?.path === path ? begun.opening : openAnew(path)
  }

  async function openAnew(path: string): Promise<Result<WorkspaceSession, StoreProblem>> {
    const found = await findWorkspace(path)
    if (!found.ok) return found
    await close()
    const { root, identity } = found.value
    const lock = await acquireLock({ id: identity.id, path: root, role: 'window', pid: process.pid })
    if (!lock.ok) lock.error.close()
    const store = await openWorkspace(root, { annotators: ports.ownIds(), lock: lock.ok ? lock.value : 'held' })
    const session = store.ok ? await openSession(store.value) : store
    if (!session.ok) {
      if (lock.ok) await lock.value.release()
      return session
    }
    current = session.value
    currentRoot = root
    if (lock.ok) ports.serveOthers(lock.value, session.value)
    session.value.listen(scopes => tellChanges(session.value, scopes))
    return session
  }

  /** Rows for the library at every change; journals where somebody else than the window wrote. */
  function tellChanges(session: WorkspaceSession, scopes: readonly ScopeKey[]): void {
    if (session !== current) return
    const changed = scopes.flatMap(scope => documentOf(scope) ?? [])
    if (changed.length > 0) ports.tell('documents-changed', { documents: session.rows(ports.annotator(), changed) })
  }

  async function create(path: string, name: string | undefined): Promise<Result<WorkspaceSession, StoreProblem>> {
    const shown = name === undefined || name === '' ? basename(path) : name
    const made = await createWorkspace(path, { id: ports.ids.next(), name: shown, created: ports.clock.now() })
    return made.ok || (made.error.code === 'exists' && made.error.facts?.reason === 'workspace') ? open(path) : made
  }

  async function close(): Promise<void> {
    const closing = current
    current = undefined
    currentRoot = undefined
    await closing?.close()
  }

  function prepare(path: string): void {
    prepared = { path, opening: openAnew(path) }
  }

  return { session: () => current, root: () => currentRoot, prepare, open, create, close }
}

/** Runs what another process of ours asked for, and tells the window the journals that it changed. */
export async function tellingChanges<T>(session: WorkspaceSession, tell: Tell, work: () => Promise<T>): Promise<T> {
  const changed = new Set<ScopeKey>()
  const stop = session.listen(scopes => {
    for (const scope of scopes) changed.add(scope)
  })
  try {
    return await work()
  } finally {
    stop()
    if (changed.size > 0) tell('journals-changed', { journals: journalTexts(session, [...changed]) })
  }
}
