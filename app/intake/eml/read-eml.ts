import { closeSpaces, tidyCharacters } from '#annotations/model/canonical-text'
import type { Finding } from '#annotations/model/revision'
import type { SourceBlock } from '#annotations/text/source-block'
import { safeHref } from '#app/contract/safe-href'
import { leftOut } from '../attachment-names'
import { decodeNamed } from '../decode/decode-named'
import { readHtml } from '../html/read-html'
import type { ReadBlocks } from '../read-blocks'
import { refuse } from '../refusal'
import type { Report } from '../report'
import { titleFinding } from '../title-finding'
import { readTxt } from '../txt/read-txt'
import { decodeWords, type Headers } from './headers'
import { mailDate } from './mail-date'
import { attachedParts, nameAttachments, textParts, toCharacters } from './message-parts'
import { type MimePart, readParts } from './mime-parts'
import { decodeTransfer } from './transfer-encoding'

/**
 * Reads a message (or a page saved as one file): its text in the form with more structure, else in the other; files that came with
 * it are named in a warning. A message that has no words but those of one it forwards is read as that one. Subject, sender and date are
 * what the headers say; where the text has a headline or a day of its own, these hold. Only inside of `guard`; problems as
 * `readParts` and `readHtml`, and `encrypted`.
 */
export function readEml(bytes: Uint8Array, report: Report): ReadBlocks {
  const message = readParts(toCharacters(bytes))
  const read = readMessage(message, report)
  const url = safeHref(message.headers.get('snapshot-content-location') ?? '')
  return {
    ...read,
    found: [...(url?.startsWith('http') ? [{ name: 'url', value: url, how: 'file' } as const] : []), ...read.found],
  }
}

function readMessage(message: MimePart, report: Report): ReadBlocks {
  if (/^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/.test(message.type.value)) refuse('encrypted')
  const [texts, files] = [textParts(message), attachedParts(message)]
  const reads = texts.map(part => readTextPart(part, message, report))
  const blocks = joinBlocks(reads.map(read => read.blocks))
  const forwarded = files.find(({ type }) => type.value === 'message/rfc822')?.parts[0]
  if (forwarded !== undefined && blocks.every(({ runs }) => runs.join('').trim() === ''))
    return readMessage(forwarded, report)
  return {
    blocks,
    found: [...(reads[0]?.found ?? []), ...senderOf(message.headers)],
    spare: [
      ...titleFinding(decodeWords(message.headers.get('subject') ?? '')),
      ...mailDate(message.headers.get('date')),
    ],
    warnings: leftOut(nameAttachments(files)),
  }
}

function readTextPart(part: MimePart, message: MimePart, report: Report): ReadBlocks {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase()
  const bytes = decodeTransfer(part.body, encoding.trim())
  const text = tidyCharacters(decodeNamed(bytes, part.type.parameters.get('charset'))).text
  if (part.type.value === 'text/html') return readHtml(text, report, isSavedPage(message) ? 'page' : 'letter')
  const flowed = part.type.parameters.get('format')?.toLowerCase() === 'flowed'
  return readTxt(flowed ? unflow(text, part.type.parameters.get('delsp')?.toLowerCase() === 'yes') : closeSpaces(text))
}

/** Browsers save a page with all its files as a message, each under its address. */
function isSavedPage({ headers, type }: MimePart): boolean {
  return headers.has('snapshot-content-location') || (type.value === 'multipart/related' && !headers.has('to'))
}

/** Lines that end with a space go on in the next one, but for the line above a signature. */
function unflow(text: string, dropSpace: boolean): string {
  const lines = text.split('\n').map(line => line.replace(/^ /, ''))
  return lines
    .map(line => (line.endsWith(' ') && line !== '-- ' ? (dropSpace ? line.slice(0, -1) : line) : `${line}\n`))
    .join('')
}

/** Blocks of several texts in a row; their lists and tables count on. */
function joinBlocks(texts: readonly (readonly SourceBlock[])[]): SourceBlock[] {
  let [lists, tables] = [0, 0]
  return texts.flatMap(blocks => {
    const [firstList, firstTable] = [lists, tables]
    return blocks.map(block => {
      const { list, table } = block
      if (list !== undefined) lists = Math.max(lists, firstList + list.n + 1)
      if (table !== undefined) tables = Math.max(tables, firstTable + table.n + 1)
      return {
        ...block,
        ...(list === undefined ? {} : { list: { ...list, n: firstList + list.n } }),
        ...(table === undefined ? {} : { table: { ...table, n: firstTable + table.n } }),
      }
    })
  })
}

/** The name of who sent a message, else the address. */
function senderOf(headers: Headers): Finding[] {
  const from = decodeWords(headers.get('from') ?? '')
  const [, quoted, bare] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<]*?))\s*<[^>]*>/.exec(from.slice(0, 1000)) ?? []
  const value = (quoted?.replace(/\\(.)/g, '$1') || bare || from).replace(/[<>\s]+/g, ' ').trim()
  return value === '' || value.length > 300 || /^Saved by /.test(value)
    ? []
    : [{ name: 'issuer', value, how: 'header' }]
}
