import type { DocumentId, RevisionHash } from '#annotations/model/ids'
import type { BlockType, Role, TextOffset } from '#annotations/model/revision'
import type { WorkspaceSession } from './workspace-session'

/** A document's current text. */
export interface ShownDocument {
  readonly id: DocumentId
  readonly revision: RevisionHash
  /** The canonical text, which all offsets count in. */
  readonly text: string
  /** `n` counts from 1. */
  readonly blocks: readonly {
    readonly n: number
    readonly role: Role
    readonly type: BlockType
    readonly start: TextOffset
    readonly end: TextOffset
    readonly text: string
  }[]
}

/** The current text of a document with its blocks; `undefined` for a document that is not there or has no text. */
export function showDocument(session: WorkspaceSession, document: DocumentId): ShownDocument | undefined {
  const current = session.release(document)?.current
  if (current === undefined) return undefined
  const { id: revision, text } = current
  const blocks = current.blocks.map(({ role, type, start, end }, i) => ({
    n: i + 1,
    role,
    type,
    start,
    end,
    text: text.slice(start, end),
  }))
  return { id: document, revision, text, blocks }
}
