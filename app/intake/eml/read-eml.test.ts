import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { readNow } from '../read-file'
import { codeOf, outlineOf, revisionOf } from '../testing/read-outline'
import { decodeWords } from './headers'

const fixture = new Uint8Array(readFileSync(new URL('../fixtures/harbour-shore-power.eml', import.meta.url)))
const crlf = (...lines: readonly string[]) => lines.join('\r\n')
const head = crlf('From: Press <press@a.example>', 'Subject: Bridge opens', 'Date: Tue, 12 Mar 2024 10:00:00 +0100', '')
const mail = (...lines: readonly string[]) => new Uint8Array(iconv.encode(head + crlf(...lines), 'latin1'))
const outline = (...lines: readonly string[]) => outlineOf('a.eml', mail(...lines))
const part = (type: string, ...lines: readonly string[]) => crlf('--b', `Content-Type: ${type}`, ...lines)

describe('a message', () => {
  it('by a mail program says its sender, and its files in a warning', () => {
    const read = readNow({ name: 'a.eml', bytes: fixture }, '2024-01-01T00:00:00.000Z')
    expect(read).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'attachments-left-out', facts: { count: 1, names: 'Häfen.png' } }] },
    })
    const { found, source } = revisionOf('a.eml', fixture)
    expect(source?.mediaType).toBe('message/rfc822')
    expect(found).toContainEqual({ name: 'issuer', value: 'Préss office', how: 'header' })
    expect(found.find(({ name }) => name === 'headline')?.value).toMatch(/^PORT OF EXAMPLE HAVEN/)
  })

  it('gives the day and headline of its headers where the text has none', () => {
    const { found } = revisionOf('a.eml', mail('', 'A sentence, and no more than a sentence of a letter.'))
    expect(found).toContainEqual({ name: 'published', value: { date: '2024-03-12', zone: '+01:00' }, how: 'header' })
    expect(found.filter(({ name }) => name === 'headline')).toHaveLength(1)
  })

  it('is its HTML with all that a page would have around its text, else its plain text', () => {
    const both = [
      part('text/plain', '', 'plain'),
      part('text/html', '', '<div class="header"><p>Letter <b>head</b></div>'),
    ]
    const type = 'Content-Type: multipart/alternative; boundary="b"'
    expect(outline(type, '', 'preamble', ...both, '--b--', 'epilogue')).toEqual(['paragraph: Letter head'])
    expect(outline(type, '', part('text/plain', '', 'plain'), '--b--')).toEqual(['paragraph: plain'])
    const type2 = 'Content-Type: multipart/mixed; boundary=b'
    expect(
      outline(type2, '', part('text/plain', '', 'one'), part('text/html', '', '<ul><li>two</ul>'), '--b--'),
    ).toEqual([...['paragraph: one', 'item 0/0: two']])
  })

  test.each([
    [
      'quoted-printable',
      'text/plain; charset=windows-1252',
      'quoted-printable',
      'It=92s =\r\nopen =\r\n\r\n\r\n=3D 5 =80',
    ],
    ['base64', 'text/plain; charset="UTF-8"', 'base64', 'SXTigJlzIG9wZW4g\r\nCgo9IDUg4oKs'],
    ['bytes as they are', 'text/plain; charset=iso-8859-1', '8bit', 'It\x92s open \r\n\r\n= 5 \x80'],
  ])('has its letters, sent as %s', (_, type, encoding, body) => {
    const bytes = mail(`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', body)
    expect(outlineOf('a.eml', bytes)).toEqual(['paragraph: It’s open', 'paragraph: = 5 €'])
  })

  it('joins the lines that flow, and keeps those that do not', () => {
    expect(
      outline('Content-Type: text/plain; format=flowed', '', 'one ', 'two ', 'three', 'Address', '-- ', 'Me'),
    ).toEqual(['paragraph: one two three\nAddress\n--\nMe'])
  })

  it('has parts whose boundary begins as another does', () => {
    const inner = crlf(
      '--b',
      'Content-Type: multipart/mixed; boundary=b1',
      '',
      '--b1',
      '',
      'one',
      '--b1',
      '',
      'two',
      '--b1--',
    )
    expect(outline('Content-Type: multipart/mixed; boundary=b', '', inner, '--b', '', 'three', '--b--')).toEqual([
      ...['paragraph: one', 'paragraph: two', 'paragraph: three'],
    ])
  })

  it('that only forwards another is that one, and names it otherwise', () => {
    const inner = crlf('', 'From: b@b.example', 'Subject: Inner', '', 'The words.')
    const type = 'Content-Type: multipart/mixed; boundary=b'
    expect(outline(type, '', part('message/rfc822', inner), '--b--')).toEqual(['paragraph: The words.'])
    expect(outline(type, '', part('text/plain', '', 'Look:'), part('message/rfc822', inner), '--b--')).toEqual([
      'paragraph: Look:',
    ])
  })

  it('that is a saved page is the article of the page', () => {
    const page = '<nav>Menu</nav><main><h1>Title</h1><p>words of the page</main>'
    const saved = ['Snapshot-Content-Location: https://a.example/b', 'Content-Type: multipart/related; boundary=b', '']
    const bytes = mail(...saved, part('text/html', 'Content-Location: https://a.example/b', '', page), '--b--')
    expect(outlineOf('a.mhtml', bytes)).toEqual(['heading1: Title', 'paragraph: words of the page'])
    expect(revisionOf('a.mhtml', bytes).found).toContainEqual({
      name: 'url',
      value: 'https://a.example/b',
      how: 'file',
    })
  })

  test.each([
    ['=?utf-8?q?Br=C3?= =?utf-8?q?=BCcke?=', 'Brücke'],
    ['=?windows-1252?B?SXSScw==?= open', 'It’s open'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['no =?word', 'no =?word'],
  ])('has the subject %s', (subject, text) => {
    expect(decodeWords(subject)).toBe(text)
  })
})

describe('bad messages', () => {
  const nested = (depth: number) => {
    const levels = Array.from({ length: depth }, (_, n) =>
      crlf(`Content-Type: multipart/mixed; boundary=n${n}`, '', `--n${n}`, ''),
    )
    return mail(`${levels.join('')}\r\ndeep`)
  }
  test.each([
    ['parts nested beyond reason', nested(70), 'unreadable'],
    [
      'very many parts',
      mail('Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\nx\r\n'.repeat(3_000)),
      'unreadable',
    ],
    ['no headers', new TextEncoder().encode('Only words here.\n\nMore.'), 'unreadable'],
    ['an encrypted one', mail('Content-Type: application/pkcs7-mime', '', 'AAAA'), 'encrypted'],
    ['only files', mail('Content-Type: image/png; name=x.png', '', 'AAAA'), 'no-text'],
    ['a boundary that never comes', mail('Content-Type: multipart/mixed; boundary=b', '', 'x'), 'no-text'],
    [
      'a long line of white space',
      mail('Content-Transfer-Encoding: quoted-printable', '', `a${' '.repeat(3_000_000)}b`),
      'ok',
    ],
    ['a script', mail('Content-Type: text/html', '', '<script>alert(1)</script>'), 'no-text'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf('a.eml', bytes)).toBe(code)
  })

  it('are known without their ending, and texts with colons are no messages', () => {
    expect(revisionOf('a.txt', fixture).source?.mediaType).toBe('message/rfc822')
    expect(revisionOf('a.txt', new TextEncoder().encode('From: me\nTo: you\n\nx')).source?.mediaType).toBe('text/plain')
  })

  test('a message that is cut or damaged anywhere ends in a problem or a text', () => {
    const codes = ['ok', 'no-text', 'unreadable', 'empty-file', 'binary-file', 'encrypted']
    fc.assert(
      fc.property(fc.nat(fixture.length - 1), fc.nat(fixture.length - 1), fc.nat(255), (length, where, byte) => {
        expect(codes).toContain(codeOf('a.eml', fixture.subarray(0, length)))
        const damaged = Uint8Array.from(fixture)
        damaged[where] = byte
        expect(codes).toContain(codeOf('a.eml', damaged))
      }),
      { numRuns: 300 },
    )
  })
})
