import { expect, test } from 'vitest'
import type { DocumentRow } from '#app/contract/values'
import { listed, type Sort, sorted } from './library-rows'

function row(id: string, headline: string, progress: DocumentRow['progress'], published?: string): DocumentRow {
  const counts = { quote: 0, claim: 0, note: 0 }
  const day = published === undefined ? {} : { published }
  return { id, headline, revision: 'a'.repeat(64), counts, progress, share: 0, deleted: false, ...day }
}

const rows = [
  row('1', 'Port opens', 'done', '2018-04-17'),
  row('2', 'Agency reports', 'not-started', '2018-05-01'),
  row('3', 'Élan recalls', 'in-work'),
  row('4', 'Boxes recalled', 'not-started', '2018-04-17'),
]

test.each<[Sort, string]>([
  ['added', '1 2 3 4'],
  ['headline', '2 4 3 1'],
  ['published', '2 1 4 3'],
  ['progress', '2 4 3 1'],
])('documents sorted by %s stand in the order %s', (sort, order) => {
  expect(
    sorted(rows, sort)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(order)
})

test('words are looked for in headline and date, in any order', () => {
  expect(listed(rows, 'all', 'apr port').map(({ id }) => id)).toEqual(['1'])
  expect(listed(rows, 'not-started', '2018').map(({ id }) => id)).toEqual(['2', '4'])
  expect(listed(rows, 'all', 'nothing')).toEqual([])
})
