import { Worker } from 'node:worker_threads'
import type { StartReader } from './reader-process'

const heapMegabytes = 768

/**
 * Starts `reader.cjs` as a thread: for the packaged program's command line, which has no screen for a page and whose
 * executable does not run as Node. It has limits of time and of its heap. `file`: its path; `heap`: in megabytes.
 */
export function threadReader(file: string, heap: number = heapMegabytes): StartReader {
  return async ({ said, ended }) => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: heap } })
    let killed = false
    let full = false
    worker.on('message', said)
    worker.on('error', error => {
      full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    })
    worker.on('exit', () => {
      if (!killed) ended(full ? 'memory' : 'stopped')
    })
    worker.unref()
    return {
      send: request => worker.postMessage(request),
      memory: () => undefined,
      kill: () => {
        killed = true
        void worker.terminate()
      },
    }
  }
}
