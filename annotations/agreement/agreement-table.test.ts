import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTable } from '../testing/agreement-table'
import { type MeasureReport, measureAgreement, reportMeasure } from './agreement'

/** Another table of the same form, made by `scripts/check-agreement.mjs`. */
const path = process.env.PRESSMARK_AGREEMENT_TABLE ?? new URL('agreement-table.jsonl', import.meta.url)
const { codebook, studies } = readTable(readFileSync(path, 'utf8'))

const valuesOf = ({ value, reason, pairs }: MeasureReport): (number | string)[] => [
  value ?? reason ?? 'none',
  ...(pairs ?? []).map(pair => pair.value ?? pair.reason ?? 'none'),
]

/** All figures of a study, with those of the pairs, by layer and measure. */
function figuresOf(study: (typeof studies)[number]['study']) {
  const weights = study.documents.map(() => 1)
  return measureAgreement(study, codebook).flatMap(({ layer, measures }) =>
    measures.map(measure => [`${layer} ${measure.id}`, valuesOf(reportMeasure(measure, weights))] as const),
  )
}

describe('figures are those of other programs and of a second implementation with exact fractions', () => {
  test('the table has enough examples', () => {
    expect(studies.length).toBeGreaterThanOrEqual(200)
  })

  test.each(studies.map(({ seed, study, expected }) => ({ seed, study, expected })))('study $seed', one => {
    const expected = [...one.expected].flatMap(([layer, measures]) =>
      [...measures].map(([measure, values]) => [`${layer} ${measure}`, values] as const),
    )
    const found = new Map<string, readonly (number | string)[]>(figuresOf(one.study))
    expect([...found.keys()].sort()).toEqual(expected.map(([name]) => name).sort())
    const differs = expected.filter(([name, values]) => !near(found.get(name) ?? [], values))
    expect(differs.map(([name, values]) => ({ name, values, found: found.get(name) }))).toEqual([])
  })
})

function near(found: readonly (number | string)[], expected: readonly (number | string)[]): boolean {
  return (
    found.length === expected.length &&
    found.every((value, n) => {
      const other = expected[n]
      return typeof value === 'number' && typeof other === 'number' ? Math.abs(value - other) < 1e-9 : value === other
    })
  )
}
