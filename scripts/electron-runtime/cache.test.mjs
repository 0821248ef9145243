// @ts-check
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cachedFolder } from './cache.mjs'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pressmark-cache-'))
})
afterEach(() => rm(root, { recursive: true }))

describe('a cached folder', () => {
  it('is built once', async () => {
    let builds = 0
    const build = async () => {
      builds += 1
    }
    const place = await cachedFolder('thing', build, root)
    expect(await cachedFolder('thing', build, root)).toBe(place)
    expect(builds).toBe(1)
  })

  it('is whole when two build it at the same time, and nothing else stays', async () => {
    const build = async (/** @type {string} */ folder) => {
      await writeFile(join(folder, 'a'), 'one')
      await writeFile(join(folder, 'b'), 'two')
    }
    const places = await Promise.all([cachedFolder('thing', build, root), cachedFolder('thing', build, root)])
    expect(places).toEqual([join(root, 'thing'), join(root, 'thing')])
    expect(await readFile(join(root, 'thing/b'), 'utf8')).toBe('two')
    expect(await readdir(root)).toEqual(['thing'])
  })

  it('is not there when its building failed', async () => {
    const failing = cachedFolder('thing', () => Promise.reject(new Error('no network')), root)
    await expect(failing).rejects.toThrow('no network')
    expect(await readdir(root)).toEqual([])
  })
})
