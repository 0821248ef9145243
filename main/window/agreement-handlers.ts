import { usualBootstrap } from '#annotations/agreement/bootstrap'
import { buildStudy, type DocumentUse } from '#annotations/agreement/build-study'
import type { StudyDocument } from '#annotations/agreement/study'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import type { Measured, Measuring } from '#app/ports/measuring'
import { documentJson } from '#app/services/agreement-report'
import { chooseSeveral, codingRegisters, studySources } from '#app/services/chosen-work'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { breath } from './breath'
import type { Handlers, Tell } from './serve-calls'

export interface AgreementHandlerPorts {
  readonly tell: Tell
  readonly measuring: Measuring
  withSession<T>(use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>): Promise<Answer<T>>
}

type AgreementCall = 'agreement.measure' | 'agreement.document' | 'agreement.cases' | 'agreement.cancel'

/** The share of the work that is bringing the annotations together; the rest is measuring. */
const gathering = 0.1

/** Agreement as the window asks for it: measured beside everything else, one study at a time. */
export function createAgreementHandlers(ports: AgreementHandlerPorts): Pick<Handlers, AgreementCall> {
  let running: AbortController | undefined
  let last: { readonly session: WorkspaceSession; readonly measured: Measured } | undefined

  /** What was measured last, while its workspace is open. */
  function standing(session: WorkspaceSession): Result<Measured, Problem> {
    return last?.session === session ? ok(last.measured) : problem('not-measured')
  }

  function forget(): void {
    running?.abort()
    last?.measured.end()
    last = undefined
  }

  return {
    'agreement.measure': ({ annotators: wanted, documents: chosen }) =>
      ports.withSession(async session => {
        forget()
        const own = new AbortController()
        running = own
        const annotators = chooseSeveral(session, wanted)
        if (!annotators.ok) return annotators
        const share = (done: number) => {
          if (!own.signal.aborted) ports.tell('agreement-progress', { share: done })
        }
        const registers = codingRegisters(session)
        const documents: StudyDocument[] = []
        const uses: DocumentUse[] = []
        const sources = studySources(session, chosen)
        const pause = breath()
        for (const [n, source] of sources.entries()) {
          const one = buildStudy([source], annotators.value, registers)
          documents.push(...one.study.documents)
          uses.push(...one.uses)
          share((gathering * (n + 1)) / sources.length)
          await pause()
          if (own.signal.aborted) return problem('cancelled')
        }
        const ids = annotators.value.map(({ id }) => id)
        const study = { annotators: ids.length, documents }
        const measured = await ports.measuring.measure(
          { study, ids, codebook: registers.codebook, bootstrap: usualBootstrap },
          { signal: own.signal, onProgress: done => share(gathering + (1 - gathering) * done) },
        )
        if (!measured.ok) return measured.error.code === 'failed' ? problem('measuring-failed') : measured
        last = { session, measured: measured.value }
        return ok({
          annotators: annotators.value.map(({ id, name }) => ({ id, name })),
          documents: uses.map(use => documentJson(session, use, annotators.value)),
          layers: measured.value.layers,
        })
      }),
    'agreement.document': ({ document }) =>
      ports.withSession(async session => {
        const measured = standing(session)
        return measured.ok ? measured.value.ofDocument(document) : measured
      }),
    'agreement.cases': question =>
      ports.withSession(async session => {
        const measured = standing(session)
        return measured.ok ? measured.value.cases(question) : measured
      }),
    'agreement.cancel': async () => {
      running?.abort()
      return ok(null)
    },
  }
}
