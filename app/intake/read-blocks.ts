import type { Finding } from '#annotations/model/revision'
import type { SourceBlock } from '#annotations/text/source-block'
import type { IntakeWarning } from '#app/ports/intake'

/** What a reader found in a file: blocks in order, and metadata that is not part of the text. */
export interface ReadBlocks {
  readonly blocks: readonly SourceBlock[]
  /** Wins over what the text says under the same name. */
  readonly found: readonly Finding[]
  /** Holds only where neither `found` nor the text says anything under the same name. */
  readonly spare?: readonly Finding[]
  readonly warnings?: readonly IntakeWarning[]
}
