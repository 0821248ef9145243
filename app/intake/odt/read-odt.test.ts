import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeOdt } from '../testing/make-odt'
import { codeOf, marksOf, outlineOf, revisionOf, warningsOf } from '../testing/read-outline'

const outline = (...of: Parameters<typeof makeOdt>) => outlineOf('a.odt', makeOdt(...of))
const marks = (...of: Parameters<typeof makeOdt>) => marksOf('a.odt', makeOdt(...of))
const fixture = new Uint8Array(readFileSync(new URL('../fixtures/rich-release.odt', import.meta.url)))
const p = (inside: string, style = '') =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${inside}</text:p>`
const style = (family: string, name: string, attributes: string, properties = '') =>
  `<style:style style:family="${family}" style:name="${name}" ${attributes}><style:text-properties ${properties}/></style:style>`

describe('blocks of an OpenDocument text', () => {
  it('have white space as the format means it', () => {
    expect(outline(p('one\n  two<text:s text:c="3"/>three<text:tab/>four<text:line-break/> five'))).toEqual([
      'paragraph: one two three\tfour\nfive',
    ])
  })

  it('are headings, items with depth, captions and rows', () => {
    const list = (inside: string) => `<text:list text:style-name="L">${inside}</text:list>`
    const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`
    const automatic =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>' +
      style('paragraph', 'P1', 'style:parent-style-name="Title"') +
      style('paragraph', 'P2', 'style:parent-style-name="P2"')
    const body = [
      ...[p('Title', 'P1'), '<text:h text:outline-level="9">Deep</text:h>', p('ring', 'P2')],
      list(item(p('a') + p('more') + list(item(p('b')))) + item(p('c'))),
      list(item(p('d'))),
    ]
    expect(outline(body.join(''), { automatic, named: style('paragraph', 'Title', '') })).toEqual([
      ...['heading1: Title', 'heading6: Deep', 'paragraph: ring', 'item 0/0 ordered: a', 'paragraph: more'],
      ...['item 0/1: b', 'item 0/0 ordered: c', 'item 1/0 ordered: d'],
    ])
  })

  it('are rows with covered cells empty, and the text of a table of one column or around another', () => {
    const cell = (inside: string) => `<table:table-cell>${inside}</table:table-cell>`
    const row = (inside: string) => `<table:table-row>${inside}</table:table-row>`
    const inner = `<table:table>${row(`${cell(p('a') + p('b'))}<table:covered-table-cell/>${cell(p('c'))}`)}</table:table>`
    const outer = `<table:table>${row(cell(p('left')) + cell(inner))}</table:table>`
    expect(outline(`${outer}<table:table>${row(cell(p('one')))}</table:table>`)).toEqual([
      ...['paragraph: left', 'row 0: a b\t\tc', 'paragraph: one'],
    ])
  })

  it('leave out comments, what is hidden and templates, and have a box once, after its paragraph', () => {
    const automatic = style('text', 'H', '', 'text:display="none"')
    const body = [
      p('<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>beside'),
      p(
        'x<office:annotation><text:p>comment</text:p></office:annotation><text:span text:style-name="H">hidden</text:span>',
      ),
      '<text:section text:display="none"><text:p>hidden</text:p></text:section>',
      '<text:table-of-content><text:table-of-content-source><text:p>t</text:p></text:table-of-content-source></text:table-of-content>',
    ]
    expect(outline(body.join(''), { automatic })).toEqual(['paragraph: beside', 'paragraph: boxed', 'paragraph: x'])
  })

  it('tell deletions and comments apart, and have what controls hold but not what is still to be filled in', () => {
    const control = (inside: string, attributes = '') =>
      `<loext:content-control ${attributes}>${inside}</loext:content-control>`
    const body = [
      `<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>${p('never')}</text:deletion></text:changed-region></text:tracked-changes>`,
      p(`x<office:annotation><dc:creator>B</dc:creator>${p('Is this')}${p('agreed?')}</office:annotation>`),
      p(`y ${control('chosen')} ${control('Click here', 'loext:showing-place-holder="true"')}`),
    ]
    const bytes = makeOdt(body.join(''))
    expect(outlineOf('a.odt', bytes)).toEqual(['paragraph: x', 'paragraph: y chosen'])
    expect(warningsOf('a.odt', bytes)).toEqual([
      { code: 'deletions-left-out', facts: { count: 1, texts: 'never' } },
      { code: 'comments-left-out', facts: { count: 1, texts: 'B: Is this agreed?' } },
    ])
  })

  it('have marks of what was set by hand, and safe links', () => {
    const automatic =
      style('paragraph', 'P1', 'style:parent-style-name="Strong"', 'fo:font-style="italic"') +
      style('text', 'T1', '', 'style:text-position="super 58%"')
    const named =
      style('paragraph', 'Strong', '', 'fo:font-weight="bold"') + style('text', 'B', '', 'fo:font-weight="700"')
    const body = p('a<text:span text:style-name="T1">2</text:span> <text:span text:style-name="B">b</text:span>', 'P1')
    expect(marks(body, { automatic, named })).toEqual(['em a2 b', 'sup 2', 'strong b'])
    expect(marks(p('<text:a xlink:href="https://a.example/">words</text:a>'))).toEqual([
      'link words -> https://a.example/',
    ])
    expect(marks(p('<text:a xlink:href="javascript:alert(1)">words</text:a>'))).toEqual([])
  })

  it('have the header of the page that the text begins with', () => {
    const masters =
      `<style:master-page style:name="Standard"><style:header>${p('Later')}</style:header></style:master-page>` +
      `<style:master-page style:name="First"><style:header>${p('NEWS')}</style:header>` +
      `<style:footer>${p('Page <text:page-number>1</text:page-number>')}</style:footer></style:master-page>`
    const automatic = style('paragraph', 'P1', 'style:master-page-name="First"')
    expect(outline(p('text', 'P1'), { automatic, masters })).toEqual(['paragraph: NEWS', 'paragraph: text'])
    expect(outline(p('text'), { masters })).toEqual(['paragraph: Later', 'paragraph: text'])
  })
})

describe('bad OpenDocument texts', () => {
  const manifest = (inside: string) => ({
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${inside}</manifest:manifest>`,
  })
  test.each([
    ['no words', makeOdt(p('')), 'no-text'],
    ['deep nesting', makeOdt('<text:section>'.repeat(5_000)), 'unreadable'],
    ['a DOCTYPE', makeOdt('', {}, { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }), 'unreadable'],
    [
      'a spreadsheet',
      makeOdt(p('x'), {}, { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'unreadable',
    ],
    ['a password', makeOdt(p('x'), {}, manifest('<manifest:encryption-data/>')), 'encrypted'],
    ['a bomb of paragraphs', makeOdt(p('x').repeat(300_000)), 'too-much-text'],
    ['a text called one', new TextEncoder().encode('Text.'), 'unreadable'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf('a.odt', bytes)).toBe(code)
  })

  it('are known by what they hold', () => {
    for (const name of ['a.txt', 'a.docx', 'a.doc'])
      expect(revisionOf(name, fixture).source?.mediaType).toContain('opendocument')
  })

  test('one that is cut or damaged anywhere ends in a problem or in its text', () => {
    const whole = revisionOf('a.odt', fixture).text
    const at = fc.nat(fixture.length - 1)
    fc.assert(
      fc.property(at, at, fc.integer({ min: 1, max: 255 }), (length, where, bits) => {
        expect(['unreadable', 'empty-file']).toContain(codeOf('a.odt', fixture.subarray(0, length)))
        const damaged = Uint8Array.from(fixture)
        damaged[where] = (damaged[where] ?? 0) ^ bits
        const code = codeOf('a.odt', damaged)
        if (code === 'ok') expect(whole).toContain(revisionOf('a.odt', damaged).text.slice(50, 200))
        else expect(['unreadable', 'encrypted', 'too-much-text', 'no-text']).toContain(code)
      }),
      { numRuns: 300 },
    )
  })
})
