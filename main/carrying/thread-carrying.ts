import { Worker } from 'node:worker_threads'
import { ok, problem } from '#annotations/model/result'
import type { CarriedTo, Carrying } from '#app/ports/carrying'

/** What the thread says: how far it is, then what came of it. */
export type CarrySaid = { readonly share: number } | { readonly placements: CarriedTo }

/** Carries in a thread of its own, which is ended when it is cancelled. `file`: the path of `carry.cjs`. */
export function threadCarrying(file: string): Carrying {
  return {
    carry: (job, { signal, onProgress } = {}) => {
      if (signal?.aborted === true) return Promise.resolve(problem('cancelled'))
      return new Promise(resolve => {
        const thread = new Worker(file, { workerData: job })
        const end = (outcome: Awaited<ReturnType<Carrying['carry']>>) => {
          signal?.removeEventListener('abort', cancel)
          resolve(outcome)
          void thread.terminate()
        }
        const cancel = () => end(problem('cancelled'))
        signal?.addEventListener('abort', cancel)
        thread.on('message', (said: CarrySaid) => {
          if ('share' in said) onProgress?.(said.share)
          else end(ok(said.placements))
        })
        thread.on('error', () => end(problem('failed')))
        thread.on('exit', () => end(problem('failed')))
      })
    },
  }
}
