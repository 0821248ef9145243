import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { findImportSet, findOwn, knownAnnotators } from '#app/services/find-annotator'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { currentIdentity, type Profile } from '../profile/profile'
import { knownOrNew, type Writer } from '../profile/writer'
import type { CliIo } from './cli-io'

/**
 * Whom annotations are read in as: `--annotator`, a set of another program unless the profile knows the name; else
 * `PRESSMARK_ANNOTATOR`; else who is at the desk.
 */
export function findWriter(
  io: CliIo,
  session: WorkspaceSession,
  profile: Profile,
  wanted: string | undefined,
): Result<Writer, Problem> {
  if (wanted !== undefined) {
    if (wanted.trim() === '') return problem('empty-name', { option: '--annotator' })
    const found = findImportSet(knownAnnotators(session), profile.annotators, wanted)
    return found.ok ? ok(knownOrNew(found.value, wanted, 'import')) : found
  }
  const named = io.env.PRESSMARK_ANNOTATOR?.trim() ?? ''
  if (named !== '') {
    const found = findOwn(profile.annotators, named)
    return found.ok ? ok(knownOrNew(found.value, named, 'person')) : found
  }
  const current = currentIdentity(profile)
  return current === undefined ? problem('no-annotator') : ok({ identity: current, isNew: false })
}
