import { expect, test } from 'vitest'
import type { BatchRow } from '#app/contract/values'
import { begunImport, endedImport, withRows } from './import-state'

const waiting = (path: string): BatchRow => ({ path, state: 'waiting' })
const failed = (path: string): BatchRow => ({ path, state: 'failed', code: 'unreadable' })
const added = (path: string): BatchRow => ({ path, state: 'imported' })
const shown = ({ rows }: { readonly rows: readonly BatchRow[] }) => rows.map(({ path, state }) => `${path} ${state}`)

const first = endedImport(begunImport(undefined, []), [added('a'), failed('b'), failed('c')])

test('rows that are told stand at their places, and an archive that was opened changes them all', () => {
  const begun = withRows(
    begunImport(undefined, []),
    [
      [0, waiting('a')],
      [1, waiting('z.zip')],
    ],
    true,
  )
  expect(shown(withRows(begun, [[0, added('a')]], false))).toEqual(['a imported', 'z.zip waiting'])
  const opened = withRows(
    begun,
    [
      [0, added('a')],
      [1, waiting('z.zip/x')],
      [2, waiting('z.zip/y')],
    ],
    true,
  )
  expect(shown(opened)).toEqual(['a imported', 'z.zip/x waiting', 'z.zip/y waiting'])
})

test('files that are read again keep their places, and the others theirs', () => {
  const again = begunImport(first, [2, 1])
  expect(shown(again)).toEqual(['a imported', 'b waiting', 'c waiting'])
  expect(shown(withRows(again, [[0, added('c')]], false))).toEqual(['a imported', 'b waiting', 'c imported'])
  expect(shown(endedImport(again, [added('c'), failed('b')]))).toEqual(['a imported', 'b failed', 'c imported'])
})

test('files of an archive that is read again, and files that are added, come behind the rest', () => {
  const again = endedImport(begunImport(first, [1]), [added('b/x'), added('b/y')])
  expect(shown(again)).toEqual(['a imported', 'b/x imported', 'c failed', 'b/y imported'])
  expect(shown(endedImport(begunImport(first, []), [added('d')]))).toEqual([...shown(first), 'd imported'])
})
