import { copyFile, cp, mkdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSession } from '#app/services/open-session'
import { diskFileSystem, type FileSystem } from '../file-system'
import { faultyFileSystem } from '../testing/faulty-file-system'
import { notes, textsIn } from '../testing/journals'
import { temporaryFolder } from '../testing/temporary-folder'
import { doc, newWorkspace, opened, press, revision, source } from '../testing/workspaces'
import type { OpenOptions } from '../workspace-folder'

const mine = 'documents/doc/annotations/ann.json'

/** A workspace in which `ann` has saved the notes a and b, one after the other, and goes on. */
async function working(options: OpenOptions = {}) {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path, { annotators: ['ann'], ...options })
  await store.addRevision('doc', revision(press), source)
  const save = async (texts: Parameters<typeof notes>[1], to = store) =>
    expect(await to.commit([{ scope: doc, journal: notes('ann', texts) }])).toMatchObject({ ok: true })
  await save({ a: ['one'] })
  await save({ a: ['one'], b: ['two'] })
  return { path, store, save, file: join(path, mine) }
}

/** What `ann` finds after the next start. */
async function found(path: string, annotator = 'ann') {
  const store = await opened(path, { annotators: [annotator] })
  const loaded = await store.loadScope(doc)
  await store.close()
  if (!loaded.ok) throw new Error(loaded.error.code)
  return textsIn(loaded.value.journals.get(annotator))
}

describe('while a workspace is open another program', () => {
  test('sets my file back to what it was: it is told, and what was saved is there after the next start', async () => {
    const { path, store, file } = await working()
    await copyFile(`${file}.prev`, file)
    await store.loadScope(doc)
    expect(store.reports()).toMatchObject([{ file: mine, code: 'set-back', from: 'memory' }])
    await store.close()
    expect(await found(path)).toEqual({ a: ['one'], b: ['two'] })
  })

  test('sets my file back and nobody looks before the end', async () => {
    const { path, store, file } = await working()
    await copyFile(`${file}.prev`, file)
    await store.close()
    expect(await found(path)).toEqual({ a: ['one'], b: ['two'] })
  })

  test('takes my file away, and the generation before', async () => {
    const { path, store, file } = await working()
    await unlink(file)
    await unlink(`${file}.prev`)
    await store.loadScope(doc)
    expect(store.reports()).toMatchObject([{ file: mine, code: 'missing', from: 'memory' }])
    await store.close()
    expect(await found(path)).toEqual({ a: ['one'], b: ['two'] })
  })

  test('takes the whole document away: it is not made again of an annotation alone', async () => {
    const { path, store } = await working()
    await rm(join(path, 'documents/doc'), { recursive: true })
    await store.close()
    await expect(readFile(join(path, mine))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('moves the folder away and an older copy of it into its place', async () => {
    const { path, store, save } = await working()
    await cp(path, `${path}-older`, { recursive: true })
    await save({ a: ['one', 'three'], b: ['two'] })
    await rename(path, `${path}-away`)
    await rename(`${path}-older`, path)
    await store.close()
    expect(await found(path)).toEqual({ a: ['one', 'three'], b: ['two'] })
  })

  test('moves the folder away: nothing is written elsewhere, and all is there when it comes back', async () => {
    const { path, store, save } = await working()
    await rename(path, `${path}-away`)
    const refused = await store.commit([{ scope: doc, journal: notes('ann', { c: ['three'] }) }])
    expect(refused).toMatchObject({ error: { code: 'not-found' } })
    await rename(`${path}-away`, path)
    await save({ c: ['three'] })
    await store.close()
    expect(await found(path)).toEqual({ a: ['one'], b: ['two'], c: ['three'] })
  })

  test('points the link by which it was opened elsewhere', async () => {
    const path = await newWorkspace(onTestFinished)
    const link = join(await temporaryFolder(onTestFinished), 'link')
    await symlink(path, link)
    const store = await opened(link, { annotators: ['ann'] })
    await store.addRevision('doc', revision(press), source)
    await unlink(link)
    await symlink(await newWorkspace(onTestFinished), link)
    expect(await store.commit([{ scope: doc, journal: notes('ann', { a: ['one'] }) }])).toMatchObject({ ok: true })
    await store.close()
    expect(await found(path)).toEqual({ a: ['one'] })
  })
})

describe('while my file is written another program of mine', () => {
  test.each(['sync', 'link', 'rename'] as const)('saves just before %s: nothing of either is lost', async operation => {
    let meanwhile: (() => Promise<void>) | undefined
    const fs = faultyFileSystem(async (done, name) => {
      if (done !== operation || (operation === 'rename' && name !== 'ann.json')) return
      const now = meanwhile
      meanwhile = undefined
      await now?.()
    })
    const { path, store, save } = await working({ fs })
    const other = await opened(path, { annotators: ['ann'] })
    await other.loadScope(doc)
    meanwhile = () => save({ c: ['elsewhere'] }, other)
    await save({ d: ['here'] })
    await store.close()
    await other.close()
    expect(await found(path)).toEqual({ a: ['one'], b: ['two'], c: ['elsewhere'], d: ['here'] })
  })
})

test('what another program of mine saves while the former generation is kept is seen before my file takes its place', async () => {
  let meanwhile: (() => Promise<void>) | undefined
  const fs = faultyFileSystem(async (done, name) => {
    if (done !== 'rename' || name !== 'ann.json.prev') return
    const now = meanwhile
    meanwhile = undefined
    await now?.()
  })
  const { path, save } = await working({ fs })
  const other = await opened(path, { annotators: ['ann'] })
  await other.loadScope(doc)
  meanwhile = () => save({ c: ['elsewhere'] }, other)
  await save({ d: ['here'] })
  // Nobody closes: both are as if they had been killed now.
  expect(await found(path)).toEqual({ a: ['one'], b: ['two'], c: ['elsewhere'], d: ['here'] })
})

describe('a file of a colleague', () => {
  test('that counts as far as numbers go takes nothing from what I save after it', async () => {
    const { path } = await working()
    const bo = await opened(path, { annotators: ['bo'] })
    const bos = notes('bo', { n: ['far'] })
    const far = new Map(
      [...bos.entries].map(([key, entry]) => [
        key,
        { ...entry, changes: entry.changes.map(change => ({ ...change, rev: Number.MAX_SAFE_INTEGER })) },
      ]),
    )
    const written = await bo.commit([{ scope: doc, journal: { ...bos, rev: Number.MAX_SAFE_INTEGER, entries: far } }])
    expect(written).toMatchObject({ ok: true })
    await bo.close()
    const session = await openSession(await opened(path, { annotators: ['ann'] }))
    if (!session.ok) throw new Error(session.error.code)
    for (const n of [1, 2, 3]) {
      const act = { do: 'set-progress', document: 'doc', progress: n === 2 ? 'done' : 'in-work' } as const
      const edit = { id: `z${n}`, at: '2024-03-05T09:00:00.000Z', by: 'ann', acts: [act] }
      expect(await session.value.edit(edit)).toMatchObject({ ok: true })
    }
    await session.value.close()
    const next = await opened(path, { annotators: ['ann'] })
    const loaded = await next.loadScope(doc)
    expect(next.reports()).toEqual([])
    const journal = loaded.ok ? loaded.value.journals.get('ann') : undefined
    const progress = [...(journal?.entries.values() ?? [])].find(({ type }) => type === 'progress')
    expect(progress?.changes.map(({ edit }) => edit)).toEqual(['z1', 'z2', 'z3'])
  })
})

/** The real disk as a system has it that does not tell capitals from small letters. */
function withoutCapitals(): FileSystem {
  const low = (path: string) => path.replace(/annotations\/.*$/, name => name.toLowerCase())
  const disk = diskFileSystem
  return {
    ...disk,
    create: path => disk.create(low(path)),
    readFile: path => disk.readFile(low(path)),
    stat: path => disk.stat(low(path)),
    link: (from, to) => disk.link(low(from), low(to)),
    rename: (from, to) => disk.rename(low(from), low(to)),
    unlink: path => disk.unlink(low(path)),
  }
}

test('two annotators whose ids differ in capitals alone do not write over each other where the disk does not tell them apart', async () => {
  const { path, store } = await working({ fs: withoutCapitals() })
  await store.close()
  const other = await opened(path, { annotators: ['ANN'], fs: withoutCapitals() })
  const refused = await other.commit([{ scope: doc, journal: notes('ANN', { x: ['other'] }) }])
  expect(refused).toMatchObject({ error: { code: 'damaged', facts: { reason: 'namesake' } } })
  await other.close()
  expect(await found(path)).toEqual({ a: ['one'], b: ['two'] })
})

test('a journal that is larger than a file may be is refused, and what was saved stays', async () => {
  const { path, store } = await working()
  const refused = await store.commit([{ scope: doc, journal: notes('ann', { huge: ['x'.repeat(51 * 1024 * 1024)] }) }])
  expect(refused).toMatchObject({ error: { code: 'io', facts: { code: 'EFBIG' } } })
  await store.close()
  expect(await found(path)).toEqual({ a: ['one'], b: ['two'] })
})

test('a huge file in the place of mine is not written over', async () => {
  const { path, store, file } = await working()
  await writeFile(file, 'x'.repeat(51 * 1024 * 1024))
  const refused = await store.commit([{ scope: doc, journal: notes('ann', { c: ['three'] }) }])
  expect(refused).toMatchObject({ error: { code: 'damaged', facts: { reason: 'too-large' } } })
  await store.close()
  await mkdir(join(path, 'elsewhere'))
  await rename(file, join(path, 'elsewhere/ann.json'))
  expect(await found(path)).toMatchObject({ a: ['one'] })
})
