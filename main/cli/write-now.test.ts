import { describe, expect, test } from 'vitest'
import { writeNow } from './write-now'

/** A pipe that takes a few bytes at a time and is full every second time. */
function narrowPipe(room: number) {
  const taken: number[] = []
  let full = false
  return {
    text: () => Buffer.from(taken).toString('utf8'),
    write: (_descriptor: number, bytes: Uint8Array) => {
      full = !full
      if (full) throw Object.assign(new Error('full'), { code: 'EAGAIN' })
      taken.push(...bytes.subarray(0, room))
      return Math.min(room, bytes.length)
    },
  }
}

describe('writing at once', () => {
  test('gets every byte through a pipe that is full now and then, and cuts no character', () => {
    const pipe = narrowPipe(3)
    writeNow(1, '“Grenzen” – 🙂 ß', pipe.write)
    expect(pipe.text()).toBe('“Grenzen” – 🙂 ß')
  })

  test('does not hide that nobody reads', () => {
    const gone = () => {
      throw Object.assign(new Error('gone'), { code: 'EPIPE' })
    }
    expect(() => writeNow(1, 'x', gone)).toThrow('gone')
  })
})
