import { strToU8, zipSync } from 'fflate'
import { expect, it, test } from 'vitest'
import { ok } from '#annotations/model/result'
import { guard } from '../refusal'
import { openZip } from './read-zip'

const read = (bytes: Uint8Array, name: string) => guard(() => ok(openZip(bytes).read(name)))
const code = (bytes: Uint8Array, name = 'a') => {
  const result = read(bytes, name)
  return result.ok ? 'ok' : result.error.code
}

it('reads what was stored and what was deflated, and null for what is not there', () => {
  const bytes = zipSync({ a: strToU8('x'.repeat(1000)), 'b/c': [strToU8('stored'), { level: 0 }] })
  expect(read(bytes, 'a')).toEqual({ ok: true, value: strToU8('x'.repeat(1000)) })
  expect(read(bytes, 'b/c')).toEqual({ ok: true, value: strToU8('stored') })
  expect(read(bytes, 'd')).toEqual({ ok: true, value: null })
})

test.each(['/a', '../a', 'b/../../a', '..\\a', 'C:\\a', 'a\0b'])('an entry named %j closes the archive', name => {
  expect(code(zipSync({ a: strToU8('x'), [name]: strToU8('y') }))).toBe('unreadable')
})

it('counts entries, and what they become while they are inflated, whatever the archive says of it', () => {
  const entry = (n: number): [string, Uint8Array] => [`f${n}`, strToU8('x')]
  expect(code(zipSync(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => entry(n)))), 'f1')).toBe('ok')
  expect(code(zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => entry(n)))), 'f1')).toBe('unreadable')
  const bomb = zipSync({ a: new Uint8Array(30 * 1024 * 1024) })
  new DataView(bomb.buffer).setUint32(22, 5, true)
  expect(code(bomb)).toBe('too-much-text')
  const third: [Uint8Array, { level: 0 }] = [new Uint8Array(70 * 1024 * 1024), { level: 0 }]
  const many = guard(() => {
    const zip = openZip(zipSync({ a: third, b: third, c: third }))
    return ok(['a', 'b', 'c'].map(name => zip.read(name)?.length))
  })
  expect(many).toMatchObject({ ok: false, error: { code: 'too-much-text' } })
})

it('notices a password, damage and an unknown way to pack', () => {
  const sound = zipSync({ a: [strToU8('words of a text'), { level: 0 }] })
  const central = sound.length - 22 - 47
  const changed = (at: number, value: number) => {
    const bytes = Uint8Array.from(sound)
    bytes[at] = value
    return code(bytes)
  }
  expect(changed(central + 8, 1)).toBe('encrypted')
  expect(changed(central + 10, 12)).toBe('unreadable')
  expect(changed(35, 0)).toBe('unreadable')
})
