import type { DocumentId } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { BackupReason, BackupRow, BackupsPayload, RestoreAnswer } from '#app/contract/backup-values'
import type { Answer, WorkspacePayload } from '#app/contract/values'
import type { Backup } from '#app/ports/backups'
import type { Clock } from '#app/ports/clock'
import type { Dialogs } from '#app/ports/dialogs'
import type { Ids } from '#app/ports/ids'
import { annotatorNames } from '#app/services/export-excerpts'
import { planPurge } from '#app/services/plan-purge'
import { restoreEdits } from '#app/services/restore-edits'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { bytesIn, documentsIn, whyOf } from '../backup/backup-facts'
import { type BackupFolder, backupsOf, type ListedBackup, type MadeBackup } from '../backup/backup-folder'
import { planRestore } from '../backup/plan-restore'
import { previewRestore } from '../backup/preview-restore'
import { purgeDocuments } from '../backup/purge-documents'
import { restoreCopy } from '../backup/put-files'
import { restoreFiles } from '../backup/restore-in-place'
import { currentIdentity, type ProfileFile } from '../profile/profile'
import { diskFileSystem } from '../store/file-system'
import { acquireLock } from '../store/lock'
import type { DesktopWorkspace } from './desktop-workspace'
import { workspaceName } from './payloads'
import type { Handlers, Tell } from './serve-calls'

export interface BackupHandlerPorts {
  readonly userFolder: string
  readonly profile: ProfileFile
  readonly workspace: DesktopWorkspace
  readonly tell: Tell
  readonly dialogs: Pick<Dialogs, 'folderForCopy'>
  readonly clock: Clock
  readonly ids: Ids
  /** What the window shows of a session that was opened anew. */
  readonly show: (session: WorkspaceSession, path: string) => WorkspacePayload
}

type BackupCall = Extract<keyof Handlers, `backups.${string}` | `documents.purge${string}`>

export interface BackupHandlers {
  readonly handlers: Pick<Handlers, BackupCall>
  /** Makes a backup of the open workspace before something; where none can be made the window is told, and work goes on. */
  before(reason: BackupReason): Promise<void>
  /** Makes the backup of the day, unless there is one of today. */
  daily(): Promise<void>
}

/** A workspace that is open, where it lies, and its backups. */
interface Open {
  readonly session: WorkspaceSession
  readonly root: string
  readonly backups: BackupFolder
}

/** Answers what the window asks about backups, and makes those that nobody asks for. */
export function createBackupHandlers(ports: BackupHandlerPorts): BackupHandlers {
  const { workspace, profile, clock } = ports
  let told = ''

  async function open(): Promise<Result<Open, Problem>> {
    const read = await workspace.whole()
    if (!read.ok) return read
    const session = read.value
    const root = workspace.root()
    if (root === undefined) return problem('no-workspace')
    return ok({ session, root, backups: backupsOf(ports.userFolder, session.store.identity.id) })
  }

  async function withOpen<T>(use: (place: Open) => Promise<Answer<T>>): Promise<Answer<T>> {
    const place = await open()
    return place.ok ? use(place.value) : place
  }

  function withBackup<T>(id: string, use: (place: Open, backup: Backup) => Promise<Answer<T>>): Promise<Answer<T>> {
    return withOpen(async place => {
      const listed = await place.backups.list()
      if (!listed.ok) return listed
      const found = listed.value.find(one => one.id === id)
      if (found === undefined) return problem('unknown-backup')
      return 'backup' in found ? use(place, found.backup) : { ok: false, error: found.problem }
    })
  }

  const by = () => currentIdentity(profile.read())?.name
  const own = () => profile.read().annotators.map(annotator => annotator.id)

  function make(
    { session, root, backups }: Open,
    reason: BackupReason,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Result<MadeBackup, Problem>> {
    const wish = { reason, root, name: workspaceName(session), by: by() }
    return backups.create(onProgress === undefined ? wish : { ...wish, onProgress }, clock)
  }

  async function before(reason: BackupReason): Promise<void> {
    const place = await open()
    if (!place.ok && place.error.code === 'no-workspace') return
    const made = place.ok ? await make(place.value, reason) : place
    const trouble = made.ok ? '' : made.error.code
    if (!made.ok && trouble !== told && trouble !== 'locked') ports.tell('backup-trouble', { problem: made.error })
    told = trouble
  }

  async function daily(): Promise<void> {
    const place = await open()
    if (!place.ok) return
    const listed = await place.value.backups.list()
    if (!listed.ok) return before('daily')
    const today = dayOf(clock.now())
    const isToday = (one: ListedBackup) =>
      'backup' in one && one.backup.path === place.value.root && dayOf(one.backup.at) === today
    if (!listed.value.some(isToday)) await before('daily')
  }

  async function restore({ session, root, backups }: Open, backup: Backup): Promise<Answer<RestoreAnswer>> {
    const { readOnly } = session.store
    if (readOnly !== undefined) return problem(readOnly === 'locked' ? 'locked' : 'read-only')
    const wish = { root, backup, own: own(), name: workspaceName(session), by: by() }
    await workspace.close()
    const put = await whileLocked(backup.workspace, root, () =>
      restoreFiles({ fs: diskFileSystem, backups, clock }, wish),
    )
    const opened = await workspace.open(root)
    if (!opened.ok) return opened
    if (!put.ok) return put
    const facts = { nextId: () => ports.ids.next(), at: clock.now(), why: whyOf(backup) }
    for (const edit of restoreEdits(put.value.plan.earlier, wish.own, facts)) {
      const written = await opened.value.edit(edit)
      if (!written.ok) return written
    }
    const made = put.value.before
    return ok({ workspace: ports.show(opened.value, root), ...(made === undefined ? {} : { before: made.id }) })
  }

  async function purge(place: Open, documents: readonly DocumentId[]): Promise<Answer<RestoreAnswer>> {
    const { session, root } = place
    const { readOnly, identity } = session.store
    if (readOnly !== undefined) return problem(readOnly === 'locked' ? 'locked' : 'read-only')
    const may = new Set(planPurge(session, own()).erase.map(({ document }) => document))
    if (!documents.every(document => may.has(document))) return problem('changed-since')
    await workspace.close()
    const wish = { root, workspace: identity.id, documents, own: own(), edit: ports.ids.next(), at: clock.now() }
    const before = await whileLocked(identity.id, root, async () => {
      const made = await make(place, 'purge')
      if (!made.ok) return made
      const erased = await purgeDocuments(diskFileSystem, wish)
      return erased.ok ? ok(made.value.backup.id) : erased
    })
    const opened = await workspace.open(root)
    if (!opened.ok) return opened
    return before.ok ? ok({ workspace: ports.show(opened.value, root), before: before.value }) : before
  }

  return {
    before,
    daily,
    handlers: {
      'documents.purgeable': () => withOpen(async ({ session }) => ok(planPurge(session, own()))),
      'documents.purge': ({ documents }) => withOpen(place => purge(place, documents)),
      'backups.list': () =>
        withOpen(async ({ root, backups }) => {
          const listed = await backups.list()
          if (!listed.ok) return listed
          const trouble = await backups.trouble()
          return ok<BackupsPayload>({
            rows: listed.value.flatMap(one => ('backup' in one ? [rowOf(one, root)] : [])),
            unreadable: listed.value.filter(one => !('backup' in one)).length,
            bytes: await backups.storedBytes(),
            folder: backups.folder,
            ...(trouble === undefined || trouble.code === 'incomplete' ? {} : { trouble }),
          })
        }),
      'backups.create': () =>
        withOpen(async place => {
          const made = await make(place, 'manual', (done, total) => ports.tell('backup-progress', { done, total }))
          return made.ok ? ok({ made: made.value.made, id: made.value.backup.id }) : made
        }),
      'backups.preview': ({ id }) =>
        withBackup(id, async ({ session, root, backups }, backup) => {
          const planned = await planRestore(diskFileSystem, backups, { root, backup, own: own() })
          if (!planned.ok) return planned
          const names = annotatorNames(session)
          return previewRestore(backups, backup, planned.value, own(), {
            headline: document => {
              const release = session.release(document)
              return release === undefined ? undefined : headlineOf(release)
            },
            annotator: annotator => names.get(annotator) ?? annotator,
          })
        }),
      'backups.restore-copy': ({ id }) =>
        withBackup(id, async ({ backups }, backup) => {
          const path = await ports.dialogs.folderForCopy()
          if (path === undefined) return ok(null)
          const copied = await restoreCopy(diskFileSystem, backups, backup, path)
          return copied.ok ? ok({ path, lost: copied.value.lost }) : copied
        }),
      'backups.restore': ({ id }) => withBackup(id, restore),
    },
  }
}

/** While the workspace is closed nobody else may write it. */
async function whileLocked<T>(
  id: string,
  path: string,
  work: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const lock = await acquireLock({ id, path, role: 'window', pid: process.pid })
  if (!lock.ok) {
    lock.error.close()
    return problem('locked')
  }
  try {
    return await work()
  } finally {
    await lock.value.release()
  }
}

function rowOf({ id, backup, missing }: Extract<ListedBackup, { backup: Backup }>, root: string): BackupRow {
  const { at, reason, by, path, files } = backup
  return {
    id,
    at,
    reason,
    ...(by === undefined ? {} : { by }),
    ...(path === root ? {} : { elsewhere: path }),
    documents: documentsIn(backup),
    files: files.length,
    bytes: bytesIn(backup),
    missing,
  }
}

/** The day at this machine's place. */
function dayOf(at: string): string {
  return new Date(at).toDateString()
}
