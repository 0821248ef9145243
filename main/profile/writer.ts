import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { findOwn, findReader, knownAnnotators, sameName } from '#app/services/find-annotator'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineIds } from '../clock-and-ids'
import { StoreFailure } from '../store/store-problem'
import type { Identity, Profile, ProfileFile } from './profile'

/** Whom somebody writes as. `isNew`: the profile does not know the identity yet. */
export interface Writer {
  readonly identity: Identity
  readonly isNew: boolean
}

/**
 * The gold set that a name or an id stands for, among those that the profile may act as; a new one where nobody is
 * called so. Refused: a name that fits two, that of a person, and a gold set of another keeper.
 */
export function findGold(session: WorkspaceSession, profile: Profile, wanted: string): Result<Writer, Problem> {
  if (wanted.trim() === '') return problem('empty-name', { option: '--gold' })
  const found = findOwn(profile.annotators, wanted)
  if (!found.ok) return found
  if (found.value !== undefined && found.value.what !== 'gold') return problem('no-gold', { annotator: wanted })
  const isTaken = found.value === undefined && findReader(knownAnnotators(session), wanted).ok
  return isTaken ? problem('not-mine', { annotator: wanted }) : ok(knownOrNew(found.value, wanted, 'gold'))
}

/** An identity that is there, or a new one of that name. */
export function knownOrNew(found: Identity | undefined, name: string, what: Identity['what']): Writer {
  if (found !== undefined) return { identity: found, isNew: false }
  return { identity: { id: machineIds.next(), name: name.trim(), what }, isNew: true }
}

/**
 * Makes the profile able to act as a new identity. Where another process has added one of that name meanwhile, that is
 * the one: two commands that start together read in as one annotator.
 */
export async function keepWriter(file: ProfileFile, writer: Writer): Promise<Result<Identity, Problem>> {
  if (!writer.isNew) return ok(writer.identity)
  const { identity } = writer
  let kept = identity
  try {
    await file.update(profile => {
      const known = profile.annotators.find(({ name }) => sameName(name, identity.name))
      kept = known ?? identity
      return known === undefined ? { ...profile, annotators: [...profile.annotators, identity] } : profile
    })
    return ok(kept)
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, error: error.problem }
    throw error
  }
}
