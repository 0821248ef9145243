import type { SpeakerId } from '#annotations/model/ids'
import type { MergedEntry } from '../registers/entry-facts'
import type { SpeakerKind } from './speaker-list'

/** What a person wants done to the speakers; each is one edit, but for `onShowUses`. */
export interface SpeakerWishes {
  /** The id of the new speaker, or of the one that was there already. */
  readonly onAdd: (name: string) => SpeakerId | undefined
  readonly onRename: (speaker: SpeakerId, name: string) => void
  readonly onWhat: (speaker: SpeakerId, what: SpeakerKind) => void
  readonly onNote: (speaker: SpeakerId, note: string) => void
  readonly onAlias: (speaker: SpeakerId, alias: string, on: boolean) => void
  readonly onMerge: (speaker: SpeakerId, into: SpeakerId) => void
  readonly onPart: (merge: MergedEntry) => void
  readonly onRemove: (speaker: SpeakerId) => void
  readonly onRestore: (speaker: SpeakerId) => void
  readonly onSettle: (speaker: SpeakerId, field: string, take: 'standing' | 'other') => void
  /** Leads to the highlights that have the speaker. */
  readonly onShowUses: (speaker: SpeakerId) => void
  /** The speaker that it was about. */
  readonly onUndo: () => SpeakerId | undefined
  readonly onRedo: () => SpeakerId | undefined
}
