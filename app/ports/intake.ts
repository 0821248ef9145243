import type { Instant } from '#annotations/model/ids'
import type { Problem, Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'

export type IntakeCode =
  | 'empty-file'
  | 'no-text'
  | 'binary-file'
  | 'too-large'
  | 'too-much-text'
  | 'unreadable'
  | 'encrypted'
  | 'undecided-encoding'
  | 'unsupported-format'
  | 'timed-out'
  | 'cancelled'

/**
 * What an importer has to say beside the text: lone surrogates replaced, an encoding that was guessed, files that
 * came with a message (facts `count`, and `names` parted by line feeds).
 */
export interface IntakeWarning {
  readonly code: 'lone-surrogates-replaced' | 'encoding-guessed' | 'controls-removed' | 'attachments-left-out'
  readonly facts?: { readonly [name: string]: string | number }
}

export interface IntakeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A text read from a file: a whole first revision, `parent` null, `origin` import. */
export interface IntakeResult {
  readonly revision: Revision
  readonly warnings: readonly IntakeWarning[]
}

/** Turns the bytes of one file into a revision. Never throws for what the file holds. */
export interface Intake {
  read(file: IntakeFile, at: Instant, signal?: AbortSignal): Promise<Result<IntakeResult, Problem<IntakeCode>>>
}

/** Largest input of one file, in bytes. */
export const maxInputBytes = 50 * 1024 * 1024
/** Largest text out of one file, in UTF-16 code units. */
export const maxTextUnits = 20 * 1024 * 1024
