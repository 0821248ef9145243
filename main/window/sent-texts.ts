import type { DocumentId } from '#annotations/model/ids'
import type { Events } from '#app/contract/values'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { revisionTexts } from './payloads'

/** Which texts of documents the window has: texts are only ever added, so that their number tells. */
export class SentTexts {
  readonly #session: WorkspaceSession
  readonly #sent = new Map<DocumentId, number>()

  constructor(session: WorkspaceSession) {
    this.#session = session
  }

  /** The window got a document as it is now. */
  sent(document: DocumentId): void {
    this.#sent.set(document, this.#session.release(document)?.revisions.size ?? 0)
  }

  /** What is to be told of documents that changed; it counts as sent. */
  news(changed: readonly DocumentId[]): Events['texts-changed'][] {
    return changed.flatMap(document => {
      const known = this.#sent.get(document)
      const release = known === undefined ? undefined : this.#session.release(document)
      if (release === undefined || known === undefined || release.revisions.size <= known) return []
      this.sent(document)
      return [{ document, revisions: revisionTexts(this.#session, document, release) }]
    })
  }
}
