import { Worker } from 'node:worker_threads'
import type { DocumentId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { CasePage, CaseQuestion, LayerJson } from '#app/contract/agreement-values'
import type { Measured, Measuring } from '#app/ports/measuring'

/** What the thread says: how far it is, what came of it, and what it is asked afterwards. */
export type MeasureSaid =
  | { readonly share: number }
  | { readonly layers: readonly LayerJson[] }
  | { readonly n: number; readonly answer: unknown }

/** What it is asked: the places behind a figure, or the figures of a document. */
export type MeasureAsked = { readonly n: number } & (
  | { readonly question: CaseQuestion; readonly document?: never }
  | { readonly question?: never; readonly document: DocumentId }
)

/** Measures in a thread of its own, which stays until the study is ended. `file`: the path of `measure.cjs`. */
export function threadMeasuring(file: string): Measuring {
  return {
    measure: (job, { signal, onProgress } = {}) => {
      if (signal?.aborted === true) return Promise.resolve(problem('cancelled'))
      return new Promise(resolve => {
        const thread = new Worker(file, { workerData: job })
        thread.unref()
        const questions = questionsOf(thread)
        const end = (outcome: Awaited<ReturnType<Measuring['measure']>>) => {
          signal?.removeEventListener('abort', cancel)
          resolve(outcome)
          if (!outcome.ok) void thread.terminate()
        }
        const cancel = () => end(problem('cancelled'))
        signal?.addEventListener('abort', cancel)
        thread.on('message', (said: MeasureSaid) => {
          if ('share' in said) onProgress?.(said.share)
          else if ('layers' in said) end(ok(questions.measured(said.layers)))
          else questions.answer(said.n, said.answer)
        })
        const failed = () => {
          questions.fail()
          end(problem('failed'))
        }
        thread.on('error', failed)
        thread.on('exit', failed)
      })
    },
  }
}

/** What is asked of a thread that has measured; when it ends, nothing is left without an answer. */
function questionsOf(thread: Worker) {
  const waiting = new Map<number, (answer: Result<unknown, Problem<'failed'>>) => void>()
  let asked = 0
  let isOver = false
  function ask<Answer>(
    what: { readonly question: CaseQuestion } | { readonly document: DocumentId },
  ): Promise<Result<Answer, Problem<'failed'>>> {
    if (isOver) return Promise.resolve(problem('failed'))
    asked += 1
    const n = asked
    return new Promise(resolve => {
      waiting.set(n, answer => resolve(answer as Result<Answer, Problem<'failed'>>))
      thread.postMessage({ n, ...what })
    })
  }
  return {
    measured: (layers: readonly LayerJson[]): Measured => ({
      layers,
      ofDocument: document => ask<readonly LayerJson[]>({ document }),
      cases: question => ask<CasePage>({ question }),
      end: () => void thread.terminate(),
    }),
    answer(n: number, answer: unknown) {
      waiting.get(n)?.(ok(answer))
      waiting.delete(n)
    },
    fail() {
      isOver = true
      for (const resolve of waiting.values()) resolve(problem('failed'))
      waiting.clear()
    },
  }
}
