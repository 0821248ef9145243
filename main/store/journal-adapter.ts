import type { Adapter } from 'lowdb'
import type { Journal, ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { AnnotatorId, WorkspaceId } from '#annotations/model/ids'
import { err, ok, problem, type Result } from '#annotations/model/result'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import { sidesOfConflict } from '#annotations/workspace/merge-conflict'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { DurableFile } from './durable-file'
import { sha256 } from './place-file'
import { readText } from './read-text'
import { StoreFailure } from './store-problem'

/** Which journal a file has to hold. */
export interface JournalPlace {
  readonly workspace: WorkspaceId
  readonly scope: ScopeKey
  readonly annotator: AnnotatorId
  /** Relative to the workspace: what problems call the file. */
  readonly file: string
}

/**
 * lowdb's adapter over a durable file. It rejects with `StoreFailure`, since lowdb has no other way. A file that
 * cannot be read, or that a newer program wrote, is never overwritten. Calls must not overlap.
 */
export class JournalAdapter implements Adapter<Journal> {
  readonly #file: DurableFile
  readonly #place: JournalPlace
  #standing: Journal | undefined
  #refusal: StoreProblem | undefined

  constructor(file: DurableFile, place: JournalPlace) {
    this.#file = file
    this.#place = place
  }

  get annotator(): AnnotatorId {
    return this.#place.annotator
  }

  /** All that was read from the file or written to it: each write holds it. `undefined` before there was anything. */
  get standing(): Journal | undefined {
    return this.#standing
  }

  /** The journal on disk together with `standing`; `null` where there is neither. */
  async read(): Promise<Journal | null> {
    const bytes = value(await this.#file.read())
    this.#refusal = undefined
    if (bytes === undefined) return this.#standing ?? null
    const found = readJournalBytes(bytes, this.#place)
    this.#refusal = refusalOf(found, this.#place.file)
    const journal = value(found)
    this.#standing = this.#unitedWith(journal)
    return this.#standing
  }

  /** Resolves when the journal, united with what stands on disk, is durable. */
  async write(journal: Journal): Promise<void> {
    if (this.#refusal !== undefined) await this.read()
    const refusal = this.#refusal ?? (journal.newer === true ? newerVersion(this.#place.file) : undefined)
    if (refusal !== undefined) throw new StoreFailure(refusal)
    let united = this.#standing === undefined ? journal : uniteJournals(journal, this.#standing)
    value(
      await this.#file.write(this.#toBytes(united), bytes => {
        const found = readJournalBytes(bytes, this.#place)
        const reason = refusalOf(found, this.#place.file)
        if (reason !== undefined) return err(reason)
        this.#standing = this.#unitedWith(value(found))
        united = uniteJournals(united, value(found))
        return ok(this.#toBytes(united))
      }),
    )
    this.#standing = united
  }

  #unitedWith(found: Journal): Journal {
    return this.#standing === undefined ? found : unite(this.#standing, found)
  }

  #toBytes(journal: Journal): Uint8Array {
    return Buffer.from(writeJournal(journal, this.#place, sha256), 'utf8')
  }
}

/**
 * The journal that a file's bytes hold; of an unfinished merge of Git both sides together. Else `damaged` with the
 * `reason`, which is `misplaced` for a file that belongs elsewhere, or `newer-version` where nothing could be read.
 */
export function readJournalBytes(bytes: Uint8Array, place: JournalPlace): Result<Journal, StoreProblem> {
  const text = readText(bytes)
  if (!text.ok) return damaged(place.file, text.error.code)
  const whole = readJournalText(text.value, place)
  if (whole.ok || whole.error.facts?.reason !== 'merge-conflict') return whole
  const sides = sidesOfConflict(text.value)
  if (sides === undefined) return whole
  const ours = readJournalText(sides.ours, place)
  const theirs = readJournalText(sides.theirs, place)
  if (!ours.ok) return ours
  return theirs.ok ? ok(unite(ours.value, theirs.value)) : theirs
}

function readJournalText(text: string, place: JournalPlace): Result<Journal, StoreProblem> {
  const read = readJournal(text, sha256)
  if (!read.ok) {
    const { code, facts } = read.error
    return code === 'newer-version' ? err(newerVersion(place.file)) : damaged(place.file, code, facts)
  }
  const { journal, workspace, scope } = read.value
  const atHome = workspace === place.workspace && scope === place.scope && journal.annotator === place.annotator
  return atHome ? ok(journal) : damaged(place.file, 'misplaced')
}

/** Both journals as one, which is a newer program's where one of them is. */
function unite(a: Journal, b: Journal): Journal {
  return b.newer === true ? uniteJournals(b, a) : uniteJournals(a, b)
}

function damaged(file: string, reason: string, facts: StoreProblem['facts'] = {}) {
  return problem('damaged', { ...facts, file, reason })
}

function newerVersion(file: string): StoreProblem {
  return { code: 'newer-version', facts: { file } }
}

function refusalOf(found: Result<Journal, StoreProblem>, file: string): StoreProblem | undefined {
  if (!found.ok) return found.error
  return found.value.newer === true ? newerVersion(file) : undefined
}

function value<T>(result: Result<T, StoreProblem>): T {
  if (result.ok) return result.value
  throw new StoreFailure(result.error)
}
