import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, matchWords, queryWords } from './match-words'

function match(query: string, text: string) {
  return matchWords(queryWords(query), foldText(text))
}

/** The text with what was found in brackets. */
function shown(query: string, text: string): string | undefined {
  const found = match(query, text)
  if (found === undefined) return undefined
  return [...found.ranges].reverse().reduce((marked, [start, end]) => {
    return `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`
  }, text)
}

test.each([
  ['rep', 'Repeat last tags', '[Rep]eat last tags'],
  ['rep tag', 'Repeat last tags', '[Rep]eat last [tag]s'],
  ['tag rep', 'Repeat last tags', '[Rep]eat last [tag]s'],
  ['mq', 'Mark as quote', '[M]ark as [q]uote'],
  ['markquo', 'Mark as quote', '[Mark] as [quo]te'],
  ['ecole', 'À l’École normale', 'À l’[École] normale'],
  ['ÜBER', 'Worte über Worte', 'Worte [über] Worte'],
  ['ports', 'Go to Reports', 'Go to Re[ports]'],
  ['xyz', 'Mark as quote', undefined],
  ['mark claim', 'Mark as quote', undefined],
  ['', 'Mark as quote', 'Mark as quote'],
])('%s in %s', (query, text, expected) => {
  expect(shown(query, text)).toBe(expected)
})

describe('what fits better comes first', () => {
  const score = (query: string, text: string) => match(query, text)?.score ?? Number.NEGATIVE_INFINITY
  test.each([
    ['tag', 'Tag the annotation', 'Repeat last tags'],
    ['rep', 'Reply to this annotation', 'Inland Waters Agency Reports Lowest April Level'],
    ['port', 'Port of Linden Opens', 'Go to Reports'],
    ['note', 'Edit its note', 'Mark as noted'],
    ['mq', 'Mark as quote', 'Make a long list of everything quickly'],
  ])('%s: %s before %s', (query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse))
  })
})

test('places in the folded text are places in the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => foldText(text).length === text.length))
})

test('a text contains each of its words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeéß12'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (words, at) => {
      const text = words.join(' ')
      expect(match(words[at % words.length] ?? '', text)).toBeDefined()
    }),
  )
})

test('ranges are sorted and apart', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab '), maxLength: 12 })
  fc.assert(
    fc.property(letters, letters, (query, text) => {
      let last = -1
      for (const [start, end] of match(query, text)?.ranges ?? []) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})
