import { Low } from 'lowdb'
import { emptyJournal, type Journal } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import { err, ok, type Result } from '#annotations/model/result'
import type { StoreCode, StoreProblem } from '#app/ports/workspace-store'
import type { JournalAdapter } from './journal-adapter'
import { StoreFailure } from './store-problem'

/** Milliseconds without a further commit after which a file is written. */
export const quietDelay = 150
/** Milliseconds after which it is written although commits keep coming. */
export const longestDelay = 1000

/** Clocks that ring once. */
export interface Timers {
  /** Calls `ring` after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, ring: () => void): () => void
}

export const systemTimers: Timers = {
  after(milliseconds, ring) {
    const timer = setTimeout(ring, milliseconds)
    return () => clearTimeout(timer)
  },
}

interface Caller {
  readonly resolve: (outcome: Result<Journal, StoreProblem>) => void
  readonly reject: (bug: unknown) => void
}

interface Batch {
  journal: Journal
  readonly callers: Caller[]
}

/** Trying again cannot help: a person has to look at the file first. */
const refusals: readonly StoreCode[] = ['damaged', 'newer-version']

/**
 * One changing file: a lowdb `Low` whose commits are coalesced. Journals only grow here: each write holds all that
 * was committed before, and all that was found on disk. A failed write stays pending: the next commit or `retry`
 * carries it along.
 */
export class JournalSlot {
  readonly #adapter: JournalAdapter
  readonly #low: Low<Journal>
  readonly #timers: Timers
  readonly #before: () => Promise<Result<void, StoreProblem>>
  #waiting: Batch | undefined
  #unwritten: { readonly journal: Journal; readonly reason: StoreProblem } | undefined
  /** Reads and writes, one after the other. */
  #turn: Promise<void> = Promise.resolve()
  #quiet: (() => void) | undefined
  #longest: (() => void) | undefined

  /** `before`: has to resolve with `ok` before a write begins; it is asked once the content of the write is fixed. */
  constructor(
    adapter: JournalAdapter,
    timers: Timers,
    before: () => Promise<Result<void, StoreProblem>> = async () => ok(undefined),
  ) {
    this.#adapter = adapter
    this.#low = new Low<Journal>(adapter, emptyJournal(adapter.annotator))
    this.#timers = timers
    this.#before = before
  }

  /** What stands on disk, together with all that was read or written before; `undefined` where there is nothing. */
  load(): Promise<Result<Journal | undefined, StoreProblem>> {
    return this.#inTurn(async () => {
      try {
        await this.#low.read()
        return ok(this.#adapter.standing)
      } catch (error) {
        return failed(error)
      }
    })
  }

  /** False where another program wrote or removed the file since it was last read or written here. */
  isAsSeen(): Promise<boolean> {
    return this.#inTurn(() => this.#adapter.isAsSeen())
  }

  /** Resolves when the journal is durable, with the journal that stands on disk then, or when writing it failed. */
  commit(journal: Journal): Promise<Result<Journal, StoreProblem>> {
    return new Promise((resolve, reject) => {
      this.#add(journal, { resolve, reject })
      this.#quiet?.()
      this.#quiet = this.#timers.after(quietDelay, () => this.#begin())
      this.#longest ??= this.#timers.after(longestDelay, () => this.#begin())
    })
  }

  /** Writes now what waits, and tells what could not be written, now or before. */
  async flush(): Promise<Result<void, StoreProblem>> {
    await this.#begin()
    return this.#unwritten === undefined ? ok(undefined) : err(this.#unwritten.reason)
  }

  /** Writes now what waits and what failed. */
  retry(): Promise<Result<void, StoreProblem>> {
    const unwritten = this.#unwritten
    if (unwritten !== undefined) this.#add(unwritten.journal)
    return this.flush()
  }

  /**
   * Writes now what waits, what failed, and what another program took out of the file since: nothing that was known of it
   * is missing when this resolves with `ok`.
   */
  async settle(): Promise<Result<void, StoreProblem>> {
    if (!(await this.isAsSeen())) await this.load()
    const known = this.#adapter.standing
    if (known !== undefined && !this.#adapter.holdsAll) this.#add(known)
    return this.retry()
  }

  #add(journal: Journal, caller?: Caller): void {
    this.#waiting ??= { journal, callers: [] }
    this.#waiting.journal = uniteJournals(journal, this.#waiting.journal)
    if (caller !== undefined) this.#waiting.callers.push(caller)
  }

  #begin(): Promise<void> {
    this.#stopTimers()
    return this.#inTurn(() => this.#writeWaiting())
  }

  #stopTimers(): void {
    this.#quiet?.()
    this.#longest?.()
    this.#quiet = undefined
    this.#longest = undefined
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting
    if (batch === undefined) return
    this.#waiting = undefined
    this.#stopTimers()
    try {
      const outcome = await this.#write(batch.journal)
      for (const caller of batch.callers) caller.resolve(outcome)
    } catch (bug) {
      if (batch.callers.length === 0) throw bug
      for (const caller of batch.callers) caller.reject(bug)
    }
  }

  async #write(content: Journal): Promise<Result<Journal, StoreProblem>> {
    const journal = this.#unwritten === undefined ? content : uniteJournals(content, this.#unwritten.journal)
    const outcome = await this.#tryWrite(journal)
    const pending = !outcome.ok && !refusals.includes(outcome.error.code)
    this.#unwritten = pending ? { journal, reason: outcome.error } : undefined
    return outcome
  }

  async #tryWrite(journal: Journal): Promise<Result<Journal, StoreProblem>> {
    const ready = await this.#before()
    if (!ready.ok) return ready
    try {
      this.#low.data = journal
      await this.#low.write()
      return ok(this.#adapter.standing ?? journal)
    } catch (error) {
      return failed(error)
    }
  }
}

function failed(error: unknown): { readonly ok: false; readonly error: StoreProblem } {
  if (error instanceof StoreFailure) return err(error.problem)
  throw error
}
