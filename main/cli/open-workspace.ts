import { resolve } from 'node:path'
import type { AnnotatorId, DocumentId, WorkspaceId } from '#annotations/model/ids'
import { type Problem, problem, type Result } from '#annotations/model/result'
import type { FileReport } from '#app/ports/workspace-store'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { backUpBeforeMigration } from '../backup/before-migration'
import { sparesIn } from '../backup/find-backups'
import { machineClock } from '../clock-and-ids'
import type { Held } from '../store/held-lock'
import { waitForLock } from '../store/lock'
import { findWorkspace, type OpenOptions, openWorkspace } from '../store/workspace-folder'
import type { CliIo } from './cli-io'
import { findingPhrase } from './words'

const usualLockWait = 15_000
/** Times that a window is asked which closes before it answers. */
const maxTries = 3

/** Opens a workspace to read it: needs no lock, whoever is writing. */
export function openForReading(io: CliIo, path: string): Promise<Result<WorkspaceSession, Problem>> {
  return open(resolve(io.cwd, path), { lock: 'held' })
}

/** How a command writes. */
export interface Writing<T> {
  /** Ids that the profile may act as. */
  readonly annotators: readonly AnnotatorId[]
  /** The profile's folder, in whose backups earlier states of damaged files are found. */
  readonly userFolder: string
  /** With the lock, in this process. */
  own(session: WorkspaceSession): Promise<Result<T, Problem>>
  /** By asking the window that has the workspace; `session` shows what stands on disk and cannot write. */
  handOver(owner: Held, session: WorkspaceSession): Promise<Result<T, Problem>>
}

/**
 * Writes a workspace: takes the lock, waiting for other commands, or asks the window that has it. `locked` with who
 * has it where that fails. A window that closes while it is asked is followed; what it did is not done twice, since
 * both writes of the command line know what they have done.
 */
export async function write<T>(io: CliIo, path: string, writing: Writing<T>): Promise<Result<T, Problem>> {
  const found = await findWorkspace(resolve(io.cwd, path))
  if (!found.ok) return found
  const { root, identity, newer } = found.value
  if (newer) return problem('newer-version', { path })
  const self = { id: identity.id, path: root, role: 'command', pid: process.pid } as const
  for (let tries = 1; ; tries += 1) {
    const lock = await waitForLock({ ...self, waitMs: io.lockWaitMs ?? usualLockWait })
    if (lock.ok) return writeAlone(io, root, lock.value, writing)
    const held = lock.error
    try {
      if (held.owner?.role !== 'window') return lockedBy(held)
      const outcome = await askOwner(root, held, writing)
      const closed = !outcome.ok && outcome.error.code === 'closed'
      if (!outcome.ok && outcome.error.code === 'timed-out') return lockedBy(held)
      if (!closed || tries === maxTries) return outcome
    } finally {
      held.close()
    }
  }
}

/**
 * Writes a workspace whose files are put in order before it can be opened: takes the lock, waiting for other commands,
 * and opens it after `prepare`. A window does not do it for the command, since what it shows would change under a
 * person's hands: `locked` where one has it, with `does` for what to do then.
 */
export async function writeAfter<Prepared, T>(
  io: CliIo,
  { id, root, does }: { readonly id: WorkspaceId; readonly root: string; readonly does: OwnWork },
  prepare: () => Promise<Result<Prepared, Problem>>,
  writing: {
    readonly annotators: readonly AnnotatorId[]
    readonly userFolder: string
    own(session: WorkspaceSession, prepared: Prepared): Promise<Result<T, Problem>>
  },
): Promise<Result<T, Problem>> {
  const self = { id, path: root, role: 'command', pid: process.pid } as const
  const lock = await waitForLock({ ...self, waitMs: io.lockWaitMs ?? usualLockWait })
  if (!lock.ok) {
    lock.error.close()
    return lockedBy(lock.error, does)
  }
  try {
    const prepared = await prepare()
    if (!prepared.ok) return prepared
    const { own, ...rest } = writing
    return await writeAlone(io, root, lock.value, { ...rest, own: session => own(session, prepared.value) })
  } finally {
    await lock.value.release()
  }
}

async function writeAlone<T>(
  io: CliIo,
  root: string,
  lock: { release(): Promise<void> },
  { annotators, userFolder, own }: Pick<Writing<T>, 'annotators' | 'userFolder' | 'own'>,
): Promise<Result<T, Problem>> {
  // Nothing else is coming, so nothing is waited for.
  const timers: OpenOptions['timers'] = {
    after(_milliseconds, ring) {
      const timer = setTimeout(ring, 0)
      return () => clearTimeout(timer)
    },
  }
  const beforeMigration = backUpBeforeMigration(userFolder, machineClock, ({ code }) => {
    io.err(`pressmark: no backup could be made before files are written in a newer version (${code}).\n`)
  })
  const session = await open(root, { annotators, lock, timers, spares: sparesIn(userFolder), beforeMigration })
  if (!session.ok) {
    await lock.release()
    return session
  }
  try {
    const { readOnly } = session.value.store
    if (readOnly !== undefined) return readOnlyProblem(readOnly, root)
    return await own(session.value)
  } finally {
    for (const line of reportLines(session.value.reports())) io.err(`pressmark: ${line}\n`)
    await session.value.close()
  }
}

async function askOwner<T>(root: string, held: Held, writing: Writing<T>): Promise<Result<T, Problem>> {
  const session = await open(root, { annotators: writing.annotators, lock: 'held' })
  return session.ok ? writing.handOver(held, session.value) : session
}

async function open(path: string, options: OpenOptions): Promise<Result<WorkspaceSession, Problem>> {
  const store = await openWorkspace(path, options)
  return store.ok ? openSession(store.value) : store
}

function readOnlyProblem(reason: string, path: string) {
  return reason === 'newer-version' ? problem(reason, { path }) : problem('read-only', { reason })
}

/** What nobody else does for a command. */
export type OwnWork = 'restore' | 'repair'

/** Who has the workspace, and since when. */
export function lockedBy({ reason, owner }: Held, does?: OwnWork) {
  const work = does === undefined ? {} : { does }
  if (owner === undefined) return problem('locked', { reason, ...work })
  return problem('locked', { reason, role: owner.role, pid: owner.pid, since: owner.started, ...work })
}

/**
 * What a reading command could not read as it was written, a sentence per file: of the registers, and of all documents
 * or those given. What was printed is then only a part, or may be older than it should.
 */
export function unreadFiles(session: WorkspaceSession, documents?: readonly DocumentId[]): string[] {
  const isAsked = ({ file }: { readonly file: string }) => {
    const document = /^documents\/([^/]+)\//.exec(file)?.[1]
    return document === undefined || documents === undefined || documents.includes(document)
  }
  return [
    ...session.damaged().flatMap(one => (isAsked(one) ? [`left out: ${one.file} ${findingPhrase(one.code)}.`] : [])),
    ...reportLines(session.reports().filter(isAsked)),
  ]
}

/** What came of files that were not as they were written, a sentence or two for each. */
function reportLines(reports: readonly FileReport[]): string[] {
  return reports.map(({ file, code, from, keptAt }) => {
    const kept = keptAt === undefined ? '' : ` What was found is kept in ${keptAt}.`
    return `${file} ${findingPhrase(code)}. ${standIn[from]}${kept}`
  })
}

const standIn = {
  memory: 'What was read before stands in.',
  previous: 'Its generation before stands in.',
  backup: 'The newest backup stands in.',
  file: 'What could still be read of it stands in.',
}
