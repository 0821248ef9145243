import { buildStudy, type DocumentUse, type StudyAnnotator, type StudySource } from '#annotations/agreement/build-study'
import type { CodingRegisters } from '#annotations/agreement/coded-annotation'
import type { Study } from '#annotations/agreement/study'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import type { AnnotatorId, DocumentId, Instant } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { findReader, type KnownAnnotator, knownAnnotators } from './find-annotator'
import type { WorkspaceSession } from './workspace-session'

/** An annotator whose work is looked at beside that of others. */
export interface ChosenAnnotator extends StudyAnnotator {
  readonly id: AnnotatorId
  readonly name: string
}

/** The annotators that names or ids stand for, each once, in that order. Refused: one that nobody or several have. */
export function chooseAnnotators(
  session: WorkspaceSession,
  wanted: readonly string[],
): Result<readonly ChosenAnnotator[], Problem> {
  const known = knownAnnotators(session)
  const chosen = new Map<AnnotatorId, ChosenAnnotator>()
  for (const name of wanted) {
    const found = findReader(known, name)
    if (!found.ok) return found
    const annotator = chosenOf(known, found.value)
    chosen.set(annotator.id, annotator)
  }
  return ok([...chosen.values()])
}

function chosenOf(known: readonly KnownAnnotator[], ids: readonly AnnotatorId[]): ChosenAnnotator {
  const own = known.filter(({ id }) => ids.includes(id))
  const id = own[0]?.resolved ?? ids[0] ?? ''
  return { id, name: own.find(annotator => annotator.id === id)?.name ?? id, ids }
}

/** At least two annotators, as comparing needs. */
export function chooseSeveral(
  session: WorkspaceSession,
  wanted: readonly string[],
): Result<readonly ChosenAnnotator[], Problem> {
  const chosen = chooseAnnotators(session, wanted)
  return chosen.ok && chosen.value.length < 2 ? problem('too-few-annotators') : chosen
}

/** One annotator beside themselves: as their work stood at a moment, and as it stands now. */
export function thenAndNow(annotator: ChosenAnnotator, asOf: Instant): readonly ChosenAnnotator[] {
  return [{ ...annotator, name: `${annotator.name} (${asOf})`, asOf }, annotator]
}

/** The vocabularies by which labels are resolved. */
export function codingRegisters(session: WorkspaceSession): CodingRegisters {
  const { scopes } = session.state()
  return {
    codebook: readRegister(scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(scopes.get('speakers') ?? emptyScope),
  }
}

/** The documents that are not removed, or those that are named. */
export function studySources(session: WorkspaceSession, documents?: readonly DocumentId[]): readonly StudySource[] {
  return [...new Set(documents ?? session.documents())].flatMap(id => {
    const release = session.release(id)
    if (release === undefined || (release.deleted && documents === undefined)) return []
    return [{ id, release, scope: session.state().scopes.get(documentScope(id)) ?? emptyScope }]
  })
}

/** The work of some annotators as it is compared. */
export function studyOfWork(
  session: WorkspaceSession,
  annotators: readonly ChosenAnnotator[],
  documents?: readonly DocumentId[],
): {
  readonly study: Study
  readonly uses: readonly DocumentUse[]
  readonly sources: readonly StudySource[]
  readonly registers: CodingRegisters
} {
  const sources = studySources(session, documents)
  const registers = codingRegisters(session)
  return { ...buildStudy(sources, annotators, registers), sources, registers }
}
