import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Registers what is done after the test. */
export type OnFinished = (cleanUp: () => Promise<void>) => void

/** An empty folder that is gone after the test. */
export async function temporaryFolder(onFinished: OnFinished): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pressmark-store-')))
  onFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
