import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

// Imported by tests only.

/** Bundles the command line as it is shipped, into a folder; gives the path of the program. */
export async function bundleCli(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../pressmark.ts'),
    platform: 'node',
    external: ['electron', ...builtinModules, ...builtinModules.map(name => `node:${name}`)],
    transform: { target: 'node16' },
    logLevel: 'silent',
  })
  const file = join(folder, 'pressmark.cjs')
  await bundle.write({ file, format: 'cjs', codeSplitting: false })
  await bundle.close()
  return file
}
