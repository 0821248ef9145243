import { strToU8, zipSync } from 'fflate'
import { makeDocx, paragraph } from './make-docx'
import { makeOdt } from './make-odt'

// Imported by tests only.

/** A file that is made to harm, and what must come of it: a code, or `text` where its words are read and nothing else. */
export interface HostileFile {
  readonly what: string
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly comes: string
  /** Must stand in the text, and must not. */
  readonly has?: string
  readonly lacks?: string
}

const words = 'The company said so.'
const many = (n: number, text: string) => text.repeat(n)
const counted = (n: number, write: (n: number) => string) => Array.from({ length: n }, (_, at) => write(at)).join('')
const html = (body: string) => strToU8(`<!doctype html><title>News</title><body>${body}`)

/** `address`: of a server that must never be asked. */
export function hostileFiles(address: string): readonly HostileFile[] {
  const trackers =
    `<meta http-equiv="refresh" content="0;url=${address}/refresh"><base href="${address}/">` +
    `<link rel="stylesheet" href="${address}/style"><link rel="prefetch" href="${address}/prefetch">` +
    `<script src="${address}/script"></script><script>stolen = document.cookie</script>` +
    `<img src="${address}/pixel" onerror="stolen()"><iframe srcdoc="<img src='${address}/inner'>"></iframe>` +
    `<object data="${address}/object"></object><video poster="${address}/poster" src="${address}/video"></video>` +
    `<svg><image href="${address}/svg"/><use href="${address}/use#a"/></svg><style>p{background:url(${address}/css)}</style>`
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const docx = (body: string) => makeDocx(body)
  return [
    {
      what: 'a zip bomb as a Word document',
      name: 'bomb.docx',
      bytes: () =>
        zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(120_000_000) }),
      comes: 'too-much-text',
    },
    {
      what: 'a Word document of many small bombs',
      name: 'bombs.docx',
      bytes: () =>
        makeDocx(paragraph(words), {
          styles: many(400_000, '<w:style><w:name/></w:style>'),
          numbering: many(400_000, '<w:num><w:abstractNumId/></w:num>'),
          footnotes: many(400_000, '<w:footnote><w:p/></w:footnote>'),
        }),
      comes: 'too-much-text',
    },
    {
      what: 'a Word document that refers to files outside',
      name: 'outside.docx',
      bytes: () =>
        makeDocx(
          `<w:altChunk r:id="x1"/>${paragraph(words)}<w:sectPr><w:headerReference w:type="default" r:id="x2"/></w:sectPr>`,
          {},
          [
            ['x1', 'aFChunk', `${address}/chunk`, 'External'],
            ['x2', 'header', 'file:///etc/passwd', 'External'],
            ['x3', 'attachedTemplate', `${address}/template`, 'External'],
          ],
        ),
      comes: 'text',
      has: words,
    },
    {
      what: 'a Word document with a DOCTYPE',
      name: 'doctype.docx',
      bytes: () => makeDocx('', {}, [], { 'word/document.xml': `${laughs}<w:document>&b;</w:document>` }),
      comes: 'unreadable',
    },
    {
      what: 'a Word document whose part leads out of it',
      name: 'path.docx',
      bytes: () => makeDocx(paragraph(words), {}, [], { '../../evil.xml': '<a/>' }),
      comes: 'unreadable',
    },
    {
      what: 'a Word document nested deep',
      name: 'deep.docx',
      bytes: () => docx(counted(20_000, n => `<w:sdt><w:a w:b="${n}"/><w:sdtContent>`)),
      comes: 'unreadable',
    },
    {
      what: 'a Word table of 10,000 columns',
      name: 'wide.docx',
      bytes: () =>
        docx(
          `<w:tbl>${many(3, `<w:tr>${counted(10_000, n => `<w:tc>${paragraph(`${n * n}`)}</w:tc>`)}</w:tr>`)}</w:tbl>`,
        ),
      comes: 'text',
      has: '99940009\t99960004\t99980001',
    },
    {
      what: 'a Word document with tables in tables',
      name: 'tables.docx',
      bytes: () => docx(`${many(60, '<w:tbl><w:tr><w:tc>')}${paragraph(words)}${many(60, '</w:tc></w:tr></w:tbl>')}`),
      comes: 'text',
      has: words,
    },
    {
      what: 'an OpenDocument text nested deep',
      name: 'deep.odt',
      bytes: () => makeOdt(many(50_000, '<text:section>')),
      comes: 'unreadable',
    },
    {
      what: 'an OpenDocument text with a million spaces in one element',
      name: 'spaces.odt',
      bytes: () => makeOdt(`<text:p>${words}<text:s text:c="2000000000"/></text:p>`),
      comes: 'text',
      has: words,
    },
    {
      what: 'an OpenDocument table with a billion repeated cells',
      name: 'repeated.odt',
      bytes: () =>
        makeOdt(
          `<text:p>${words}</text:p><table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`,
        ),
      comes: 'text',
      has: words,
    },
    {
      what: 'a page of scripts and trackers',
      name: 'trackers.html',
      bytes: () => html(`${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    { what: 'a page nested deep', name: 'deep.html', bytes: () => html(many(100_000, '<div>')), comes: 'unreadable' },
    {
      what: 'a page of marks that are never closed',
      name: 'open.html',
      bytes: () => html(many(20_000, '<b><p>x')),
      comes: 'text',
    },
    {
      what: 'a page with a table of 10,000 columns',
      name: 'wide.html',
      bytes: () => html(`<table>${many(20, `<tr>${many(10_000, '<td>x')}`)}</table>`),
      comes: 'text',
      has: 'x\tx',
    },
    {
      what: 'a page with a cell over a million columns',
      name: 'span.html',
      bytes: () => html(`<table><tr><td colspan=1000000 rowspan=65000>${words}<td>x</table>`),
      comes: 'text',
      has: words,
    },
    { what: 'a page of only tags', name: 'tags.html', bytes: () => html(many(500_000, '<br>')), comes: 'no-text' },
    {
      what: 'a page with a tag of 100,000 attributes',
      name: 'attributes.html',
      bytes: () => html(`<p ${many(100_000, 'a=b ')}>`),
      comes: 'unreadable',
    },
    {
      what: 'a page of only angle brackets',
      name: 'angles.html',
      bytes: () => html(many(3_000_000, '<')),
      comes: 'text',
    },
    { what: 'a message nested 200 deep', name: 'deep.eml', bytes: () => strToU8(nested(200)), comes: 'unreadable' },
    {
      what: 'a message of 100,000 parts',
      name: 'parts.eml',
      bytes: () =>
        strToU8(
          `From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${many(100_000, '--b\n\nx\n')}--b--`,
        ),
      comes: 'unreadable',
    },
    {
      what: 'a message with a header of a million words',
      name: 'header.eml',
      bytes: () => strToU8(`From: a\nSubject: ${many(200_000, '=?utf-8?q?a?= ')}\nMIME-Version: 1.0\n\n${words}`),
      comes: 'no-text',
    },
    {
      what: 'a message whose page loads trackers',
      name: 'trackers.eml',
      bytes: () => strToU8(`From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'an RTF nested deep',
      name: 'deep.rtf',
      bytes: () => strToU8(`{\\rtf1 ${many(100_000, '{')}`),
      comes: 'unreadable',
    },
    {
      what: 'an RTF of 250,000 rows',
      name: 'rows.rtf',
      bytes: () => strToU8(`{\\rtf1 ${many(250_000, '\\trowd\\cellx1\\intbl a\\cell b\\cell\\row ')}}`),
      comes: 'too-much-text',
    },
    {
      what: 'an RTF with an object and a picture',
      name: 'object.rtf',
      bytes: () =>
        strToU8(
          `{\\rtf1 {\\object\\objautlink{\\*\\objdata ${many(100_000, '00ff')}}}{\\pict ${many(100_000, 'ff')}}{\\field{\\*\\fldinst INCLUDETEXT "${address}/rtf"}{\\fldrslt }} ${words}}`,
        ),
      comes: 'text',
      has: words,
    },
    {
      what: 'an RTF that says it holds more bytes than it has',
      name: 'bin.rtf',
      bytes: () => strToU8('{\\rtf1 \\bin2000000000 x}'),
      comes: 'unreadable',
    },
    {
      what: 'Markdown of nested quotations',
      name: 'quotes.md',
      bytes: () => strToU8(`${many(20_000, '> ')}${words}`),
      comes: 'unreadable',
    },
    { what: 'Markdown of open brackets', name: 'brackets.md', bytes: () => strToU8(many(200_000, '[')), comes: 'text' },
    {
      what: 'Markdown of stars and lines',
      name: 'stars.md',
      bytes: () => strToU8(many(100_000, '*a _b ')),
      comes: 'text',
    },
    {
      what: 'Markdown with a table of 10,000 columns',
      name: 'wide.md',
      bytes: () => strToU8(`${many(10_000, '|a')}|\n${many(10_000, '|-')}|\n${many(10_000, '|b')}|\n`),
      comes: 'text',
    },
    { what: 'a word of 300,000 letters', name: 'word.txt', bytes: () => strToU8(many(300_000, 'a')), comes: 'text' },
    {
      what: 'a text of only spaces and a word',
      name: 'spaces.txt',
      bytes: () => strToU8(`${many(5_000_000, ' ')}${words}`),
      comes: 'text',
      has: words,
    },
    {
      what: 'a text of line ends',
      name: 'lines.txt',
      bytes: () => strToU8(`${many(5_000_000, '\n')}${words}`),
      comes: 'text',
      has: words,
    },
    {
      what: 'a text of a million marks over one letter',
      name: 'marks.txt',
      bytes: () => strToU8(`${words} e${many(1_000_000, '\u0301')}`),
      comes: 'text',
      has: words,
    },
    {
      what: 'a program called a text',
      name: 'program.txt',
      bytes: () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Array<number>(2_000).fill(0)]),
      comes: 'binary-file',
    },
    { what: 'a text called a Word document', name: 'text.docx', bytes: () => strToU8(words), comes: 'unreadable' },
    {
      what: 'a page called a text',
      name: 'page.txt',
      bytes: () => html(`${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'a Word document called a page',
      name: 'word.html',
      bytes: () => docx(paragraph(words)),
      comes: 'text',
      has: words,
    },
    {
      what: 'a message called Markdown',
      name: 'mail.md',
      bytes: () => strToU8(`From: a\nMIME-Version: 1.0\nMessage-ID: <a>\n\n${words}`),
      comes: 'text',
      has: words,
      lacks: 'MIME',
    },
    {
      what: 'an archive called a Word document',
      name: 'archive.docx',
      bytes: () => zipSync({ 'a.txt': strToU8(words) }),
      comes: 'unreadable',
    },
    {
      what: 'an old Word document called a new one',
      name: 'old.docx',
      bytes: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(1)]),
      comes: 'encrypted',
    },
  ]
}

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`)
  return `From: a\nMIME-Version: 1.0\n${open.join('')}\n${words}`
}
