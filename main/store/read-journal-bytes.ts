import type { Journal, ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { AnnotatorId, WorkspaceId } from '#annotations/model/ids'
import { err, ok, problem, type Result } from '#annotations/model/result'
import { readJournal } from '#annotations/workspace/journal-file'
import { sidesOfConflict } from '#annotations/workspace/merge-conflict'
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
}

export interface FoundJournal {
  readonly journal: Journal
  /** As a program wrote it; both sides of an unfinished merge of Git are, where each is. */
  readonly sound: boolean
}

/**
 * The journal that a file's bytes hold; of an unfinished merge of Git both sides together. Else `damaged` with the
 * `reason`, which is `misplaced` for a file that belongs elsewhere, or `newer-version` where nothing could be read.
 */
export function readJournalBytes(bytes: Uint8Array, place: JournalPlace): Result<FoundJournal, StoreProblem> {
  const text = readText(bytes)
  if (!text.ok) return damaged(place.file, text.error.code)
  const whole = readJournalText(text.value, place)
  if (whole.ok || whole.error.facts?.reason !== 'merge-conflict') return whole
  const sides = sidesOfConflict(text.value)
  if (sides === undefined) return whole
  const ours = readJournalText(sides.ours, place)
  const theirs = readJournalText(sides.theirs, place)
  if (!ours.ok) return ours
  if (!theirs.ok) return theirs
  // Git cuts a side's file together from lines of both: its checksum tells nothing.
  return ok({ journal: unite(ours.value.journal, theirs.value.journal), sound: true })
}

function readJournalText(text: string, place: JournalPlace): Result<FoundJournal, StoreProblem> {
  const read = readJournal(text, sha256)
  if (!read.ok) {
    const { code, facts } = read.error
    return code === 'newer-version' ? err(newerVersion(place.file)) : damaged(place.file, code, facts)
  }
  const { journal, workspace, scope, sound } = read.value
  const atHome = workspace === place.workspace && scope === place.scope && journal.annotator === place.annotator
  return atHome ? ok({ journal, sound }) : damaged(place.file, 'misplaced')
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
