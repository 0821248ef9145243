import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releaseOf } from '../editor/testing/synthetic-release'
import { paragraphFrom, sentenceFrom } from './text-steps'

const revisionOf = (text: string) => releaseOf(text.split('\n\n').map(block => ({ text: block })))

/** The sentences that repeated steps select, from a caret at the start and on to the end. */
function walked(text: string): string[] {
  const revision = revisionOf(text)
  const found: string[] = []
  let at = { start: 0, end: 0 }
  for (let next = sentenceFrom(revision, at, 1, false); next !== at && found.length < 20; ) {
    found.push(text.slice(next.start, next.end))
    at = next
    next = sentenceFrom(revision, at, 1, false)
    if (next.start === at.start) break
  }
  return found
}

describe('sentence by sentence', () => {
  test.each([
    [
      'said Army Maj. Gen. James Doe. “It ends.” He left.\n\nNext.',
      ['said Army Maj. Gen. James Doe.', '“It ends.”', 'He left.', 'Next.'],
    ],
    ['قال المسؤول: «الميناء مفتوح». وأضاف أن العمل انتهى.', ['قال المسؤول: «الميناء مفتوح».', 'وأضاف أن العمل انتهى.']],
    ['「港は開いている。」と言った。工事は終わった。', ['「港は開いている。」', 'と言った。', '工事は終わった。']],
    ['„Der Kai ist offen.“ Das sagte er.', ['„Der Kai ist offen.“', 'Das sagte er.']],
    ['«\u00a0Le quai est ouvert.\u00a0» Il partit.', ['«\u00a0Le quai est ouvert.\u00a0»', 'Il partit.']],
    ['We won 😀! Cafe\u0301 👨‍👩‍👧. End.', ['We won 😀!', 'Cafe\u0301 👨‍👩‍👧.', 'End.']],
  ])('%s', (text, sentences) => {
    expect(walked(text)).toEqual(sentences)
  })
})

test('with Shift the selection grows on its side, and back by its other', () => {
  const text = 'One. Two. Three.'
  const revision = revisionOf(text)
  const two = { start: 5, end: 9 }
  const said = (by: 1 | -1) => {
    const { start, end } = sentenceFrom(revision, two, by, true)
    return text.slice(start, end)
  }
  expect([said(1), said(-1)]).toEqual(['Two. Three.', 'One. Two.'])
})

test('paragraph steps go to starts of blocks and stay in the text', () => {
  const revision = revisionOf('One.\n\nTwo.\n\nThree.')
  expect([0, 3, 8].map(at => paragraphFrom(revision, at, 1))).toEqual([6, 6, 12])
  expect([8, 6, 0].map(at => paragraphFrom(revision, at, -1))).toEqual([6, 0, 0])
})

const piece = fc.constantFrom(
  ...[
    'Word',
    ' ',
    '. ',
    '! ',
    '“',
    '”',
    '«',
    '»',
    '。',
    '港は',
    'مفتوح',
    '؟ ',
    '😀',
    'e\u0301',
    '👨‍👩‍👧',
    '\n\n',
    'Gen. ',
    '\n',
  ],
)

test('whatever the text, a sentence step cuts no character and never leaves the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 24 }), fc.nat(), fc.boolean(), (pieces, seed, adding) => {
      const text = `A${pieces.join('').replace(/\n{3,}/g, '\n\n')}z`
      const characters = new Set([text.length, ...[...new Intl.Segmenter().segment(text)].map(({ index }) => index)])
      const starts = [...characters]
      const at = starts[seed % starts.length] ?? 0
      for (const by of [1, -1] as const) {
        const { start, end } = sentenceFrom(revisionOf(text), { start: at, end: at }, by, adding)
        expect(characters).toContain(start)
        expect(characters).toContain(end)
        expect(start).toBeLessThanOrEqual(end)
      }
    }),
    { numRuns: 300 },
  )
})
