import type { Json } from '#annotations/model/json'
import type { OwnField } from '#annotations/model/own-fields'
import type { MetaName, Role } from '#annotations/model/revision'

/** A piece of metadata as the window shows it. */
export interface ShownFact {
  readonly name: MetaName
  readonly value?: Json
  /** Somebody stated it; else it was found, or is not known. */
  readonly stated: boolean
  /** It was found at a place in the text. */
  readonly placed: boolean
  /** What was found, where it is another than what is stated. */
  readonly found?: Json
}

/** A document with what is known of it. */
export interface ShownDocument {
  readonly id: string
  readonly facts: readonly ShownFact[]
  readonly own: readonly ShownOwnField[]
}

/** An own field with the document's value as people read it; absent where none is set. */
export interface ShownOwnField extends OwnField {
  readonly value?: string
}

/** A block with its role, for a preview of the structure. */
export interface ShownBlock {
  /** Counted from 0. */
  readonly n: number
  /** As the text shows it; `null` for what is not counted, such as a headline. */
  readonly number: number | null
  readonly role: Role
  readonly text: string
}

/** What a person can ask for; whoever shows the document does it. */
export interface DocumentWishes {
  /** `null` takes the statement back: then holds what was found. */
  onFact(document: string, name: MetaName, value: Json): void
  onShow(name: MetaName): void
}
