import { expect, test } from 'vitest'
import { shownDate } from './dates'
import { problemWords } from './problem-words'

test('a known code is said in words, an unknown one is named', () => {
  expect(problemWords({ code: 'disk-full' })).toContain('The disk is full')
  expect(problemWords({ code: 'brand-new' })).toContain('brand-new')
})

test('a day is shown with its month as a word', () => {
  expect(shownDate('2018-05-01')).toBe('1 May 2018')
  expect(shownDate('spring')).toBe('spring')
})
