import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { EndReason, StartReader } from './reader-process'

/** The working set, which is looked at too, has the rest of a gigabyte. */
const heapMegabytes = 768
/** How V8 ends a process whose heap is full. */
const aborted = 134

/** Starts `reader.cjs` as a process of Node that knows nothing of the environment. `file`: its path; `heap`: what JavaScript may hold in it, in megabytes. */
export function forkReader(file: string, heap: number = heapMegabytes): StartReader {
  return async ({ said, ended }) => {
    const child = fork(file, [], {
      execArgv: [`--max-old-space-size=${heap}`],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let gone = false
    const end = (reason: EndReason) => {
      if (!gone) ended(reason)
      gone = true
    }
    child.on('message', said)
    child.on('error', () => end('stopped'))
    child.on('close', (code, signal) => end(code === aborted || signal === 'SIGABRT' ? 'memory' : 'stopped'))
    // Waiting for a file must not keep the program from ending.
    child.unref()
    child.channel?.unref()
    return {
      send: request => void child.send(request),
      memory: () => workingSet(child.pid),
      kill: () => {
        gone = true
        child.kill('SIGKILL')
      },
    }
  }
}

const pageBytes = 4096

/** Resident memory of a process in bytes, where the system shows it as a file; elsewhere the heap has its limit. */
function workingSet(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return undefined
  }
}
