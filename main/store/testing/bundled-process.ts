import { join } from 'node:path'
import { build } from 'rolldown'
import { type OnFinished, temporaryFolder } from './temporary-folder'

/** Bundles a program of the tests into one file that Node runs; `source` is the whole path of its `.ts` file. */
export async function bundledProcess(onFinished: OnFinished, source: string): Promise<string> {
  const file = join(await temporaryFolder(onFinished), 'process.mjs')
  await build({ input: source, platform: 'node', logLevel: 'silent', output: { file, format: 'esm' } })
  return file
}
