// @ts-check
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this user's runtimes, loaders and marks are kept. */
export function cacheRoot(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pressmark')
}

/**
 * A cached folder, made at most once: it is built beside its place and renamed into it, so that a folder that is there
 * is whole, and two that build at the same time cannot disturb each other.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} build
 */
export async function cachedFolder(name, build, root = cacheRoot()) {
  const place = join(root, name)
  if (existsSync(place)) return place
  const draft = join(root, `.${name}-${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(draft, { recursive: true })
  try {
    await build(draft)
    await rename(draft, place).catch(error => {
      if (!existsSync(place)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return place
}
