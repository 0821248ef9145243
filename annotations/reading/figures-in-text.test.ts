import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresInText } from './figures-in-text'
import { timesTen, valueOfWords } from './number-words'

/** `value..upTo unit <as written>` of each figure. */
const read = (text: string) =>
  figuresInText(text).map(({ figure: { value, upTo, unit, asWritten } }) =>
    [`${value}${upTo === undefined ? '' : `..${upTo}`}`, unit, `<${asWritten}>`].filter(Boolean).join(' '),
  )

describe('figures are read', () => {
  test.each([
    ['71 nations and four international organizations', ['71 nations <71>', '4 international organizations <four>']],
    ['12,400 cabin heaters sold since March', ['12400 cabin heaters <12,400>']],
    ['2 to 3 million people', ['2000000..3000000 people <2 to 3 million>']],
    ['2–3 million people', ['2000000..3000000 people <2–3 million>']],
    ['between 500 and 1,000 berths', ['500..1000 berths <500 and 1,000>']],
    ['five to ten percent of sales', ['5..10 % <five to ten percent>']],
    ['$2.50 a day', ['2.50 $ <$2.50>']],
    ['US$1.25 billion in grants', ['1250000000 US$ <US$1.25 billion>']],
    ['a $3 billion programme', ['3000000000 $ <$3 billion>']],
    ['€ 40 million', ['40000000 € <€ 40 million>']],
    ['EUR 40 million', ['40000000 EUR <EUR 40 million>']],
    ['$2 to $3 million', ['2000000..3000000 $ <$2 to $3 million>']],
    ['5 million dollars', ['5000000 dollars <5 million>']],
    ['rose 0.4 percent in May', ['0.4 % <0.4 percent>']],
    ['rose 7.5% last year', ['7.5 % <7.5%>']],
    ['40 per cent of them', ['40 % <40 per cent>']],
    ['twenty-four ships', ['24 ships <twenty-four>']],
    ['three hundred and five men', ['305 men <three hundred and five>']],
    ['two thousand five hundred islands', ['2500 islands <two thousand five hundred>']],
    ['a dozen clinics', ['12 clinics <a dozen>']],
    ['half a million doses', ['500000 doses <half a million>']],
    ['a hundred trucks', ['100 trucks <a hundred>']],
    ['a 10-year plan', ['10 year <10>']],
    ['1\u00a0200 homes', ['1200 homes <1\u00a0200>']],
    ['nearly 2000 people', ['2000 people <2000>']],
    ['30 miles per hour', ['30 miles per hour <30>']],
    ['8 MW of power', ['8 MW <8>']],
    ['Seven of them left', ['7 <Seven>']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('what counts nothing is left alone', () => {
  test.each([
    'Since 2016, coalition forces have worked',
    'on May 1, 2018, officials said',
    'on 26 April 2018',
    'at 10:30 a.m. and at 9 a.m.',
    'call (202) 555-0142 or 202-555-0142',
    'COVID-19, the F-35 and H.R. 3076',
    'under Section 232 and Title 10',
    'the 21st century, its 3rd phase',
    'one of the islands',
    'see pages at example.org/2018/05/12',
    'the fourth quarter',
    'a Falcon 9 rocket, Gemini 6, Launch Complex 40',
    'more than two-thirds of the market',
    'Lesko (Ariz.-08)',
    '-30-',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })
})

test('an and between two figures does not make a range of them', () => {
  expect(read('12 ships and 30 sailors')).toEqual(['12 ships <12>', '30 sailors <30>'])
  expect(read('grew 3 and 4 percent')).toEqual(['3 <3>', '4 % <4 percent>'])
})

test('every figure stands where it says, in order and apart, whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      '71',
      'four',
      '2 to 3 million',
      '$',
      '%',
      ' percent',
      'nations',
      'and',
      ' ',
      '-',
      ',',
      '.',
      '–',
      '😀',
      'é',
      '٣',
      '1,000',
      'May',
      'a',
      'dozen',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const text = pieces.join('')
      let end = 0
      for (const found of figuresInText(text)) {
        expect(found.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(found.start, found.end)).toBe(found.figure.asWritten)
        expect(found.figure.value).toMatch(/^\d+(\.\d+)?$/)
        end = found.end
      }
    }),
  )
})

test('moving the point loses no digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat(6), fc.nat(12), (whole, places, power) => {
      const padded = String(whole).padStart(places + 1, '0')
      const decimal = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
      const moved = timesTen(decimal, power)
      const scaled = (text: string) => {
        const [left = '', right = ''] = text.split('.')
        return BigInt(left + right.padEnd(6, '0'))
      }
      expect(scaled(moved)).toBe(scaled(decimal) * 10n ** BigInt(power))
    }),
  )
})

test('number words say their value', () => {
  const said = [
    'zero',
    'nineteen',
    'ninety-nine',
    'one hundred one',
    'a thousand',
    'twelve million',
    'six dozen',
    'lots',
  ]
  expect(said.map(valueOfWords)).toEqual(['0', '19', '99', '101', '1000', '12000000', '72', undefined])
})
