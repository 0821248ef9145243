import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { createProcessIntake } from '../intake/process-intake'
import { threadReader } from '../intake/thread-reader'
import { machineIo } from './machine-io'
import { runCli } from './run'
import { type CommandThread, ended, started } from './thread-state'
import { codeOf, writeNow } from './write-now'

// The thread that answers the packaged program's command line; see `packaged-command-line.ts`, which waits for it.
const { args, state } = workerData as CommandThread

/** Tells the waiting process how it went; the first word counts. */
function end(status: number): void {
  if (Atomics.load(state, 0) === ended) return
  Atomics.store(state, 1, status)
  Atomics.store(state, 0, ended)
  Atomics.notify(state, 0)
}

function write(descriptor: number, text: string): void {
  try {
    writeNow(descriptor, text)
  } catch (error) {
    // A reader that has seen enough, such as `head`, is no fault.
    end(codeOf(error) === 'EPIPE' ? 0 : 1)
    process.exit()
  }
}

process.on('uncaughtException', error => {
  write(2, `pressmark: ${error.stack ?? error}\n`)
  end(1)
})
process.on('exit', () => end(1))
Atomics.store(state, 0, started)
Atomics.notify(state, 0)

// An AppImage runs from a folder that is gone with it, and says where its own file is.
const program = [process.env.APPIMAGE ?? process.execPath]
const intake = createProcessIntake(threadReader(join(__dirname, 'reader.cjs')))
const io = machineIo({ out: text => write(1, text), err: text => write(2, text), program, intake })
void runCli(args, io).then(end)
