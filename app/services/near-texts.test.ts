import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containmentOf, NearTexts, nearEnough, shinglesOf } from './near-texts'

const folder = join(import.meta.dirname, '../../samples/releases')
const releases = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
)
const [first = '', second = ''] = [...releases.values()]
const known = () => {
  const texts = new NearTexts<string>(key => releases.get(key))
  for (const [name, text] of releases) texts.add(name, text)
  return texts
}
const nameOf = (text: string) => [...releases].find(([, other]) => other === text)?.[0]

/** The text with every n-th word replaced. */
function changeEvery(n: number, text: string): string {
  let count = 0
  return text.replace(/\S+/g, word => {
    count += 1
    return count % n === 0 ? `other${count}` : word
  })
}

describe('a text is near', () => {
  const near: readonly [string, string][] = [
    ['itself', first],
    [
      'itself in other letters, marks and lines',
      first
        .toUpperCase()
        .replace(/[.,"“”]/g, ' ; ')
        .replace(/\s+/g, '\n'),
    ],
    ['a corrected version of it', changeEvery(20, first)],
    ['a version in which every ninth word is another', changeEvery(9, first)],
    [
      'a mail that has it inside',
      `Dear editors, please find our news of today below.\n\n${second.slice(0, 300)}\n\n${first}`,
    ],
    ['a long piece of it', first.slice(300, 1500)],
  ]
  test.each(near)('%s', (_what, text) => {
    expect(known().nearest(text)?.key).toBe(nameOf(first))
  })
})

describe('a text is not near', () => {
  const far: readonly [string, string][] = [
    ['another release', first.split(/\s+/).reverse().join(' ')],
    ['one with the same boilerplate', `${changeEvery(2, first)}\n\n${second.slice(-400)}`],
    ['one in which every fifth word is another', changeEvery(5, first)],
    ['a sentence of it', first.split('. ')[2]?.slice(0, 100) ?? ''],
    ['nothing', ''],
  ]
  test.each(far)('%s', (_what, text) => {
    expect(known().nearest(text)).toBeUndefined()
  })
})

test('no two sample releases are near', () => {
  const sets = [...releases.values()].map(shinglesOf)
  for (const a of sets) for (const b of sets) if (a !== b) expect(containmentOf(a, b)).toBeLessThan(nearEnough / 4)
})

test('containment is symmetric, 1 for a part and 0 for nothing in common', () => {
  const words = fc.array(fc.constantFrom('we', 'won', 'the', 'case', 'said', 'she'), { maxLength: 40 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [one, other] = [shinglesOf(a.join(' ')), shinglesOf(b.join(' '))]
      expect(containmentOf(one, other)).toBe(containmentOf(other, one))
      const whole = shinglesOf([...a, ...b].join(' '))
      expect(containmentOf(one, whole)).toBe(one.size === 0 ? 0 : 1)
    }),
  )
})
