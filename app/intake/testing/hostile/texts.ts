import { strToU8, zipSync } from 'fflate'
import { compoundMagic } from '../../msg/compound-file'
import { makeDocx, paragraph } from '../make-docx'
import { type HostileFile, many, words } from './hostile-file'
import { htmlPage, trackersOf } from './pages'

/** Plain texts, Markdown, and files that are called what they are not. */
export function hostileTexts(address: string): readonly HostileFile[] {
  const trackers = trackersOf(address)
  return [
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
      comes: 'stacked-marks',
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
      bytes: () => htmlPage(`${trackers}<p>${words}</p>`),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'a Word document called a page',
      name: 'word.html',
      bytes: () => makeDocx(paragraph(words)),
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
      bytes: () => Uint8Array.from([...compoundMagic, ...new Array<number>(600).fill(1)]),
      comes: 'encrypted',
    },
  ]
}
