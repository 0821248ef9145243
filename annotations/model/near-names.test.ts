import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearNames, nearness, nearPairs } from './near-names'

describe('two names', () => {
  test.each([
    ['Figure', 'figure', 'same'],
    ['Élysée', 'elysee', 'same'],
    ['climate-change', 'Climate change', 'same'],
    ['U.S.', 'US', 'same'],
    ['figure', 'figures', 'plural'],
    ['policy', 'policies', 'plural'],
    ['box', 'boxes', 'plural'],
    ['change climate', 'climate change', 'words'],
    ['environment', 'enviroment', 'spelling'],
    ['energy', 'enegry', 'spelling'],
    ['commitment', 'comittmnt', undefined],
    ['enforcement', 'endorsement', undefined],
    ['responsibility', 'responsiblity', 'spelling'],
    ['threat', 'treaty', undefined],
    ['employment', 'unemployment', undefined],
    ['Phase 1', 'Phase 2', undefined],
    ['C++', 'C#', undefined],
    ['class', 'clas', undefined],
    ['map', 'mad', undefined],
    ['…', '—', undefined],
    ['', '', undefined],
    ['climate', 'climate policy', undefined],
  ] as const)('“%s” and “%s”: %s', (a, b, expected) => {
    expect(nearness(a, b)).toBe(expected)
  })

  test.each([
    ['James Jarrard', 'Army Maj. Gen. James Jarrard', 'words'],
    ['J. Jarrard', 'James Jarrard', 'words'],
    ['Jarrard, James', 'James Jarrard', 'words'],
    ['Jarrard', 'James Jarrard', undefined],
    ['K. Jarrard', 'James Jarrard', undefined],
    ['J. B.', 'James Brown', undefined],
  ] as const)('of people, “%s” and “%s”: %s', (a, b, expected) => {
    expect(nearness(a, b, { people: true })).toBe(expected)
  })

  test('are as near one way as the other, and each is the same as itself', () => {
    const name = fc.stringMatching(/^[a-eA-E .s-]{0,14}$/)
    fc.assert(
      fc.property(name, name, fc.boolean(), (a, b, people) => {
        expect(nearness(a, b, { people })).toBe(nearness(b, a, { people }))
        if (/[a-e]/i.test(a)) expect(nearness(a, a)).toBe('same')
      }),
    )
  })

  test('that differ by one slip inside a long name are always near', () => {
    const word = fc.stringMatching(/^[a-z]{6,12}$/)
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'swap', 'other'), (name, seed, slip) => {
        const at = 1 + (seed % (name.length - 2))
        const wrong =
          slip === 'drop'
            ? name.slice(0, at) + name.slice(at + 1)
            : slip === 'other'
              ? `${name.slice(0, at)}q${name.slice(at + 1)}`
              : name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
        expect(nearness(name, wrong)).toBeDefined()
      }),
    )
  })
})

test('a misspelling is what counting every step finds', () => {
  const name = fc.stringMatching(/^a[ab]{4,12}$/)
  const slow = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j))
    const at = (i: number, j: number) => rows[i]?.[j] ?? 99
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
        const steps = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
        const row = rows[i]
        if (row !== undefined) row[j] = Math.min(...steps, swapped ? at(i - 2, j - 2) + 1 : 99)
      }
    }
    return at(a.length, b.length)
  }
  fc.assert(
    fc.property(name, name, (a, b) => {
      const most = Math.min(a.length, b.length) < 10 ? 1 : 2
      const places = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]))
      const [i = 0, j = 0] = places
      const replaced = a.length === b.length && places.length === 2 && !(a[i] === b[j] && a[j] === b[i])
      expect(nearness(a, b)).toBe(a === b ? 'same' : slow(a, b) <= most && !replaced ? 'spelling' : undefined)
    }),
    { numRuns: 1000 },
  )
})

const tags = [
  { id: 'a', names: ['figure'] },
  { id: 'b', names: ['border'] },
  { id: 'c', names: ['figures', 'number'] },
  { id: 'd', names: ['Figure'] },
]

test('the nearest names come first, and an alias counts as a name', () => {
  expect(nearNames('Figure', tags)).toEqual([
    { id: 'a', nearness: 'same' },
    { id: 'd', nearness: 'same' },
    { id: 'c', nearness: 'plural' },
  ])
  expect(nearNames('numbers', tags)).toEqual([{ id: 'c', nearness: 'plural' }])
})

test('pairs come the nearest first, then in the order given', () => {
  expect(nearPairs(tags)).toEqual([
    { a: 'a', b: 'd', nearness: 'same' },
    { a: 'a', b: 'c', nearness: 'plural' },
    { a: 'c', b: 'd', nearness: 'plural' },
  ])
})

test('pairs are those that a comparison of all with all finds', () => {
  const word = fc.constantFrom('ada', 'adam', 'marsh', 'march', 'marshs', 'j', 'm', 'tal', 'owen', '7', '8')
  const name = fc.array(word, { maxLength: 3 }).map(words => words.join(' '))
  const entry = fc.array(name, { minLength: 1, maxLength: 2 })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), fc.boolean(), (entries, people) => {
      const among = entries.map((names, at) => ({ id: String(at), names }))
      const naive = among.flatMap((one, at) =>
        among.slice(at + 1).flatMap(other => {
          const found = nearNamesOf(one.names, other.names, people)
          return found === undefined ? [] : [`${one.id} ${other.id} ${found}`]
        }),
      )
      const pairs = nearPairs(among, { people }).map(({ a, b, nearness }) => `${a} ${b} ${nearness}`)
      expect(pairs.sort()).toEqual(naive.sort())
    }),
  )
})

function nearNamesOf(a: readonly string[], b: readonly string[], people: boolean) {
  const found = a.flatMap(one => b.map(other => nearness(one, other, { people })))
  return (['same', 'plural', 'words', 'spelling'] as const).find(one => found.includes(one))
}
