import type { AnnotatorId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Dialogs } from '#app/ports/dialogs'
import type { Files } from '#app/ports/files'
import type { Ids } from '#app/ports/ids'
import { planAdjudication } from '#app/services/adjudicate'
import { annotationList } from '#app/services/annotation-list'
import type { AnnotatorIdentity } from '#app/services/annotator-entry'
import { decideGold, peopleWithWork, runGold, undoGold } from '#app/services/gold-work'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { ProfileFile } from '../profile/profile'
import { findGold, keepWriter } from '../profile/writer'
import { breath } from './breath'
import { tellingChanges } from './desktop-workspace'
import { fileName } from './file-name'
import type { Handlers, Tell } from './serve-calls'

export interface GoldHandlerPorts {
  readonly version: string
  readonly tell: Tell
  readonly dialogs: Pick<Dialogs, 'placeToExport'>
  readonly files: Files
  readonly clock: Clock
  readonly ids: Ids
  readonly profile: ProfileFile
  /** Who is at the desk, and keeps the gold sets that are made here. */
  readonly annotator: () => AnnotatorIdentity | undefined
  withSession<T>(use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>): Promise<Answer<T>>
}

type GoldCall = 'review.people' | 'gold.run' | 'gold.decide' | 'gold.undo' | 'gold.export'

/** Gold sets that the annotator at the desk makes of several annotators' work. */
export function createGoldHandlers(ports: GoldHandlerPorts): Pick<Handlers, GoldCall> {
  const { profile } = ports
  const writing = () => ({ clock: ports.clock, ids: ports.ids, pause: breath() })

  /** A gold set that the profile may act as, with who is at the desk as its keeper. */
  function kept(gold: AnnotatorId): Result<AnnotatorIdentity, Problem> {
    const keeper = ports.annotator()
    const found = profile.read().annotators.find(({ id, what }) => id === gold && what === 'gold')
    if (keeper === undefined || found === undefined) return problem('not-mine', { annotator: gold })
    return ok({ ...found, keeper: keeper.id })
  }

  return {
    'review.people': () =>
      ports.withSession(session =>
        ok(
          peopleWithWork(
            session,
            profile.read().annotators.map(({ id }) => id),
          ),
        ),
      ),
    'gold.run': ({ gold: wanted, annotators }) =>
      ports.withSession(async session => {
        const keeper = ports.annotator()
        if (keeper === undefined) return problem('not-mine')
        const found = findGold(session, profile.read(), 'id' in wanted ? wanted.id : wanted.name)
        if (!found.ok) return found
        const request = { gold: { ...found.value.identity, keeper: keeper.id }, annotators }
        // What would be refused leaves no trace in the profile.
        const planned = await planAdjudication(session, { ...request, documents: [], decisions: [] })
        if (!planned.ok) return planned
        const gold = await keepWriter(profile, found.value)
        if (!gold.ok) return gold
        return tellingChanges(session, ports.tell, () =>
          runGold(session, writing(), { annotators, gold: { ...gold.value, keeper: keeper.id } }),
        )
      }),
    'gold.decide': ({ gold: id, annotators, document, decision }) =>
      ports.withSession(async session => {
        const gold = kept(id)
        if (!gold.ok) return gold
        const request = { gold: gold.value, annotators, documents: [document], decisions: [decision] }
        return tellingChanges(session, ports.tell, () => decideGold(session, writing(), request))
      }),
    'gold.undo': ({ gold: id, annotators, which }) =>
      ports.withSession(async session => {
        const gold = kept(id)
        if (!gold.ok) return gold
        return tellingChanges(session, ports.tell, () =>
          undoGold(session, writing(), { gold: gold.value, annotators, which }),
        )
      }),
    'gold.export': ({ gold: id }) =>
      ports.withSession(async session => {
        const gold = kept(id)
        if (!gold.ok) return gold
        const path = await ports.dialogs.placeToExport(`${fileName(gold.value.name)}.json`, 'json')
        if (path === undefined) return ok(null)
        const list = annotationList(session, { annotators: [id] }, ports.version)
        const text = `${JSON.stringify(list, null, 2)}\n`
        const written = await ports.files.write(path, new TextEncoder().encode(text))
        return written.ok ? ok({ path, annotations: list.length }) : written
      }),
  }
}
