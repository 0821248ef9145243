import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  blockSeparator,
  canonicalBlocks,
  closeSpaces,
  splitCanonicalText,
  textHash,
  tidyCharacters,
  toCanonicalText,
} from './canonical-text'

/** Text made of what the rules are about: every line end, space, dropped and composing character, half a pair. */
const lineEnds = ['\n', '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029']
const spaces = [' ', ' ', '  ', '\t', ...'\u00a0\u202f\u3000\u1680\u2000\u2001\u2003\u200b']
const dropped = [...'\0\x7f\x9f\ufeff\u00ad']
const composing = [...'aBe.\u0301\u0327\u00e9\u1e0a\u212b\u0344\u0958\u{1d15e}\u1100\u1161\u11a8\uac00\u1fef\u037e']
const halves = ['\ud83d', '\ude00', '\u{1f600}']
const special = fc.constantFrom(...lineEnds, ...spaces, ...dropped, ...composing, ...halves)
const awkward = fc
  .array(fc.oneof({ arbitrary: special, weight: 4 }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
  .map(parts => parts.join(''))
const paragraphs = fc.array(awkward, { maxLength: 6 })
const runs = { numRuns: 2000 }

describe('canonical text', () => {
  test('law 1: it splits back into the very blocks it was joined from', () => {
    fc.assert(
      fc.property(paragraphs, source => {
        const blocks = source.flatMap(canonicalBlocks)
        const text = toCanonicalText(source)
        expect(splitCanonicalText(text).map(({ start, end }) => text.slice(start, end))).toEqual(blocks)
        expect(textHash(blocks.join(blockSeparator))).toBe(textHash(text))
      }),
      runs,
    )
  })

  test('it is canonical already: as one paragraph or block by block it comes out the same', () => {
    fc.assert(
      fc.property(paragraphs, source => {
        const text = toCanonicalText(source)
        expect(toCanonicalText([text])).toBe(text)
        expect(toCanonicalText(text.split(blockSeparator))).toBe(text)
        expect(text.normalize('NFC')).toBe(text)
      }),
      runs,
    )
  })

  test('no block is empty, has white space at its ends, a blank line, a lone surrogate or a stray control', () => {
    fc.assert(
      fc.property(awkward, source => {
        for (const block of canonicalBlocks(source)) {
          expect(block).not.toBe('')
          expect(block).not.toMatch(/^\s|\s$/)
          expect(block).not.toMatch(/\n\n| {2}|\n | \n/)
          expect(block).not.toMatch(/\p{Cs}|(?![\t\n])\p{Cc}|[\u2028\u2029\ufeff\u00ad]/u)
        }
      }),
      runs,
    )
  })

  test('the rules for characters and for spaces are each idempotent', () => {
    fc.assert(
      fc.property(awkward, source => {
        const { text } = tidyCharacters(source)
        expect(tidyCharacters(text)).toEqual({ text, loneSurrogates: 0, controls: 0 })
        expect(closeSpaces(closeSpaces(text))).toBe(closeSpaces(text))
      }),
      runs,
    )
  })

  test.each([
    ['CRLF, CR, NEL and LS are line breaks', 'a\r\nb\rc\u0085d\u2028e', ['a\nb\nc\nd\ne']],
    ['PS and form feed part blocks', 'a\u2029b\fc', ['a', 'b', 'c']],
    ['a line that only held a space, or something dropped, is blank', 'a\n \nb\n\u00ad\nc', ['a', 'b', 'c']],
    ['a soft hyphen between two spaces leaves one space', 'a \u00ad b', ['a b']],
    ['a control between a letter and its accent does not keep them apart', 'e\0\u0301', ['\u00e9']],
    ['halves of a pair with a dropped character between find together', '\ud83d\ufeff\ude00', ['\u{1f600}']],
    ['halves without a partner are replaced', 'a\ud83db\ude00', ['a\ufffdb\ufffd']],
    ['a no-break space stays inside and goes at the ends', '\u00a0a\u00a0\u202fb\u3000', ['a\u00a0\u202fb']],
    ['an en quad becomes an en space, and goes at the end', 'a\u2000b\u2000', ['a\u2002b']],
    ['TAB parts cells and stays', 'a \t b', ['a \t b']],
    ['zero-width space and joiner are characters like others', 'a\u200bb\u200dc', ['a\u200bb\u200dc']],
    ['only white space is no block', ' \t\n\u00a0\n\ufeff', []],
  ])('%s', (_, source, blocks) => {
    expect(canonicalBlocks(source)).toEqual(blocks)
  })

  it('says how many lone surrogates and controls it met', () => {
    expect(tidyCharacters('\ufeffa\ud800\0b\x1b\u00ad\udc00\r\n')).toEqual({
      text: 'a\ufffdb\ufffd\n',
      loneSurrogates: 2,
      controls: 2,
    })
  })

  it('hashes the UTF-8 bytes', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(textHash('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
    expect(splitCanonicalText('')).toEqual([])
  })

  it('takes 20 million units of hostile white space', () => {
    for (const unit of [' ', '\n', ' \n', '\u00a0', '\t \u00a0']) {
      const text = `a${unit.repeat((4 << 20) / unit.length)}b`
      expect(canonicalBlocks(text)[0]?.startsWith('a')).toBe(true)
    }
  })
})
