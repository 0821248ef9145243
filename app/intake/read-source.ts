import { tidyCharacters } from '#annotations/model/canonical-text'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { maxBlocks } from '#annotations/text/source-block'
import {
  type IntakeCode,
  type IntakeFile,
  type IntakeOptions,
  type IntakeWarning,
  maxInputBytes,
  maxTextUnits,
} from '#app/ports/intake'
import { type DecodedText, decodeText } from './decode/decode-text'
import { readDocx } from './docx/read-docx'
import { readEml } from './eml/read-eml'
import { decodeHtml } from './html/decode-html'
import { readHtml } from './html/read-html'
import { readMd } from './md/read-md'
import { isCompound } from './msg/compound-file'
import { readMsg } from './msg/read-msg'
import { readOdt } from './odt/read-odt'
import { readPdf } from './pdf/read-pdf'
import type { ReadBlocks } from './read-blocks'
import { extensionOf } from './readable-names'
import type { ReadingOptions } from './reading-options'
import { guard, guardLater } from './refusal'
import { type Report, reportTo } from './report'
import { readRtf } from './rtf/read-rtf'
import { type IntakeFormat, sniffFormat } from './sniff-format'
import { readTxt } from './txt/read-txt'

export type Outcome<T> = Result<T, Problem<IntakeCode>>

/** What the reader of its format made of a file. */
export interface ReadSource {
  readonly format: IntakeFormat
  readonly read: ReadBlocks
  readonly warnings: readonly IntakeWarning[]
}

/** The blocks of a file, before they have a canonical text; problems as `readFile`. A PDF is `unsupported-format` here. */
export function readSource(file: IntakeFile, options: ReadingOptions): Outcome<ReadSource> {
  const { bytes, name } = file
  const format = formatOf(file)
  if (!format.ok) return format
  if (format.value === 'pdf') return problem('unsupported-format', { extension: extensionOf(name) })
  const reader = readers[format.value]
  const source =
    reader === undefined
      ? readText(format.value, bytes, options)
      : readBytes(format.value, reader, bytes, reportTo(options))
  if (!source.ok) return source
  const blocks = source.value.read.blocks.length
  return blocks > maxBlocks ? problem('too-much-text', { blocks, limit: maxBlocks }) : source
}

/** As `readSource`, for every format. */
export async function readAnySource(file: IntakeFile, options: ReadingOptions): Promise<Outcome<ReadSource>> {
  const format = formatOf(file)
  if (!format.ok || format.value !== 'pdf') return readSource(file, options)
  const read = await guardLater(async () => ok(await readPdf(file.bytes, options)))
  return read.ok ? ok({ format: format.value, read: read.value, warnings: read.value.warnings ?? [] }) : read
}

function formatOf({ bytes, name }: IntakeFile): Outcome<IntakeFormat> {
  if (bytes.length > maxInputBytes) return problem('too-large', { bytes: bytes.length, limit: maxInputBytes })
  if (bytes.length === 0) return problem('empty-file')
  const format = sniffFormat(name, bytes)
  return format === null ? problem('unsupported-format', { extension: extensionOf(name) }) : ok(format)
}

type Reader = (bytes: Uint8Array, report: Report) => ReadBlocks

/** Readers of formats that say themselves how their letters are written. */
const readers: { readonly [format in IntakeFormat]?: Reader } = {
  docx: readDocx,
  odt: readOdt,
  rtf: readRtf,
  eml: readEml,
  msg: readMsg,
}

function readBytes(format: IntakeFormat, reader: Reader, bytes: Uint8Array, report: Report): Outcome<ReadSource> {
  // Office programs put a document with a password into one.
  if ((format === 'docx' || format === 'odt') && isCompound(bytes)) return problem('encrypted')
  const read = guard(() => ok(reader(bytes, report)))
  return read.ok ? ok({ format, read: read.value, warnings: read.value.warnings ?? [] }) : read
}

/** A format whose bytes are text in one encoding. */
function readText(format: IntakeFormat, bytes: Uint8Array, options: ReadingOptions): Outcome<ReadSource> {
  const decode = format === 'html' ? decodeHtml : decodeText
  const decoded = guard(() => decode(bytes, options.encoding))
  if (!decoded.ok) return decoded
  const units = decoded.value.text.length
  if (units > maxTextUnits) return problem('too-much-text', { units, limit: maxTextUnits })
  if (isAborted(options)) return problem('cancelled')

  const tidy = tidyCharacters(decoded.value.text)
  const read = guard(() => readBlocks(format, tidy.text, reportTo(options)))
  return read.ok ? ok({ format, read: read.value, warnings: warningsOf(decoded.value, tidy) }) : read
}

function readBlocks(format: IntakeFormat, text: string, report: Report): Outcome<ReadBlocks> {
  if (format === 'txt') return ok(readTxt(text))
  if (format === 'html') return ok(readHtml(text, report))
  const blocks = readMd(text)
  return blocks.ok ? ok({ blocks: blocks.value, found: [] }) : blocks
}

function warningsOf(decoded: DecodedText, tidy: { loneSurrogates: number; controls: number }): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  const { encoding, guessed } = decoded
  if (guessed !== undefined) warnings.push({ code: 'encoding-guessed', facts: { encoding, confidence: guessed } })
  if (tidy.loneSurrogates > 0) {
    warnings.push({ code: 'lone-surrogates-replaced', facts: { count: tidy.loneSurrogates } })
  }
  if (tidy.controls > 0) warnings.push({ code: 'controls-removed', facts: { count: tidy.controls } })
  return warnings
}

/** True when the reading was stopped meanwhile. */
export function isAborted({ signal }: IntakeOptions): boolean {
  return signal?.aborted === true
}
