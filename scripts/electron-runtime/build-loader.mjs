// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedFolder } from './cache.mjs'

const sources = fileURLToPath(new URL('./loader', import.meta.url))
// Each becomes a file of its own: other processes and threads load them by path.
const ENTRIES = ['main.mjs', 'globals.mjs', 'utility-entry.mjs']
// Taken as it is: a bundle would hand it a copy of the module that it is to complete.
const PRELOAD = 'session-preload.cjs'

/** Bundles the loader for old runtimes into the cache, once for each state of its sources. Resolves to its folder. */
export async function buildLoader() {
  return cachedFolder(`loader-${hashSources()}`, async folder => {
    const { build } = await import('rolldown')
    for (const entry of ENTRIES) {
      await build({
        input: join(sources, entry),
        platform: 'node',
        external: ['electron', ...builtinModules, /^node:/],
        transform: { target: 'node16' },
        output: { file: join(folder, `${basename(entry, '.mjs')}.cjs`), format: 'cjs', minify: 'dce-only' },
        logLevel: 'silent',
      })
    }
    await copyFile(join(sources, PRELOAD), join(folder, PRELOAD))
    await writeFile(join(folder, 'package.json'), '{ "name": "pressmark-loader", "main": "main.cjs" }\n')
  })
}

function hashSources() {
  const hash = createHash('sha256')
  const require = createRequire(import.meta.url)
  for (const name of ['core-js', 'undici']) hash.update(readFileSync(require.resolve(`${name}/package.json`)))
  hash.update(readFileSync(fileURLToPath(import.meta.url)))
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}
