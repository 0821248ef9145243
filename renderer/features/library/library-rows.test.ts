import { expect, test } from 'vitest'
import type { DocumentRow } from '#app/contract/values'
import { type Filter, foundWords, listed, type Sort, sorted } from './library-rows'

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

const passage = (document: string) => ({ document, at: { start: 0, end: 4 }, before: '', exact: 'ship', after: '' })
const ids = (filter: Filter, typed: string, ...inText: readonly string[]) =>
  listed(rows, { filter, sort: 'added', typed }, new Map(inText.map(id => [id, passage(id)]))).map(
    one => `${one.row.id}${one.passage === undefined ? '' : '*'}`,
  )

test('words are looked for in headline and date, in any order', () => {
  expect(ids('all', 'apr port')).toEqual(['1'])
  expect(ids('not-started', '2018')).toEqual(['2', '4'])
  expect(ids('all', 'nothing')).toEqual([])
})

test('what the texts have comes after what the rows show, under the same filter, each once', () => {
  expect(ids('all', 'recall', '1', '3')).toEqual(['3', '4', '1*'])
  expect(ids('not-started', 'recall', '1', '2')).toEqual(['4', '2*'])
})

test('how many were found is told, and how many by their texts', () => {
  const found = (typed: string, ...inText: readonly string[]) =>
    foundWords(listed(rows, { filter: 'all', sort: 'added', typed }, new Map(inText.map(id => [id, passage(id)]))))
  expect(found('nowhere')).toBe('No document')
  expect(found('opens')).toBe('1 document')
  expect(found('opens', '2')).toBe('2 documents, 1 by its text')
  expect(found('ship', '2', '4')).toBe('2 documents, 2 by their texts')
})
