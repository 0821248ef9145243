import { describe, expect, test } from 'vitest'
import { systemCode } from '../file-system'
import { type Fate, surviving } from './testing/disk-layers'
import { type BeforeCall, Crash, FaultFs } from './testing/fault-fs'

const bytes = (text: string) => Buffer.from(text)

/** A disk whose root holds what was given, durably, and then has `work` done to it. */
async function diskWith(files: { readonly [name: string]: string }, before?: BeforeCall) {
  const made = new FaultFs()
  for (const [name, text] of Object.entries(files)) await written(made, `/${name}`, text, true)
  await made.syncDirectory('/')
  return new FaultFs(before, made.crashed().nodes)
}

async function written(fs: FaultFs, path: string, text: string, sync = false) {
  const file = await fs.create(path)
  await file.write(bytes(text), 0)
  if (sync) await file.sync()
  await file.close()
}

/** What is there after a crash; the fates of what was not synced in the order in which it was done. */
async function afterCrash(fs: FaultFs, fates: readonly Fate[] = fs.crashed().effects.map(() => 'dropped' as const)) {
  return contents(new FaultFs(undefined, surviving(fs.crashed(), fates)))
}

async function contents(fs: FaultFs) {
  const names = (await fs.readdir('/')).map(item => item.name).sort()
  const texts = await Promise.all(
    names.map(async name => [name, Buffer.from(await fs.readFile(`/${name}`)).toString()]),
  )
  return Object.fromEntries(texts)
}

describe('what is not synced', () => {
  test('is seen by programs and is gone after a crash: data and names each for themselves', async () => {
    const fs = await diskWith({ old: 'old' })
    await written(fs, '/new', 'content', true)
    expect(await contents(fs)).toEqual({ old: 'old', new: 'content' })
    expect(await afterCrash(fs)).toEqual({ old: 'old' })
    await fs.syncDirectory('/')
    expect(await afterCrash(fs)).toEqual({ old: 'old', new: 'content' })

    await written(fs, '/other', 'content')
    await fs.syncDirectory('/')
    expect(await afterCrash(fs)).toEqual({ old: 'old', new: 'content', other: '' })
  })

  test('may be there all the same, in part, and in any order', async () => {
    const fs = await diskWith({})
    await written(fs, '/a', 'content')
    await fs.rename('/a', '/b')
    expect(fs.crashed().effects.map(effect => (effect.kind === 'name' ? effect.name : 'data'))).toEqual([
      'a',
      'data',
      'b',
      'a',
    ])
    expect(await afterCrash(fs, ['kept', 'kept', 'kept', 'kept'])).toEqual({ b: 'content' })
    expect(await afterCrash(fs, ['kept', 'dropped', 'kept', 'dropped'])).toEqual({ a: '', b: '' })
    expect(await afterCrash(fs, ['dropped', { torn: 3 }, 'kept', 'dropped'])).toEqual({ b: 'con' })
    expect(await afterCrash(fs, ['dropped', { zeroed: 3 }, 'kept', 'dropped'])).toEqual({ b: 'con\0\0\0\0' })
  })

  test('leaves a hole where a later write came through and an earlier one did not', async () => {
    const fs = await diskWith({})
    const file = await fs.create('/a')
    await file.write(bytes('one'), 0)
    await file.write(bytes('onetwo'), 3)
    expect(await afterCrash(fs, ['kept', 'dropped', 'kept'])).toEqual({ a: '\0\0\0two' })
  })

  test('is lost where its sync fails, although programs still see it and the next sync says that all is well', async () => {
    let fails = true
    const fs = await diskWith({}, ({ operation }) => (operation === 'sync' && fails ? { error: 'EIO' } : undefined))
    const file = await fs.create('/a')
    await file.write(bytes('content'), 0)
    await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' })
    fails = false
    await file.sync()
    await fs.syncDirectory('/')
    expect(await contents(fs)).toEqual({ a: 'content' })
    expect(await afterCrash(fs)).toEqual({ a: '' })
  })

  test('of a folder in a folder that is not synced is lost with it', async () => {
    const fs = await diskWith({})
    await fs.mkdir('/folder')
    await written(fs, '/folder/a', 'content', true)
    await fs.syncDirectory('/folder')
    expect(await afterCrash(fs)).toEqual({})
  })
})

describe('faults', () => {
  test('come at the operation that was meant, once', async () => {
    const fs = await diskWith({}, ({ n }) => (n === 2 ? { error: 'ENOSPC' } : n === 4 ? { take: 2 } : undefined))
    const file = await fs.create('/a')
    await expect(file.write(bytes('content'), 0)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect((await file.stat()).size).toBe(0)
    expect(await file.write(bytes('content'), 0)).toBe(2)
    expect(await file.write(bytes('content'), 2)).toBe(5)
    expect(await contents(fs)).toEqual({ a: 'content' })
  })

  test.each(['EACCES', 'EPERM', 'EBUSY', 'EIO', 'EXDEV'])('%s leaves all as it was', async code => {
    const fs = await diskWith({ a: 'old' }, ({ operation }) => (operation === 'rename' ? { error: code } : undefined))
    await written(fs, '/b', 'new', true)
    await expect(fs.rename('/b', '/a')).rejects.toMatchObject({ code })
    expect(await contents(fs)).toEqual({ a: 'old', b: 'new' })
  })

  test('a machine that has stopped does nothing more, and says so by no error of the system', async () => {
    const fs = await diskWith({}, ({ operation }) => (operation === 'write' ? 'crash' : undefined))
    const file = await fs.create('/a')
    const stopped = [file.write(bytes('content'), 0), file.sync(), file.close(), fs.unlink('/a'), fs.stat('/a')]
    for (const outcome of await Promise.allSettled(stopped)) {
      expect(outcome).toMatchObject({ status: 'rejected' })
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Crash)
      if (outcome.status === 'rejected') expect(systemCode(outcome.reason)).toBeUndefined()
    }
    expect(await afterCrash(fs, ['kept'])).toEqual({ a: '' })
  })
})

test('answers as a disk does', async () => {
  const fs = await diskWith({ a: 'one', b: 'two' })
  await expect(fs.create('/a')).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(fs.readFile('/c')).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(fs.mkdir('/a')).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(fs.mkdir('/c/d')).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(fs.create('/a/b')).rejects.toMatchObject({ code: 'ENOTDIR' })
  await expect(fs.link('/a', '/b')).rejects.toMatchObject({ code: 'EEXIST' })
  await fs.link('/a', '/c')
  expect((await fs.stat('/c')).inode).toBe((await fs.stat('/a')).inode)
  await fs.rename('/a', '/c')
  expect(await contents(fs)).toEqual({ a: 'one', b: 'two', c: 'one' })
  await fs.rename('/b', '/a')
  await fs.unlink('/c')
  expect(await contents(fs)).toEqual({ a: 'two' })
  expect(await fs.realpath('/./a')).toBe('/a')
})
