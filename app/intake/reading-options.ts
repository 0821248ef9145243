import type { IntakeOptions } from '#app/ports/intake'
import type { CodePages } from './pdf/code-pages'

/** Options of a reading, and what the process that reads has beside it. */
export interface ReadingOptions extends IntakeOptions {
  /** Tables for PDFs that name an older code page; without them such text is missing. */
  readonly codePages?: CodePages | undefined
}
