import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { readNow } from '../read-file'
import { hostileMsgs } from '../testing/hostile/outlook'
import { type MadeMsg, makeMsg } from '../testing/make-msg'
import { codeOf, outlineOf, revisionOf } from '../testing/read-outline'
import { unpackFile } from '../unpack-file'

const at = '2024-01-01T00:00:00.000Z'
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const outline = (message: MadeMsg) => outlineOf('a.msg', makeMsg(message))
const [body, rtf, html] = [0x1000, 0x1009, 0x1013]
const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

/** RTF as a message keeps it where it does not compress it. */
function keptRtf(text: string): Uint8Array {
  const bytes = new Uint8Array(16 + text.length)
  const view = new DataView(bytes.buffer)
  for (const [n, word] of [text.length + 12, text.length, 0x414c454d, 0].entries()) view.setUint32(4 * n, word, true)
  bytes.set(latin(text), 16)
  return bytes
}

describe('a message of Outlook', () => {
  it('says its sender, and its files in a warning', () => {
    const read = readNow({ name: 'a.msg', bytes: fixture('rich-release.msg') }, at)
    expect(read).toMatchObject({
      ok: true,
      value: {
        revision: { source: { mediaType: 'application/vnd.ms-outlook' } },
        warnings: [{ code: 'attachments-left-out', facts: { count: 1, names: 'Häfen.txt', readable: 'Häfen.txt' } }],
      },
    })
    const { found } = revisionOf('a.txt', fixture('rich-release.msg'))
    expect(found).toContainEqual({ name: 'issuer', value: 'Préss office', how: 'header' })
  })

  it('has the same blocks whether its page is kept or only the RTF that was made of it', () => {
    expect(outlineOf('a.msg', fixture('rich-rtf.msg'))).toEqual(outlineOf('a.msg', fixture('rich-release.msg')))
    expect(outlineOf('a.msg', fixture('rich-rtf.msg'))).toContain('heading2: What the count covers')
  })

  it('is its page, else its RTF, else its plain text', () => {
    const values = { [body]: 'plain', [rtf]: keptRtf('{\\rtf1 rich\\par}'), [html]: strToU8('<h1>page</h1>') }
    expect(outline({ values })).toEqual(['heading1: page'])
    const { [html]: _page, ...withoutPage } = values
    expect(outline({ values: withoutPage })).toEqual(['paragraph: rich'])
    expect(outline({ values: { [body]: 'plain\r\n\r\ntext' } })).toEqual(['paragraph: plain', 'paragraph: text'])
    const fromText = keptRtf('{\\rtf1\\fromtext \\fonttbl plain\\par}')
    expect(outline({ values: { [body]: 'plain', [rtf]: fromText } })).toEqual(['paragraph: plain'])
  })

  it('reads the page in the letters that it is said to be in', () => {
    const values = { [html]: latin('<p>M\xe4rz \x93so\x94'), 16350: 1252 }
    expect(outline({ values })).toEqual(['paragraph: März “so”'])
    expect(outline({ values: { [html]: latin('<p>\xcf\xf0\xe0\xe3\xe0'), 16350: 1251 } })).toEqual(['paragraph: Прага'])
  })

  it('takes a page out of RTF: tags, letters of fonts, and nothing that says the same for RTF alone', () => {
    const page =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\uc1 {\\*\\htmltag64 <p>}' +
      "\\htmlrtf {\\htmlrtf0 A &amp; {\\*\\htmltag84 <b>}\\htmlrtf {\\b \\htmlrtf0 1 < 2 \\f1\\'cf\\htmlrtf }\\htmlrtf0{\\*\\htmltag92 </b>}" +
      ' \\u8220?so\\u8221? {\\*\\mhtmltag64 <p>}{\\pntext gone}\\htmlrtf \\par }\\htmlrtf0 {\\*\\htmltag72 </p>}}'
    expect(outline({ values: { [rtf]: keptRtf(page) } })).toEqual(['paragraph: A &amp; 1 < 2 П “so”'])
  })

  it('gives the day of its headers with the zone, else the one in UTC', () => {
    const letter = { [body]: 'A sentence, and no more than a sentence of a letter.' }
    const published = (values: MadeMsg['values']) =>
      revisionOf('a.msg', makeMsg({ values: { ...letter, ...values } })).found.find(({ name }) => name === 'published')
    expect(published({ 125: 'From: a\r\nDate: Tue, 12 Mar 2024 10:00:00 +0100\r\n' })?.value).toEqual({
      date: '2024-03-12',
      zone: '+01:00',
    })
    expect(published({ 57: 0 })).toBeUndefined()
  })
})

describe('what came with a message of Outlook', () => {
  const inner: MadeMsg = {
    values: { 55: 'Berth 2/3', [body]: 'The berth opens. '.repeat(500) },
    files: [{ name: 'plan.txt', bytes: strToU8('The plan.') }],
  }
  const outer = makeMsg({
    values: { [body]: 'See below.' },
    files: [
      { name: 'report.txt', bytes: strToU8('A report.') },
      { name: 'report.txt', bytes: strToU8('Another.') },
      { name: 'logo.png', bytes: strToU8('x'), hidden: true },
      inner,
    ],
  })

  it('are files with names of their own, pictures of its page are none', () => {
    const unpacked = unpackFile({ name: 'a.msg', bytes: outer })
    const names = unpacked.ok ? unpacked.value.map(({ name }) => name) : []
    expect(names).toEqual(['report.txt', 'report (2).txt', 'Berth 2 3.msg'])
  })

  it('a message inside is a file that can be read, with what came with it', () => {
    const unpacked = unpackFile({ name: 'a.msg', bytes: outer })
    const file = unpacked.ok ? unpacked.value[2] : undefined
    if (file === undefined || !('bytes' in file)) throw new Error('no message')
    expect(revisionOf(file.name, file.bytes).text).toMatch(/^The berth opens\. The berth/)
    const inside = unpackFile(file)
    expect(inside).toMatchObject({ ok: true, value: [{ name: 'plan.txt', bytes: strToU8('The plan.') }] })
  })

  it('a message without words of its own is read as the one that it forwards', () => {
    expect(outline({ values: { [body]: ' ' }, files: [{ values: { [body]: 'Forwarded.' } }] })).toEqual([
      'paragraph: Forwarded.',
    ])
  })

  it('a signed message is read as what was signed', () => {
    const mail = 'From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<h2>Signed</h2>'
    const values = { 26: 'IPM.Note.SMIME.MultipartSigned' }
    expect(outline({ values, files: [{ name: 'smime.p7m', bytes: strToU8(mail) }] })).toEqual(['heading2: Signed'])
  })
})

describe('hostile messages of Outlook', () => {
  test.each(hostileMsgs('http://127.0.0.1:1').map(file => [file.what, file] as const))('%s', (_what, file) => {
    expect(codeOf(file.name, file.bytes())).toBe(file.comes === 'text' ? 'ok' : file.comes)
  })

  test.each(['rich-release.msg', 'harbour-plain.msg'])(
    '%s cut or damaged anywhere ends in a problem or a text',
    name => {
      const whole = fixture(name)
      const codes = ['ok', 'no-text', 'unreadable', 'empty-file', 'too-much-text', 'encrypted']
      const place = fc.nat(whole.length - 1)
      fc.assert(
        fc.property(
          place,
          fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 8 }),
          (length, changes) => {
            expect(codes).toContain(codeOf('a.msg', whole.subarray(0, length)))
            const damaged = Uint8Array.from(whole)
            for (const [where, byte] of changes) damaged[where] = byte
            expect(codes).toContain(codeOf('a.msg', damaged))
          },
        ),
        { numRuns: 300 },
      )
    },
  )
})
