import { basename } from 'node:path'
import type { ScopeKey } from '#annotations/changes/journal'
import { documentOf } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId, WorkspaceId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { DocumentRow } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import type { StoreProblem } from '#app/ports/workspace-store'
import { fileNews } from '#app/services/file-reports'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { backUpBeforeMigration } from '../backup/before-migration'
import { sparesIn } from '../backup/find-backups'
import { putBackIdentity, type SpareIdentity, spareIdentity } from '../backup/mend-identity'
import { catalogueIn } from '../catalogue/catalogue'
import { touchedSince } from '../catalogue/touched-since'
import type { Held } from '../store/held-lock'
import { acquireLock, type Lock } from '../store/lock'
import { createWorkspace, findWorkspace, openWorkspace } from '../store/workspace-folder'
import { LibraryRows } from './library-rows'
import { journalTexts } from './payloads'
import { atOnce, createReading, type Reading } from './reading'
import { SentTexts } from './sent-texts'
import type { Tell } from './serve-calls'
import { type WorkspaceWatch, watchWorkspace } from './watch-workspace'

/** What the library shows. */
export interface Library {
  readonly documents: readonly DocumentRow[]
  readonly reading?: { readonly done: number; readonly total: number }
}

/** The one workspace that the window has open. */
export interface DesktopWorkspace {
  /**
   * The session as soon as there is one: of its documents some may not be read yet (`WorkspaceSession.ready`). It is for
   * what names its documents; all else asks for the `whole` one.
   */
  early(): WorkspaceSession | undefined
  /** The session when all its documents are read; `no-workspace` where none is open or it is closed meanwhile. */
  whole(): Promise<Result<WorkspaceSession, Problem>>
  /** The rows of the library as they are known, and how far reading is, where it is not at its end. */
  library(): Library
  /** The real path of its folder. */
  root(): string | undefined
  /** Begins to open a workspace that will be asked for: `open` of the same path takes it over. */
  prepare(path: string): void
  /** Opens another in its place, read-only where another process has it. */
  open(path: string): Promise<Result<WorkspaceSession, StoreProblem>>
  create(path: string, name: string | undefined): Promise<Result<WorkspaceSession, StoreProblem>>
  /** Takes over what other programs wrote since, and tells the window. */
  refresh(): Promise<void>
  /** The document that was sent to the window, which shows it: its folder is watched, and texts that come to it are told. */
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
  readonly serveOthers: (
    lock: Lock,
    early: WorkspaceSession,
    whole: () => Promise<Result<WorkspaceSession, Problem>>,
  ) => void
}

interface Opened {
  readonly session: WorkspaceSession
  readonly root: string
  readonly watch: WorkspaceWatch
  readonly rows: LibraryRows
  readonly reading: Reading
  readonly texts: SentTexts
  /** Keeps the rows for the next start. */
  keep(): Promise<void>
  /** Somebody may have written what was read early. */
  behind: boolean
}

export function createDesktopWorkspace(ports: DesktopWorkspacePorts): DesktopWorkspace {
  let current: Opened | undefined
  /** What the window has been told of: how many reports, which copies. */
  const told = new WeakMap<WorkspaceSession, string>()

  let prepared: { readonly path: string; readonly opening: Promise<Result<WorkspaceSession, StoreProblem>> } | undefined

  function open(path: string): Promise<Result<WorkspaceSession, StoreProblem>> {
    const begun = prepared
    prepared = undefined
    return begun?.path === path ? begun.opening : openAnew(path)
  }

  async function openAnew(path: string): Promise<Result<WorkspaceSession, StoreProblem>> {
    const place = await placeOf(path)
    if (!place.ok) return place
    const { root, id, spare } = place.value
    await close()
    const lock = await acquireLock({ id, path: root, role: 'window', pid: process.pid })
    if (!lock.ok) await leaveTo(lock.error)
    const mended = lock.ok && spare !== undefined ? await putBackIdentity(spare) : undefined
    const store = await openWorkspace(root, {
      annotators: ports.ownIds(),
      lock: lock.ok ? lock.value : 'held',
      spares: sparesIn(ports.userFolder),
      beforeMigration: backUpBeforeMigration(ports.userFolder, ports.clock, problem =>
        ports.tell('backup-trouble', { problem }),
      ),
      ...(mended?.ok === true ? { told: [mended.value] } : {}),
    })
    const session = store.ok ? await openSession(store.value, { atOnce }) : store
    if (!session.ok) {
      if (lock.ok) await lock.value.release()
      return session
    }
    const of = { workspace: id, root, annotator: ports.annotator() }
    const catalogue = session.value.unread().length === 0 ? undefined : catalogueIn(ports.userFolder, of)
    const kept = await catalogue?.read()
    const rows = new LibraryRows(session.value, ports.annotator, kept?.rows ?? [])
    const keep = async () => {
      if (of.annotator === ports.annotator()) await catalogue?.write(rows.all())
    }
    const reading = createReading(session.value, rows, {
      tell: ports.tell,
      // Rows that may be otherwise by now come first.
      first: async unread => (kept === undefined ? [] : touchedSince(root, unread, kept.at)),
      onRead: () => tellReports(session.value),
      onWhole: () => {
        void keep()
        if (current?.behind === true) void refresh()
      },
    })
    told.set(session.value, seenOf(session.value))
    const watch = watchWorkspace(root, scopes => void refresh(scopes))
    current = {
      session: session.value,
      root,
      watch,
      rows,
      reading,
      keep,
      texts: new SentTexts(session.value),
      behind: false,
    }
    if (lock.ok) ports.serveOthers(lock.value, session.value, reading.whole)
    session.value.listen(scopes => tellChanges(session.value, scopes))
    return session
  }

  /** Where a workspace lies and who it is; of a damaged `workspace.json`, what a backup has in its place. */
  async function placeOf(
    path: string,
  ): Promise<Result<{ root: string; id: WorkspaceId; spare?: SpareIdentity }, StoreProblem>> {
    const found = await findWorkspace(path)
    if (found.ok) return ok({ root: found.value.root, id: found.value.identity.id })
    const spare = found.error.code === 'damaged' ? await spareIdentity(ports.userFolder, path, found.error) : undefined
    return spare === undefined ? found : ok({ root: spare.root, id: spare.id, spare })
  }

  /** One after the other, so that none misses what comes while another is under way. */
  let refreshed: Promise<void> = Promise.resolve()

  function refresh(scopes?: readonly ScopeKey[]): Promise<void> {
    const opened = current
    if (opened === undefined) return refreshed
    refreshed = refreshed.then(async () => {
      if (opened !== current) return
      const { session } = opened
      // What is not read yet cannot be behind; what was read early is looked at again when the rest is.
      opened.behind = scopes === undefined && session.unread().length > 0
      if (opened.behind) return
      await tellingChanges(session, ports.tell, () => session.refresh(scopes))
      tellReports(session)
    })
    return refreshed
  }

  /** Rows for the library at every change; journals where somebody else than the window wrote. */
  function tellChanges(session: WorkspaceSession, scopes: readonly ScopeKey[]): void {
    if (session !== current?.session) return
    tellReports(session)
    const changed = scopes.flatMap(scope => documentOf(scope) ?? [])
    if (changed.length === 0) return
    for (const news of current.texts.news(changed)) ports.tell('texts-changed', news)
    current.rows.renew(changed)
    ports.tell('documents-changed', { documents: session.rows(ports.annotator(), changed) })
  }

  function tellReports(session: WorkspaceSession): void {
    const news = seenOf(session)
    if (news === (told.get(session) ?? '0\n0')) return
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
    closing?.watch.close()
    const isWhole = closing?.reading.progress() === undefined
    closing?.reading.stop()
    await closing?.session.close()
    if (isWhole) await closing?.keep()
  }

  function prepare(path: string): void {
    prepared = { path, opening: openAnew(path) }
  }

  return {
    early: () => current?.session,
    whole: async () => (await current?.reading.whole()) ?? problem('no-workspace'),
    library: () => {
      const reading = current?.reading.progress()
      return { documents: current?.rows.all() ?? [], ...(reading === undefined ? {} : { reading }) }
    },
    root: () => current?.root,
    prepare,
    open,
    create,
    refresh: () => refresh(),
    shows: document => {
      current?.texts.sent(document)
      current?.watch.shows(document)
    },
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
  return [
    session.reports().length,
    session.damaged().length,
    ...session.store.copies().map(({ file, code = '' }) => `${file} ${code}`),
  ].join('\n')
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
