import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupReasons } from '#app/contract/backup-values'
import type { Backup } from '#app/ports/backups'
import { readManifest, writeManifest } from './manifest'

const backup: Backup = {
  id: 'b',
  at: '2024-03-05T09:00:00.000Z',
  reason: 'daily',
  by: 'Ada Marsh',
  workspace: 'w',
  name: 'Press “2024”',
  path: '/home/ada/press',
  files: [
    { path: 'codebook/ada.json', bytes: 12, sha256: 'a'.repeat(64) },
    { path: 'speakers/ada.json', bytes: 0, sha256: 'b'.repeat(64), state: 'kept' },
  ],
  unread: ['claims/ada.json'],
}

test('what was written is read', () => {
  fc.assert(
    fc.property(
      fc.record({
        reason: fc.constantFrom(...backupReasons),
        name: fc.string({ unit: 'binary' }),
        count: fc.nat(5),
      }),
      ({ reason, name, count }) => {
        const { by: _by, ...unnamed } = backup
        const files = Array.from({ length: count }, (_, n) => ({ path: `${n}`, bytes: n, sha256: `${n}`.repeat(64) }))
        const one = { ...unnamed, reason, name, files }
        expect(readManifest('b', writeManifest(one))).toEqual({ ok: true, value: one })
      },
    ),
  )
  expect(readManifest('b', writeManifest(backup))).toEqual({ ok: true, value: backup })
})

test('cut anywhere or with one character changed it is damaged, never another backup', () => {
  const text = writeManifest(backup)
  for (let at = 0; at < text.length; at += 1) {
    expect(readManifest('b', text.slice(0, at)), `cut at ${at}`).toMatchObject({ error: { code: 'damaged' } })
    const changed = readManifest('b', `${text.slice(0, at)}~${text.slice(at + 1)}`)
    if (changed.ok) expect(changed.value).toEqual(backup)
  }
})

test('one of a newer program is said to be that', () => {
  const text = writeManifest(backup).replace('"schemaVersion":1', '"schemaVersion":2')
  expect(readManifest('b', text)).toMatchObject({ error: { code: 'newer-version' } })
})

test.each(['../x', 'a/../../x', '/x', 'a//x', 'a\\x', 'C:/x'])('a path that leads out is refused: %s', path => {
  const text = writeManifest({ ...backup, files: [{ path, bytes: 1, sha256: 'a'.repeat(64) }] })
  expect(readManifest('b', text)).toMatchObject({ error: { code: 'damaged', facts: { reason: 'wrong-shape' } } })
})
