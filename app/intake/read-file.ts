import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { tidyCharacters } from '#annotations/model/canonical-text'
import type { Instant } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Source } from '#annotations/model/revision'
import {
  type IntakeCode,
  type IntakeFile,
  type IntakeResult,
  type IntakeWarning,
  maxInputBytes,
  maxTextUnits,
} from '#app/ports/intake'
import { buildRevision } from './build-revision'
import { type DecodedText, decodeText } from './decode/decode-text'
import { readMd } from './md/read-md'
import { extensionOf, type IntakeFormat, mediaTypes, sniffFormat } from './sniff-format'
import { maxBlocks } from './source-block'
import { type ReadBlocks, readTxt } from './txt/read-txt'

export interface ReadOptions {
  /** Looked at between the stages of reading; an aborted one gives `cancelled`. */
  readonly signal?: AbortSignal
  /** The encoding that a person chose after `undecided-encoding`. */
  readonly encoding?: string
}

type Outcome<T> = Result<T, Problem<IntakeCode>>

/**
 * Reads the bytes of one .txt or .md file into a first revision. Never throws for what the file holds.
 * In this order: `too-large` (over 50 MiB), `empty-file` (no byte), `unsupported-format` (another extension),
 * `binary-file`, `undecided-encoding` (fact `candidates`), `too-much-text` (over 20 Mi code units before or after the
 * canonical rules, over 200,000 blocks, or too much markup), `unreadable` (nested too deeply, or a library gave up),
 * `no-text` (only white space).
 */
export function readFile(file: IntakeFile, at: Instant, options: ReadOptions = {}): Outcome<IntakeResult> {
  const { bytes, name } = file
  const cancelled = () => options.signal?.aborted === true
  if (cancelled()) return problem('cancelled')
  if (bytes.length > maxInputBytes) return problem('too-large', { bytes: bytes.length, limit: maxInputBytes })
  if (bytes.length === 0) return problem('empty-file')
  const format = sniffFormat(name)
  if (format === null) return problem('unsupported-format', { extension: extensionOf(name) })

  const decoded = guard(() => decodeText(bytes, options.encoding))
  if (!decoded.ok) return decoded
  if (decoded.value.text.length > maxTextUnits) return tooMuch(decoded.value.text.length)
  if (cancelled()) return problem('cancelled')

  const tidy = tidyCharacters(decoded.value.text)
  const read = guard(() => readBlocks(format, tidy.text))
  if (!read.ok) return read
  const count = read.value.blocks.length
  if (count > maxBlocks) return problem('too-much-text', { blocks: count, limit: maxBlocks })
  if (cancelled()) return problem('cancelled')

  const revision = buildRevision(read.value.blocks, read.value.found, describeSource(file, format), at)
  if (revision === null) return problem('no-text')
  if (revision.text.length > maxTextUnits) return tooMuch(revision.text.length)
  return ok({ revision, warnings: warningsOf(decoded.value, tidy) })
}

function readBlocks(format: IntakeFormat, text: string): Outcome<ReadBlocks> {
  if (format === 'txt') return ok(readTxt(text))
  const blocks = readMd(text)
  return blocks.ok ? ok({ blocks: blocks.value, found: [] }) : blocks
}

/** What a library throws on hostile input (stack, string length) is a problem of the file, not a bug of ours. */
function guard<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work()
  } catch {
    return problem('unreadable')
  }
}

function tooMuch(units: number): Outcome<never> {
  return problem('too-much-text', { units, limit: maxTextUnits })
}

function describeSource({ bytes, name }: IntakeFile, format: IntakeFormat): Source {
  return {
    sha256: bytesToHex(sha256(bytes)),
    name: name.replace(/^.*[/\\]/s, ''),
    mediaType: mediaTypes[format],
    bytes: bytes.length,
  }
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
