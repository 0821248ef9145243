import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { codeOf, marksOf, outlineOf, revisionOf } from '../testing/read-outline'

const bytesOf = (inside: string) => new Uint8Array(iconv.encode(`{\\rtf1\\ansi\\ansicpg1252 ${inside}}`, 'latin1'))
const outline = (inside: string) => outlineOf('a.rtf', bytesOf(inside))
const marks = (inside: string) => marksOf('a.rtf', bytesOf(inside))
const fixture = new Uint8Array(readFileSync(new URL('../fixtures/rich-release.rtf', import.meta.url)))

describe('the letters of an RTF document', () => {
  test.each([
    ['code page', "it\\'92s \\'80", 'it’s €'],
    ['code page that would be UTF-8 by chance', "\\'c3\\'a9", 'Ã©'],
    ['words for characters', '\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\-e', '“a”—b\u00a0c\u2011de'],
    ['Unicode with its stand-in', "\\u8220\\'93a\\u8221\\'94 b\\u8211? c", '“a” b– c'],
    ['Unicode with several, or none', "\\uc2\\u321\\'3f\\'3fa {\\uc0\\u322 b}\\u322??c", 'Ła łbłc'],
    ['a pair of surrogates', '\\u-10179?\\u-8704?', '😀'],
    [
      'a font of another code page',
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f1\\'cf\\'f0{\\f0\\'e9}",
      'Прé',
    ],
    ['two bytes each', "{\\fonttbl{\\f1\\fcharset128 M;}}\\f1\\'93\\'fa\\'96\\'7b", '日本'],
    ['braces and backslashes', '\\{a\\}\\\\b', '{a}\\b'],
    ['a line end that is none', 'a\r\nb', 'ab'],
    ['data that looks like text', 'a{\\*\\blob\\bin3 }}}}b', 'ab'],
    ['both forms of a text', '{\\upr{ansi}{\\*\\ud{\\u261?nsi}}}', 'ąnsi'],
  ])('%s', (_, inside, text) => {
    expect(outline(inside)).toEqual([`paragraph: ${text}`])
  })
})

describe('blocks of an RTF document', () => {
  it('are headings by style and outline, items of new and old lists', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\b{\\*\\x y}heading 2;}{\\s2 Title;}}'
    const lists =
      '{\\*\\listtable{\\list{\\listlevel\\levelnfc23}{\\listlevel\\levelnfc0}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls3}}'
    const body = [
      ...[
        '\\pard\\s2 T\\par',
        '\\pard\\s1\\b H\\b0\\par',
        '\\pard\\outlinelevel2 O\\par',
        '\\pard{\\listtext 1.\\tab}\\ls3 a\\par',
      ],
      ...['\\pard\\ls3\\ilvl1 b\\par', '\\pard{\\pntext -}{\\*\\pn\\pnlvlblt}c\\par', '\\pard\\plain end'],
    ]
    expect(outline(styles + lists + body.join(''))).toEqual([
      ...['heading1: T', 'heading2: H', 'heading3: O', 'item 0/0: a', 'item 0/1 ordered: b', 'item 1/0: c'],
      'paragraph: end',
    ])
    expect(marks(`${styles}\\pard\\s1\\b H\\b0\\par`)).toEqual([])
  })

  it('are rows with cells, and the text of a table of one column', () => {
    const row = '\\trowd\\trhdr\\pard\\intbl a\\par b\\cell\\cell c\\cell\\row'
    expect(outline(`${row}\\trowd\\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\\pard x\\par`)).toEqual([
      ...['row 0 header: a b\t\tc', 'row 0: 1\t2\t3', 'paragraph: x'],
    ])
    expect(outline('\\trowd\\pard\\intbl one\\par two\\cell\\row')).toEqual(['paragraph: one', 'paragraph: two'])
  })

  it('leave out what is deleted, hidden, a picture or a comment, and have notes and boxes apart', () => {
    const inside =
      '{\\revised in}{\\deleted out}{\\v hidden}{\\pict 00ff}{\\*\\annotation never}{\\footnote note}{\\footnote\\ftnalt end}' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt boxed\\par}}{\\shprslt boxed}} text\\par more'
    expect(outline(inside)).toEqual([
      ...['paragraph: in text', 'paragraph: boxed', 'paragraph: more', 'paragraph: note', 'paragraph: end'],
    ])
  })

  it('have the header of the first page, without numbers of pages', () => {
    const parts =
      '{\\header all\\par}{\\headerf NEWS\\par}{\\footer Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par Imprint\\par}'
    expect(outline(`${parts}text`)).toEqual(['paragraph: all', 'paragraph: text', 'paragraph: Imprint'])
    expect(outline(`\\titlepg${parts}text`)).toEqual(['paragraph: NEWS', 'paragraph: text'])
  })

  it('have marks, and links that are safe', () => {
    expect(marks('a{\\b b{\\i c}}{\\super 2}\\sub x\\nosupersub y')).toEqual(['strong bc', 'em c', 'sup 2', 'sub x'])
    const link = (address: string) => `{\\field{\\*\\fldinst{HYPERLINK "${address}"}}{\\fldrslt{\\plain words}}}`
    expect(marks(link('https://a.example/'))).toEqual(['link words -> https://a.example/'])
    expect(marks(link('javascript:alert(1)'))).toEqual([])
  })
})

describe('bad RTF', () => {
  const raw = (text: string) => new TextEncoder().encode(text)
  test.each([
    ['no words', bytesOf(''), 'no-text'],
    ['no RTF', raw('Text.'), 'unreadable'],
    ['deep groups', raw(`{\\rtf1${'{'.repeat(1_000_000)}`), 'unreadable'],
    ['a brace that is missing', raw('{\\rtf1 text'), 'unreadable'],
    ['more blocks than a release has', bytesOf('x\\par '.repeat(200_001)), 'too-much-text'],
    ['a table of very many rows', bytesOf('\\intbl a\\cell b\\cell\\row'.repeat(200_001)), 'too-much-text'],
    ['more text than a release has', bytesOf('x'.repeat(21 * 1024 * 1024)), 'too-much-text'],
    ['data that is longer than the file', bytesOf('\\bin9999999999 x'), 'unreadable'],
    ['names of the language', bytesOf('\\constructor\\__proto__ \\toString1 x'), 'ok'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf('a.rtf', bytes)).toBe(code)
  })

  it('is known by what it begins with', () => {
    for (const name of ['a.doc', 'a.txt', 'a.docx', 'a'])
      expect(revisionOf(name, fixture).source?.mediaType).toBe('application/rtf')
  })

  test('a document that is cut anywhere is told, one that is damaged ends in a problem or a text', () => {
    const codes = ['ok', 'no-text', 'unreadable', 'binary-file', 'too-much-text']
    const end = fixture.lastIndexOf(0x7d)
    fc.assert(
      fc.property(fc.nat(end), fc.nat(end), fc.nat(255), (length, where, byte) => {
        expect(['unreadable', 'empty-file', 'binary-file']).toContain(codeOf('a.rtf', fixture.subarray(0, length)))
        const damaged = Uint8Array.from(fixture)
        damaged[where] = byte
        expect(codes).toContain(codeOf('a.rtf', damaged))
      }),
      { numRuns: 150 },
    )
  })
})
