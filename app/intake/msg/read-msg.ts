import { closeSpaces, tidyCharacters } from '#annotations/model/canonical-text'
import type { Finding } from '#annotations/model/revision'
import type { InsideFile } from '#app/ports/intake'
import { leftOut, nameFiles, nameOfMessage } from '../attachment-names'
import { decodeNamed } from '../decode/decode-named'
import { splitHeaders } from '../eml/headers'
import { mailDate } from '../eml/mail-date'
import { readAttachments } from '../eml/read-attachments'
import { readEml } from '../eml/read-eml'
import { readHtml } from '../html/read-html'
import type { ReadBlocks } from '../read-blocks'
import { refuse } from '../refusal'
import type { Report } from '../report'
import { readRtf } from '../rtf/read-rtf'
import { titleFinding } from '../title-finding'
import { readTxt } from '../txt/read-txt'
import { decompressRtf } from './compressed-rtf'
import { holdsHtml, htmlInRtf } from './html-in-rtf'
import { type MapiProperties, messageEncoding } from './mapi-properties'
import { bytesOfAttachment, type MsgAttachment, type MsgMessage, messageIn, openMsg } from './msg-message'

/** Numbers of values (MS-OXPROPS). */
const [messageClass, subject, sentOn, headers] = [0x001a, 0x0037, 0x0039, 0x007d]
const [author, sender, authorAddress, senderAddress] = [0x0042, 0x0c1a, 0x5d02, 0x5d01]
const [body, rtf, html, htmlEncoding] = [0x1000, 0x1009, 0x1013, 0x3fde]
const [longName, shortName, shownName, hidden] = [0x3707, 0x3704, 0x3001, 0x7ffe]

/**
 * Reads a message of Outlook: its page, else its RTF (the page it was made of, where it was), else its plain text; files that came
 * with it are named in a warning. A message that has no words but those of one it forwards is read as that one, a signed one as what
 * was signed. Subject, sender and day are what the message says of itself; where the text has a headline or a day of its own,
 * these hold. Only inside of `guard`: `unreadable` (no message), `encrypted`, and as `openCompound` and the readers of its text.
 */
export function readMsg(bytes: Uint8Array, report: Report): ReadBlocks {
  const message = openMsg(bytes) ?? refuse('unreadable')
  const signed = signedMail(message)
  return signed === undefined ? readMessage(message, report) : readEml(signed, report)
}

/** The files that came with a message; a message that did is a file of its own. Only inside of `guard`, as `readMsg`. */
export function readMsgAttachments(bytes: Uint8Array): InsideFile[] {
  const message = openMsg(bytes) ?? refuse('unreadable')
  const signed = signedMail(message)
  if (signed !== undefined) return readAttachments(signed)
  const files = offered(message)
  const names = namesOf(files)
  return files.map((file, n) => ({ name: names[n] ?? '', bytes: bytesOfAttachment(file) }))
}

function readMessage(message: MsgMessage, report: Report): ReadBlocks {
  const { values } = message
  if (/^IPM\.Note\.SMIME$/i.test(values.text(messageClass) ?? '')) refuse('encrypted')
  const read = readText(values, report)
  const files = offered(message)
  const forwarded = files.find(file => file.message !== undefined)?.message
  if (forwarded !== undefined && read.blocks.every(({ runs }) => runs.join('').trim() === ''))
    return readMessage(messageIn(forwarded, 'embedded'), report)
  return {
    blocks: read.blocks,
    found: [...read.found, ...senderOf(values)],
    spare: [...titleFinding(values.text(subject) ?? ''), ...dayOf(values)],
    warnings: leftOut(namesOf(files)),
  }
}

/** The mail as it was sent, of a message that is signed: it is kept whole, and all else of it is empty. */
function signedMail({ values, attachments }: MsgMessage): Uint8Array | undefined {
  if (!/^IPM\.Note\.SMIME\.MultipartSigned$/i.test(values.text(messageClass) ?? '')) return undefined
  const [only] = attachments
  return only === undefined || only.message !== undefined ? undefined : bytesOfAttachment(only)
}

function readText(values: MapiProperties, report: Report): ReadBlocks {
  const page = pageOf(values)
  if (page !== undefined) return readHtml(page, report, 'letter')
  const packed = values.bytes(rtf)
  const plain = values.text(body)
  if (packed !== undefined && packed.length > 0) {
    const written = decompressRtf(packed)
    if (holdsHtml(written)) return readHtml(tidyCharacters(htmlInRtf(written)).text, report, 'letter')
    if (plain === undefined || !/\\fromtext/.test(String.fromCharCode(...written.subarray(0, 1_000))))
      return { ...readRtf(written, report), found: [] }
  }
  return readTxt(closeSpaces(tidyCharacters(plain ?? '').text))
}

function pageOf(values: MapiProperties): string | undefined {
  const bytes = values.bytes(html)
  const page =
    bytes === undefined || bytes.length === 0
      ? values.text(html)
      : decodeNamed(bytes, messageEncoding(values.number(htmlEncoding) ?? 65_001))
  return page === undefined || page.trim() === '' ? undefined : tidyCharacters(page).text
}

/** What came with a message, without pictures that its page shows. */
function offered({ attachments }: MsgMessage): readonly MsgAttachment[] {
  return attachments.filter(({ values }) => values.number(hidden) !== 1)
}

function namesOf(files: readonly MsgAttachment[]): string[] {
  return nameFiles(
    files.map(({ values, message }) => {
      const inside = message === undefined ? undefined : messageIn(message, 'embedded').values.text(subject)
      if (message !== undefined) return { own: null, usual: nameOfMessage(inside ?? '', 'msg') }
      const own = values.text(longName) ?? values.text(shortName) ?? values.text(shownName)
      return { own: own?.replace(/[/\\]/g, ' '), usual: 'file' }
    }),
  )
}

function senderOf(values: MapiProperties): Finding[] {
  const names = [author, sender, authorAddress, senderAddress].map(id =>
    (values.text(id) ?? '').replace(/\s+/g, ' ').trim(),
  )
  const value = names.find(name => name !== '')
  return value === undefined || value.length > 300 ? [] : [{ name: 'issuer', value, how: 'header' }]
}

/** As the sender's program wrote it, with its zone; else the day in UTC. */
function dayOf(values: MapiProperties): Finding[] {
  const written = mailDate(splitHeaders(values.text(headers) ?? '')?.headers.get('date'))
  if (written.length > 0) return written
  const date = values.day(sentOn)
  return date === undefined ? [] : [{ name: 'published', value: { date, zone: '+00:00' }, how: 'header' }]
}
