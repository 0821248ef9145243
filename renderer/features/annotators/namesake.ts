import type { AnnotatorId } from '#annotations/model/ids'

/** An annotator of the workspace who has the name of the person at the desk. */
export interface Namesake {
  readonly id: AnnotatorId
  readonly name: string
  /** The day of their first mark or word in the workspace, ISO 8601; absent where it is not known. */
  readonly since?: string | undefined
}

/** The same while both have written something in the workspace. */
export interface OtherSelf extends Namesake {
  /** The two count as one annotator. */
  readonly isMe: boolean
  /** The one at the desk said so, and can take it back. */
  readonly saidHere: boolean
}
