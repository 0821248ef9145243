import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Desk } from './given-workspace'

/** Waits until a text that is being written is kept in the user's folder, with these words. */
export async function keptOnDisk({ options }: Pick<Desk, 'options'>, words: string): Promise<void> {
  const folder = join(options.userFolder, 'drafts')
  const texts = async () => {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    const files = names.filter(name => name.endsWith('.json'))
    return (await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')))).join()
  }
  await expect.poll(texts).toContain(words)
}
