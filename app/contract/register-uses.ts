import type { ClaimTypeId, SpeakerId, TagId } from '#annotations/model/ids'

/** How much an entry of a register is used: annotations that are not removed, in documents that are not removed. */
export interface EntryUses {
  readonly annotations: number
  /** Those of the annotator at the desk. */
  readonly mine: number
  readonly documents: number
}

/** A role as the releases write it, with the days of those releases, `YYYY-MM-DD`, where they are known. */
export interface HeldRole {
  readonly role: string
  readonly annotations: number
  readonly first?: string
  readonly last?: string
}

export interface SpeakerUses extends EntryUses {
  /** The latest first; without a day last. */
  readonly roles: readonly HeldRole[]
}

/** Uses by id. What was merged counts for what it was merged into, each annotation once; unused ids are left out. */
export interface RegisterUses {
  readonly tags: { readonly [tag: TagId]: EntryUses }
  readonly speakers: { readonly [speaker: SpeakerId]: SpeakerUses }
  /** Only where all entries are asked about. */
  readonly claimTypes: { readonly [type: ClaimTypeId]: EntryUses }
}
