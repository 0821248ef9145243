import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupReasons } from '#app/contract/backup-values'
import { mostBackups, thinBackups } from './thin-backups'

const hour = 60 * 60 * 1000
const start = Date.parse('2024-01-01T00:30:00.000Z')

function made(hours: number, reason: (typeof backupReasons)[number] = 'daily') {
  const at = new Date(start + hours * hour).toISOString()
  return { id: `${at}-${reason}`, at, reason }
}

const anyBackups = fc.array(
  fc.record({ hours: fc.integer({ min: 0, max: 6 * 365 * 24 }), reason: fc.constantFrom(...backupReasons) }),
  { maxLength: 400 },
)

test('the newest and the oldest stay, never more than the bound, and thinning again removes nothing', () => {
  fc.assert(
    fc.property(anyBackups, wanted => {
      const backups = wanted.map(({ hours, reason }) => made(hours, reason))
      const kept = thinBackups(backups)
      const times = backups.map(({ at }) => at).sort()
      expect(kept[0]?.at).toBe(times[times.length - 1])
      expect(kept[kept.length - 1]?.at).toBe(times[0])
      expect(kept.length).toBeLessThanOrEqual(mostBackups)
      expect(thinBackups(kept)).toEqual(kept)
      expect(backups).toEqual(expect.arrayContaining(kept))
    }),
  )
})

test('thinned after each one that is made, what stays is what one thinning at the end leaves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 }), gaps => {
      let hours = 0
      const all = gaps.map(gap => {
        hours += gap
        return made(hours)
      })
      let stepwise: ReturnType<typeof made>[] = []
      for (const one of all) stepwise = thinBackups([one, ...stepwise])
      expect(stepwise).toEqual(thinBackups(all))
    }),
  )
})

test.each([
  ['within an hour the last', [0, 0.1, 0.2], [0.2, 0]],
  ['every hour of a day', [0, 1, 2, 3], [3, 2, 1, 0]],
])('%s', (_name, hours, kept) => {
  expect(thinBackups(hours.map(h => made(h)))).toEqual(kept.map(h => made(h)))
})

test('three years of one backup a day leave days, then weeks, then months, and the first', () => {
  const days = Array.from({ length: 3 * 365 }, (_, n) => made(24 * n))
  const kept = thinBackups(days).map(({ at }) => at.slice(0, 10))
  expect(kept.slice(0, 3)).toEqual(['2026-12-30', '2026-12-29', '2026-12-28'])
  expect(kept.slice(-3)).toEqual(['2025-02-28', '2025-01-31', '2024-01-01'])
})

test('one made before a purge stays although a later one of the same hour has what followed', () => {
  const purge = made(1, 'purge')
  expect(thinBackups([made(0), purge, made(1.2), made(1.4)])).toContain(purge)
})
