import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf } from './decimal'

describe('decimal numbers', () => {
  it.each([
    [0.1, '0.1'],
    [-0, '0'],
    [-12.5, '-12.5'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-8, '-0.000000025'],
  ])('%d is %s', (value, text) => expect(decimalOf(value)).toBe(text))

  it('stand for the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        expect(decimalOf(value)).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(decimalOf(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})
