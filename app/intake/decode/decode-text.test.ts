import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { decodeText } from './decode-text'

const english = 'The “quick” release isn’t long – it is here, the company said in a statement on Tuesday.'
const bytes = (text: string, encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding as 'utf8', { addBOM }))

describe('decoding', () => {
  test.each([
    ['UTF-8', 'utf8', false, english, 'utf-8'],
    ['UTF-8 with a mark', 'utf8', true, english, 'utf-8'],
    ['UTF-16 little endian with a mark', 'utf-16le', true, english, 'utf-16le'],
    ['UTF-16 big endian with a mark', 'utf-16be', true, english, 'utf-16be'],
    ['UTF-32 with a mark', 'utf-32le', true, english, 'utf-32le'],
  ])('%s needs no guess', (_, encoding, mark, text, name) => {
    expect(decodeText(bytes(text, encoding, mark))).toEqual({ ok: true, value: { text, encoding: name } })
  })

  test.each([
    ['UTF-16 little endian', 'utf-16le', english, 'utf-16le'],
    ['UTF-16 big endian', 'utf-16be', english, 'utf-16be'],
    ['Russian UTF-16', 'utf-16le', 'Президент компании заявил, что новая программа начнется в мае.', 'utf-16le'],
    ['windows-1252 with curly quotes', 'windows-1252', english, 'windows-1252'],
    [
      'one apostrophe of windows-1252',
      'windows-1252',
      'He said it’s fine and the plan for the region is.',
      'windows-1252',
    ],
    ['French', 'windows-1252', 'Le président a déclaré que la société était prête à investir.', 'windows-1252'],
    ['Polish', 'windows-1250', 'Zażółć gęślą jaźń, powiedział prezes spółki w oświadczeniu.', 'windows-1250'],
    ['Japanese', 'shift_jis', '東京で新しい計画を発表しました。会社は声明で述べた。', 'Shift_JIS'],
  ])('%s without a mark is guessed', (_, encoding, text, name) => {
    expect(decodeText(bytes(text, encoding))).toMatchObject({ ok: true, value: { text, encoding: name } })
    expect(decodeText(bytes(text, encoding))).toHaveProperty('value.guessed', expect.any(Number))
  })

  it('does not make mojibake of UTF-8 that is cut inside a character', () => {
    for (const text of [`${english} `, `${english} `.repeat(100), 'Президент компании заявил, что нет. '.repeat(100)]) {
      const cut = bytes(`${text}It’`, 'utf8').subarray(0, -1)
      expect(decodeText(cut)).toMatchObject({ ok: false, error: { code: 'undecided-encoding' } })
      expect(decodeText(cut, 'utf-8')).toHaveProperty('value.text', `${text}It\ufffd`)
    }
  })

  it('does not believe a mark that the bytes contradict', () => {
    const wrong = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x92, 0x41)
    expect(decodeText(wrong)).toMatchObject({ ok: false, error: { code: 'undecided-encoding' } })
  })

  it('keeps a few zero bytes of UTF-8 for the canonical rules to drop', () => {
    expect(decodeText(bytes('Hello\0World', 'utf8'))).toHaveProperty('value.text', 'Hello\0World')
  })

  it('keeps lone surrogates of UTF-16, and marks half a unit at the end', () => {
    const odd = Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00, 0x43)
    expect(decodeText(odd)).toHaveProperty('value.text', 'A\ud800B\ufffd')
  })

  it('takes the encoding that a person chose, and says when it does not know it', () => {
    expect(decodeText(bytes('Привет', 'koi8-r'), 'KOI8-R')).toHaveProperty('value.text', 'Привет')
    expect(decodeText(bytes('x', 'utf8'), 'klingon')).toMatchObject({
      ok: false,
      error: { facts: { unknown: 'klingon' } },
    })
  })
})
