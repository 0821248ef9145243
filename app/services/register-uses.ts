import { documentScope, emptyScope, type Scope } from '#annotations/changes/journal'
import { type Register, readRegister } from '#annotations/changes/resolve'
import type { Annotation, Voice } from '#annotations/model/annotation'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { publishedOf } from '#annotations/model/release'
import type { HeldRole, RegisterUses, SpeakerUses } from '#app/contract/register-uses'
import { annotationsIn } from './document-row'
import type { WorkspaceSession } from './workspace-session'

/** The entries that are asked about, by id; without either all of them. */
export interface UsesQuestion {
  readonly tags?: readonly string[] | undefined
  readonly speakers?: readonly string[] | undefined
}

/** Annotations of one document that use an entry, by author, and of a speaker those that write a role, by role. */
interface DocumentUse {
  readonly byAuthor: Map<AnnotatorId, number>
  readonly roles: Map<string, number>
}

interface DocumentUses {
  readonly codebook: Register
  readonly speakers: Register
  readonly tagUses: ReadonlyMap<string, DocumentUse>
  readonly speakerUses: ReadonlyMap<string, DocumentUse>
  readonly claimTypeUses: ReadonlyMap<string, DocumentUse>
}

const counted = new WeakMap<Scope, DocumentUses>()

/**
 * How often tags, speakers and claim types are used in the workspace, and the roles that speakers held, as written. A speaker is used
 * by a quote that has it as a voice or as a voice's organisation, and by a claim of which it is the claimant. Only
 * documents that changed since the last question are read again.
 */
export function registerUses(
  session: WorkspaceSession,
  annotator: AnnotatorId | undefined,
  { tags, speakers }: UsesQuestion = {},
): RegisterUses {
  const { scopes } = session.state()
  const registers = {
    codebook: readRegister(scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(scopes.get('speakers') ?? emptyScope),
  }
  const all = tags === undefined && speakers === undefined
  const sums = { tags: startSums(all, tags), speakers: startSums(all, speakers), claimTypes: startSums(all) }
  for (const document of session.documents()) {
    const { used, day } = usesOf(session, document, registers) ?? {}
    if (used === undefined) continue
    addUp(sums.tags, used.tagUses, annotator, day)
    addUp(sums.speakers, used.speakerUses, annotator, day)
    addUp(sums.claimTypes, used.claimTypeUses, annotator, day)
  }
  return {
    tags: listed(sums.tags, plainUses),
    speakers: listed(sums.speakers, speakerUses),
    claimTypes: listed(sums.claimTypes, plainUses),
  }
}

function usesOf(
  session: WorkspaceSession,
  document: DocumentId,
  { codebook, speakers }: Pick<DocumentUses, 'codebook' | 'speakers'>,
): { readonly used: DocumentUses; readonly day: string | undefined } | undefined {
  const release = session.release(document)
  if (release === undefined || release.deleted) return undefined
  const scope = session.state().scopes.get(documentScope(document)) ?? emptyScope
  const day = publishedOf(release)?.date
  const known = counted.get(scope)
  if (known !== undefined && known.codebook === codebook && known.speakers === speakers) return { used: known, day }
  const used = countDocument(scope, codebook, speakers)
  counted.set(scope, used)
  return { used, day }
}

function countDocument(scope: Scope, codebook: Register, speakers: Register): DocumentUses {
  const tagUses = new Map<string, DocumentUse>()
  const speakerUses = new Map<string, DocumentUse>()
  const claimTypeUses = new Map<string, DocumentUse>()
  for (const { author, annotation } of annotationsIn(scope)) {
    for (const tag of resolved(codebook, annotation.tags)) count(entryUse(tagUses, tag).byAuthor, author)
    for (const type of resolved(codebook, claimTypesIn(annotation)))
      count(entryUse(claimTypeUses, type).byAuthor, author)
    const voices = voicesOf(annotation)
    const used = voices.flatMap(({ speaker, organisation }) => [speaker, organisation].filter(isGiven))
    for (const id of resolved(speakers, used)) count(entryUse(speakerUses, id).byAuthor, author)
    for (const [id, role] of rolesOf(speakers, voices)) count(entryUse(speakerUses, id).roles, role)
  }
  return { codebook, speakers, tagUses, speakerUses, claimTypeUses }
}

function claimTypesIn(annotation: Annotation): readonly string[] {
  return annotation.kind === 'claim' && annotation.claim.type !== undefined ? [annotation.claim.type] : []
}

function isGiven(id: string | undefined): id is string {
  return id !== undefined
}

function voicesOf(annotation: Annotation): readonly Voice[] {
  if (annotation.kind === 'quote') return annotation.quote.speakers
  if (annotation.kind !== 'claim' || annotation.claim.claimant === undefined) return []
  return [annotation.claim.claimant]
}

function resolved(register: Register, ids: Iterable<string>): Set<string> {
  return new Set([...ids].map(id => register.entries.get(id)?.resolved ?? id))
}

/** Each speaker with each of its roles in one annotation, once. */
function rolesOf(register: Register, voices: readonly Voice[]): [string, string][] {
  const roles = new Map<string, [string, string]>()
  for (const { speaker, roleAsWritten } of voices) {
    const role = roleAsWritten?.trim()
    if (speaker === undefined || role === undefined || role === '') continue
    const id = register.entries.get(speaker)?.resolved ?? speaker
    roles.set(`${id} ${role}`, [id, role])
  }
  return [...roles.values()]
}

function entryUse(uses: Map<string, DocumentUse>, id: string): DocumentUse {
  const known = uses.get(id) ?? { byAuthor: new Map(), roles: new Map() }
  uses.set(id, known)
  return known
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

interface Sum {
  annotations: number
  mine: number
  documents: number
  readonly roles: Map<string, RoleSum>
}

interface RoleSum {
  annotations: number
  first: string | undefined
  last: string | undefined
}

/** Sums by entry; `only` names those that are asked about, and is `undefined` where all are. */
interface Sums {
  readonly byId: Map<string, Sum>
  readonly only: ReadonlySet<string> | undefined
}

function startSums(all: boolean, ids: readonly string[] = []): Sums {
  return { byId: new Map(), only: all ? undefined : new Set(ids) }
}

function addUp(
  { byId, only }: Sums,
  uses: ReadonlyMap<string, DocumentUse>,
  annotator: AnnotatorId | undefined,
  day: string | undefined,
): void {
  for (const id of only ?? uses.keys()) {
    const use = uses.get(id)
    if (use === undefined) continue
    const sum = byId.get(id) ?? { annotations: 0, mine: 0, documents: 0, roles: new Map() }
    byId.set(id, sum)
    sum.documents += 1
    for (const [author, n] of use.byAuthor) {
      sum.annotations += n
      if (author === annotator) sum.mine += n
    }
    for (const [role, n] of use.roles) addRole(sum.roles, role, n, day)
  }
}

function addRole(roles: Map<string, RoleSum>, role: string, n: number, day: string | undefined): void {
  const known = roles.get(role) ?? { annotations: 0, first: day, last: day }
  roles.set(role, known)
  known.annotations += n
  if (day === undefined) return
  if (known.first === undefined || day < known.first) known.first = day
  if (known.last === undefined || day > known.last) known.last = day
}

function listed<T>({ byId }: Sums, toUses: (sum: Sum) => T): { readonly [id: string]: T } {
  return Object.fromEntries([...byId].map(([id, sum]) => [id, toUses(sum)]))
}

function plainUses({ annotations, mine, documents }: Sum) {
  return { annotations, mine, documents }
}

function speakerUses(sum: Sum): SpeakerUses {
  const roles = [...sum.roles].map(
    ([role, { annotations, first, last }]): HeldRole => ({
      role,
      annotations,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    }),
  )
  roles.sort((a, b) => compare(b.last ?? '', a.last ?? '') || compare(a.role, b.role))
  return { ...plainUses(sum), roles }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
