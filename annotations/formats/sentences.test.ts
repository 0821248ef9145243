import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './sentences'

function partsOf(text: string, language?: string): string[] {
  return sentences(text, language).map(({ start, end }) => text.slice(start, end))
}

describe('sentences', () => {
  it.each([
    ['two plain ones', 'It opened today.|Ships are back.'],
    [
      'rank and name',
      '“We stand by,” said Army Maj. Gen. James Jarrard, commanding general.|“This is a key milestone.”',
    ],
    ['title after the end of another sentence', 'He left.|Dr. Ada Marsh stayed.'],
    ['country before a noun', 'The U.S. Army helped.|It left.'],
    ['country at the end', 'They moved to the U.S.|The move took years.'],
    ['company in the middle', 'Acme Inc. Chief Executive Jane Roe spoke to Acme Corp. of Ohio.|She left.'],
    ['company at the end', 'They bought Acme Inc.|It was cheap.'],
    ['initials', 'J. R. Smith and Mary K. Jones came.|We met.'],
    ['number after No.', 'See No. 5 for more.|No.|He refused.'],
    ['month before a day', 'It ends Jan. 5, 2024, at 5 p.m. EST on time.|We wait.'],
    ['question inside a quotation', '“Why?” he asked.|“Go!” she said.|They went.'],
    ['decimals', 'It cost $4.20 million.|We paid 3.5 percent.'],
    ['degree', 'Ada Marsh, Ph.D. Director of ports, spoke.'],
    ['line break of an address', 'Port of Vessen Inc.|12 Quay St.|Vessen'],
    ['emoji and Arabic', 'We won 😀.|أهلا وسهلا.|Nobody left.'],
  ])('%s', (_name, marked) => {
    const isAddress = marked.startsWith('Port of')
    const text = marked.replaceAll('|', isAddress ? '\n' : ' ')
    expect(partsOf(text)).toEqual(marked.split('|'))
  })

  it('finds none in white space, and takes an unknown language for English', () => {
    expect(sentences(' \n ')).toEqual([])
    expect(partsOf('One. Two.', 'not a language')).toEqual(['One.', 'Two.'])
    expect(partsOf('Eins. Zwei.', 'de')).toEqual(['Eins.', 'Zwei.'])
  })

  it('covers all but white space, in order', () => {
    const unit = fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '“', 'U.S.', 'Dr.', '😀', '\u2028')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), text => {
        let end = 0
        for (const range of sentences(text)) {
          expect(text.slice(end, range.start).trim()).toBe('')
          expect(range.start).toBeLessThan(range.end)
          end = range.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })
})
