import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { systemCode } from '../../file-system'
import { bundledProcess } from '../../testing/bundled-process'
import { type OnFinished, temporaryFolder } from '../../testing/temporary-folder'
import type { Kind } from './counted'

export interface WriterOptions {
  readonly kind: Kind
  readonly folder: string
  /** How many numbers it adds; until it is stopped, if it is not given. */
  readonly count?: number
  /** A program that runs it, with its arguments. */
  readonly under?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Processes of `writer-process.ts`, which any user may run, and which have a folder of their own for locks and for what they acknowledged. */
export interface Writers {
  start(options: WriterOptions): Writer
}

export async function prepareWriters(onFinished: OnFinished): Promise<Writers> {
  const script = await bundledProcess(onFinished, join(import.meta.dirname, 'writer-process.ts'))
  const elsewhere = await temporaryFolder(onFinished)
  await chmod(dirname(script), 0o755)
  await chmod(elsewhere, 0o777)
  let started = 0
  return {
    start({ kind, folder, count = Number.MAX_SAFE_INTEGER, under = [], env = {} }) {
      started += 1
      const acks = join(elsewhere, `acks-${started}`)
      const [program = '', ...args] = [...under, process.execPath, script, kind, folder, acks, `${count}`]
      const child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, XDG_RUNTIME_DIR: elsewhere, ...env },
      })
      onFinished(async () => void child.kill('SIGKILL'))
      return new Writer(child, acks)
    },
  }
}

export class Writer {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>
  readonly #acks: string
  readonly #ended: Promise<unknown>
  readonly #lines: string[] = []
  #onLine: () => void = () => undefined
  #hasEnded = false
  #complaint = ''

  constructor(child: ChildProcessByStdio<null, Readable, Readable>, acks: string) {
    this.#child = child
    this.#acks = acks
    createInterface({ input: child.stdout }).on('line', line => {
      this.#lines.push(line)
      this.#onLine()
    })
    child.stderr.on('data', chunk => {
      this.#complaint += String(chunk)
    })
    this.#ended = once(child, 'close').then(() => {
      this.#hasEnded = true
      this.#onLine()
    })
  }

  /** Resolves when it has said so many lines, or has ended. */
  async said(count: number): Promise<void> {
    while (this.#lines.length < count && !this.#hasEnded) {
      await new Promise<void>(resolve => {
        this.#onLine = resolve
      })
    }
    if (this.#lines.length === 0) throw new Error(`the writer said nothing: ${this.#complaint}`)
  }

  /** Ends it at once, if it has not ended, and resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  async ended(): Promise<void> {
    await this.#ended
  }

  /** What it failed at, as it said. */
  get failures(): readonly string[] {
    return this.#lines.filter(line => line.startsWith('failed '))
  }

  get complaint(): string {
    return this.#complaint
  }

  /** The last number that it acknowledged, and how many those were in its life. */
  async acknowledged(): Promise<{ readonly last: number; readonly count: number }> {
    try {
      const numbers = (await readFile(this.#acks, 'utf8')).split('\n').slice(0, -1).map(Number)
      return { last: numbers.at(-1) ?? 0, count: numbers.length }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return { last: 0, count: 0 }
      throw error
    }
  }
}
