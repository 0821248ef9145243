import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type CommandThread, started, starting } from './cli/thread-state'

/** The commands of `cli/program.ts`; written down here so that a start with a window need not load them. */
export const commandNames: readonly string[] = [
  'init',
  'import',
  'documents',
  'show',
  'annotations',
  'annotate',
  'receive',
  'compare',
  'adjudicate',
  'agreement',
  'register',
  'export',
  'verify',
  'doctor',
  'backup',
  'bundle',
  'git-setup',
  'merge-file',
  'help',
]

const questions = ['--help', '-h', '--version']
/** How long the thread may take until it runs, in milliseconds: it is a file of ours, so it runs or is damaged. */
const startWait = 30_000

/**
 * What is meant for the command line: the arguments from the first word on if that is a command, or from `--help` and
 * `--version` on. `undefined` where a window is wanted. `--user-data-dir` before it is kept, Chromium's switches are not.
 */
export function commandIn(args: readonly string[]): readonly string[] | undefined {
  const kept: string[] = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--user-data-dir') {
      i += 1
      kept.push(arg, args[i] ?? '')
    } else if (arg.startsWith('--user-data-dir=')) kept.push(arg)
    else if (questions.includes(arg) || commandNames.includes(arg)) return [...kept, ...args.slice(i)]
    else if (!arg.startsWith('-') || arg === '--workspace') return undefined
  }
  return undefined
}

/**
 * Runs a command and returns its exit status when it is done. It runs in a thread while this one waits, so that it is
 * over before Chromium starts: without a screen, without the app's lock on its profile.
 */
export function runCommand(args: readonly string[], folder: string): number {
  const state = new Int32Array(new SharedArrayBuffer(8))
  const data: CommandThread = { args, state }
  new Worker(join(folder, 'command-thread.cjs'), { workerData: data })
  if (Atomics.wait(state, 0, starting, startWait) === 'timed-out') {
    console.error('pressmark: the program is damaged: its command line does not start.')
    return 1
  }
  Atomics.wait(state, 0, started)
  return Atomics.load(state, 1)
}
