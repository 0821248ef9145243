import type { Journal, ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { AnnotatorId, WorkspaceId } from '#annotations/model/ids'
import { err, ok, problem, type Result } from '#annotations/model/result'
import { allSteps, type Steps, stepsWithPauses } from '#annotations/model/steps'
import type { Schema } from '#annotations/workspace/envelope'
import { readJournalInSteps } from '#annotations/workspace/journal-file'
import { readConflictedJournal } from '#annotations/workspace/merge-conflict'
import type { StoreProblem } from '#app/ports/workspace-store'
import { sha256 } from './place-file'
import { readText } from './read-text'

/** Which journal a file has to hold. */
export interface JournalPlace {
  readonly workspace: WorkspaceId
  readonly scope: ScopeKey
  readonly annotator: AnnotatorId
  /** Relative to the workspace: what problems call the file. */
  readonly file: string
  /** Which version counts as the present one; that of this program where it is absent. */
  readonly schema?: Schema | undefined
}

export interface FoundJournal {
  readonly journal: Journal
  /** As a program wrote it; both sides of an unfinished merge of Git are, where each is. */
  readonly sound: boolean
  /** Of an older version: the next write is in the present one. */
  readonly older?: boolean
}

/** A journal, and where its file says that it belongs. */
export interface PlacedJournal extends FoundJournal, Place {}

/**
 * The journal that a file's bytes hold; of an unfinished merge of Git both sides together. Else `damaged` with the
 * `reason`, which is `misplaced` for a file that belongs elsewhere, `namesake` for that of an annotator whose id differs
 * in capitals alone, or `newer-version` where nothing could be read.
 */
export function readJournalBytes(bytes: Uint8Array, place: JournalPlace): Result<FoundJournal, StoreProblem> {
  return allSteps(journalBytesInSteps(bytes, place))
}

/** The same, with other work between the parts of a long one. */
export function readJournalBytesSlowly(
  bytes: Uint8Array,
  place: JournalPlace,
): Promise<Result<FoundJournal, StoreProblem>> {
  return stepsWithPauses(journalBytesInSteps(bytes, place), othersFirst)
}

/** Bytes of which it takes some milliseconds to make text. */
const long = 1_000_000

const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))

function* journalBytesInSteps(bytes: Uint8Array, place: JournalPlace): Steps<Result<FoundJournal, StoreProblem>> {
  const read = yield* placedJournalInSteps(bytes, place.file, place.schema)
  if (!read.ok) return read
  if (isSamePlace(read.value, place)) return read
  return damaged(place.file, isSamePlace(inSmall(read.value), inSmall(place)) ? 'namesake' : 'misplaced')
}

/** The same for a file that may belong anywhere. */
export function readPlacedJournal(
  bytes: Uint8Array,
  file: string,
  schema?: Schema,
): Result<PlacedJournal, StoreProblem> {
  return allSteps(placedJournalInSteps(bytes, file, schema))
}

function* placedJournalInSteps(
  bytes: Uint8Array,
  file: string,
  schema: Schema | undefined,
): Steps<Result<PlacedJournal, StoreProblem>> {
  const text = readText(bytes)
  if (!text.ok) return damaged(file, text.error.code)
  if (bytes.length > long) yield
  const whole = yield* readJournalInSteps(text.value, sha256, schema)
  const isUnmerged = !whole.ok && whole.error.code === 'merge-conflict'
  const read = isUnmerged ? readConflictedJournal(text.value, sha256) : whole
  if (!read.ok) {
    const { code, facts } = read.error
    return code === 'newer-version' ? err(newerVersion(file)) : damaged(file, code, facts)
  }
  const { journal, workspace, scope, sound } = read.value
  const older = whole.ok && whole.value.older === true
  return ok({ journal, workspace, scope, annotator: journal.annotator, sound, older })
}

type Place = Omit<JournalPlace, 'file' | 'schema'>

/** True for two files of one annotator's journal of one scope. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.workspace === b.workspace && a.scope === b.scope && a.annotator === b.annotator
}

function inSmall(place: Place): Place {
  return { ...place, annotator: place.annotator.toLowerCase() }
}

/** Both journals as one, which is a newer program's where one of them is. */
export function unite(a: Journal, b: Journal): Journal {
  return b.newer === true ? uniteJournals(b, a) : uniteJournals(a, b)
}

export function newerVersion(file: string): StoreProblem {
  return { code: 'newer-version', facts: { file } }
}

function damaged(file: string, reason: string, facts: StoreProblem['facts'] = {}) {
  return problem('damaged', { ...facts, file, reason })
}
