import type { Problem, Result } from '../model/result'
import type { ColumnTexts } from './column-text'

/** One excerpt as a file has it, whatever the file says. */
export interface ExcerptRow {
  /** Counts excerpts in the file from 1; a header is none. */
  readonly row: number
  /** Line of the file, from 1, on which the excerpt (in Markdown, its comment) begins. */
  readonly line: number
  /** The columns with a format's escaping undone; a column that is missing or of another type is not in the map. */
  readonly texts: ColumnTexts
  /** The row cannot be read as a whole: too many cells, no end, no JSON, a column twice. */
  readonly broken?: true
  /** What a reader of the file sees is not what the columns say. */
  readonly altered?: true
  /** A reader of the file sees an excerpt here, and there are no columns that it could be checked by. */
  readonly bare?: true
  /** Names of columns that are none of an excerpt: nothing proves what stands in them. */
  readonly others?: readonly string[]
}

/** The excerpts of a file, or `not-excerpts` where it holds nothing that is one. */
export type ReadExcerpts = Result<readonly ExcerptRow[], Problem<'not-excerpts'>>
