import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { DocumentRow } from '#app/contract/values'
import type { WorkspaceSession } from '#app/services/workspace-session'

/**
 * The rows of the library as the window has them, in the order of the documents: of a document that is not read yet
 * the one that the catalogue has, if any.
 */
export class LibraryRows {
  readonly #annotator: () => AnnotatorId | undefined
  readonly #session: WorkspaceSession
  readonly #rows = new Map<DocumentId, DocumentRow | undefined>()

  constructor(session: WorkspaceSession, annotator: () => AnnotatorId | undefined, kept: readonly DocumentRow[]) {
    this.#annotator = annotator
    this.#session = session
    const keptRows = new Map(kept.map(row => [row.id, row]))
    for (const document of session.documents()) this.#rows.set(document, this.#rowOf(document))
    for (const document of session.unread()) this.#rows.set(document, keptRows.get(document))
  }

  all(): DocumentRow[] {
    return [...this.#rows.values()].flatMap(row => row ?? [])
  }

  /** In which order they are. */
  order(): DocumentId[] {
    return [...this.#rows.keys()]
  }

  /** Makes the rows of documents anew that are read; those that came out otherwise. */
  renew(documents: readonly DocumentId[]): DocumentRow[] {
    return documents.flatMap(document => {
      const row = this.#rowOf(document)
      const isSame = JSON.stringify(row) === JSON.stringify(this.#rows.get(document))
      this.#rows.set(document, row)
      return isSame || row === undefined ? [] : [row]
    })
  }

  #rowOf(document: DocumentId): DocumentRow | undefined {
    return this.#session.rows(this.#annotator(), [document])[0]
  }
}
