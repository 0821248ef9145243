import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyScope } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { coded, codings } from '../testing/coded'
import { measureAgreement, reportMeasure } from './agreement'
import { drawDocuments, intervalOf, percentile } from './bootstrap'
import type { CodedAnnotation, LeftOut } from './coded-annotation'
import type { Measure } from './measure'
import type { Study } from './study'

const text = 'Ann said: “We won.” Then it rained, and all went home.'
const codebook = readRegister(emptyScope)

type Coded = readonly CodedAnnotation[] | undefined

function studyOf(...documents: readonly (readonly Coded[])[]): Study {
  return {
    annotators: documents[0]?.length ?? 0,
    documents: documents.map((own, n) => ({
      id: `d${n}`,
      revision: 'r',
      text,
      blocks: [{ start: 0, end: text.length }],
      codings: own.map(annotations => annotations && { annotations, leftOut: [] }),
    })),
  }
}

function measureOf(study: Study, layer: string, id: string): Measure {
  const found = measureAgreement(study, codebook, name => name === layer)
  return found[0]?.measures.find(measure => measure.id === id) ?? expect.fail(`no ${id} in ${layer}`)
}

const all = (study: Study) => study.documents.map(() => 1)
const figureOf = (study: Study, layer: string, id: string) =>
  reportMeasure(measureOf(study, layer, id), all(study)).value

const studies = fc
  .array(fc.tuple(codings('a'), codings('b'), codings('c')), { minLength: 1, maxLength: 3 })
  .map(documents => studyOf(...documents))

/** Every figure of a study by layer and measure. */
function figures(study: Study) {
  return measureAgreement(study, codebook).flatMap(({ layer, measures }) =>
    measures.map(measure => [`${layer} ${measure.id}`, reportMeasure(measure, all(study))] as const),
  )
}

describe('laws of all figures', () => {
  test('none is more than 1, F1 and shares are not below 0, and one without a value says why', () => {
    fc.assert(
      fc.property(studies, study => {
        for (const [name, { value, reason, pairs = [] }] of figures(study)) {
          for (const one of [{ value, reason }, ...pairs]) {
            expect([name, one.value === null, one.reason !== undefined]).toEqual([
              name,
              one.value === null,
              one.value === null,
            ])
            if (one.value === null) continue
            expect(one.value).toBeLessThanOrEqual(1 + 1e-12)
            if (/F1|speaker/.test(name)) expect(one.value).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('the order of annotators and of documents does not matter', () => {
    fc.assert(
      fc.property(studies, study => {
        const turned: Study = {
          ...study,
          documents: [...study.documents].reverse().map(one => ({ ...one, codings: [...one.codings].reverse() })),
        }
        const [found, other] = [new Map(figures(study)), new Map(figures(turned))]
        for (const [name, { value }] of found) {
          const mirrored = other.get(name)?.value ?? null
          if (value === null || mirrored === null) expect([name, mirrored]).toEqual([name, value])
          else expect(Math.abs(mirrored - value), name).toBeLessThan(1e-12)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('whoever copies another agrees in all that is defined', () => {
    fc.assert(
      fc.property(codings('a'), one => {
        for (const [name, { value }] of figures(studyOf([one, one]))) {
          if (name !== 'kind:quote speakerAgreementResolved') expect([name, value ?? 1]).toEqual([name, 1])
        }
      }),
      { numRuns: 25 },
    )
  })

  test('the counts of F1 are those of the cases behind it', () => {
    fc.assert(
      fc.property(studies, study => {
        const { measures = [] } = measureAgreement(study, codebook, name => name === 'all')[0] ?? {}
        for (const measure of measures) {
          const { matched } = measure.counts(all(study))
          if (matched === undefined) continue
          expect([measure.id, measure.cases().filter(({ agrees }) => agrees).length]).toEqual([measure.id, matched])
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('documents', () => {
  const one = [coded('a1', [[0, 3]])]
  const other = [coded('b1', [[0, 3]]), coded('b2', [[10, 19]])]

  test('are pooled as sums, then one ratio', () => {
    const study = studyOf([one, other], [one, one])
    expect(figureOf(study, 'all', 'spanF1Exact')).toBeCloseTo((2 * 2) / (2 + 3), 12)
    expect(measureOf(study, 'all', 'spanF1Exact').figure.pool([0, 1])).toBe(1)
  })

  test('one that an annotator left empty counts, one that they did not do is missing', () => {
    expect(figureOf(studyOf([one, one], [one, []]), 'all', 'spanF1Exact')).toBeCloseTo(2 / 3, 12)
    const missing = studyOf([one, one], [one, undefined])
    expect(figureOf(missing, 'all', 'spanF1Exact')).toBe(1)
    expect(measureOf(missing, 'all', 'spanF1Exact').counts([1, 1])).toMatchObject({ matched: 1, documents: 1 })
  })

  test('of three annotators a pair without a value is left out of the mean, and said so', () => {
    const study = studyOf([one, one, undefined], [[], undefined, []])
    const report = reportMeasure(measureOf(study, 'all', 'spanF1Exact'), all(study))
    expect(report).toMatchObject({ value: 1, counts: { pairs: 3, undefinedPairs: 2, documents: 2 } })
    expect(report.pairs?.map(({ annotators, value }) => [...annotators, value])).toEqual([
      [0, 1, 1],
      [0, 2, null],
      [1, 2, null],
    ])
  })
})

test('what does not stand in the text is left out of the figure and counted in its layer', () => {
  const leftOut: LeftOut[] = [
    { id: 'x', kind: 'claim', tags: new Set(['t']), why: 'undecided' },
    { id: 'y', kind: 'quote', tags: new Set(), why: 'lost' },
  ]
  const [base] = studyOf([[], []]).documents
  const study: Study = {
    annotators: 2,
    documents: base
      ? [
          {
            ...base,
            codings: [
              { annotations: [], leftOut },
              { annotations: [], leftOut: [] },
            ],
          },
        ]
      : [],
  }
  const counted = (layer: string, id: string) => measureOf(study, layer, id).counts([1]).leftOut
  expect([counted('all', 'spanF1Exact'), counted('kind:claim', 'tokenF1'), counted('source', 'alphaU')]).toEqual([
    2, 1, 1,
  ])
})

describe('cases', () => {
  test('of tokens are stretches in a row that the same annotators mark', () => {
    const study = studyOf([[coded('a1', [[0, 9]])], [coded('b1', [[4, 19]])]])
    expect(measureOf(study, 'all', 'tokenAlphaNominal').cases()).toMatchObject([
      { start: 0, end: 3, agrees: false, annotations: [['a1'], []] },
      { start: 4, end: 9, agrees: true, annotations: [['a1'], ['b1']] },
      { start: 10, end: 19, agrees: false, annotations: [[], ['b1']] },
    ])
  })

  test('of labels say what each said', () => {
    const study = studyOf([[coded('a1', [[0, 9]])], [coded('b1', [[0, 8]], { kind: 'claim' })]])
    expect(measureOf(study, 'label:kind', 'labelKappaCohen').cases()).toEqual([
      {
        document: 'd0',
        start: 0,
        end: 9,
        agrees: false,
        annotators: [0, 1],
        annotations: [['a1'], ['b1']],
        labels: ['quote', 'claim'],
      },
    ])
  })
})

describe('speakers of paired quotes', () => {
  const quote = (id: string, voices: readonly string[], source: readonly (readonly [number, number])[] = []) =>
    coded(id, [[10, 19]], { voices, source })
  const resolved = (a: readonly string[], b: readonly string[]) =>
    figureOf(studyOf([[quote('a', a)], [quote('b', b)]]), 'kind:quote', 'speakerAgreementResolved')

  test('are the same as sets of the register; none is like none; as written alone is not resolved', () => {
    expect(resolved(['s1', 's2'], ['s2', 's1'])).toBe(1)
    expect(resolved([], [])).toBe(1)
    expect(resolved(['s1'], [])).toBe(0)
    expect(resolved(['~she'], ['~she'])).toBe(0)
  })

  test('sources agree where they share a character or are both absent', () => {
    const source = (a: readonly (readonly [number, number])[], b: typeof a) =>
      figureOf(studyOf([[quote('a', [], a)], [quote('b', [], b)]]), 'kind:quote', 'speakerAgreementSource')
    expect([source([[0, 3]], [[2, 5]]), source([], []), source([[0, 3]], []), source([[0, 3]], [[3, 5]])]).toEqual([
      1, 1, 0, 0,
    ])
  })
})

describe('the interval', () => {
  const half = studyOf(
    ...Array.from({ length: 6 }, (_, n) => [[coded('a', [[0, 3]])], n % 2 === 0 ? [coded('b', [[0, 3]])] : []]),
  )
  const { figure } = measureOf(half, 'all', 'spanF1Exact')

  test('is that of draws with replacement, the same for the same seed', () => {
    const draws = drawDocuments(6, { rounds: 1000, seed: 1 })
    expect(draws.every(weights => weights.reduce((sum, weight) => sum + weight, 0) === 6)).toBe(true)
    const interval = intervalOf(figure, draws)
    expect(interval).toEqual(intervalOf(figure, drawDocuments(6, { rounds: 1000, seed: 1 })))
    expect(drawDocuments(6, { rounds: 9, seed: 2 })).not.toEqual(drawDocuments(6, { rounds: 9, seed: 1 }))
    // F1 of k matches among six is 2k / (6 + k): of 1 and 5 matches .286 and .909.
    expect(interval).toEqual([2 / 7, 10 / 11])
  })

  test('is none of fewer than five documents, or where the figure is undefined', () => {
    expect(intervalOf(figure, drawDocuments(4, { rounds: 10, seed: 1 }))).toBe('few-documents')
    const empty = measureOf(studyOf(...Array.from({ length: 6 }, () => [[], []])), 'all', 'spanF1Exact')
    expect(intervalOf(empty.figure, drawDocuments(6, { rounds: 10, seed: 1 }))).toBe('undefined-value')
  })

  test('takes percentiles between neighbours', () => {
    expect(percentile(Float64Array.of(0, 1, 2, 3), 0.025)).toBeCloseTo(0.075, 12)
    expect(percentile(Float64Array.of(5), 0.975)).toBe(5)
  })
})
