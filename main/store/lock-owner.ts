import { createServer, type Server, type Socket } from 'node:net'
import type { Json } from '#annotations/model/json'
import type { Problem, Result } from '#annotations/model/result'
import { systemCode } from './file-system'
import { LockChannel, type LockMessage, type LockUser } from './lock-channel'

/**
 * Answers another process of the user. `body` is whatever it sent: to be checked. Where the handler throws, the other
 * is told `failed`; to report the bug here is the handler's.
 */
export type LockHandler = (call: string, body: Json, from: LockUser) => Promise<Result<Json, Problem>>

/** The owner's end of a lock: a socket that says who the owner is, and answers requests once it is told how. */
export class LockServer {
  readonly #server: Server
  readonly #self: LockUser
  readonly #channels = new Set<LockChannel>()
  #handler: Promise<LockHandler>
  #serve: (handler: LockHandler) => void = () => undefined

  constructor(self: LockUser) {
    this.#self = self
    this.#handler = new Promise(resolve => {
      this.#serve = resolve
    })
    this.#server = createServer(socket => this.#welcome(socket))
  }

  /** Listens at a path that must not be there. False where it is (`EADDRINUSE`). */
  listen(path: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#server.on('error', error => (systemCode(error) === 'EADDRINUSE' ? resolve(false) : reject(error)))
      this.#server.listen(path, () => resolve(true))
    })
  }

  /** Requests that came before are answered too. */
  serve(handler: LockHandler): void {
    this.#serve(handler)
    this.#handler = Promise.resolve(handler)
  }

  /** Stops listening, removes the socket, and closes each connection after what was already answered. */
  close(): void {
    this.#server.close()
    for (const channel of this.#channels) channel.close()
  }

  #welcome(socket: Socket): void {
    let from: LockUser | undefined
    const receive = (message: LockMessage): void => {
      if (message.type === 'hello') from = message
      else if (message.type === 'request' && from !== undefined) void this.#answer(channel, message, from)
      else channel.close()
    }
    const channel = new LockChannel(socket, receive, () => this.#channels.delete(channel))
    this.#channels.add(channel)
    channel.send({ type: 'hello', ...this.#self })
  }

  async #answer(channel: LockChannel, request: LockMessage & { type: 'request' }, from: LockUser): Promise<void> {
    const { id, call, body } = request
    try {
      const result = await (await this.#handler)(call, body, from)
      if (result.ok) channel.send({ type: 'answer', id, ok: true, body: result.value })
      else channel.send({ type: 'answer', id, ok: false, body: toJson(result.error) })
    } catch {
      channel.send({ type: 'answer', id, ok: false, body: { code: 'failed' } })
    }
  }
}

function toJson({ code, facts }: Problem): Json {
  return facts === undefined ? { code } : { code, facts }
}
