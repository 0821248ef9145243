import type { DocumentId } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'

type Read = Promise<Result<unknown, StoreProblem>>

/** The documents of a workspace that are not read yet. Each is read once, when somebody asks for it. */
export class UnreadDocuments {
  readonly #read: (document: DocumentId) => Read
  readonly #unread: Set<DocumentId>
  /** The last turn that has not ended. */
  #turn: Read | undefined
  readonly #underWay = new Map<DocumentId, Read>()

  /** `read`: reads a document; one of which that fails stays unread. */
  constructor(documents: readonly DocumentId[], read: (document: DocumentId) => Read) {
    this.#unread = new Set(documents)
    this.#read = read
  }

  /** In their order. */
  all(): readonly DocumentId[] {
    return [...this.#unread]
  }

  has(document: DocumentId): boolean {
    return this.#unread.has(document)
  }

  /** It was read, by whomever. */
  isRead(document: DocumentId): void {
    this.#unread.delete(document)
  }

  /** Resolves when none of these is unread, or with the first problem. */
  async ready(documents: readonly DocumentId[]): Read {
    for (const read of await Promise.all(documents.flatMap(document => this.#begin(document) ?? []))) {
      if (!read.ok) return read
    }
    return ok(undefined)
  }

  /**
   * When it is an edit's turn that names these documents: they are read then, and edits that waited before have begun.
   * `undefined` for at once. Who waits calls `endTurn` when it goes on.
   */
  turn(documents: readonly DocumentId[]): Read | undefined {
    const unread = documents.filter(document => this.has(document))
    if (this.#turn === undefined && unread.length === 0) return undefined
    const before: Promise<unknown> = this.#turn ?? Promise.resolve()
    const turn = before.then(() => this.ready(unread))
    this.#turn = turn
    return turn
  }

  endTurn(turn: Read): void {
    if (this.#turn === turn) this.#turn = undefined
  }

  /** Resolves when nothing is being read. */
  async atRest(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
  }

  #begin(document: DocumentId): Read | undefined {
    if (!this.#unread.has(document)) return undefined
    const underWay = this.#underWay.get(document)
    if (underWay !== undefined) return underWay
    const reading = this.#read(document).then(read => {
      if (read.ok) this.#unread.delete(document)
      return read
    })
    this.#underWay.set(document, reading)
    const ended = () => void this.#underWay.delete(document)
    reading.then(ended, ended)
    return reading
  }
}
