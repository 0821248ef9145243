// @ts-check
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { utilityProcess } from 'electron'

const GLOBALS = join(__dirname, 'globals.cjs')
const UTILITY_ENTRY = join(__dirname, 'utility-entry.cjs')

/** Threads and utility processes start with globals of their own: they need the same additions. */
export function fillProcesses() {
  const threads = createRequire(__filename)('node:worker_threads')
  const NativeWorker = threads.Worker
  threads.Worker = class Worker extends NativeWorker {
    /** @param {string | URL} filename @param {import('node:worker_threads').WorkerOptions} [options] */
    constructor(filename, options = {}) {
      super(filename, { ...options, execArgv: ['-r', GLOBALS, ...(options.execArgv ?? [])] })
    }
  }

  const forkNative = utilityProcess.fork.bind(utilityProcess)
  utilityProcess.fork = (modulePath, args = [], options = {}) => {
    const hasArgs = Array.isArray(args)
    return forkNative(UTILITY_ENTRY, [modulePath, ...(hasArgs ? args : [])], hasArgs ? options : args)
  }
}
