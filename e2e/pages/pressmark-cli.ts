import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './launch'

export interface CliRun {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line. */
export function runPressmark(args: readonly string[], env: { readonly [name: string]: string } = {}): Promise<CliRun> {
  return runToEnd([process.execPath, join(root, 'out/main/pressmark.cjs'), ...args], { ...process.env, ...env })
}

/** Runs a program until it is done and has said everything. */
export function runToEnd([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', status =>
      resolve({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    )
  })
}
