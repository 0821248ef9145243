import { emptyScope } from '#annotations/changes/journal'
import { readRegister, textOf } from '#annotations/changes/resolve'
import type { AnnotatorId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { AnnotatorIdentity } from './annotator-entry'
import type { WorkspaceSession } from './workspace-session'

/** An annotator of the workspace. */
export interface KnownAnnotator extends AnnotatorIdentity {
  /** The id under which the annotator is known now: its own, or that of the one it was redirected to. */
  readonly resolved: AnnotatorId
}

export type AnnotatorCode = 'unknown-annotator' | 'ambiguous-annotator' | 'not-mine'

/** All annotators of the workspace: who has an entry, and who has written without one, named by the id. */
export function knownAnnotators(session: WorkspaceSession): KnownAnnotator[] {
  const { scopes } = session.state()
  const register = readRegister(scopes.get('annotators') ?? emptyScope)
  const found = new Map<AnnotatorId, KnownAnnotator>()
  for (const entry of register.entries.values()) {
    const what = textOf(entry, 'what')
    found.set(entry.id, {
      id: entry.id,
      name: textOf(entry, 'name') ?? entry.id,
      what: what === 'gold' || what === 'import' ? what : 'person',
      resolved: entry.resolved,
    })
  }
  for (const scope of scopes.values()) {
    for (const id of scope.journals.keys()) {
      if (!found.has(id)) found.set(id, { id, name: id, what: 'person', resolved: id })
    }
  }
  return [...found.values()]
}

/**
 * The ids that a name or an id stands for when annotations are read: one annotator with all ids that were redirected
 * to it. An id goes before a name.
 */
export function findReader(
  known: readonly KnownAnnotator[],
  wanted: string,
): Result<readonly AnnotatorId[], Problem<AnnotatorCode>> {
  const fits = fitting(known, wanted)
  const first = fits[0]
  if (first === undefined) return problem('unknown-annotator', { annotator: wanted })
  const resolved = new Set(fits.map(annotator => annotator.resolved))
  if (resolved.size > 1) return ambiguous(wanted, fits)
  return ok(known.filter(annotator => annotator.resolved === first.resolved).map(({ id }) => id))
}

/**
 * Whom annotations are read in as: among those that the profile may act as (`own`) and the workspace's sets from other
 * programs. `undefined`: nobody is called so yet. Refused: a name that fits two, and one that is a colleague's.
 */
export function findImportSet(
  known: readonly KnownAnnotator[],
  own: readonly AnnotatorIdentity[],
  wanted: string,
): Result<AnnotatorIdentity | undefined, Problem<AnnotatorCode>> {
  const mine = new Map<AnnotatorId, AnnotatorIdentity>()
  for (const { id, name, what } of known) if (what === 'import') mine.set(id, { id, name, what })
  for (const identity of own) mine.set(identity.id, identity)
  const fits = fitting([...mine.values()], wanted)
  if (fits.length > 1) return ambiguous(wanted, fits)
  if (fits[0] !== undefined) return ok(fits[0])
  return fitting(known, wanted).length > 0 ? problem('not-mine', { annotator: wanted }) : ok(undefined)
}

/** The identity of the profile that a name or an id stands for; `undefined`: none yet. */
export function findOwn(
  own: readonly AnnotatorIdentity[],
  wanted: string,
): Result<AnnotatorIdentity | undefined, Problem<AnnotatorCode>> {
  const fits = fitting(own, wanted)
  return fits.length > 1 ? ambiguous(wanted, fits) : ok(fits[0])
}

/** True where an id may be written by a person who may act as `own`: their own, a set read in, or nobody's yet. */
export function mayWriteAs(
  known: readonly KnownAnnotator[],
  own: readonly AnnotatorId[],
  annotator: AnnotatorId,
): boolean {
  const standing = known.find(({ id }) => id === annotator)
  return standing === undefined || standing.what === 'import' || own.includes(annotator)
}

/** Names are compared in NFC and without the white space around them. */
export function sameName(a: string, b: string): boolean {
  return a.trim().normalize('NFC') === b.trim().normalize('NFC')
}

function fitting<T extends AnnotatorIdentity>(annotators: readonly T[], wanted: string): readonly T[] {
  const byId = annotators.filter(({ id }) => id === wanted)
  return byId.length > 0 ? byId : annotators.filter(({ name }) => sameName(name, wanted))
}

function ambiguous(wanted: string, fits: readonly AnnotatorIdentity[]) {
  return problem('ambiguous-annotator' as const, { annotator: wanted, ids: fits.map(({ id }) => id).join(', ') })
}
