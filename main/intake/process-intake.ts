import type { Instant } from '#annotations/model/ids'
import { type Problem, problem, type Result } from '#annotations/model/result'
import type { ReaderRequest } from '#app/intake/answer-request'
import {
  type InsideFile,
  type Intake,
  type IntakeCode,
  type IntakeFile,
  type IntakeOptions,
  type IntakeResult,
  maxInputBytes,
} from '#app/ports/intake'
import { type CheckValue, checkFiles, checkOutcome, checkText, readAnswer } from './check-answer'
import type { EndReason, ReaderListener, ReaderProcess, StartReader } from './reader-process'

type Outcome<T> = Result<T, Problem<IntakeCode>>

/** What is asked of the process about a file, and how its answer is checked. */
interface Task<T> {
  readonly request: Omit<ReaderRequest, 'id'>
  readonly check: CheckValue<T>
}

/** What a process that reads files may take. */
export interface ReaderLimits {
  /** Without progress, in milliseconds. */
  readonly stall: number
  /** Of its working set, in bytes. */
  readonly memory: number
  /** Between two looks at its memory, in milliseconds. */
  readonly look: number
  /** For which it waits for another file, in milliseconds. */
  readonly idle: number
}

export const usualLimits: ReaderLimits = { stall: 30_000, memory: 1024 * 1024 * 1024, look: 200, idle: 3_000 }

/** An intake whose process ends when nothing is to be read. */
export interface ProcessIntake extends Intake {
  /** Ends the process; what is being read is `cancelled`. It starts again with the next file. */
  stop(): void
}

/**
 * Reads files, one after the other, in a process that is started with the first one, used again, and killed when it takes too much
 * time or memory. A file on which a process ends counts as the cause only where nothing was read in it before: else it
 * is tried once more in a new one. Problems beside those of the readers: `timed-out`, `too-much-memory`, `reader-stopped` (the
 * process broke down, could not be started or made no sense) and `cancelled`.
 */
export function createProcessIntake(start: StartReader, limits: ReaderLimits = usualLimits): ProcessIntake {
  return new Reader(start, limits)
}

class Reader implements ProcessIntake {
  readonly #start: StartReader
  readonly #limits: ReaderLimits
  /** The process, and whether a file was read in it to the end. */
  #process: { readonly reader: ReaderProcess; used: boolean } | undefined
  #listener: ReaderListener | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: NodeJS.Timeout | undefined
  #cancel: (() => void) | undefined
  #ids = 0

  constructor(start: StartReader, limits: ReaderLimits) {
    this.#start = start
    this.#limits = limits
  }

  read(file: IntakeFile, at: Instant, options: IntakeOptions = {}): Promise<Outcome<IntakeResult>> {
    const { encoding } = options
    const request = { act: 'read', file, at, ...(encoding === undefined ? {} : { encoding }) } as const
    return this.#queue({ request, check: checkText }, options)
  }

  unpack(file: IntakeFile, options: IntakeOptions = {}): Promise<Outcome<readonly InsideFile[]>> {
    return this.#queue({ request: { act: 'unpack', file, at: '' }, check: checkFiles }, options)
  }

  #queue<T>(task: Task<T>, options: IntakeOptions): Promise<Outcome<T>> {
    if (options.signal?.aborted === true) return Promise.resolve(problem('cancelled'))
    const bytes = task.request.file.bytes.length
    if (bytes > maxInputBytes) return Promise.resolve(problem('too-large', { bytes, limit: maxInputBytes }))
    clearTimeout(this.#idle)
    this.#waiting += 1
    const outcome = this.#turn.then(() => this.#doInTurn(task, options))
    this.#turn = outcome.finally(() => {
      this.#waiting -= 1
      if (this.#waiting > 0) return
      this.#idle = setTimeout(() => this.#kill(), this.#limits.idle)
      this.#idle.unref()
    })
    return outcome
  }

  rest(): void {
    if (this.#waiting === 0) this.#kill()
  }

  stop(): void {
    this.#cancel?.()
    this.#kill()
  }

  async #doInTurn<T>(task: Task<T>, options: IntakeOptions): Promise<Outcome<T>> {
    const used = this.#process?.used === true
    const first = await this.#doOnce(task, options)
    const mayBeOthers = !first.ok && (first.error.code === 'reader-stopped' || first.error.code === 'too-much-memory')
    return used && mayBeOthers ? this.#doOnce(task, options) : first
  }

  async #doOnce<T>(task: Task<T>, { signal, onProgress }: IntakeOptions): Promise<Outcome<T>> {
    if (signal?.aborted === true) return problem('cancelled')
    const process = await this.#running()
    if (process === undefined) return problem('reader-stopped', { started: 0 })
    this.#ids += 1
    const request: ReaderRequest = { ...task.request, id: this.#ids }
    return new Promise(resolve => {
      const end = (outcome: Outcome<T>, lost: boolean) => {
        clearTimeout(stall)
        clearInterval(look)
        signal?.removeEventListener('abort', cancel)
        this.#listener = undefined
        this.#cancel = undefined
        if (lost) this.#kill()
        else process.used = true
        resolve(outcome)
      }
      const cancel = () => end(problem('cancelled'), true)
      const tooLong = () => end(problem('timed-out', { seconds: this.#limits.stall / 1000 }), true)
      let stall = setTimeout(tooLong, this.#limits.stall)
      const look = setInterval(() => {
        const held = process.reader.memory() ?? 0
        if (held > this.#limits.memory)
          end(problem('too-much-memory', { bytes: held, limit: this.#limits.memory }), true)
      }, this.#limits.look)
      this.#cancel = cancel
      this.#listener = {
        ended: reason => end(problem(codes[reason]), true),
        said: message => {
          const answer = readAnswer(message)
          if (answer === undefined) return end(problem('reader-stopped', { answer: 0 }), true)
          if (answer.id !== request.id) return
          if ('share' in answer) {
            clearTimeout(stall)
            stall = setTimeout(tooLong, this.#limits.stall)
            return onProgress?.(answer.share)
          }
          const outcome = checkOutcome(answer.outcome, request.file, task.check)
          end(outcome ?? problem('reader-stopped', { answer: 0 }), outcome === undefined)
        },
      }
      signal?.addEventListener('abort', cancel)
      if (signal?.aborted === true) return cancel()
      process.reader.send(request)
    })
  }

  async #running() {
    if (this.#process !== undefined) return this.#process
    let alive = true
    const starting = this.#start({
      said: message => alive && this.#listener?.said(message),
      ended: reason => {
        if (!alive) return
        alive = false
        this.#process = undefined
        this.#listener?.ended(reason)
      },
    })
    const reader = await inTime(starting, this.#limits.stall)
    if (!alive || reader === undefined) {
      alive = false
      void starting.then(late => late.kill()).catch(() => undefined)
      return undefined
    }
    this.#process = { reader, used: false }
    return this.#process
  }

  #kill(): void {
    clearTimeout(this.#idle)
    this.#process?.reader.kill()
    this.#process = undefined
  }
}

/** What a promise resolves to; `undefined` where it rejects or takes longer than so many milliseconds. */
async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  const settled = await Promise.race([promise.catch(() => undefined), late])
  clearTimeout(timer)
  return settled
}

const codes = { memory: 'too-much-memory', stopped: 'reader-stopped' } as const satisfies { [R in EndReason]: string }
