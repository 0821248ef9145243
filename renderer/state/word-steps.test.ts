import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releaseOf } from '../editor/testing/synthetic-release'
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart } from './word-steps'

/** The text with `|` at every edge that steps from its start (or back from its end) reach. */
function stepped(text: string, step: typeof nextWordEnd, from: 'start' | 'end' = 'start'): string {
  const revision = releaseOf(text.split('\n\n').map(block => ({ text: block })))
  const edges: number[] = []
  for (let at = from === 'start' ? -1 : text.length + 1; edges.length < 99; ) {
    const next = step(revision, at)
    if (next === at || edges.includes(next)) break
    edges.push(next)
    at = next
  }
  return edges.sort((a, b) => b - a).reduce((marked, at) => `${marked.slice(0, at)}|${marked.slice(at)}`, text)
}

describe('ends of words', () => {
  test.each([
    ['Syria and Iraq,” she said.', 'Syria| and| Iraq|,”| she| said|.|'],
    ['„Der Kai ist offen“, sagte er.', '„Der| Kai| ist| offen|“|,| sagte| er|.|'.replace('“|,|', '“|,')],
    ['«\u00a0Le quai\u00a0», dit-il', '«\u00a0Le| quai|\u00a0»|, dit|-il|'],
    ['rose 7.5% in May', 'rose| 7.5|%| in| May|'],
    ['one\n\ntwo', 'one|\n\ntwo|'],
    ['قال المسؤول: «الميناء مفتوح».', 'قال| المسؤول|: «الميناء| مفتوح|»|.|'],
    ['「東京」です。', '「東京|」|です|。|'],
    ['cafe\u0301 👨‍👩‍👧 née', 'cafe\u0301| 👨‍👩‍👧 née|'],
  ])('%s', (text, expected) => {
    expect(stepped(text, nextWordEnd)).toBe(expected)
  })
})

describe('starts of words', () => {
  test.each([
    ['He said “We won”', '|He |said |“|We |won”'],
    ['sagte: „Der Kai“', '|sagte: |„|Der |Kai“'],
    ['dit : «\u00a0Le quai\u00a0»', '|dit : |«\u00a0|Le |quai\u00a0»'],
    ['قال: «الميناء»', '|قال: |«|الميناء»'],
  ])('%s', (text, expected) => {
    expect(stepped(text, previousWordStart, 'end')).toBe(expected)
  })
})

const piece = fc.constantFrom(
  ...[
    'word',
    'é',
    'e\u0301',
    ' ',
    '\u00a0',
    '“',
    '”',
    '«',
    '»',
    '„',
    ',',
    '.',
    '👨‍👩‍👧',
    '🇩🇪',
    '😀',
    '港は',
    '。',
    'مفتوح',
    'ها\u0651',
    '7.5%',
    '\n',
    '\n\n',
    '’s',
    '\u200d',
    'क्षि',
  ],
)

test('steps cut no character, always go forward or back, and stay in the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.nat(), (pieces, seed) => {
      const text = `a${pieces.join('').replace(/\n{3,}/g, '\n\n')}z`
      const revision = releaseOf(text.split('\n\n').map(block => ({ text: block })))
      const characters = new Set([text.length, ...[...new Intl.Segmenter().segment(text)].map(({ index }) => index)])
      const offset = seed % (text.length + 1)
      for (const step of [nextWordEnd, nextWordStart]) {
        const next = step(revision, offset)
        expect(next > offset || next === text.length).toBe(true)
        expect(characters).toContain(next)
      }
      for (const step of [previousWordEnd, previousWordStart]) {
        const next = step(revision, offset)
        expect(next < offset || next === 0).toBe(true)
        expect(characters).toContain(next)
      }
    }),
    { numRuns: 400 },
  )
})
