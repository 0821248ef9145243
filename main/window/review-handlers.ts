import type { AnnotatorId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Dialogs } from '#app/ports/dialogs'
import type { Ids } from '#app/ports/ids'
import type { AnnotatorIdentity } from '#app/services/annotator-entry'
import { makeBundle, previewBundle, receive } from '#app/services/bundles'
import { reviewOverview } from '#app/services/review-overview'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { writeBundleFile } from '../bundle/bundle-file'
import { breath } from './breath'
import { tellingChanges } from './desktop-workspace'
import { fileName } from './file-name'
import type { Handlers, Tell } from './serve-calls'

export interface ReviewHandlerPorts {
  readonly tell: Tell
  readonly dialogs: Pick<Dialogs, 'placeForBundle' | 'bundleToReceive'>
  readonly clock: Clock
  readonly ids: Ids
  /** Who is at the desk, and every id that they may act as. */
  readonly annotator: () => AnnotatorIdentity | undefined
  readonly ownIds: () => readonly AnnotatorId[]
  readonly readBundle: (path: string) => Promise<Result<ReadonlyMap<string, string>, Problem>>
  /** Makes a backup before something is received. */
  readonly beforeReceive: () => Promise<void>
  withSession<T>(use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>): Promise<Answer<T>>
}

type ReviewCall = 'review.overview' | 'bundle.make' | 'bundle.preview' | 'bundle.receive'

/** What colleagues' work comes and goes by, and how far one is with it. */
export function createReviewHandlers(ports: ReviewHandlerPorts): Pick<Handlers, ReviewCall> {
  const own = () => new Set(ports.ownIds())

  /** For what is somebody's act; `not-mine` where nobody is at the desk. */
  function withAnnotator<T>(
    use: (session: WorkspaceSession, annotator: AnnotatorIdentity) => Promise<Answer<T>> | Answer<T>,
  ): Promise<Answer<T>> {
    return ports.withSession(session => {
      const annotator = ports.annotator()
      return annotator === undefined ? problem('not-mine') : use(session, annotator)
    })
  }

  return {
    'review.overview': ({ theirs, also }) =>
      withAnnotator(async (session, { id }) => ok(await reviewOverview(session, { mine: id, theirs, also }, breath()))),
    'bundle.make': ({ documents, texts }) =>
      withAnnotator(async (session, { id, name }) => {
        const made = ports.clock.now()
        const wanted = documents === undefined ? {} : { documents }
        const bundle = makeBundle(session, { annotator: id, made, texts, ...wanted })
        if (!bundle.ok) return bundle
        const path = await ports.dialogs.placeForBundle(`${fileName(name)}-${made.slice(0, 10)}.pressmark`)
        if (path === undefined) return ok(null)
        const written = await writeBundleFile(path, bundle.value.files)
        if (!written.ok) return written
        return ok({ path, documents: bundle.value.documents, annotations: bundle.value.annotations })
      }),
    'bundle.preview': ({ path: given }) =>
      ports.withSession(async session => {
        const path = given ?? (await ports.dialogs.bundleToReceive())
        if (path === undefined) return ok(null)
        const files = await ports.readBundle(path)
        if (!files.ok) return files
        const preview = previewBundle(session, own(), files.value)
        return preview.ok ? ok({ path, preview: preview.value }) : preview
      }),
    'bundle.receive': ({ path, member, chosen }) =>
      withAnnotator(async (session, by) => {
        const files = await ports.readBundle(path)
        if (!files.ok) return files
        await ports.beforeReceive()
        return tellingChanges(session, ports.tell, () =>
          receive(session, ports, {
            files: files.value,
            by,
            own: own(),
            member,
            ...(chosen === undefined ? {} : { chosen: new Map(Object.entries(chosen)) }),
          }),
        )
      }),
  }
}
