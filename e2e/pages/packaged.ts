import { chmod, cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { freshFolder, type Program, root } from './launch'
import { type CliRun, runToEnd } from './pressmark-cli'
import { switchOn } from './program-files'

/** Pressmark as it is handed on, in a folder that every user may read. */
export interface Packaged extends Program {
  readonly folder: string
  readonly archive: string
  remove(): Promise<void>
}

/** Root alone needs this: Chromium's sandbox does not start for it. */
export const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Packages what `npm test` has built. */
export async function packageProgram(): Promise<Packaged> {
  const { path, remove } = await freshFolder()
  const command = [process.execPath, join(root, 'scripts/dist.mjs'), '--as-built', '--dir', `--output=${path}`]
  const run = await runToEnd(command, process.env)
  if (run.status !== 0) throw new Error(`packaging failed:\n${run.out}${run.err}`)
  const unpacked = (await readdir(path)).find(name => name.endsWith('-unpacked'))
  if (unpacked === undefined) throw new Error(`no package in ${path}`)
  await chmod(path, 0o755)
  return { ...placesIn(join(path, unpacked)), remove }
}

/** A copy that Playwright can drive from within: only the fuse that forbids it is switched on. */
export async function copyForInspection(shipped: Packaged): Promise<Packaged> {
  const { path, remove } = await freshFolder()
  await cp(shipped.folder, path, { recursive: true })
  const copy = placesIn(path)
  await switchOn(copy.executable, 'nodeCliInspect')
  return { ...copy, remove: () => rm(path, { recursive: true, force: true }).then(remove) }
}

function placesIn(folder: string): Omit<Packaged, 'remove'> {
  const executable = join(folder, 'pressmark')
  return { folder, executable, args: rootArgs, archive: join(folder, 'resources/app.asar') }
}

/** Asks the packaged program on its command line, where there is no screen. */
export function askPackaged(
  { executable, args: first }: Packaged,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CliRun> {
  const { DISPLAY: _screen, WAYLAND_DISPLAY: _other, ...rest } = process.env
  return runToEnd([executable, ...first, ...args], { ...rest, ...env })
}
