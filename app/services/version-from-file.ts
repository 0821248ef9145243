import { headlineOf, publishedOf, readRelease } from '#annotations/model/release'
import { ok, type Problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { Clock } from '#app/ports/clock'
import type { Files } from '#app/ports/files'
import { type Intake, type IntakeOptions, type IntakeWarning, maxInputBytes } from '#app/ports/intake'
import { containmentOf, shinglesOf } from './near-texts'
import type { VersionText } from './new-version'

export interface VersionFilePorts {
  readonly files: Files
  readonly intake: Intake
  readonly clock: Clock
}

/** A text that was read from a file, and what there is to say about reading it. */
export interface VersionFile extends VersionText {
  /** Of the file, without its folder. */
  readonly name: string
  readonly warnings: readonly IntakeWarning[]
}

/** Reads a file as the text of a document; an archive is none. */
export async function readVersionFile(
  { files, intake, clock }: VersionFilePorts,
  path: string,
  options: IntakeOptions = {},
): Promise<Result<VersionFile, Problem>> {
  const file = await files.read(path, maxInputBytes)
  if (!file.ok) return file
  const read = await intake.read(file.value, clock.now(), options)
  if (!read.ok) return read
  return ok({ ...read.value, source: file.value.bytes, name: file.value.name })
}

/** What a text says of itself, before anybody has corrected it. */
export interface TextFacts {
  readonly headline: string
  /** `YYYY-MM-DD`. */
  readonly published?: string
}

export function textFacts(revision: Revision): TextFacts {
  const release = readRelease([revision])
  if (release === undefined) return { headline: '' }
  const published = publishedOf(release)?.date
  return { headline: headlineOf(release), ...(published === undefined ? {} : { published }) }
}

/** How much of the smaller text stands in the other, 0 to 1, by runs of three words: two versions share most. */
export function sharedWords(a: string, b: string): number {
  return containmentOf(shinglesOf(a), shinglesOf(b))
}
