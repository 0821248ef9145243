import { readSync } from 'node:fs'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { codeOf } from './write-now'

/** How one attempt to read ends; `fs.readSync` unless a test says otherwise. */
type Read = (descriptor: number, into: Uint8Array) => number

const pieceBytes = 64 * 1024

/**
 * What comes on the standard input until its end, waiting for it. `too-large` as soon as there are more bytes than
 * `maxBytes`.
 */
export function readInput(maxBytes: number, read: Read = readSync): Result<Uint8Array, Problem> {
  const pieces: Uint8Array[] = []
  for (let length = 0; length <= maxBytes; ) {
    const piece = Buffer.allocUnsafe(pieceBytes)
    const taken = readPiece(read, piece)
    if (!taken.ok) return taken
    if (taken.value === 0) return ok(new Uint8Array(Buffer.concat(pieces)))
    pieces.push(piece.subarray(0, taken.value))
    length += taken.value
  }
  return problem('too-large', { path: '-', most: maxBytes })
}

/** Waits where nothing is there yet; Windows says `EOF` for the end of a pipe. */
function readPiece(read: Read, into: Uint8Array): Result<number, Problem> {
  for (;;) {
    try {
      return ok(read(0, into))
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EOF') return ok(0)
      if (code !== 'EAGAIN') return problem('unreadable', { path: '-', reason: code ?? '' })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}
