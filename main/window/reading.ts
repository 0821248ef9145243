import type { DocumentId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { DocumentRow } from '#app/contract/values'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { LibraryRows } from './library-rows'
import type { Tell } from './serve-calls'

/** More documents than this are not all read before the window is shown. */
export const atOnce = 64
/** Documents that are read at the same time, so that the disk is waited for less. */
const lanes = 2
/** After so many documents the window is told how far it is. */
const stride = 50

/** The rest of a workspace: it is read once the window shows something, a document at a time, and other work between. */
export interface Reading {
  /** How many documents are read and how many there are; `undefined` where all of them are. */
  progress(): { readonly done: number; readonly total: number } | undefined
  /**
   * Reads all that is not read yet, and resolves with the session when that is done. Where a document cannot be read the
   * problem is the answer, and the next one who asks tries again.
   */
  whole(): Promise<Result<WorkspaceSession, Problem>>
  /** Whoever waits is told that there is no workspace any more. */
  stop(): void
}

export interface ReadingPorts {
  readonly tell: Tell
  /** Those of the documents that are read before the others. */
  readonly first: (unread: readonly DocumentId[]) => Promise<readonly DocumentId[]>
  /** Something was read: what was found in the files is told. */
  readonly onRead: () => void
  /** All is read. */
  readonly onWhole: () => void
}

export function createReading(session: WorkspaceSession, rows: LibraryRows, ports: ReadingPorts): Reading {
  const total = session.documents().length + session.unread().length
  let stopped = false
  let underWay: Promise<Result<WorkspaceSession, Problem>> | undefined

  function progress() {
    const left = session.unread().length
    return left === 0 ? undefined : { done: total - left, total }
  }

  function whole(): Promise<Result<WorkspaceSession, Problem>> {
    underWay ??= readAll().then(read => {
      if (!read.ok) underWay = undefined
      return read
    })
    return underWay
  }

  async function readAll(): Promise<Result<WorkspaceSession, Problem>> {
    if (session.unread().length === 0) return ok(session)
    const first = await ports.first(session.unread())
    const queue = [...new Set([...first, ...session.unread()])]
    const leftOfFirst = new Set(first)
    const changed: DocumentRow[] = []
    let found: Problem | undefined
    let sinceTold = 0

    async function lane(): Promise<void> {
      for (let next = queue.shift(); next !== undefined && found === undefined && !stopped; next = queue.shift()) {
        const read = await session.ready([next])
        if (!read.ok) found = read.error
        else note(next)
        await new Promise(resolve => setImmediate(resolve))
      }
    }

    function note(document: DocumentId): void {
      changed.push(...rows.renew([document]))
      sinceTold += 1
      const isLastOfFirst = leftOfFirst.delete(document) && leftOfFirst.size === 0
      if (isLastOfFirst || sinceTold === stride) tell()
    }

    function tell(): void {
      sinceTold = 0
      const now = progress()
      if (stopped || now === undefined) return
      ports.tell('documents-read', { documents: changed.splice(0), reading: now })
      ports.onRead()
    }

    await Promise.all(Array.from({ length: lanes }, lane))
    if (stopped) return problem('no-workspace')
    const trouble = found === undefined ? {} : { problem: found }
    ports.tell('documents-read', { documents: changed, order: rows.order(), ...trouble })
    ports.onRead()
    if (found !== undefined) return { ok: false, error: found }
    ports.onWhole()
    return ok(session)
  }

  return {
    progress,
    whole,
    stop: () => {
      stopped = true
    },
  }
}
