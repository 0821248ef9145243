import { connect } from 'node:net'
import { isJsonObject, type Json } from '#annotations/model/json'
import { err, ok, type Problem, problem, type Result } from '#annotations/model/result'
import { systemCode } from './file-system'
import { LockChannel, type LockMessage, type LockUser } from './lock-channel'

/**
 * A lock that is not ours. `owned`: somebody has it and answers; `silent`: somebody has it and does not answer, being
 * stopped or busy; `unavailable`: it could not be found out, so nobody may write.
 */
export interface Held {
  readonly reason: 'owned' | 'silent' | 'unavailable'
  readonly owner?: LockUser
  /** Resolves when the owner lets go, dies, or `close` is called; at once for `unavailable`. */
  readonly closed: Promise<void>
  /**
   * Asks the owner. `timed-out` and `closed` leave open whether it did what was asked; else the problem is the
   * owner's.
   */
  request(call: string, body: Json, options: { readonly timeoutMs: number }): Promise<Result<Json, Problem>>
  /** Ends the connection. */
  close(): void
}

/** Nothing can be said about the lock: nobody can be asked. */
export const unavailable: Held = {
  reason: 'unavailable',
  closed: Promise.resolve(),
  request: async () => problem('closed'),
  close: () => undefined,
}

type Answer = (result: Result<Json, Problem>) => void

/** The asking end of a lock. */
class LockClient {
  readonly closed: Promise<void>
  readonly hello: Promise<LockUser>
  readonly #channel: LockChannel
  readonly #waiting = new Map<number, Answer>()
  #lastId = 0

  constructor(socket: ReturnType<typeof connect>, self: LockUser) {
    let onHello: (owner: LockUser) => void = () => undefined
    let onClosed: () => void = () => undefined
    this.hello = new Promise(resolve => {
      onHello = resolve
    })
    this.closed = new Promise(resolve => {
      onClosed = resolve
    })
    const receive = (message: LockMessage) => {
      if (message.type === 'hello') onHello({ role: message.role, pid: message.pid, started: message.started })
      else if (message.type === 'answer') this.#waiting.get(message.id)?.(toResult(message.ok, message.body))
    }
    this.#channel = new LockChannel(socket, receive, () => {
      for (const answer of [...this.#waiting.values()]) answer(problem('closed'))
      this.#waiting.clear()
      this.#lastId = -1
      onClosed()
    })
    this.#channel.send({ type: 'hello', ...self })
  }

  request(call: string, body: Json, timeoutMs: number): Promise<Result<Json, Problem>> {
    if (this.#lastId < 0) return Promise.resolve(problem('closed'))
    this.#lastId += 1
    const id = this.#lastId
    return new Promise(resolve => {
      const finish: Answer = result => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(result)
      }
      const timer = setTimeout(() => finish(problem('timed-out', { timeoutMs })), timeoutMs)
      this.#waiting.set(id, finish)
      this.#channel.send({ type: 'request', id, call, body })
    })
  }

  close(): void {
    this.#channel.close()
  }
}

/**
 * Connects to the owner of a socket. `dead`: nobody listens there any more; `gone`: the owner let go while we were
 * asking. An owner that says nothing for `silentAfterMs` is `silent`, and stays connected.
 */
export function meetOwner(path: string, self: LockUser, silentAfterMs: number): Promise<Held | 'dead' | 'gone'> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('error', error => {
      const code = systemCode(error) ?? ''
      resolve(['ECONNREFUSED', 'ENOENT'].includes(code) ? 'dead' : code === 'ECONNRESET' ? 'gone' : unavailable)
    })
    socket.once('connect', () => {
      const client = new LockClient(socket, self)
      const timer = setTimeout(() => resolve(toHeld(client, undefined)), silentAfterMs)
      void client.hello.then(owner => resolve(toHeld(client, owner)))
      void client.closed.then(() => resolve('gone'))
      void Promise.race([client.hello, client.closed]).then(() => clearTimeout(timer))
    })
  })
}

function toHeld(client: LockClient, owner: LockUser | undefined): Held {
  return {
    reason: owner === undefined ? 'silent' : 'owned',
    ...(owner === undefined ? {} : { owner }),
    closed: client.closed,
    request: (call, body, { timeoutMs }) => client.request(call, body, timeoutMs),
    close: () => client.close(),
  }
}

function toResult(isOk: boolean, body: Json): Result<Json, Problem> {
  if (isOk) return ok(body)
  if (!isJsonObject(body) || typeof body.code !== 'string') return problem('failed')
  if (!isJsonObject(body.facts)) return problem(body.code)
  const facts: { [name: string]: string | number } = {}
  for (const [name, value] of Object.entries(body.facts)) {
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value
  }
  return err({ code: body.code, facts })
}
