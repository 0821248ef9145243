import type { ReaderRequest } from '#app/intake/answer-request'

/** Why a process that reads files came to its end by itself. */
export type EndReason = 'memory' | 'stopped'

/** What a process that reads files tells the program. */
export interface ReaderListener {
  /** What it says; nothing of it is to be trusted. */
  said(message: unknown): void
  /** It is gone without having been killed. */
  ended(reason: EndReason): void
}

/** A process in which files are read and which can be lost without harm. */
export interface ReaderProcess {
  send(request: ReaderRequest): void
  /** The bytes that it holds in memory now; `undefined` where the system does not say. */
  memory(): number | undefined
  /** Ends it at once, whatever it is doing; nothing is told after that. */
  kill(): void
}

/** Starts such a process; rejects where it cannot be started. */
export type StartReader = (listener: ReaderListener) => Promise<ReaderProcess>
