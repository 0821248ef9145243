import type { Edit } from '#annotations/edit/edit'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { type AnnotatorIdentity, ensureAnnotator } from '#app/services/annotator-entry'
import type { EditOutcome, WorkspaceSession } from '#app/services/workspace-session'
import { withAllScopes } from '#app/services/workspace-undo'
import { journalTexts } from './payloads'
import type { Handlers, Tell } from './serve-calls'

export interface EditHandlerPorts {
  /** The session, of which some documents may not be read yet. */
  readonly early: () => WorkspaceSession | undefined
  /** The same when all are. */
  readonly whole: () => Promise<Result<WorkspaceSession, Problem>>
  /** Who is at the desk. */
  readonly annotator: () => AnnotatorIdentity | undefined
  /** The window is told whom the workspace has come to know. */
  readonly tell: Tell
  readonly clock: Clock
  readonly ids: Ids
}

export interface EditHandlers {
  readonly handlers: Pick<Handlers, 'edit.apply' | 'edit.retry'>
  /** Does an edit of the annotator at the desk and waits until it is on disk. */
  apply(
    session: WorkspaceSession,
    edit: Edit,
    base?: { readonly [scope: string]: number },
  ): Promise<Answer<EditOutcome>>
}

/** Does the edits of the annotator at the desk, whom the workspace knows by then. */
export function createEditHandlers(ports: EditHandlerPorts): EditHandlers {
  // One promise for all edits that wait for it, so that they go on in the order in which they came.
  let known:
    | { readonly session: WorkspaceSession; readonly name: string; readonly made: ReturnType<typeof ensureAnnotator> }
    | undefined

  function annotatorKnown(session: WorkspaceSession, identity: AnnotatorIdentity): ReturnType<typeof ensureAnnotator> {
    if (known?.session === session && known.name === identity.name) return known.made
    const made = ensureAnnotator(session, identity, ports)
    known = { session, name: identity.name, made }
    void made.then(result => {
      if (result.ok) ports.tell('journals-changed', { journals: journalTexts(session, ['annotators']) })
      else if (known?.made === made) known = undefined
    })
    return made
  }

  async function apply(
    session: WorkspaceSession,
    edit: Edit,
    base?: { readonly [scope: string]: number },
  ): Promise<Answer<EditOutcome>> {
    const identity = ports.annotator()
    if (identity === undefined || edit.by !== identity.id) return problem('not-mine', { annotator: edit.by })
    const made = await annotatorKnown(session, identity)
    // A name that could not be written waits for the disk as the edit does, and edits are done in the order in which they came.
    const isNamed = made.ok || session.state().scopes.get('annotators')?.journals.has(identity.id) === true
    if (!isNamed) return made
    const ready = await waitFor(session, edit)
    return ready.ok ? session.edit(withAllScopes(session, edit), base) : ready
  }

  /** The last of the edits that wait for the whole workspace: later ones are done after it. */
  let waiting: Promise<Result<unknown, Problem>> | undefined

  /** What an edit takes back may stand in any document. */
  async function waitFor(session: WorkspaceSession, edit: Edit): Promise<Result<unknown, Problem>> {
    const needsAll = session.unread().length > 0 && edit.acts.some(act => act.do === 'undo')
    if (waiting === undefined && !needsAll) return ok(undefined)
    const before: Promise<unknown> = waiting ?? Promise.resolve()
    const turn = before.then((): Promise<Result<unknown, Problem>> | Result<unknown, Problem> =>
      needsAll ? ports.whole() : ok(undefined),
    )
    waiting = turn
    const ready = await turn
    if (waiting === turn) waiting = undefined
    return ready
  }

  const handlers: EditHandlers['handlers'] = {
    'edit.apply': async ({ edit, base }) => {
      const session = ports.early()
      if (session === undefined) return problem('no-workspace')
      const outcome = await apply(session, edit, base)
      return outcome.ok ? ok({ revs: {}, journals: journalTexts(session, outcome.value.behind) }) : outcome
    },
    'edit.retry': async () => {
      const session = ports.early()
      if (session === undefined) return problem('no-workspace')
      const retried = await session.retry()
      return retried.ok ? ok(null) : retried
    },
  }
  return { handlers, apply }
}
