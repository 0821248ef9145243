import type { SpeakerId } from '#annotations/model/ids'
import type { RegisterWishes } from '../registers/register-wishes'
import type { SpeakerKind } from './speaker-list'

/** What a person wants done to the speakers; each is one edit, but for `onShowUses`. */
export interface SpeakerWishes extends RegisterWishes {
  /** The id of the new speaker, or of the one that was there already. */
  readonly onAdd: (name: string) => SpeakerId | undefined
  readonly onWhat: (speaker: SpeakerId, what: SpeakerKind) => void
  readonly onNote: (speaker: SpeakerId, note: string) => void
  readonly onAlias: (speaker: SpeakerId, alias: string, on: boolean) => void
}
