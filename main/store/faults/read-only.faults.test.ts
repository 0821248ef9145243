import { chmod, chown, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeImmutable } from '../testing/make-immutable'
import { temporaryFolder } from '../testing/temporary-folder'
import { asNobody, nobody } from './testing/another-user'
import { countIn, openCounted } from './testing/counted'
import { prepareWriters } from './testing/writer'

test('folders that become read-only: saves are refused, nothing changes, and all is written once they are open', async context => {
  const folder = join(await temporaryFolder(onTestFinished), 'press')
  const counted = await openCounted('pressmark', folder)
  let saved = 0
  let refused = 0
  for (const closed of ['codebook', 'documents/doc/annotations']) {
    for (let n = 0; n < 3; n += 1) expect(await counted.add()).toBe(++saved)
    const opening: (() => Promise<void>)[] = []
    if (!(await makeImmutable(open => opening.push(open), join(folder, closed)))) {
      return context.skip('chattr +i does not work here')
    }
    for (let n = 0; n < 2; n += 1, refused += 1) expect(await counted.add()).toBe('no-permission EPERM')
    expect(await countIn('pressmark', folder)).toBe(saved)
    for (const open of opening) await open()
    expect(await counted.add()).toBe(++saved)
    expect(await countIn('pressmark', folder)).toBe(saved)
  }
  console.log(`read-only folders: ${refused} saves refused, 0 of ${saved} acknowledged lost`)
})

test('another user, who may write some folders or none: saves are refused and nothing changes', async context => {
  const under = asNobody()
  if (typeof under === 'string') return context.skip(under)
  const writers = await prepareWriters(onTestFinished)
  const place = await temporaryFolder(onTestFinished)
  await chmod(place, 0o755)
  const run = join(place, 'run')
  await mkdir(run, { mode: 0o700 })
  await chown(run, nobody, nobody)
  const folder = join(place, 'press')
  const write = async (count: number) => {
    const writer = writers.start({ kind: 'pressmark', folder, count, under, env: { XDG_RUNTIME_DIR: run } })
    await writer.ended()
    expect(writer.complaint).toBe('')
    return { failures: writer.failures, ...(await writer.acknowledged()) }
  }
  const mine = await openCounted('pressmark', folder)
  for (let n = 1; n <= 3; n += 1) expect(await mine.add()).toBe(n)

  const told: string[] = []
  let saved = 3
  for (const closed of ['', 'codebook', 'documents/doc/annotations', 'documents/doc']) {
    await giveTo(folder, nobody)
    // Without a way into the folder of registers or texts nothing is written, in whichever of the two the refusal comes.
    if (closed === '') await giveTo(folder, 0)
    else await chown(join(folder, closed), 0, 0)
    const before = await filesIn(folder)
    const { failures, count } = await write(2)
    const mayWrite = closed === 'documents/doc'
    if (mayWrite) expect([failures, count]).toEqual([[], 2])
    else {
      expect([failures.length, count]).toEqual([5, 0])
      expect(new Set(failures)).toEqual(
        new Set([closed === '' ? 'failed read-only no-permission' : 'failed no-permission EACCES']),
      )
      if (closed !== 'documents/doc/annotations') expect(await filesIn(folder)).toEqual(before)
      told.push(`${closed === '' ? 'the workspace' : closed}: ${failures.length} saves refused`)
    }
    saved += mayWrite ? count : 0
    expect(await countIn('pressmark', folder)).toBe(saved)
    await giveTo(folder, nobody)
    expect(await write(1)).toMatchObject({ failures: [], last: ++saved })
  }
  console.log(`another user: ${told.join(', ')}; 0 of ${saved} acknowledged lost`)
})

async function giveTo(path: string, user: number): Promise<void> {
  await chown(path, user, user)
  for (const item of await readdir(path, { withFileTypes: true })) {
    if (item.isDirectory()) await giveTo(join(path, item.name), user)
    else await chown(join(path, item.name), user, user)
  }
}

/** The files of a folder, by path, with their bytes. */
async function filesIn(path: string): Promise<readonly string[]> {
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  const files = names.filter(item => item.isFile()).map(item => join(item.parentPath, item.name))
  return Promise.all(files.sort().map(async file => `${file} ${await readFile(file, 'base64')}`))
}
