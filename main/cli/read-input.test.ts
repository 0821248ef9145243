import { expect, test } from 'vitest'
import { readInput } from './read-input'

const failing = (code: string) => Object.assign(new Error(code), { code })

/** An input that gives these pieces, or fails as a system does. */
function input(...steps: readonly (string | Error)[]) {
  const left = [...steps]
  return (_descriptor: number, into: Uint8Array): number => {
    const step = left.shift()
    if (step instanceof Error) throw step
    return step === undefined ? 0 : new TextEncoder().encodeInto(step, into).written
  }
}

test('the input is read to its end, also when it comes slowly', () => {
  const read = readInput(100, input('[1', failing('EAGAIN'), ',2', ']'))
  expect(read.ok && new TextDecoder().decode(read.value)).toBe('[1,2]')
  expect(readInput(100, input('x', failing('EOF')))).toMatchObject({ ok: true })
})

test('one without an end is read no further than the limit', () => {
  let asked = 0
  const endless = (_descriptor: number, into: Uint8Array) => {
    asked += 1
    return into.length
  }
  expect(readInput(1_000_000, endless)).toMatchObject({ error: { code: 'too-large' } })
  expect(asked).toBeLessThan(20)
})

test('what the system refuses is said', () => {
  expect(readInput(100, input(failing('EISDIR')))).toMatchObject({ error: { code: 'unreadable' } })
})
