import { entryKey, standingValue } from '#annotations/changes/entry'
import type { Act, Edit, Refusal } from '#annotations/edit/edit'
import type { AnnotatorId } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { WorkspaceSession } from './workspace-session'

export interface AnnotatorIdentity {
  readonly id: AnnotatorId
  readonly name: string
  readonly what: 'person' | 'gold' | 'import'
  /** Of a gold set: who decides in it. */
  readonly keeper?: AnnotatorId
}

/** Makes the annotator known in the workspace under the name of the profile; writes nothing where it is so already. */
export async function ensureAnnotator(
  session: WorkspaceSession,
  annotator: AnnotatorIdentity,
  ports: { readonly clock: Clock; readonly ids: Ids },
): Promise<Result<void, Refusal | StoreProblem>> {
  const entry = session
    .state()
    .scopes.get('annotators')
    ?.journals.get(annotator.id)
    ?.entries.get(entryKey('annotator', annotator.id))
  const { what, name, keeper } = annotator
  const fields = { what, name, ...(keeper === undefined ? {} : { keeper }) }
  const stands = Object.entries(fields).every(([field, value]) => standingValue(entry, field) === value)
  if (stands) return ok(undefined)
  const on = { register: 'annotators', id: annotator.id } as const
  const act: Act =
    entry === undefined ? { do: 'add-entry', ...on, type: 'annotator', fields } : { do: 'change-entry', ...on, fields }
  const edit: Edit = { id: ports.ids.next(), at: ports.clock.now(), by: annotator.id, acts: [act], auto: true }
  const written = await session.edit(edit)
  return written.ok ? ok(undefined) : written
}
