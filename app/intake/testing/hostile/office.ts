import { strToU8, zipSync } from 'fflate'
import { makeDocx, paragraph } from '../make-docx'
import { makeOdt } from '../make-odt'
import { counted, type HostileFile, many, words } from './hostile-file'

const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

/** Files of office programs. */
export function hostileOffice(address: string): readonly HostileFile[] {
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
      bytes: () => makeDocx(counted(20_000, n => `<w:sdt><w:a w:b="${n}"/><w:sdtContent>`)),
      comes: 'unreadable',
    },
    {
      what: 'a Word table of 10,000 columns',
      name: 'wide.docx',
      bytes: () =>
        makeDocx(
          `<w:tbl>${many(3, `<w:tr>${counted(10_000, n => `<w:tc>${paragraph(`${n * n}`)}</w:tc>`)}</w:tr>`)}</w:tbl>`,
        ),
      comes: 'text',
      has: '99940009\t99960004\t99980001',
    },
    {
      what: 'a Word document with tables in tables',
      name: 'tables.docx',
      bytes: () =>
        makeDocx(`${many(60, '<w:tbl><w:tr><w:tc>')}${paragraph(words)}${many(60, '</w:tc></w:tr></w:tbl>')}`),
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
  ]
}
