import { expect, test } from 'vitest'
import type { ExcerptPage } from '#app/contract/excerpt-query'
import { sampleRow } from '../features/excerpts/testing/sample-rows'
import { type ExcerptsState, initialExcerpts, withPage } from './excerpt-state'

const pageAt = (from: number, count: number): ExcerptPage => ({
  rows: Array.from({ length: count }, (_, n) => sampleRow(from + n)),
  total: 200_000,
  documents: 7,
  all: 200_000,
})

function goThrough(state: ExcerptsState, rows: number, at: number): ExcerptsState {
  let now = state
  for (let from = 0; from < rows; from += at) now = withPage(now, pageAt(from, at), from)
  return now
}

test('whoever goes through a long table keeps the rows nearby and the one at hand, not all of it', () => {
  const begun = withPage(initialExcerpts, { ...pageAt(0, 40), facets: {} as never }, 0)
  const { rows } = goThrough({ ...begun, active: 4 }, 40_000, 40)
  expect(rows.size).toBeLessThan(9_000)
  expect(rows.has(4)).toBe(true)
  for (let at = 39_000; at < 40_000; at += 1) expect(rows.get(at)?.id).toBe(`a${at}`)
})
