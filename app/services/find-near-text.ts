import type { DocumentId } from '#annotations/model/ids'
import { type NearText, NearTexts } from './near-texts'
import type { WorkspaceSession } from './workspace-session'

/** Texts that are taken in before others get a turn. */
const atOnce = 20

const known = new WeakMap<WorkspaceSession, NearTexts<DocumentId>>()

/** The document whose current text is nearest to a text; removed ones are none. The texts are taken in with the first question. */
export async function findNearText(session: WorkspaceSession, text: string): Promise<NearText<DocumentId> | undefined> {
  const textOf = (document: DocumentId) => {
    const release = session.release(document)
    return release === undefined || release.deleted ? undefined : release.current.text
  }
  const texts = known.get(session) ?? new NearTexts(textOf)
  known.set(session, texts)
  const missing = session.documents().filter(document => !texts.has(document))
  for (const [n, document] of missing.entries()) {
    if (n % atOnce === atOnce - 1) await new Promise<void>(resolve => void setTimeout(resolve, 0))
    if (!texts.has(document)) texts.add(document, textOf(document) ?? '')
  }
  return texts.nearest(text)
}
