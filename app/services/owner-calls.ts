import { z } from 'zod'
import type { Json } from '#annotations/model/json'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { decisionSchema } from '#app/contract/decision-schema'
import { idSchema } from '#app/contract/edit-schema'
import type { Carrying } from '#app/ports/carrying'
import { adjudicate } from './adjudicate'
import { annotateDocument } from './annotate-document'
import { receive } from './bundles'
import { knownAnnotators, mayWriteAs } from './find-annotator'
import { type ImportPorts, importDocuments } from './import-documents'
import { importVersion } from './import-version'
import type { WorkspaceSession } from './workspace-session'

export interface OwnerPorts extends ImportPorts {
  readonly carrying: Carrying
  /** Brings the owner's window to the front. */
  readonly comeForward: () => void
  /** The ids that the profile may act as, as it stands now. */
  readonly ownIds: () => readonly string[]
  /** The files of a bundle that lies on the disk. */
  readonly readBundle: (path: string) => Promise<Result<ReadonlyMap<string, string>, Problem>>
}

const identity = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(1000),
  what: z.enum(['person', 'gold', 'import']),
})

/** What another process of the user may ask of the one that has the workspace. Paths are absolute. */
export const ownerCalls = {
  /** A second window that is opened on the workspace shows the first. */
  'come-forward': z.strictObject({}),
  import: z.strictObject({
    paths: z.array(z.string().min(1).max(4096)).max(10_000),
    encoding: z.string().min(1).max(40).optional(),
  }),
  'import-version': z.strictObject({
    document: idSchema,
    path: z.string().min(1).max(4096),
    by: identity,
    encoding: z.string().min(1).max(40).optional(),
  }),
  annotate: z.strictObject({
    document: idSchema,
    annotator: identity,
    entries: z.unknown(),
  }),
  adjudicate: z.strictObject({
    gold: identity.extend({ what: z.literal('gold'), keeper: idSchema }),
    annotators: z.array(z.string().min(1).max(1000)).min(2).max(1000),
    documents: z.array(idSchema).max(100_000).optional(),
    decisions: z.array(decisionSchema).max(100_000),
  }),
  receive: z.strictObject({ path: z.string().min(1).max(4096), by: identity, member: z.boolean() }),
} satisfies { readonly [call: string]: z.ZodType }

export type OwnerCall = keyof typeof ownerCalls
export type OwnerRequest<Call extends OwnerCall> = z.input<(typeof ownerCalls)[Call]>

/**
 * Answers a request that came over the lock with what the services say: rows for `import`, an `AnnotateOutcome` for
 * `annotate`. What the answer reports as done is on disk. `unknown-call`, `bad-request`: nothing was done.
 */
export async function answerOwnerCall(
  session: WorkspaceSession,
  ports: OwnerPorts,
  call: string,
  body: Json,
): Promise<Result<Json, Problem>> {
  if (call === 'import') {
    const request = ownerCalls.import.safeParse(body)
    if (!request.success) return badRequest(call, request.error)
    const { paths, encoding } = request.data
    const options = encoding === undefined ? {} : { encoding }
    return ok(toJson(await importDocuments(session, ports, paths, options)))
  }
  if (call === 'import-version') {
    const request = ownerCalls['import-version'].safeParse(body)
    if (!request.success) return badRequest(call, request.error)
    const { encoding, ...wanted } = request.data
    if (!mayWriteAs(knownAnnotators(session), ports.ownIds(), wanted.by.id)) {
      return problem('not-mine', { annotator: wanted.by.name })
    }
    const row = await importVersion(session, ports, wanted, encoding === undefined ? {} : { encoding })
    return ok(toJson([row]))
  }
  if (call === 'annotate') {
    const request = ownerCalls.annotate.safeParse(body)
    if (!request.success) return badRequest(call, request.error)
    const { annotator } = request.data
    if (!mayWriteAs(knownAnnotators(session), ports.ownIds(), annotator.id)) {
      return problem('not-mine', { annotator: annotator.name })
    }
    const done = await annotateDocument(session, ports, request.data)
    return done.ok ? ok(toJson(done.value)) : done
  }
  if (call === 'adjudicate') {
    const request = ownerCalls.adjudicate.safeParse(body)
    if (!request.success) return badRequest(call, request.error)
    const { gold } = request.data
    if (!mayWriteAs(knownAnnotators(session), ports.ownIds(), gold.id))
      return problem('not-mine', { annotator: gold.name })
    const done = await adjudicate(session, ports, request.data)
    return done.ok ? ok(toJson(done.value)) : done
  }
  if (call === 'receive') {
    const request = ownerCalls.receive.safeParse(body)
    if (!request.success) return badRequest(call, request.error)
    const { path, by, member } = request.data
    if (!mayWriteAs(knownAnnotators(session), ports.ownIds(), by.id)) return problem('not-mine', { annotator: by.name })
    const files = await ports.readBundle(path)
    if (!files.ok) return files
    const done = await receive(session, ports, { files: files.value, by, own: new Set(ports.ownIds()), member })
    return done.ok ? ok(toJson(done.value)) : done
  }
  if (call === 'come-forward') {
    ports.comeForward()
    return ok(null)
  }
  return problem('unknown-call', { call })
}

function badRequest(call: string, error: z.ZodError) {
  return problem('bad-request', { call, field: error.issues[0]?.path.join('.') ?? '' })
}

/** Values of the services that are JSON in all but their type: no absent members, maps or dates. */
function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
