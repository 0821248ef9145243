import { basename } from 'node:path'
import type { ScopeKey } from '#annotations/changes/journal'
import { documentOf } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import type { StoreProblem } from '#app/ports/workspace-store'
import { fileNews } from '#app/services/file-reports'
import { openSession, type WorkspaceSession } from '#app/services/workspace-session'
import { sparesIn } from '../backup/find-backups'
import type { Held } from '../store/held-lock'
import { acquireLock, type Lock } from '../store/lock'
import { createWorkspace, findWorkspace, openWorkspace } from '../store/workspace-folder'
import { journalTexts } from './payloads'
import type { Tell } from './serve-calls'
import { type WorkspaceWatch, watchWorkspace } from './watch-workspace'

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
  /** Takes over what other programs wrote since, and tells the window. */
  refresh(): Promise<void>
  /** The document that the window shows: its folder is watched. */
  shows(document: DocumentId): void
  /** Waits for every write. */
  close(): Promise<void>
}

export interface DesktopWorkspacePorts {
  readonly tell: Tell
  /** The annotator at the desk, and all ids that the profile may act as. */
  readonly annotator: () => AnnotatorId | undefined
  readonly ownIds: () => readonly AnnotatorId[]
  /** The profile's folder, in whose backups earlier states of damaged files are found. */
  readonly userFolder: string
  readonly clock: Clock
  readonly ids: Ids
  /** Answers other processes of ours that want something written while the window has the workspace. */
  readonly serveOthers: (lock: Lock, session: WorkspaceSession) => void
}

export function createDesktopWorkspace(ports: DesktopWorkspacePorts): DesktopWorkspace {
  let current: WorkspaceSession | undefined
  let currentRoot: string | undefined
  let watch: WorkspaceWatch | undefined
  /** What the window has been told of: how many reports, which copies. */
  const told = new WeakMap<WorkspaceSession, string>()

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
    if (!lock.ok) await leaveTo(lock.error)
    const store = await openWorkspace(root, {
      annotators: ports.ownIds(),
      lock: lock.ok ? lock.value : 'held',
      spares: sparesIn(ports.userFolder),
    })
    const session = store.ok ? await openSession(store.value) : store
    if (!session.ok) {
      if (lock.ok) await lock.value.release()
      return session
    }
    current = session.value
    currentRoot = root
    told.set(session.value, seenOf(session.value))
    watch = watchWorkspace(root, scopes => void refresh(scopes))
    if (lock.ok) ports.serveOthers(lock.value, session.value)
    session.value.listen(scopes => tellChanges(session.value, scopes))
    return session
  }

  /** One after the other, so that none misses what comes while another is under way. */
  let refreshed: Promise<void> = Promise.resolve()

  function refresh(scopes?: readonly ScopeKey[]): Promise<void> {
    const session = current
    if (session === undefined) return refreshed
    refreshed = refreshed.then(async () => {
      if (session !== current) return
      await tellingChanges(session, ports.tell, () => session.refresh(scopes))
      tellReports(session)
    })
    return refreshed
  }

  /** Rows for the library at every change; journals where somebody else than the window wrote. */
  function tellChanges(session: WorkspaceSession, scopes: readonly ScopeKey[]): void {
    if (session !== current) return
    tellReports(session)
    const changed = scopes.flatMap(scope => documentOf(scope) ?? [])
    if (changed.length > 0) ports.tell('documents-changed', { documents: session.rows(ports.annotator(), changed) })
  }

  function tellReports(session: WorkspaceSession): void {
    const news = seenOf(session)
    if (news === (told.get(session) ?? '0')) return
    told.set(session, news)
    ports.tell('reports-changed', fileNews(session, ports.annotator()))
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
    watch?.close()
    await closing?.close()
  }

  function prepare(path: string): void {
    prepared = { path, opening: openAnew(path) }
  }

  return {
    session: () => current,
    root: () => currentRoot,
    prepare,
    open,
    create,
    refresh: () => refresh(),
    shows: document => watch?.shows(document),
    close,
  }
}

/** A moment for the window that has the workspace to come to the front, in milliseconds. */
const comeWait = 1_000

/** Shows the person the window that has the workspace; this one opens it to read. */
async function leaveTo(held: Held): Promise<void> {
  if (held.owner?.role === 'window') await held.request('come-forward', {}, { timeoutMs: comeWait })
  held.close()
}

function seenOf(session: WorkspaceSession): string {
  return [session.reports().length, ...session.store.copies().map(({ file, code = '' }) => `${file} ${code}`)].join(
    '\n',
  )
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
