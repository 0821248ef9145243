import { writeSync } from 'node:fs'

/** How one attempt to write ends; `fs.writeSync` unless a test says otherwise. */
type Write = (descriptor: number, bytes: Uint8Array) => number

/**
 * Writes the whole text before it returns, also to a pipe that is full for the moment: it waits. Throws what the system
 * says, `EPIPE` when nobody reads any more.
 */
export function writeNow(descriptor: number, text: string, write: Write = writeSync): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8')
  while (rest.length > 0) {
    try {
      rest = rest.subarray(write(descriptor, rest))
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

/** The system's name of an error, such as `EPIPE`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
