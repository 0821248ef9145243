import type { Socket } from 'node:net'
import type { Instant } from '#annotations/model/ids'
import { isJsonObject, type Json } from '#annotations/model/json'

/** Who holds a lock, or asks its owner. */
export interface LockUser {
  readonly role: 'window' | 'command'
  readonly pid: number
  readonly started: Instant
}

/** What goes over the socket: one JSON object a line. Each side says `hello` first. */
export type LockMessage =
  | ({ readonly type: 'hello' } & LockUser)
  | { readonly type: 'request'; readonly id: number; readonly call: string; readonly body: Json }
  | { readonly type: 'answer'; readonly id: number; readonly ok: boolean; readonly body: Json }

/** Longest message, in UTF-16 code units; a peer that sends a longer one, or none of ours, is cut off. */
export const maxMessageLength = 32 * 1024 * 1024

/** Messages over one socket. `onMessage` and `onClose` are called from the next turn of the event loop on. */
export class LockChannel {
  readonly #socket: Socket
  /** The beginning of a line whose end has not come yet. */
  #pieces: string[] = []
  #length = 0

  constructor(socket: Socket, onMessage: (message: LockMessage) => void, onClose: () => void) {
    this.#socket = socket
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => this.#take(text, onMessage))
    socket.on('error', () => socket.destroy())
    socket.on('close', onClose)
  }

  /** Sends, or does nothing where the channel is closed. */
  send(message: LockMessage): void {
    if (!this.#socket.destroyed) this.#socket.write(`${JSON.stringify(message)}\n`)
  }

  /** Closes once what was sent is gone; the process need not wait for that. */
  close(): void {
    this.#socket.destroySoon()
    this.#socket.unref()
  }

  #take(text: string, onMessage: (message: LockMessage) => void): void {
    const lines = text.split('\n')
    for (const [i, line] of lines.entries()) {
      if (this.#socket.destroyed) return
      this.#pieces.push(line)
      this.#length += line.length
      if (this.#length > maxMessageLength) return void this.#socket.destroy()
      if (i === lines.length - 1) return
      const message = readMessage(this.#pieces.join(''))
      this.#pieces = []
      this.#length = 0
      if (message === undefined) return void this.#socket.destroy()
      onMessage(message)
    }
  }
}

function readMessage(line: string): LockMessage | undefined {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return undefined
  }
  if (!isJsonObject(json)) return undefined
  const { type, id, call, body = null } = json
  if (type === 'hello') return readHello(json)
  if (!Number.isSafeInteger(id)) return undefined
  if (type === 'request' && typeof call === 'string') return { type, id: id as number, call, body }
  if (type === 'answer' && typeof json.ok === 'boolean') return { type, id: id as number, ok: json.ok, body }
  return undefined
}

function readHello({ role, pid, started }: { readonly [name: string]: Json }): LockMessage | undefined {
  if ((role !== 'window' && role !== 'command') || !Number.isSafeInteger(pid)) return undefined
  return typeof started === 'string' ? { type: 'hello', role, pid: pid as number, started } : undefined
}
