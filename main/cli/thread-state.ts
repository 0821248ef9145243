/** What the process that waits for a command and the thread that runs it share. */
export interface CommandThread {
  readonly args: readonly string[]
  /** First how far it is (`starting`, `started`, `ended`), then the exit status. */
  readonly state: Int32Array
}

export const starting = 0
export const started = 1
export const ended = 2
