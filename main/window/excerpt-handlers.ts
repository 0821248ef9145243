import type { ScopeKey } from '#annotations/changes/journal'
import { scopeRev } from '#annotations/changes/journal'
import type { Edit } from '#annotations/edit/edit'
import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import type { ExcerptChoice, UndoAnswer } from '#app/contract/excerpt-query'
import type { Answer, JournalText } from '#app/contract/values'
import { bulkEdit } from '#app/services/bulk-edit'
import { createExcerptIndex, type ExcerptIndex } from '#app/services/excerpt-index'
import { previewExport } from '#app/services/preview-export'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { nextToUndo, scopesOfEdit } from '#app/services/workspace-undo'
import { journalTexts } from './payloads'
import type { Handlers } from './serve-calls'

export interface ExcerptHandlerPorts {
  readonly version: string
  readonly session: () => WorkspaceSession | undefined
  readonly annotator: () => AnnotatorId | undefined
  /** Does an edit of the annotator at the desk and waits until it is on disk. */
  readonly apply: (session: WorkspaceSession, edit: Edit) => Promise<Answer<unknown>>
}

type ExcerptCall = 'excerpts.query' | 'excerpts.ids' | 'excerpts.bulk' | 'excerpts.undo' | 'excerpts.preview'

export interface ExcerptHandlers {
  readonly handlers: Pick<Handlers, ExcerptCall>
  /** The annotations of a choice, in its order. */
  chosen(session: WorkspaceSession, choice: ExcerptChoice): AnnotationId[]
  /** Reads a workspace into the index little by little, so that the table is there when it is asked for. */
  prepare(session: WorkspaceSession): void
}

/** Documents read at a time while nothing else waits. */
const atATime = 10

/** Answers what is asked of the table of excerpts, from one index that lives as long as the session and the annotator. */
export function createExcerptHandlers(ports: ExcerptHandlerPorts): ExcerptHandlers {
  let held:
    | { readonly session: WorkspaceSession; readonly annotator: AnnotatorId | undefined; readonly index: ExcerptIndex }
    | undefined

  function indexOf(session: WorkspaceSession): ExcerptIndex {
    const annotator = ports.annotator()
    if (held?.session === session && held.annotator === annotator) return held.index
    held?.index.close()
    held = { session, annotator, index: createExcerptIndex(session, annotator) }
    return held.index
  }

  async function withSession<T>(
    use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>,
  ): Promise<Answer<T>> {
    const session = ports.session()
    return session === undefined ? problem('no-workspace') : use(session)
  }

  function prepare(session: WorkspaceSession): void {
    setImmediate(() => {
      if (ports.session() === session && indexOf(session).prepare(atATime)) prepare(session)
    })
  }

  function chosen(session: WorkspaceSession, { only, ...shown }: ExcerptChoice): AnnotationId[] {
    const ids = indexOf(session).ids(shown)
    if (only === undefined) return ids
    const wanted = new Set(only)
    return ids.filter(id => wanted.has(id))
  }

  const handlers: Pick<Handlers, ExcerptCall> = {
    'excerpts.query': query => withSession(session => ok(indexOf(session).query(query))),
    'excerpts.ids': ({ from, count, ...shown }) => withSession(session => ok(indexOf(session).ids(shown, from, count))),
    'excerpts.preview': ({ format, raw, ...choice }) =>
      withSession(session =>
        previewExport(session, {
          format,
          version: ports.version,
          annotations: chosen(session, choice),
          raw: raw === true,
        }),
      ),
    'excerpts.bulk': bulk =>
      withSession(async session => {
        const by = ports.annotator()
        const index = indexOf(session)
        const made = by === undefined ? undefined : bulkEdit(session, id => index.find(id), by, bulk)
        if (made === undefined) return problem('not-mine')
        const done = await ports.apply(session, made.edit)
        if (!done.ok) return done
        return ok({ changed: made.changed, left: made.left, journals: newJournals(session, bulk.base) })
      }),
    'excerpts.undo': ({ edit, which, base }) =>
      withSession<UndoAnswer>(async session => {
        const by = ports.annotator()
        const taken = by === undefined ? undefined : nextToUndo(session, by, which)
        if (by === undefined || taken === undefined) return ok({ edit: null, journals: [] })
        const scopes = scopesOfEdit(session, by, taken)
        const done = await ports.apply(session, { ...edit, by, acts: [{ do: 'undo', edit: taken, scopes }] })
        return done.ok ? ok({ edit: taken, journals: newJournals(session, base) }) : done
      }),
  }
  return { handlers, chosen, prepare }
}

/** Journals of the scopes of which the window has seen less. */
function newJournals(session: WorkspaceSession, base: { readonly [scope: string]: number }): JournalText[] {
  const { scopes } = session.state()
  const behind = (Object.keys(base) as ScopeKey[]).filter(scope => base[scope] !== scopeRev(scopes.get(scope)))
  return journalTexts(session, behind)
}
