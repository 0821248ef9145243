import { describe, expect, test } from 'vitest'
import type { TextRange } from '../model/revision'
import { alphaNominal, cohenKappa, coincidences, fleissKappa } from './coefficients'
import { cuAlpha, UnitizingFigure, uAlpha, unitCoincidences } from './unitizing'

// Examples as they are printed, to as many digits as the source has. Tables: rows are the first annotator's labels.

describe('Cohen’s kappa', () => {
  const tables: readonly (readonly [source: string, cells: readonly number[], kappa: number, digits: number])[] = [
    ['Cohen 1960, p. 45', [88, 14, 18, 10, 40, 10, 2, 6, 12], 0.492, 3],
    ['Artstein and Poesio 2008, p. 558 and 560', [20, 10, 20, 50], 0.348, 3],
    ['Artstein and Poesio 2008, p. 568', [46, 0, 0, 6, 32, 6, 0, 0, 10], 0.8013, 4],
    ['Krippendorff 2004, p. 246, alike margins', [12, 9, 9, 9, 14, 9, 9, 9, 20], 0.186, 3],
    ['Krippendorff 2004, p. 246, skewed margins', [12, 18, 18, 0, 14, 18, 0, 0, 20], 0.258, 3],
    ['Krippendorff 1995, p. 57, Bertha and Bill', [10, 0, 8, 6], 0.385, 2],
    ['Krippendorff 1995, p. 57, Gerret and Gill', [6, 4, 4, 10], 0.314, 3],
  ]
  test.each(tables)('%s', (_, cells, kappa, digits) => {
    expect(cohenKappa(cells, Math.sqrt(cells.length))).toBeCloseTo(kappa, digits)
  })
})

test('Fleiss’ kappa: Fleiss 1971, p. 379, thirty patients, six psychiatrists, five diagnoses', () => {
  const patients =
    '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
    '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555'
  const counts = patients.split(' ').map(given => [1, 2, 3, 4, 5].map(label => given.split(String(label)).length - 1))
  const totals = [0, 1, 2, 3, 4].map(label => counts.reduce((sum, unit) => sum + (unit[label] ?? 0), 0))
  const squares = counts.flat().reduce((sum, count) => sum + count * count, 0)
  expect(fleissKappa({ units: 30, raters: 6, squares, totals })).toBeCloseTo(0.43, 3)
})

describe('Krippendorff’s alpha for nominal data', () => {
  /** By unit the values given; a dot is none. */
  const studies: readonly (readonly [source: string, units: string, alpha: number])[] = [
    ['Krippendorff 2011, section A; 2004, p. 224', '10 11 01 00 00 01 00 01 00 00', 0.095],
    ['Krippendorff 2011, section B', 'ab aa bb bb db cc cc cc ee dd dd ad', 0.692],
    ['Krippendorff 2004, p. 227', 'aa ab bb bb bb bb bc cc cc cc cc cc', 0.734],
    [
      'Krippendorff 2011, section C; 2004, p. 230, with values missing',
      'BB.B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL .FFF ..BB ..P.',
      0.743,
    ],
    ['Krippendorff 1980, p. 139', '111 122 222 444 144 222 123 333 222', 0.642],
    ['Krippendorff 1995, p. 57, Bertha and Bill', `${'00 '.repeat(10)}${'10 '.repeat(8)}${'11 '.repeat(6)}`, 0.329],
  ]
  test.each(studies)('%s', (_, units, alpha) => {
    const values = [...new Set(units.replace(/[ .]/g, ''))]
    const given = units
      .trim()
      .split(' ')
      .map(unit => [...unit.replaceAll('.', '')].map(value => values.indexOf(value)))
      .filter(unit => unit.length > 1)
    expect(alphaNominal(coincidences(given, values.length), values.length)).toBeCloseTo(alpha, 3)
  })
})

/** Alpha-U of two annotators over one continuum, their units as `[start, length]`. */
function alphaU(length: number, a: readonly (readonly [number, number])[], b: typeof a) {
  const units = [a, b].map(list => list.map(([start, l]): TextRange => ({ start, end: start + l })))
  return new UnitizingFigure([{ length, units }], 2).pool([1])
}

describe('alpha for unitizing', () => {
  test('Krippendorff 2004, p. 254: categories c and k on a continuum of 300', () => {
    const c = alphaU(
      300,
      [
        [75, 70],
        [220, 30],
      ],
      [
        [70, 80],
        [205, 20],
        [250, 20],
      ],
    )
    // Printed .7286, from figures that were rounded before.
    expect(c).toBeCloseTo(0.7286, 3)
    const k = [
      [30, 60],
      [150, 50],
    ] as const
    expect(alphaU(300, k, k)).toBe(1)
  })

  // The four pairs of 1995, p. 57, on a continuum of 24. The paper prints their values for the limit of ever finer
  // measures; that of Gerret and Gill with another De than its formula of 2004 gives, which other programs found too.
  const pairs: readonly (readonly [
    who: string,
    a: readonly (readonly [number, number])[],
    b: readonly (readonly [number, number])[],
    alpha: number,
    within: number,
  ])[] = [
    [
      'Bertha and Bill',
      [
        [2, 8],
        [14, 6],
      ],
      [
        [4, 4],
        [15, 2],
      ],
      0.553,
      0.005,
    ],
    [
      'John and Jill, whose units touch',
      [[0, 18]],
      [
        [0, 2],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
        [6, 3],
        [9, 1],
      ],
      -0.926,
      0.005,
    ],
    [
      'Gerret and Gill',
      [
        [2, 6],
        [10, 2],
        [14, 4],
        [20, 2],
      ],
      [
        [0, 2],
        [4, 4],
        [10, 4],
        [16, 2],
        [20, 2],
      ],
      0.679,
      0.02,
    ],
    [
      'Heather and Hill, without gaps',
      [
        [0, 2],
        [2, 8],
        [10, 4],
        [14, 6],
        [20, 4],
      ],
      [
        [0, 4],
        [4, 4],
        [8, 7],
        [15, 2],
        [17, 7],
      ],
      0.066,
      0.005,
    ],
  ]
  test.each(pairs)('Krippendorff 1995, p. 57: %s', (_, a, b, alpha, within) => {
    const fine = 50_000
    const finer = (list: readonly (readonly [number, number])[]) => list.map(([s, l]) => [s * fine, l * fine] as const)
    expect(Math.abs(Number(alphaU(24 * fine, finer(a), finer(b))) - alpha)).toBeLessThan(within)
  })

  test('Krippendorff 1995: Gerret and Gill measured in twelve units', () => {
    const half = (list: readonly (readonly [number, number])[]) => list.map(([s, l]) => [s / 2, l / 2] as const)
    const [a = [], b = []] = [pairs[2]?.[1], pairs[2]?.[2]]
    expect(alphaU(12, half(a), half(b))).toBeCloseTo(0.494, 3)
  })

  test('touching units joined would make another figure of John and Jill: they agree as to where, not as to how many', () => {
    const apart = alphaU(24, [[0, 18]], pairs[1]?.[2] ?? [])
    expect(alphaU(24, [[0, 18]], [[0, 10]])).toBeGreaterThan(Number(apart) + 0.5)
  })
})

describe('the coefficients of 2016', () => {
  const unit = (start: number, end: number, value: number) => ({ start, end, value })
  test('of one value u-alpha is the binary one, and cu-alpha has nothing to tell apart', () => {
    const sums = unitCoincidences(10, [[unit(0, 4, 1)], [unit(2, 4, 1)]], 2)
    // Lengths: both 2, one 2, neither 6; margins 6 and 14 of 20, corrections 16 + 4 and 14.
    expect(uAlpha(sums, 2)).toBeCloseTo(1 - ((20 - 16) * (400 - 34)) / (20 * (400 - 34 - (36 - 20 + 196 - 14))), 12)
    expect(cuAlpha(sums, 2)).toBe('no-variation')
  })

  test('values that agree wherever units meet give a cu-alpha of 1, whatever the boundaries', () => {
    const sums = unitCoincidences(
      20,
      [
        [unit(0, 4, 1), unit(6, 12, 2)],
        [unit(2, 5, 1), unit(9, 20, 2)],
      ],
      3,
    )
    expect(cuAlpha(sums, 3)).toBe(1)
    expect(uAlpha(sums, 3)).toBeLessThan(1)
  })
})
