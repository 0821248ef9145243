import { chmod, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ok, problem } from '#annotations/model/result'
import type { UniteBytes } from './durable-file'
import { systemError } from './file-system'
import { bytes, neverAsked, place, text, uniting } from './testing/durable-place'

test('what was written is read, and the first generation has a spare of its own', async () => {
  const { path, file, names } = await place(onTestFinished)
  expect(await file.read()).toEqual(ok(undefined))
  expect(await file.write(bytes('one'), neverAsked)).toEqual(ok(undefined))
  expect(await file.read()).toEqual(ok(bytes('one')))
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
  expect(await text(`${path}.prev`)).toBe('one')
  expect((await stat(path)).ino).not.toBe((await stat(`${path}.prev`)).ino)
})

test('the generation before stays beside the file', async () => {
  const { path, file, names } = await place(onTestFinished)
  for (const content of ['one', 'two', 'three']) await file.write(bytes(content), neverAsked)
  expect([await text(path), await text(`${path}.prev`)]).toEqual(['three', 'two'])
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
})

test('bytes are on disk before they get the name, and the name before the caller is told', async () => {
  const steps: string[] = []
  const { file } = await place(onTestFinished, (operation, name) => {
    if (['write', 'sync', 'link', 'rename', 'syncDirectory'].includes(operation)) {
      steps.push(`${operation} ${name.endsWith('.tmp') ? 'temporary' : name}`.replace(/ pressmark-store-.*/, ''))
    }
  })
  const temporary = ['write temporary', 'sync temporary']
  await file.write(bytes('one'), neverAsked)
  expect(steps.splice(0)).toEqual([...temporary, ...temporary, 'link a.json.prev', 'link a.json', 'syncDirectory'])
  await file.write(bytes('two'), neverAsked)
  expect(steps).toEqual([...temporary, 'link temporary', 'rename a.json.prev', 'rename a.json', 'syncDirectory'])
})

test('without hard links the generation before is copied', async () => {
  const { path, file, names } = await place(onTestFinished, operation => {
    if (operation === 'link') throw systemError('EPERM', 'no links here')
  })
  for (const content of ['one', 'two', 'three']) await file.write(bytes(content), neverAsked)
  expect([await text(path), await text(`${path}.prev`)]).toEqual(['three', 'two'])
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
})

test('a spare left by a crash between keeping and replacing is no hindrance', async () => {
  let crash = false
  const { path, file, names } = await place(onTestFinished, (operation, name) => {
    if (crash && operation === 'rename' && name === 'a.json') throw systemError('EIO', 'crash')
  })
  await file.write(bytes('one'), neverAsked)
  crash = true
  expect(await file.write(bytes('two'), neverAsked)).toMatchObject({ error: { code: 'io' } })
  expect((await stat(path)).ino).toBe((await stat(`${path}.prev`)).ino)
  crash = false
  expect(await file.write(bytes('two'), neverAsked)).toEqual(ok(undefined))
  expect([await text(path), await text(`${path}.prev`)]).toEqual(['two', 'one'])
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
})

test('a file is as open as the one it replaces, a new one as its folder', async () => {
  const { folder, path, file } = await place(onTestFinished)
  await chmod(folder, 0o750)
  await file.write(bytes('one'), neverAsked)
  expect((await stat(path)).mode & 0o777).toBe(0o640)
  await chmod(path, 0o664)
  await file.write(bytes('two'), uniting('two'))
  expect((await stat(path)).mode & 0o777).toBe(0o664)
})

test('edited in place or replaced by another program since it was read: both are kept', async () => {
  const { path, file } = await place(onTestFinished)
  await file.write(bytes('a'), neverAsked)
  await writeFile(path, 'x')
  expect(await file.write(bytes('ab'), uniting('ab'))).toEqual(ok(undefined))
  expect(await text(path)).toBe('abx')
  await writeFile(`${path}.other`, 'y')
  await rename(`${path}.other`, path)
  await file.write(bytes('abcx'), uniting('abcx'))
  expect(await text(path)).toBe('abcxy')
})

test('never read by us and there: nothing is overwritten unseen', async () => {
  const { path, file } = await place(onTestFinished)
  await writeFile(path, 'x')
  await file.write(bytes('a'), uniting('a'))
  expect(await text(path)).toBe('ax')
})

test('touched without a change is not a change', async () => {
  const { path, file } = await place(onTestFinished)
  await file.write(bytes('a'), neverAsked)
  await writeFile(path, 'a')
  expect(await file.write(bytes('ab'), neverAsked)).toEqual(ok(undefined))
})

test.each(['a link', 'a copy'])(
  'edited between our look and our rename: brought back from the spare, %s',
  async kind => {
    let intrude = false
    const { path, file } = await place(onTestFinished, async (operation, name, whole) => {
      if (operation === 'link' && kind === 'a copy') throw systemError('ENOTSUP', 'no links here')
      if (!intrude || operation !== 'create' || name === 'a.json') return
      intrude = false
      await writeFile(join(whole, '..', 'other'), 'x')
      await rename(join(whole, '..', 'other'), join(whole, '..', 'a.json'))
    })
    await file.write(bytes('a'), neverAsked)
    intrude = true
    expect(await file.write(bytes('ab'), uniting('ab'))).toEqual(ok(undefined))
    expect(await text(path)).toBe('abx')
  },
)

test('what was displaced is brought back by the next write where the first ends in an error', async () => {
  let intrude = true
  let failing = true
  const { path, file } = await place(onTestFinished, async (operation, name, whole) => {
    if (operation === 'syncDirectory' && !intrude && failing) throw systemError('EIO', 'folder')
    if (operation !== 'rename' || name !== 'a.json' || !intrude) return
    intrude = false
    await writeFile(whole, 'x')
  })
  await writeFile(path, 'a')
  await file.read()
  expect(await file.write(bytes('ab'), uniting('ab'))).toMatchObject({ error: { code: 'io' } })
  failing = false
  await file.write(bytes('abc'), uniting('abc'))
  expect(await text(path)).toBe('abcx')
})

test('another program makes the file while we write the first: both are kept', async () => {
  let intrude = true
  const { path, file } = await place(onTestFinished, async (operation, name, whole) => {
    if (operation !== 'link' || name !== 'a.json' || !intrude) return
    intrude = false
    await writeFile(whole, 'x')
  })
  await file.write(bytes('a'), uniting('a'))
  expect(await text(path)).toBe('ax')
})

test('removed by another program: written anew', async () => {
  const { path, file } = await place(onTestFinished)
  await file.write(bytes('a'), neverAsked)
  await rm(path)
  await file.write(bytes('ab'), neverAsked)
  expect(await text(path)).toBe('ab')
})

test('what must not be overwritten is not, again and again', async () => {
  const { path, file } = await place(onTestFinished)
  await writeFile(path, 'rubbish')
  const refuse: UniteBytes = () => problem('damaged')
  for (const content of ['a', 'b']) {
    expect(await file.write(bytes(content), refuse)).toMatchObject({ error: { code: 'damaged' } })
  }
  expect(await text(path)).toBe('rubbish')
})

test('a link or a folder in the place of the file is left alone', async () => {
  const { folder, path, file } = await place(onTestFinished)
  await writeFile(join(folder, 'elsewhere'), 'x')
  await symlink(join(folder, 'elsewhere'), path)
  expect(await file.write(bytes('a'), neverAsked)).toMatchObject({ error: { code: 'damaged' } })
  await rm(path)
  await mkdir(path)
  expect(await file.read()).toMatchObject({ error: { code: 'damaged', facts: { reason: 'not-a-file' } } })
  expect(await text(join(folder, 'elsewhere'))).toBe('x')
})

test('a file that another program keeps changing is given up, and told', async () => {
  let n = 0
  const { path, file } = await place(onTestFinished, async (operation, name, whole) => {
    if (operation === 'link' && name !== 'a.json') await writeFile(join(whole, '..', 'a.json'), `${n++}`)
  })
  await writeFile(path, 'x')
  expect(await file.write(bytes('a'), uniting('a'))).toMatchObject({
    error: { code: 'io', facts: { code: 'keeps-changing' } },
  })
})
