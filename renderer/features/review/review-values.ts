import type { Kind } from '#annotations/model/annotation'
import type { ReviewAct } from '#annotations/model/review'
import type { Aspect } from '#annotations/review/compare'
import type { Difference, DifferenceType } from '#annotations/review/differences'

/** Words that both cover, or that one alone covers. */
export interface TextRun {
  readonly text: string
  readonly differs: boolean
}

/** What one annotator has at a place. */
export interface CaseSide {
  readonly name: string
  /** Whose initials stand beside it; `You` is nobody's name. */
  readonly person: string
  readonly colleague: boolean
  readonly runs: readonly TextRun[]
  /** In which the two differ; of a mark that has no counterpart all. */
  readonly facts: readonly { readonly aspect: Aspect; readonly label: string; readonly text: string }[]
  readonly note: string
}

/** A word in the thread of a case. */
export interface ReviewWord {
  readonly id: string
  readonly name: string
  readonly person: string
  readonly mine: boolean
  readonly at: string
  readonly act: ReviewAct
  readonly text: string
  /** A decision about what stands now; one about earlier content is shown as such. */
  readonly counts: boolean
  /** Waits for an answer. */
  readonly open: boolean
  readonly resolved: boolean
}

/** A case of the queue as it is shown; `sides` and `thread` of the current one alone. */
export interface ReviewCase {
  readonly key: string
  /** Its number in the document, from 1, the same as in the margin. */
  readonly n: number
  readonly type: DifferenceType
  /** The colleague with whom it is a case. */
  readonly their: string
  readonly title: string
  readonly kind: Kind
  readonly words: string
  readonly paragraph?: number
  readonly decided: Difference['decided']
  /** The colleague's word on one's own mark. */
  readonly said: Difference['said']
  readonly settled: boolean
  readonly can: {
    readonly agree: boolean
    readonly propose: boolean
    readonly neither: boolean
    readonly takeOver: boolean
    /** The colleague has nothing here: to agree is to remove one's own. */
    readonly mineAlone: boolean
  }
  readonly sides?: readonly CaseSide[]
  readonly thread?: readonly ReviewWord[]
}
