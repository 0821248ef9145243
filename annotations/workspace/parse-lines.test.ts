import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../model/json'
import { allSteps, type Steps } from '../model/steps'
import { writeEnvelope } from './envelope'
import { maxFileLength, parseJson } from './parse-json'
import { parseFileInSteps } from './parse-lines'

const head = { format: 'pressmark-codebook', workspace: 'w', annotator: 'ann', rev: 1 } as const
const fileOf = (entries: readonly Json[]) =>
  writeEnvelope(
    head,
    entries.map(entry => JSON.stringify(entry)),
  )

function pausesOf<T>(steps: Steps<T>): number {
  let pauses = 0
  while (steps.next().done !== true) pauses += 1
  return pauses
}

/** Text that Git, an editor or a bad disk may leave in the place of some of a file. */
const scrap = fc.constantFrom(
  ...[
    '',
    '\n',
    ',',
    ',\n',
    '\r\n',
    ']}',
    ']}\n',
    '[',
    '{',
    '"',
    '\\',
    ' ',
    '{"a":1}',
    '{"a":1},\n',
    '{"a":1},{"b":2},\n',
  ],
  ...['1e999', '"__proto__":1,', '<<<<<<< HEAD\n', '\0', ',"entries":[', ',"entries":[\n', '"entries":[2],'],
)
const entry = fc.constantFrom<Json>({ type: 'tag', id: 'a' }, { x: [{ y: '\u2028",\n' }] }, 'loose', 7, null, [[]], {})
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(20), put: scrap })

test('a file says line by line what it says at once, whatever became of its text', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.array(change, { maxLength: 3 }), (entries, changes) => {
      let text = fileOf(entries)
      for (const { at, cut, put } of changes) {
        const begin = Math.floor(at * text.length)
        text = text.slice(0, begin) + put + text.slice(begin + cut)
      }
      const whole = parseJson(text)
      if (whole.ok) read += 1
      expect(allSteps(parseFileInSteps(text, 0))).toEqual(whole)
    }),
    { numRuns: 5000 },
  )
  expect(read).toBeGreaterThan(500)
})

test.each([
  ['a list within the head', '{"x":{"entries":[\n1\n]}\n'],
  ['a list that is not the entries', '{"entries":[],"b\\",\\"entries":[\n1\n]}\n'],
  ['two lists of entries', '{"entries":[1],"entries":[\n2\n]}\n'],
  ['members after the entries', '{"a":1,"entries":[\n1\n],"b":2}\n'],
  ['a comma too many', '{"a":1,"entries":[\n1,\n]}\n'],
  ['a comma too few', '{"a":1,"entries":[\n1\n2\n]}\n'],
  ['two entries on a line', '{"a":1,"entries":[\n1,2,\n3\n]}\n'],
  ['an entry on two lines', '{"a":1,"entries":[\n{"b":\n3}\n]}\n'],
  ['nesting up to the limit', `{"a":1,"entries":[\n${'['.repeat(62)}${']'.repeat(62)}\n]}\n`],
  ['nesting beyond the limit', `{"a":1,"entries":[\n${'['.repeat(63)}${']'.repeat(63)}\n]}\n`],
])('%s', (_, text) => {
  expect(allSteps(parseFileInSteps(text, 0))).toEqual(parseJson(text))
})

test('a file that is too long is refused as ever', () => {
  const huge = fileOf(['x'.repeat(maxFileLength)])
  expect(allSteps(parseFileInSteps(huge))).toMatchObject({ error: { code: 'too-large' } })
})

test('a long file is parsed in as many steps as it is long, a short one at once', () => {
  const many = fileOf(Array.from({ length: 5000 }, (_, n) => ({ type: 'tag', id: `t${n}`, name: 'x'.repeat(500) })))
  expect(pausesOf(parseFileInSteps(many))).toBe(Math.floor(many.length / 250_000))
  expect(pausesOf(parseFileInSteps(fileOf([{ type: 'tag' }])))).toBe(0)
})
