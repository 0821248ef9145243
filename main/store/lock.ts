import { randomBytes } from 'node:crypto'
import { readlink, symlink, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Instant, WorkspaceId } from '#annotations/model/ids'
import { err, ok, type Result } from '#annotations/model/result'
import { systemCode } from './file-system'
import { type Held, meetOwner, unavailable } from './held-lock'
import type { LockUser } from './lock-channel'
import { type LockHandler, LockServer } from './lock-owner'
import { type LockPlace, lockPlace } from './lock-place'

export interface LockOptions {
  readonly id: WorkspaceId
  /** The workspace folder. */
  readonly path: string
  readonly role: LockUser['role']
  readonly pid: number
  /** When the process started; now, if it is not given. */
  readonly started?: Instant
  /** How long an owner may say nothing before it counts as silent; 2 s. */
  readonly silentAfterMs?: number
}

/** The right to write a workspace. It ends with `release`, or with the process. */
export interface Lock {
  /** The owner before was dead and had not let go: what it wrote last may not be durable. */
  readonly afterKill: boolean
  /** How to answer other processes; those that have asked already wait until it is called. */
  serve(handler: LockHandler): void
  release(): Promise<void>
}

const silentAfter = 2000
/** So often the lock is looked at again where it changes hands while we look: 2 s at most. */
const maxLooks = 100

/**
 * Takes the lock of a workspace, from a dead owner too, or tells who has it. Of all processes of a user on a machine
 * one at most has it; one that is stopped or asleep keeps it.
 */
export async function acquireLock(options: LockOptions): Promise<Result<Lock, Held>> {
  const { role, pid, started = new Date().toISOString(), silentAfterMs = silentAfter } = options
  try {
    const place = await lockPlace(options.id, options.path)
    if (place === undefined) return err(unavailable)
    let afterKill = false
    for (let look = 0; look < maxLooks; look += 1) {
      const taken = await takeLock(place, { role, pid, started }, silentAfterMs)
      if (taken === 'dead') afterKill = true
      else if (taken !== 'look-again') return 'release' in taken ? ok({ ...taken, afterKill }) : err(taken)
      await pause(Math.min(look, 20))
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error
  }
  return err(unavailable)
}

/**
 * Takes the lock, waiting for it until `waitMs` are over; then tells who has it. A window is not waited for: it keeps
 * its lock, and is there to be asked. Waits for owners to let go; looks by the clock only where nobody can be asked.
 */
export async function waitForLock(options: LockOptions & { readonly waitMs: number }): Promise<Result<Lock, Held>> {
  const end = performance.now() + options.waitMs
  let left = options.waitMs
  for (let wait = 25; ; wait = Math.min(2 * wait, 400)) {
    const silentAfterMs = Math.max(1, Math.min(options.silentAfterMs ?? silentAfter, left))
    const taken = await acquireLock({ ...options, silentAfterMs })
    left = end - performance.now()
    if (taken.ok || taken.error.owner?.role === 'window' || left <= 0) return taken
    const held = taken.error
    if (held.reason === 'unavailable') await pause(Math.min(wait, left))
    else if (!(await endsWithin(held.closed, left))) return taken
  }
}

type Claim = Omit<Lock, 'afterKill'>
type Taken = Claim | Held | 'look-again' | 'dead'

async function takeLock(place: LockPlace, self: LockUser, silentAfterMs: number): Promise<Taken> {
  if (place.kind === 'pipe') {
    const server = new LockServer(self)
    if (await server.listen(place.path)) return toLock(server, async () => undefined)
    const owner = await meetOwner(place.path, self, silentAfterMs)
    return typeof owner === 'string' ? 'look-again' : owner
  }
  const claim = await readLink(place.path)
  if (claim === undefined) return claimSocket(place, self)
  const owner = await meetOwner(join(place.folder, basename(claim)), self, silentAfterMs)
  if (owner === 'dead') await removeDead(place, claim)
  return owner === 'gone' ? 'look-again' : owner
}

type SocketPlace = LockPlace & { readonly kind: 'socket' }

/**
 * The socket listens before the link names it, so that a socket which is named and refuses is that of a dead owner.
 * Making the link is what takes the lock: it fails where there is one.
 */
async function claimSocket(place: SocketPlace, self: LockUser): Promise<Claim | 'look-again'> {
  const claim = `${place.name}.${randomBytes(6).toString('hex')}`
  const server = new LockServer(self)
  if (!(await server.listen(join(place.folder, claim)))) return 'look-again'
  try {
    await symlink(claim, place.path)
  } catch (error) {
    server.close()
    if (systemCode(error) === 'EEXIST') return 'look-again'
    throw error
  }
  return toLock(server, async () => {
    if ((await readLink(place.path)) === claim) await unlinkIfThere(place.path)
  })
}

/** The link goes before the socket stops listening: else it would look like that of a dead owner. */
function toLock(server: LockServer, unlinkClaim: () => Promise<void>): Claim {
  let released: Promise<void> | undefined
  return {
    serve: handler => server.serve(handler),
    release() {
      released ??= unlinkClaim().finally(() => server.close())
      return released
    },
  }
}

/**
 * Removes the claim of a dead owner. The right to do so is an exclusive file, named by the claim and by a number: it
 * says who has it, and where that one has died too the next number is the right. So no two processes ever remove
 * one claim, and none removes that of the next owner.
 */
async function removeDead(place: SocketPlace, claim: string): Promise<void> {
  const mine: string[] = []
  for (let n = 0; ; n += 1) {
    const right = `${place.path}.dead${basename(claim).slice(place.name.length)}.${n}`
    mine.push(right)
    if (await makeLink(String(process.pid), right)) break
    const holder = await readLink(right)
    if (holder === undefined || isAlive(Number(holder))) return
  }
  try {
    if ((await readLink(place.path)) !== claim) return
    await unlinkIfThere(place.path)
    await unlinkIfThere(join(place.folder, basename(claim)))
  } finally {
    for (const right of mine) await unlinkIfThere(right)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

async function makeLink(target: string, path: string): Promise<boolean> {
  try {
    await symlink(target, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

async function readLink(path: string): Promise<string | undefined> {
  try {
    return await readlink(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

function endsWithin(event: Promise<void>, ms: number): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), ms)
    void event.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
