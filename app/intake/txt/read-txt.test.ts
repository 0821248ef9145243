import { describe, expect, it, test } from 'vitest'
import { joinLines, readTxt } from './read-txt'

const texts = (text: string) => readTxt(text).blocks.map(({ runs }) => runs.join(''))

describe('plain text', () => {
  it('parts paragraphs at lines of only white space', () => {
    expect(texts('\n\none\n \ntwo\n\t\n\u00a0\nthree\n')).toEqual(['one', 'two', 'three'])
  })

  test.each([
    [
      'lines that were only wrapped',
      ['The company said on Tuesday that', 'it would invest 25 million in the', 'region.'],
      ' ',
    ],
    ['a last line longer than the others', ['The company', 'said on Tuesday that it would invest'], '\n'],
    ['a line at exactly 3/4 of the longest', ['x'.repeat(75), 'y'.repeat(100), 'z'], ' '],
    ['a line just under 3/4 of the longest', ['x'.repeat(74), 'y'.repeat(100), 'z'], '\n'],
    ['an address', ['Acme', '1 Main Street', 'Springfield'], '\n'],
    ['lines with a TAB', ['Product\t2017 sales', 'Bridges\t1,200,000', 'Tunnels\t900,000'], '\n'],
    ['lines with two spaces in a row', ['Product  2017 sales', 'Bridges  1,200,000'], '\n'],
    ['lines with bullets', ['• The first of the points', '• The other of the points'], '\n'],
    ['lines with numbers', ['1. The first of the points', '2. The other of the points'], '\n'],
    [
      'a wrapped line that begins with a year',
      ['The company was founded in', '2001. It has since grown to', 'this.'],
      ' ',
    ],
    [
      'a wrapped line that begins with an initial',
      ['The chair of the board is', 'J. Smith, who has held it', 'long.'],
      ' ',
    ],
    ['one line', ['Key Milestone'], ' '],
  ])('%s', (_, lines, between) => {
    expect(joinLines(lines)).toBe(lines.join(between))
  })

  test.each([
    [' date 2018-05-01 Bridge Opens\n\nText.', '2018-05-01', 'Bridge Opens'],
    ['date 2018-05-01 Bridge Opens', '2018-05-01', 'Bridge Opens'],
    [' date 2018-02-30 Bridge Opens', null, ' date 2018-02-30 Bridge Opens'],
    ['The date 2018-05-01 stands', null, 'The date 2018-05-01 stands'],
    ['Dates\n\n date 2018-05-01 Bridge', null, 'Dates'],
  ])('first line %j', (text, date, first) => {
    const { blocks, found } = readTxt(text)
    expect(blocks[0]?.runs).toEqual([first])
    expect(found).toEqual(date === null ? [] : [{ name: 'published', value: { date }, how: 'header' }])
  })
})
