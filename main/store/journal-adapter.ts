import type { Adapter } from 'lowdb'
import type { Journal } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { AnnotatorId } from '#annotations/model/ids'
import { err, ok, type Result } from '#annotations/model/result'
import { writeJournal } from '#annotations/workspace/journal-file'
import type { FileReport, StoreProblem } from '#app/ports/workspace-store'
import type { DurableFile, Replacement } from './durable-file'
import { type Recovered, recoverJournal, type Spares } from './journal-recovery'
import { sha256 } from './place-file'
import {
  type FoundJournal,
  type JournalPlace,
  newerVersion,
  readJournalBytes,
  readJournalBytesSlowly,
  unite,
} from './read-journal-bytes'
import { StoreFailure } from './store-problem'

/** Where a file is set aside: the path on this machine, and the one that a report tells. */
export interface Aside {
  readonly path: string
  readonly told: string
}

/** What a journal's file needs beside itself. */
export interface JournalHelp {
  /** The texts and backups in which an earlier state may be found. */
  readonly spares: Omit<Spares, 'previous'>
  /** True where this program may write the file now: only then it is set right. */
  mayWrite(): boolean
  /** Makes the place where a file is set aside that is not as it was written. */
  aside(bytes: Uint8Array): Promise<Result<Aside, StoreProblem>>
  report(report: FileReport): void
  /** The file is about to be written in a newer version than it was: there is a backup when this resolves, or it was told. */
  beforeMigration(): Promise<void>
}

/**
 * lowdb's adapter over a durable file. It rejects with `StoreFailure`, since lowdb has no other way. A file that is
 * damaged, gone or edited by hand is set aside, and what is known of it stands in; one that a newer program wrote is
 * never overwritten. Calls must not overlap.
 */
export class JournalAdapter implements Adapter<Journal> {
  readonly #file: DurableFile
  readonly #place: JournalPlace
  readonly #help: JournalHelp
  #standing: Journal | undefined
  #refusal: StoreProblem | undefined
  /** What is on disk, where it has to be set aside before it is replaced. */
  #unsound: Uint8Array | undefined
  /** The file is of an older version. */
  #older = false
  #holdsAll = true
  /** The hash of the content that was reported last. */
  #told: string | undefined

  constructor(file: DurableFile, place: JournalPlace, help: JournalHelp) {
    this.#file = file
    this.#place = place
    this.#help = help
  }

  get annotator(): AnnotatorId {
    return this.#place.annotator
  }

  /** All that was read from the file or written to it: each write holds it. `undefined` before there was anything. */
  get standing(): Journal | undefined {
    return this.#standing
  }

  isAsSeen(): Promise<boolean> {
    return this.#file.isAsSeen()
  }

  /** False where the file was set back or taken away: it lacks what was read from it or written to it before. */
  get holdsAll(): boolean {
    return this.#holdsAll
  }

  /** The journal on disk together with `standing`; `null` where there is neither. */
  async read(): Promise<Journal | null> {
    const bytes = value(await this.#file.read())
    const read = bytes === undefined ? undefined : await readJournalBytesSlowly(bytes, this.#place)
    this.#older = read?.ok === true && read.value.older === true
    // Until it is known what stands in, nothing is written over what is there: looking for that may fail.
    this.#refusal = { code: 'io', facts: { file: this.#place.file } }
    this.#unsound = undefined
    this.#holdsAll = true
    const isGone = bytes === undefined && this.#standing !== undefined
    const recovered = isGone ? undefined : await this.#recover(bytes, read, this.#standing)
    this.#refusal = undefined
    const isOfUse = recovered !== undefined && (this.#help.mayWrite() || recovered.journal.entries.size > 0)
    if (isOfUse) return this.#standIn(recovered, bytes)
    if (read === undefined) {
      this.#holdsAll = !isGone
      if (isGone) this.#tellLost('missing', bytes)
      return this.#standing ?? null
    }
    this.#refusal = refusalOf(read, this.#place.file)
    const { journal } = value(read)
    this.#holdsAll = this.#standing === undefined || unite(journal, this.#standing) === journal
    if (!this.#holdsAll) this.#tellLost('set-back', bytes)
    this.#standing = this.#unitedWith(journal)
    return this.#standing
  }

  /** Resolves when the journal, united with what stands on disk, is durable. */
  async write(journal: Journal): Promise<void> {
    if (this.#refusal !== undefined) await this.read()
    const refusal = this.#refusal ?? (journal.newer === true ? newerVersion(this.#place.file) : undefined)
    if (refusal !== undefined) throw new StoreFailure(refusal)
    if (this.#older) await this.#help.beforeMigration()
    const aside = await this.#asideFor(this.#unsound)
    let united = this.#standing === undefined ? journal : uniteJournals(journal, this.#standing)
    const answer = async (bytes: Uint8Array): Promise<Result<Replacement, StoreProblem>> => {
      const read = readJournalBytes(bytes, this.#place)
      const recovered = await this.#recover(bytes, read, this.#standing)
      const reason = recovered === undefined ? refusalOf(read, this.#place.file) : undefined
      if (reason !== undefined) return err(reason)
      const kept = recovered === undefined ? undefined : await this.#asideFor(bytes)
      this.#tell(recovered, bytes, kept)
      this.#standing = this.#unitedWith(recovered?.journal ?? value(read).journal)
      united = uniteJournals(united, this.#standing)
      return ok({ bytes: this.#toBytes(united), ...(kept === undefined ? {} : { aside: kept.path }) })
    }
    value(await this.#file.write(this.#toBytes(united), answer, aside?.path))
    this.#unsound = undefined
    this.#older = false
    this.#holdsAll = true
    this.#standing = united
  }

  #recover(
    bytes: Uint8Array | undefined,
    read: Result<FoundJournal, StoreProblem> | undefined,
    standing: Journal | undefined,
  ): Promise<Recovered | undefined> {
    const spares = { ...this.#help.spares, previous: async () => value(await this.#file.readPrevious()) }
    return recoverJournal(bytes, read, standing, this.#place, spares, this.#file.changed ?? new Date(0))
  }

  /** Takes what was recovered for what stands, and writes it where that is ours to do; where it fails, the next write does. */
  async #standIn(recovered: Recovered, bytes: Uint8Array | undefined): Promise<Journal> {
    const journal = this.#unitedWith(recovered.journal)
    this.#standing = journal
    this.#unsound = bytes
    let kept: Aside | undefined
    try {
      if (this.#help.mayWrite()) {
        await this.write(journal)
        kept = await this.#asideFor(bytes)
      }
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
    }
    this.#tell(recovered, bytes, kept)
    return journal
  }

  /** Of a colleague's file their program finds out. */
  #tellLost(code: 'set-back' | 'missing', bytes: Uint8Array | undefined): void {
    const content = sha256(bytes ?? '')
    if (this.#told === content || !this.#help.mayWrite()) return
    this.#told = content
    const { file, scope } = this.#place
    this.#help.report({ file, code, from: 'memory', scope, differences: [] })
  }

  async #asideFor(bytes: Uint8Array | undefined): Promise<Aside | undefined> {
    return bytes === undefined ? undefined : value(await this.#help.aside(bytes))
  }

  /** Reports what was recovered, once for the same content. */
  #tell(recovered: Recovered | undefined, bytes: Uint8Array | undefined, kept: Aside | undefined): void {
    const content = sha256(bytes ?? '')
    if (recovered === undefined || this.#told === content) return
    this.#told = content
    this.#help.report(kept === undefined ? recovered.report : { ...recovered.report, keptAt: kept.told })
  }

  #unitedWith(found: Journal): Journal {
    return this.#standing === undefined ? found : unite(this.#standing, found)
  }

  #toBytes(journal: Journal): Uint8Array {
    return Buffer.from(writeJournal(journal, this.#place, sha256), 'utf8')
  }
}

function refusalOf(read: Result<FoundJournal, StoreProblem>, file: string): StoreProblem | undefined {
  if (!read.ok) return read.error
  return read.value.journal.newer === true ? newerVersion(file) : undefined
}

function value<T>(result: Result<T, StoreProblem>): T {
  if (result.ok) return result.value
  throw new StoreFailure(result.error)
}
