import { describe, expect, it, test } from 'vitest'
import { roles } from '#annotations/model/revision'
import { labelledReleases } from './testing/labelled-release'
import { revisionOf } from './testing/read-outline'
import { compareWithLabels, f1, figureLines } from './testing/structure-figures'

/** Where the labelled releases of others are; without it those of the project alone are compared. */
const folder = process.env.PRESSMARK_RELEASES
const releases = labelledReleases(folder)

function compare(part: 'tuned' | 'held') {
  const pairs = releases
    .filter(release => release.part === part)
    .map(label => ({ label, read: revisionOf(`${label.name}.txt`, new TextEncoder().encode(label.text)) }))
  const comparison = compareWithLabels(pairs)
  console.info([`${part}, ${pairs.length} releases: hits, misses, false finds`, ...figureLines(comparison)].join('\n'))
  return comparison
}

describe('roles and metadata of the releases that were held back', () => {
  const { figures } = compare('held')
  const fields = ['published', 'embargo', 'issuer', 'place', 'contact', 'url', 'language']

  it('have no wrong headline and no wrong date', () => {
    for (const name of ['role headline', 'published', 'embargo'])
      expect([name, figures.get(name)]).toEqual([name, expect.objectContaining({ misses: 0, falseFinds: 0 })])
  })

  test.each([...roles.map(role => `role ${role}`), ...fields])('%s: one error at most, in many cases F1 0.95', name => {
    const { hits, misses, falseFinds } = figures.get(name) ?? { hits: 0, misses: 0, falseFinds: 0 }
    const many = hits + misses >= 20
    if (many) expect(f1({ hits, misses, falseFinds })).toBeGreaterThanOrEqual(0.95)
    else expect(Math.max(misses, falseFinds)).toBeLessThanOrEqual(1)
  })
})

test('of the releases that the rules were made with, only an issuer in the midst of the text is not found', () => {
  expect(compare('tuned').deviations).toEqual(
    folder === undefined
      ? []
      : [{ release: 'fed-fomc-statement-2014', what: 'issuer', labelled: 'federal open market committee', given: '' }],
  )
})
