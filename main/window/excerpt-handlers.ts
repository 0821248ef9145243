import type { ScopeKey } from '#annotations/changes/journal'
import { scopeRev } from '#annotations/changes/journal'
import type { Edit } from '#annotations/edit/edit'
import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { ExcerptChoice, UndoAnswer } from '#app/contract/excerpt-query'
import type { Answer, JournalText } from '#app/contract/values'
import { bulkEdit } from '#app/services/bulk-edit'
import { createExcerptIndex, type ExcerptIndex } from '#app/services/excerpt-index'
import { previewExport } from '#app/services/preview-export'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { nextToUndo, scopesOfEdit } from '#app/services/workspace-undo'
import { journalTexts } from './payloads'
import type { Handlers, Tell } from './serve-calls'

export interface ExcerptHandlerPorts {
  readonly version: string
  /** The session, of which some documents may not be read yet. */
  readonly early: () => WorkspaceSession | undefined
  /** The same when all are. */
  readonly whole: () => Promise<Result<WorkspaceSession, Problem>>
  readonly annotator: () => AnnotatorId | undefined
  /** Does an edit of the annotator at the desk and waits until it is on disk. */
  readonly apply: (session: WorkspaceSession, edit: Edit) => Promise<Answer<unknown>>
  readonly tell: Tell
}

type ExcerptCall = 'excerpts.query' | 'excerpts.ids' | 'excerpts.bulk' | 'excerpts.undo' | 'excerpts.preview'

export interface ExcerptHandlers {
  readonly handlers: Pick<Handlers, ExcerptCall>
  /** The annotations of a choice, in its order. */
  chosen(session: WorkspaceSession, choice: ExcerptChoice): AnnotationId[]
  /** Reads a workspace, all of whose documents are read, into the index little by little, so that the table is there when it is asked for. */
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
    const session = await ports.whole()
    return session.ok ? use(session.value) : session
  }

  function prepare(session: WorkspaceSession): void {
    setImmediate(() => {
      if (ports.early() === session && indexOf(session).prepare(atATime)) prepare(session)
    })
  }

  function chosen(session: WorkspaceSession, { only, ...shown }: ExcerptChoice): AnnotationId[] {
    const ids = indexOf(session).ids(shown)
    if (only === undefined) return ids
    const wanted = new Set(only)
    return ids.filter(id => wanted.has(id))
  }

  /** Does an edit that the window has not made; what waits for the disk is shown there as its own edits are. */
  async function apply(session: WorkspaceSession, edit: Edit, base: Base): Promise<Answer<readonly JournalText[]>> {
    const done = await ports.apply(session, edit)
    const journals = newJournals(session, base)
    if (done.ok) return ok(journals)
    if (journals.length > 0) ports.tell('journals-changed', { journals })
    return done
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
        const done = await apply(session, made.edit, bulk.base)
        return done.ok ? ok({ changed: made.changed, left: made.left, journals: done.value }) : done
      }),
    'excerpts.undo': ({ edit, which, base }) =>
      withSession<UndoAnswer>(async session => {
        const by = ports.annotator()
        const taken = by === undefined ? undefined : nextToUndo(session, by, which)
        if (by === undefined || taken === undefined) return ok({ edit: null, journals: [] })
        const scopes = scopesOfEdit(session, by, taken)
        const done = await apply(session, { ...edit, by, acts: [{ do: 'undo', edit: taken, scopes }] }, base)
        return done.ok ? ok({ edit: taken, journals: done.value }) : done
      }),
  }
  return { handlers, chosen, prepare }
}

interface Base {
  readonly [scope: string]: number
}

/** Journals of the scopes of which the window has seen less. */
function newJournals(session: WorkspaceSession, base: Base): JournalText[] {
  const { scopes } = session.state()
  const behind = (Object.keys(base) as ScopeKey[]).filter(scope => base[scope] !== scopeRev(scopes.get(scope)))
  return journalTexts(session, behind)
}
