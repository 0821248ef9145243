// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageProgram, root } from './checkout.mjs'
import { run } from './run-command.mjs'

const STAMP = join(root, 'out/.built')
const SOURCES = ['annotations', 'app', 'main', 'renderer', 'vite.config.ts', 'package.json', 'package-lock.json']

/** Builds everything into `out/`. Resolves to the exit status. @param {string[]} args for Vite */
export async function build(args = []) {
  const startedAt = new Date()
  const [command = '', ...rest] = packageProgram('vite')
  const status = await run(command, [...rest, 'build', '--app', ...args], { cwd: root })
  if (status === 0 && existsSync(join(root, 'out'))) {
    await writeFile(STAMP, '')
    // A source that was saved during the build counts as newer.
    await utimes(STAMP, startedAt, startedAt)
  }
  return status
}

/** Builds unless the last build is newer than every source. Resolves to the exit status. */
export async function buildIfNeeded() {
  if (existsSync(STAMP)) {
    const builtAt = statSync(STAMP).mtimeMs
    if (SOURCES.every(name => newestIn(join(root, name)) < builtAt)) return 0
  }
  return build(['--logLevel', 'warn'])
}

/** When something in a folder, or a list of files in it, changed last. @param {string} path @returns {number} */
function newestIn(path) {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  const inside = readdirSync(path).map(name => newestIn(join(path, name)))
  return Math.max(stats.mtimeMs, ...inside)
}
