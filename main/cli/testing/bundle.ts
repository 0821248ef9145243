import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

// Imported by tests only.

/** Bundles the command line as it is shipped, into a folder; gives the path of the program. */
export async function bundleCli(folder: string): Promise<string> {
  await bundleReader(folder)
  return bundle('../pressmark.ts', join(folder, 'pressmark.cjs'))
}

/** Bundles what reads files for it; gives the path. */
export function bundleReader(folder: string): Promise<string> {
  return bundle('../../intake/reader-entry.ts', join(folder, 'reader.cjs'))
}

async function bundle(entry: string, file: string): Promise<string> {
  const bundled = await rolldown({
    input: join(import.meta.dirname, entry),
    platform: 'node',
    external: ['electron', ...builtinModules, ...builtinModules.map(name => `node:${name}`)],
    transform: { target: 'node16' },
    logLevel: 'silent',
  })
  await bundled.write({ file, format: 'cjs', codeSplitting: false })
  await bundled.close()
  return file
}
