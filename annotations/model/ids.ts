declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]?: Name }

/** Opaque: a UUIDv7 made by Pressmark, a UUID of another program, or a fixed word that Pressmark ships. */
export type WorkspaceId = Id<'workspace'>
export type DocumentId = Id<'document'>
export type AnnotatorId = Id<'annotator'>
export type AnnotationId = Id<'annotation'>
export type TagId = Id<'tag'>
export type SpeakerId = Id<'speaker'>
export type ClaimId = Id<'claim'>
export type ClaimTypeId = Id<'claim-type'>
export type EditId = Id<'edit'>
export type ReviewId = Id<'review'>

/** SHA-256 of the UTF-8 bytes of a canonical text, 64 lower-case hexadecimal digits. */
export type RevisionHash = Id<'revision'>

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. It is for people and never orders anything. */
export type Instant = Id<'instant'>

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** True for a string that may be an id and part of a file name: 1 to 128 of `A-Z a-z 0-9 . _ -`, the first a letter or digit. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value)
}

/** True for 64 lower-case hexadecimal digits. */
export function isRevisionHash(value: unknown): value is RevisionHash {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
