import { expect, test } from 'vitest'
import { tagPathOf } from './inspector-values'

test.each([
  ['border', ['border']],
  ['security/threat', ['security', 'threat']],
  [' security / threat ', ['security', 'threat']],
  ['and\\/or/both', ['and/or', 'both']],
  ['/ /', []],
])('%s names %j', (typed, path) => {
  expect(tagPathOf(typed)).toEqual(path)
})
