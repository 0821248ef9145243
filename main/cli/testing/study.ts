import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '#annotations/model/result'
import { createDirectIntake } from '#app/intake/direct-intake'
import type { CliIo } from '../cli-io'
import { runCli } from '../run'

// Imported by tests only.

export const seedRelease = join(import.meta.dirname, '../../../app/intake/fixtures/seed-release.txt')
export const samples = join(import.meta.dirname, '../../../samples/releases')
export const seedHash = '860cf770fb3aa2894c8493c433cdc3d1124b09a2b31c3829c489e5b592a58017'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** A folder with a profile of its own, and the command line in it. */
export interface Study {
  readonly folder: string
  readonly userFolder: string
  /** Runs a command; `w` is the workspace that `startStudy` makes. */
  run(...args: readonly string[]): Promise<Ran>
  runWith(io: Partial<CliIo>, ...args: readonly string[]): Promise<Ran>
  /** Runs a command with `--json` that must succeed and print one JSON value and nothing else. */
  json<T>(...args: readonly string[]): Promise<T>
  /** Writes a JSON file for `annotate --from`; gives its name. */
  file(name: string, content: unknown): Promise<string>
}

/** A temporary folder with an empty workspace `w`. `onFinished`: registers what is done after the test. */
export async function startStudy(onFinished: (cleanUp: () => Promise<void>) => void): Promise<Study> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pressmark-cli-')))
  onFinished(() => rm(folder, { recursive: true, force: true }))
  const userFolder = join(folder, 'profile')
  const study: Study = {
    folder,
    userFolder,
    run: (...args) => study.runWith({}, ...args),
    async runWith(io, ...args) {
      const out: string[] = []
      const err: string[] = []
      const status = await runCli(args, {
        out: text => out.push(text),
        err: text => err.push(text),
        input: () => ok(new Uint8Array()),
        errIsTerminal: false,
        cwd: folder,
        env: {},
        version: '9.9.9',
        program: ['pressmark'],
        userFolder,
        intake: createDirectIntake(),
        ...io,
      })
      return { status, out: out.join(''), err: err.join('') }
    },
    async json<T>(...args: readonly string[]) {
      const ran = await study.run(...args, '--json')
      if (ran.status !== 0) throw new Error(`status ${ran.status}: ${ran.err}`)
      return JSON.parse(ran.out) as T
    },
    async file(name, content) {
      await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
      return name
    },
  }
  const made = await study.run('init', 'w', '--name', 'Study')
  if (made.status !== 0) throw new Error(made.err)
  return study
}

/** Imports the given release into the workspace; gives the document's id. */
export async function importSeed(study: Study): Promise<string> {
  const rows = await study.json<{ document: string }[]>('import', 'w', seedRelease)
  return rows[0]?.document ?? ''
}
