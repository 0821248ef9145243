import type { Instant } from '#annotations/model/ids'
import type { Problem, Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'

export type IntakeCode =
  | 'empty-file'
  | 'no-text'
  | 'stacked-marks'
  | 'binary-file'
  | 'too-large'
  | 'too-much-text'
  | 'unreadable'
  | 'encrypted'
  | 'no-text-layer'
  | 'too-many-pages'
  | 'undecided-encoding'
  | 'unsupported-format'
  | 'timed-out'
  | 'too-much-memory'
  | 'reader-stopped'
  | 'cancelled'

/**
 * What an importer has to say beside the text: lone surrogates replaced, an encoding that was guessed, files that
 * came with a message (facts `count`, and `names` and, of those that can be read, `readable`, parted by line feeds), what
 * stood at the edge of every page, what was deleted with tracking, and comments (`count`, `texts` parted by line feeds), pages
 * that are only pictures (`count`, `pages`).
 */
export interface IntakeWarning {
  readonly code:
    | 'lone-surrogates-replaced'
    | 'encoding-guessed'
    | 'controls-removed'
    | 'attachments-left-out'
    | 'running-heads-left-out'
    | 'deletions-left-out'
    | 'comments-left-out'
    | 'pages-without-text'
  readonly facts?: { readonly [name: string]: string | number }
}

export interface IntakeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file inside another, or what is wrong with it. */
export type InsideFile = IntakeFile | { readonly name: string; readonly problem: Problem<IntakeCode> }

/** A text read from a file: a whole first revision, `parent` null, `origin` import. */
export interface IntakeResult {
  readonly revision: Revision
  readonly warnings: readonly IntakeWarning[]
}

export interface IntakeOptions {
  /** An aborted one gives `cancelled`. */
  readonly signal?: AbortSignal
  /** The encoding of a text file, as a person chose it after `undecided-encoding`: a name of the Encoding Standard. */
  readonly encoding?: string
  /** Told how much of the work is done, 0 to 1; it never falls. */
  readonly onProgress?: (share: number) => void
}

/** Turns the bytes of one file into a revision. Never throws for what the file holds. */
export interface Intake {
  read(file: IntakeFile, at: Instant, options?: IntakeOptions): Promise<Result<IntakeResult, Problem<IntakeCode>>>
  /** The files inside an archive, or those that came with a message; names are unlike, and never paths outside. */
  unpack(file: IntakeFile, options?: IntakeOptions): Promise<Result<readonly InsideFile[], Problem<IntakeCode>>>
  /** Nothing more is to be read for now: what was kept ready for it is let go. */
  rest(): void
}

/** Largest input of one file, in bytes. */
export const maxInputBytes = 50 * 1024 * 1024
/** Largest text out of one file, in UTF-16 code units. */
export const maxTextUnits = 20 * 1024 * 1024
