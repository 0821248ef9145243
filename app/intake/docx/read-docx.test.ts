import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeDocx, paragraph, run } from '../testing/make-docx'
import { codeOf, marksOf, outlineOf, revisionOf, warningsOf } from '../testing/read-outline'

const outline = (...of: Parameters<typeof makeDocx>) => outlineOf('a.docx', makeDocx(...of))
const marks = (...of: Parameters<typeof makeDocx>) => marksOf('a.docx', makeDocx(...of))
const fixture = new Uint8Array(readFileSync(new URL('../fixtures/rich-release.docx', import.meta.url)))
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('blocks of a document', () => {
  it('are headings by the names and levels of their styles, which may make a ring', () => {
    const style = (id: string, name: string, inside = '') =>
      `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
    const styles = [
      ...[style('T', 'Title'), style('b2', 'heading 2'), style('own', 'Mine', '<w:basedOn w:val="b2"/>')],
      style('out', 'Out', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
      style('x', 'X', '<w:basedOn w:val="y"/>') + style('y', 'Y', '<w:basedOn w:val="x"/>'),
    ].join('')
    const body = ['T', 'own', 'out', 'x'].map(id => paragraph(id, `<w:pStyle w:val="${id}"/>`)).join('')
    expect(outline(body, { styles })).toEqual(['heading1: T', 'heading2: own', 'heading4: out', 'paragraph: x'])
  })

  it('are rows of a table, and the text of a table of one column or around another', () => {
    const cell = (inside: string) => `<w:tc><w:tcPr/>${inside}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(paragraph('a'))}${cell('<w:p/>')}${cell(paragraph('b') + paragraph('c'))}</w:tr></w:tbl>`
    const outer = `<w:tbl><w:tr>${cell(paragraph('left'))}${cell(inner)}</w:tr></w:tbl>`
    expect(outline(`${outer}<w:tbl><w:tr>${cell(paragraph('one') + paragraph('two'))}</w:tr></w:tbl>`)).toEqual([
      ...['paragraph: left', 'row 0: a\t\tb c', 'paragraph: one', 'paragraph: two'],
    ])
  })

  it('take in what is inserted and what controls hold, not what is deleted, hidden or still to be filled in', () => {
    const deletedMark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    expect(
      outline(
        `${paragraph('one', deletedMark)}<w:p><w:ins>${run(' two')}</w:ins><w:del><w:r><w:delText>X</w:delText></w:r></w:del></w:p>` +
          `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('three')}</w:sdtContent></w:sdt>` +
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here')}</w:sdtContent></w:sdt>` +
          `<w:p>${run('X', '<w:vanish/>')}${run('shown', '<w:vanish w:val="0"/>')}</w:p>`,
      ),
    ).toEqual(['paragraph: one two', 'paragraph: three', 'paragraph: shown'])
  })

  it('tell deletions and comments apart', () => {
    const deleted = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`
    const row = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p>${deleted('row')}</w:p></w:tc></w:tr>`
    const kept = `<w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr>`
    const body = `<w:p>${run('one')}${deleted(' two  ')}${deleted(' ')}</w:p><w:tbl>${row}${kept}</w:tbl>`
    const comments = `<w:comment w:author="B">${paragraph('Is this')}${paragraph('agreed?')}</w:comment><w:comment/>`
    const bytes = makeDocx(body, { comments })
    expect(outlineOf('a.docx', bytes)).toEqual(['paragraph: one', 'row 0: a\tb'])
    expect(warningsOf('a.docx', bytes)).toEqual([
      { code: 'deletions-left-out', facts: { count: 2, texts: 'two\nrow' } },
      { code: 'comments-left-out', facts: { count: 1, texts: 'B: Is this agreed?' } },
    ])
  })

  it('have the result of a field and not its instruction, and a link that is one', () => {
    expect(marks(`<w:p>${field('HYPERLINK "https://a.example/b" \\o "tip"', run('words'))}</w:p>`)).toEqual([
      'link words -> https://a.example/b',
    ])
    expect(outline(`<w:p>${field(`IF ${'x'.repeat(20)}`, field('DATE', run('1 May')))}</w:p>`)).toEqual([
      'paragraph: 1 May',
    ])
    const link = `<w:p><w:hyperlink r:id="l">${run('words')}</w:hyperlink></w:p>`
    expect(marks(link, {}, [['l', 'hyperlink', 'https://a.example/', 'External']])).toEqual([
      'link words -> https://a.example/',
    ])
    expect(marks(link, {}, [['l', 'hyperlink', 'javascript:alert(1)', 'External']])).toEqual([])
  })

  it('have the text of a box once', () => {
    const box = `<w:txbxContent>${paragraph('boxed')}</w:txbxContent>`
    const drawing = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    expect(outline(`<w:p><w:r>${drawing}</w:r>${run('beside')}</w:p>`)).toEqual([
      'paragraph: beside',
      'paragraph: boxed',
    ])
  })

  it('come from the header of the first page, without the numbers of pages', () => {
    const section =
      '<w:sectPr><w:headerReference w:type="first" r:id="part0"/><w:footerReference w:type="default" r:id="part1"/></w:sectPr>'
    const titled = section.replace('</w:sectPr>', '<w:titlePg/></w:sectPr>')
    const parts = {
      header: paragraph('NEWS'),
      footer: `<w:p>${run('Page ')}${field('PAGE', run('1'))}</w:p>${paragraph('Imprint')}`,
    }
    expect(outline(paragraph('text') + section, parts)).toEqual(['paragraph: text', 'paragraph: Imprint'])
    expect(outline(paragraph('text') + titled, parts)).toEqual(['paragraph: NEWS', 'paragraph: text'])
  })
})

describe('bad documents', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  test.each([
    ['no words', makeDocx('<w:p/>'), 'no-text'],
    ['deep nesting', makeDocx('<w:sdt>'.repeat(50_000)), 'unreadable'],
    ['markup that is not well-formed', makeDocx('<w:p></w:r>'), 'unreadable'],
    ['an entity', makeDocx(paragraph('&xxe;')), 'unreadable'],
    ['a relation to a file outside', makeDocx('', { styles: '' }, [['h', 'header', 'file:///etc/passwd']]), 'no-text'],
    ['a bomb of paragraphs', makeDocx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(300_000)), 'too-much-text'],
    ['a bomb of white space', makeDocx(' '.repeat(210 * 1024 * 1024)), 'too-much-text'],
    [
      'a table of very many cells',
      makeDocx(`<w:tbl><w:tr>${'<w:tc/>'.repeat(1_600_000)}</w:tr></w:tbl>`),
      'too-much-text',
    ],
    ['a text called a document', new TextEncoder().encode('Text.'), 'unreadable'],
    ['a document with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'encrypted'],
    ['only the end of an archive', Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)), 'unreadable'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf('a.docx', bytes)).toBe(code)
  })

  it('have no DOCTYPE', () => {
    const name = 'word/document.xml'
    expect(codeOf('a.docx', makeDocx(paragraph('x'), {}, [], { [name]: `${doctype}<w/>` }))).toBe('unreadable')
  })

  it('are known by what they hold', () => {
    for (const name of ['a.txt', 'a', 'a.doc', 'a.html', 'a.docm'])
      expect(codeOf(name, makeDocx(paragraph('x')))).toBe('ok')
    expect(codeOf('a.zip', makeDocx(paragraph('x')))).toBe('unsupported-format')
    expect(codeOf('a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('unsupported-format')
    expect(revisionOf('a.txt', makeDocx(paragraph('x'))).source?.mediaType).toContain('wordprocessingml')
  })

  test('a document that is cut or damaged anywhere ends in a problem or in its text', () => {
    const whole = revisionOf('a.docx', fixture).text
    const at = fc.nat(fixture.length - 1)
    fc.assert(
      fc.property(at, length => {
        expect(codeOf('a.docx', fixture.subarray(0, length))).toBe(length === 0 ? 'empty-file' : 'unreadable')
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), (where, bits) => {
        const damaged = Uint8Array.from(fixture)
        damaged[where] = (damaged[where] ?? 0) ^ bits
        const code = codeOf('a.docx', damaged)
        if (code === 'ok') expect(whole).toContain(revisionOf('a.docx', damaged).text.slice(0, 200))
        else expect(['unreadable', 'encrypted', 'too-much-text', 'binary-file', 'no-text']).toContain(code)
      }),
      { numRuns: 400 },
    )
  })
})
