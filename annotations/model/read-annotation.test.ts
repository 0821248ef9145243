import { expect, test } from 'vitest'
import { readPlacement } from './read-annotation'

const segment = { part: 'content', start: 3, end: 6, exact: 'abc', prefix: 'xyz', suffix: '' }

test('a stored placement that has what it needs and nothing else is taken as it stands', () => {
  const stored = { state: 'exact', via: 'hand', segments: [segment] }
  expect(readPlacement(stored)).toBe(stored)
  const carried = { ...stored, state: 'moved', via: 'carry', from: 'a'.repeat(64), score: 0.5, engine: 3 }
  expect(readPlacement(carried)).toBe(carried)
})

test.each([
  ['a member that is not known', { state: 'exact', via: 'hand', segments: [segment], shade: 1 }],
  ['no word of how it was placed', { state: 'exact', segments: [segment] }],
  ['a member of another type', { state: 'exact', via: 'hand', segments: [segment], from: null, score: 'high' }],
  [
    'a segment that is none',
    { state: 'exact', via: 'hand', segments: [segment, { ...segment, start: 4 }, 'here', null] },
  ],
  ['a segment with more to it', { state: 'exact', via: 'hand', segments: [{ ...segment, colour: 'red' }] }],
])('one with %s is read without it', (_, stored) => {
  expect(readPlacement(stored)).toStrictEqual({ state: 'exact', via: 'hand', segments: [segment] })
})

test('what its context lacks is read as none', () => {
  const { prefix: _prefix, ...bare } = segment
  const read = readPlacement({ state: 'exact', via: 'hand', segments: [bare] })
  expect(read?.segments).toStrictEqual([{ ...segment, prefix: '' }])
})
