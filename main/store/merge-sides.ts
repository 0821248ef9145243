import { err, ok, problem, type Result } from '#annotations/model/result'
import { isConflicted } from '#annotations/workspace/conflict-marks'
import { writeJournal } from '#annotations/workspace/journal-file'
import { readRevision } from '#annotations/workspace/revision-file'
import { readWorkspace } from '#annotations/workspace/workspace-file'
import type { StoreProblem } from '#app/ports/workspace-store'
import { recoverJournal } from './journal-recovery'
import { sha256 } from './place-file'
import { isSamePlace, newerVersion, type PlacedJournal, readPlacedJournal, unite } from './read-journal-bytes'
import { readText } from './read-text'

/** Versions of one file of a workspace: what two people made of it, and what both began with, where that is known. */
export interface Sides {
  readonly base: Uint8Array | undefined
  readonly ours: Uint8Array
  readonly theirs: Uint8Array
}

/**
 * The file that holds what both sides say: of a journal the changes of both, of a file that is written once the sound
 * one, and of two sound ones the first in order of their bytes, so that it does not depend on the sides. What was changed
 * by hand on a side becomes a change over what the base has. `damaged` or `newer-version` where a side cannot be read,
 * and `damaged` with `misplaced` where they are not versions of one file. `file`: what problems call it; `at`: now.
 */
export async function mergeSides(
  { base, ours, theirs }: Sides,
  file: string,
  at: Date,
): Promise<Result<Uint8Array, StoreProblem>> {
  if (Buffer.compare(ours, theirs) === 0) return ok(ours)
  if (isWrittenOnce(ours) || isWrittenOnce(theirs)) return soundOne(ours, theirs, file)
  const [mine, other] = [readPlacedJournal(ours, file), readPlacedJournal(theirs, file)]
  if (!mine.ok) return mine
  if (!other.ok) return other
  if (!isSamePlace(mine.value, other.value)) return problem('damaged', { file, reason: 'misplaced' })
  const { workspace, scope } = mine.value
  const a = await explain(ours, mine.value, base, file, at)
  const b = await explain(theirs, other.value, base, file, at)
  if (a.newer === true || b.newer === true) return err(newerVersion(file))
  return ok(Buffer.from(writeJournal(unite(a, b), { workspace, scope }, sha256), 'utf8'))
}

/** The journal of a side, in which what was changed by hand is a change. */
async function explain(bytes: Uint8Array, side: PlacedJournal, base: Uint8Array | undefined, file: string, at: Date) {
  const { workspace, scope, annotator } = side
  const spares = { previous: async () => base, backup: async () => undefined, texts: async () => [] }
  const place = { workspace, scope, annotator, file }
  const recovered = await recoverJournal(bytes, ok(side), undefined, place, spares, at)
  return recovered?.journal ?? side.journal
}

const writtenOnce = /^\uFEFF?\{"format":"pressmark-(?:workspace|revision)"/

function isWrittenOnce(bytes: Uint8Array): boolean {
  const text = readText(bytes)
  return text.ok && writtenOnce.test(text.value)
}

interface Once {
  readonly bytes: Uint8Array
  /** What it is a version of. */
  readonly of: string
  readonly sound: boolean
}

function soundOne(ours: Uint8Array, theirs: Uint8Array, file: string): Result<Uint8Array, StoreProblem> {
  const [a, b] = [ours, theirs].map(readOnce)
  if (a === undefined && b === undefined) return problem('damaged', { file })
  if (a === undefined || b === undefined) return ok((a ?? b)?.bytes ?? ours)
  if (a.of !== b.of) return problem('damaged', { file, reason: 'misplaced' })
  if (a.sound !== b.sound) return ok(a.sound ? a.bytes : b.bytes)
  return ok(Buffer.compare(a.bytes, b.bytes) < 0 ? a.bytes : b.bytes)
}

/** A file that is written once, where it can be read. */
function readOnce(bytes: Uint8Array): Once | undefined {
  const text = readText(bytes)
  if (!text.ok) return undefined
  const revision = readRevision(text.value, sha256)
  if (revision.ok) {
    const { workspace, document, sound } = revision.value
    return { bytes, of: `${workspace} ${document} ${revision.value.revision.id}`, sound }
  }
  const workspace = readWorkspace(text.value, sha256)
  return workspace.ok ? { bytes, of: workspace.value.identity.id, sound: workspace.value.sound } : undefined
}

/**
 * Both sides in one text, between the marks that Git leaves where it cannot merge: Pressmark reads both sides of it.
 * `undefined` where a side is no text, or has such marks already.
 */
export function conflictOf({ ours, theirs }: Sides): string | undefined {
  const [mine, other] = [readText(ours), readText(theirs)]
  if (!mine.ok || !other.ok || isConflicted(mine.value) || isConflicted(other.value)) return undefined
  return `<<<<<<< ours\n${whole(mine.value)}=======\n${whole(other.value)}>>>>>>> theirs\n`
}

function whole(text: string): string {
  return text.endsWith('\n') || text === '' ? text : `${text}\n`
}
