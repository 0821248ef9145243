import type { AnnotatorId } from '#annotations/model/ids'

/** An annotator of the workspace who has the name of the person at the desk. */
export interface Namesake {
  readonly id: AnnotatorId
  readonly name: string
  /** The day of their first mark or word in the workspace, ISO 8601; absent where it is not known. */
  readonly since?: string | undefined
}
