import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { codeOf, marksOf, outlineOf, revisionOf } from '../testing/read-outline'

const outline = (html: string) => outlineOf('a.html', html)
const marks = (html: string) => marksOf('a.html', html)
const prose = 'The company said on Tuesday that it would invest 25 million in the region over the next five years. '

describe('a saved page', () => {
  const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Bridge opens | Acme</title><meta charset="utf-8">
    <link rel="canonical" href="https://acme.example/news/bridge"><meta property="og:site_name" content="Acme">
    <meta property="article:published_time" content="2024-03-12T10:00:00+0100"><style>p{color:red}</style>
    <script>document.write('<p>never</p>')</script></head><body class="has-cookie-banner">
    <a class="skip-link" href="#main">Skip to content</a>
    <header><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav></header>
    <div id="cookie-consent"><p>We use cookies.</p><button>Accept</button></div>
    <main><div class="breadcrumb">News / Bridge</div>
      <h1>Bridge opens</h1><p>EXAMPLE, March 12, 2024 &mdash; ${prose}</p>
      <div class="share"><a href="https://x.example">Share</a></div>
      <p>&ldquo;It&#8217;s&nbsp;open,&rdquo; she said.<br>Twice.</p><img src="http://t.example/x.png" alt="pixel">
      <aside><p>Contact: press@acme.example</p></aside>
      <aside><a href="/a">Another story</a></aside></main>
    <footer><p>© Acme. All rights reserved.</p></footer></body></html>`

  it('is its article, without what stands around it', () => {
    expect(outline(page)).toEqual([
      'heading1: Bridge opens',
      `paragraph: EXAMPLE, March 12, 2024 — ${prose.trim()}`,
      'paragraph: “It’s\u00a0open,” she said.\nTwice.',
      'paragraph: Contact: press@acme.example',
    ])
  })

  it('says its day, address, language and issuer; the headline is that of the text', () => {
    const { found, source } = revisionOf('a.html', page)
    expect(source?.mediaType).toBe('text/html')
    expect(found).toEqual(
      expect.arrayContaining([
        { name: 'published', value: { date: '2024-03-12', zone: '+01:00' }, how: 'file' },
        { name: 'url', value: 'https://acme.example/news/bridge', how: 'file' },
        { name: 'language', value: 'en-GB', how: 'file' },
        { name: 'issuer', value: 'Acme', how: 'file' },
        { name: 'headline', value: 'Bridge opens', at: [0, 12], how: 'text' },
      ]),
    )
  })

  it('keeps the headline that stands in a header beside the article, and all of a page without landmarks', () => {
    const article = `<header><h1>Title</h1></header><article><p>${prose}</p></article><footer>Imprint</footer>`
    expect(outline(article)).toEqual(['heading1: Title', `paragraph: ${prose.trim()}`])
    expect(outline(`<div><h2>Part</h2>loose <b>words</b><p>${prose}</div>end`)).toEqual([
      ...['heading2: Part', 'paragraph: loose words', `paragraph: ${prose.trim()}`, 'paragraph: end'],
    ])
  })

  it('leaves out a menu that is only a list of links, and keeps a list of links in an article', () => {
    const links = '<ul><li><a href="/a">News</a><li><a href="/b">About us</a><li><a href="/c">Contact</a></ul>'
    expect(outline(`${links}<p>${prose}</p>`)).toEqual([`paragraph: ${prose.trim()}`])
    expect(outline(`<article><p>${prose}</p>${links}</article>`)).toHaveLength(4)
  })
})

describe('blocks of a page', () => {
  it('are headings, items with depth, rows with cells and captions', () => {
    const lists = '<ul><li>a<p>more</p><li><p>b</p><ol><li>c</ol></ul>'
    const table =
      '<table><caption>Counts</caption><tr><th>Year</th><th> Sales </th></tr><tr><td>2017<td><p>1</p><p>2</p></table>'
    expect(outline(`<h2>Part<br>two</h2>${lists}${table}<figure><figcaption>A bridge</figcaption></figure>`)).toEqual([
      ...['heading2: Part\ntwo', 'item 0/0: a', 'paragraph: more', 'item 0/0: b', 'item 1/1 ordered: c'],
      ...['caption: Counts', 'row 0 header: Year\tSales', 'row 0: 2017\t1 2', 'caption: A bridge'],
    ])
  })

  it('keeps the lines of preformatted text, and none of the lines of the markup', () => {
    expect(outline('<pre>one\ntwo\n\nthree</pre><p>four\n  five</p>')).toEqual([
      ...['paragraph: one\ntwo', 'paragraph: three', 'paragraph: four five'],
    ])
  })

  it('reads a table that only lays the page out as its text', () => {
    expect(outline('<table><tr><td><h1>T</h1><p>one</p><table><tr><td>a<td>b</table></td></tr></table>')).toEqual([
      ...['heading1: T', 'paragraph: one', 'row 0: a\tb'],
    ])
  })

  it('leaves out what is hidden, struck by a revision or a control', () => {
    const hidden =
      '<p hidden>1</p><p style="display: none">2</p><i aria-hidden="true">3</i><del>4</del><textarea>5</textarea>'
    expect(outline(`${hidden}<p>kept <q>as said</q></p><template><p>6</p></template>`)).toEqual([
      'paragraph: kept “as said”',
    ])
  })

  it('has strong, em, sub, sup and safe links as marks', () => {
    const html = '<p>CO<sub>2</sub> x<sup>2</sup> <b>bold <i>both</i></b> <a href="https://a.example/b">words</a></p>'
    expect(marks(html)).toEqual([
      ...['sub 2', 'sup 2', 'strong bold both', 'em both', 'link words -> https://a.example/b'],
    ])
    for (const href of [
      'javascript:alert(1)',
      'java&#10;script:alert(1)',
      'data:text/html,x',
      '/b',
      '#c',
      '//a.example',
    ]) {
      expect(marks(`<p><a href="${href}" onclick="x()">words</a></p>`)).toEqual([])
    }
  })
})

describe('the letters of a page', () => {
  const text = 'Zażółć gęślą jaźń'
  test.each([
    ['what it says of itself', `<meta charset="iso-8859-2"><p>${text}`, 'iso-8859-2'],
    [
      'an older way to say it',
      `<META http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>${text}`,
      'windows-1250',
    ],
    ['UTF-8, whatever it says', `<meta charset="windows-1252"><p>${text}`, 'utf8'],
    ['UTF-16', `\ufeff<meta charset="utf-8"><p>${text}`, 'utf-16le'],
  ])('%s', (_, html, encoding) => {
    expect(outlineOf('a.htm', new Uint8Array(iconv.encode(html, encoding)))).toEqual([`paragraph: ${text}`])
  })

  it('is guessed where a page says a wrong or an unknown name', () => {
    const html = `<meta charset="klingon"><p>He said it’s fine and the plan for the region is. ${prose}</p>`
    expect(outlineOf('a.html', new Uint8Array(iconv.encode(html, 'windows-1252')))[0]).toContain('it’s fine')
  })

  it('are those of windows-1252 where a page says ISO 8859-1', () => {
    const html = '<meta charset="iso-8859-1"><p>it’s &#150; &eacute;</p>'
    expect(outlineOf('a.html', new Uint8Array(iconv.encode(html, 'windows-1252')))).toEqual(['paragraph: it’s – é'])
  })
})

describe('bad pages', () => {
  test.each([
    ['no words', '<p><script>x</script><img src=x></p>', 'no-text'],
    ['deep nesting', '<div>'.repeat(200_000), 'unreadable'],
    [
      'a tag of very many attributes',
      `<p ${Array.from({ length: 300_000 }, (_, n) => `a${n}`).join(' ')}>x`,
      'unreadable',
    ],
    [
      'marks that are never closed',
      `<p>${Array.from({ length: 300 }, (_, n) => `<b id=${n}>`).join('')}${'<p>x'.repeat(50_000)}`,
      'too-much-text',
    ],
    ['more blocks than a release has', '<p>x'.repeat(200_001), 'too-much-text'],
    ['a huge table', `<table>${'<tr><td>x'.repeat(200_001)}`, 'too-much-text'],
  ])('%s', (_, html, code) => {
    expect(codeOf('a.html', html)).toBe(code)
  })

  it('are told from texts and pages with another ending', () => {
    expect(outlineOf('a.html', 'One line.\n\nAnd 1 < 2.')).toEqual(['paragraph: One line.', 'paragraph: And 1 < 2.'])
    expect(outlineOf('a.txt', '<!doctype html><h1>Page</h1>')).toEqual(['heading1: Page'])
    expect(codeOf('a.exe', '<!doctype html><h1>Page</h1>')).toBe('unsupported-format')
  })

  test('any tags, cut anywhere, end in a text or a problem', () => {
    const names = [
      'p',
      'div',
      'b',
      'a href="http://a.example"',
      'table',
      'tr',
      'td',
      'li',
      'ul',
      'h1',
      'svg',
      'select',
      'pre',
      'script',
    ]
    const tag = fc.constantFrom(...names.flatMap(name => [`<${name}>`, `</${name.split(' ')[0]}>`]))
    const piece = fc.oneof(
      tag,
      tag,
      fc.constantFrom('<!--', '-->', '<![CDATA[', '&#x41', '&amp', '<br', ' ', '\n', 'word'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), parts => {
        expect(['ok', 'no-text']).toContain(codeOf('a.html', `<p>${parts.join('')}`))
      }),
      { numRuns: 1000 },
    )
  })
})
