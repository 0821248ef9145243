import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { hasStackedMarks } from '#annotations/model/canonical-text'
import type { Instant } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import type { Source } from '#annotations/model/revision'
import { type IntakeFile, type IntakeResult, maxTextUnits } from '#app/ports/intake'
import { buildRevision } from './build-revision'
import { isAborted, type Outcome, type ReadSource, readAnySource, readSource } from './read-source'
import type { ReadingOptions } from './reading-options'
import { type IntakeFormat, mediaTypes } from './sniff-format'

/**
 * Reads the bytes of one file of a format that `sniffFormat` knows into a first revision. Never throws for what the file
 * holds. In this order: `too-large` (over 50 MiB), `empty-file` (no byte), `unsupported-format` (another extension),
 * `binary-file`, `undecided-encoding` (fact `candidates`), `too-much-text` (over 20 Mi code units before or after the
 * canonical rules, over 200,000 blocks, or too much markup), `unreadable` (nested too deeply, damaged, or a library gave up), `encrypted`,
 * `stacked-marks` (over 1,000 combining marks on one letter), `no-text` (only white space), of PDF `too-many-pages` and `no-text-layer`.
 */
export async function readFile(
  file: IntakeFile,
  at: Instant,
  options: ReadingOptions = {},
): Promise<Outcome<IntakeResult>> {
  if (isAborted(options)) return problem('cancelled')
  return toResult(file, at, options, await readAnySource(file, options))
}

/** As `readFile`, for formats whose readers wait for nothing. */
export function readNow(file: IntakeFile, at: Instant, options: ReadingOptions = {}): Outcome<IntakeResult> {
  if (isAborted(options)) return problem('cancelled')
  return toResult(file, at, options, readSource(file, options))
}

function toResult(
  file: IntakeFile,
  at: Instant,
  options: ReadingOptions,
  source: Outcome<ReadSource>,
): Outcome<IntakeResult> {
  if (!source.ok) return source
  if (isAborted(options)) return problem('cancelled')

  const { format, read, warnings } = source.value
  if (read.blocks.some(({ runs }) => hasStackedMarks(runs.join('')))) return problem('stacked-marks')
  const revision = buildRevision(read, describeSource(file, format), at)
  if (revision === null) return problem('no-text')
  const units = revision.text.length
  if (units > maxTextUnits) return problem('too-much-text', { units, limit: maxTextUnits })
  options.onProgress?.(1)
  return ok({ revision, warnings })
}

function describeSource({ bytes, name }: IntakeFile, format: IntakeFormat): Source {
  return {
    sha256: bytesToHex(sha256(bytes)),
    name: name.replace(/^.*[/\\]/s, ''),
    mediaType: mediaTypes[format],
    bytes: bytes.length,
  }
}
