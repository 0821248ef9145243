import type { Placement } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { describeSegments } from '#annotations/model/segments'
import { readRevision } from '#annotations/workspace/revision-file'
import type { Answer } from '#app/contract/values'
import type { VersionPreview, VersionSource } from '#app/contract/version-values'
import type { Dialogs } from '#app/ports/dialogs'
import type { AnnotatorIdentity } from '#app/services/annotator-entry'
import {
  addVersion,
  countVersion,
  planVersion,
  type VersionPlan,
  type VersionPorts,
  type VersionText,
} from '#app/services/new-version'
import {
  readVersionFile,
  sharedWords,
  textFacts,
  type VersionFile,
  type VersionFilePorts,
} from '#app/services/version-from-file'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { tellingChanges } from './desktop-workspace'
import { sha256Of } from './payloads'
import type { Handlers, Tell } from './serve-calls'

export interface VersionHandlerPorts extends VersionPorts, VersionFilePorts {
  readonly dialogs: Pick<Dialogs, 'fileOfVersion'>
  readonly tell: Tell
  readonly annotator: () => AnnotatorIdentity | undefined
  readonly withSession: <T>(use: (session: WorkspaceSession) => Promise<Answer<T>>) => Promise<Answer<T>>
}

/** The share of planning that is reading; the rest is carrying. */
const readingShare = 0.7

/** Calls about new versions of a document. The plan that was made last waits here until it is done or there is another. */
export function createVersionHandlers(
  ports: VersionHandlerPorts,
): Pick<Handlers, 'version.plan' | 'version.add' | 'version.cancel'> {
  let stop: AbortController | undefined
  let waiting: { readonly id: string; readonly session: WorkspaceSession; readonly plan: VersionPlan } | undefined

  async function textOf(
    source: VersionSource,
    signal: AbortSignal,
  ): Promise<Result<VersionText | VersionFile | null, Problem>> {
    if ('text' in source) return editedText(source)
    const path = source.path ?? (await ports.dialogs.fileOfVersion())
    if (path === undefined) return ok(null)
    const onProgress = (share: number) => ports.tell('version-progress', { share: share * readingShare })
    const encoding = source.encoding === undefined ? {} : { encoding: source.encoding }
    const read = await readVersionFile(ports, path, { signal, onProgress, ...encoding })
    ports.intake.rest()
    return read
  }

  return {
    'version.plan': ({ document, source }) =>
      ports.withSession<VersionPreview | null>(async session => {
        stop?.abort()
        stop = new AbortController()
        const { signal } = stop
        const text = await textOf(source, signal)
        if (!text.ok || text.value === null) return text.ok ? ok(null) : text
        const onProgress = (share: number) =>
          ports.tell('version-progress', { share: readingShare + share * (1 - readingShare) })
        const plan = await planVersion(session, ports, document, text.value, { signal, onProgress })
        if (!plan.ok) return plan
        waiting = { id: ports.ids.next(), session, plan: plan.value }
        return ok(previewOf(session, waiting, text.value, ports.annotator()))
      }),
    'version.cancel': async () => {
      stop?.abort()
      waiting = undefined
      return ok(null)
    },
    'version.add': ({ plan, facts }) =>
      ports.withSession(async session => {
        const by = ports.annotator()
        const planned = waiting?.id === plan && waiting.session === session ? waiting.plan : undefined
        if (by === undefined) return problem('no-annotator')
        if (planned === undefined) return problem('unknown-plan', { plan })
        waiting = undefined
        return tellingChanges(session, ports.tell, () => addVersion(session, ports, planned, by, facts))
      }),
  }
}

/** An edited text as the window sent it, with all the checks of a file. */
function editedText({ text, mapped }: Extract<VersionSource, { text: string }>): Result<VersionText, Problem> {
  const read = readRevision(text, sha256Of)
  if (!read.ok) return read
  const { revision } = read.value
  if (revision.origin !== 'edit' || revision.parent === null) return problem('wrong-value', { field: 'origin' })
  const places = new Map<AnnotationId, Placement>()
  for (const { annotation, state, segments } of mapped) {
    const described = state === 'lost' ? ok([]) : describeSegments(revision.text, segments)
    if (!described.ok) return described
    places.set(annotation, { state, segments: described.value, via: 'carry', from: revision.parent, engine: 0 })
  }
  return ok({ revision, mapped: places })
}

function previewOf(
  session: WorkspaceSession,
  { id, plan }: { readonly id: string; readonly plan: VersionPlan },
  text: VersionText | VersionFile,
  by: AnnotatorIdentity | undefined,
): VersionPreview {
  const { document, is, revision } = plan
  const current = session.release(document)?.current.text ?? ''
  return {
    plan: id,
    document,
    is,
    revision: revision.id,
    ...('name' in text ? { name: text.name } : {}),
    ...textFacts(revision),
    shared: is === 'same' ? 1 : sharedWords(revision.text, current),
    warnings: 'warnings' in text ? text.warnings : [],
    counts: countVersion(session, plan, by?.id),
  }
}
