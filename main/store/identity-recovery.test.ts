import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { writeWorkspace } from '#annotations/workspace/workspace-file'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { putBackIdentity, spareIdentity } from '../backup/mend-identity'
import { systemError } from './file-system'
import { sha256 } from './place-file'
import { faultyFileSystem } from './testing/faulty-file-system'
import { tags } from './testing/journals'
import { temporaryFolder } from './testing/temporary-folder'
import { identity, newWorkspace, opened } from './testing/workspaces'

const sound = writeWorkspace(identity, sha256)
const edited = sound.replace('"name":"Press"', '"name":"Mine"')
const file = 'workspace.json'

const write = (store: WorkspaceStore) => store.commit([{ scope: 'codebook', journal: tags('ann', { a: ['one'] }) }])
const onDisk = (path: string) => readFile(join(path, file), 'utf8')

async function changed(text: string): Promise<string> {
  const path = await newWorkspace(onTestFinished)
  await writeFile(join(path, file), text)
  return path
}

describe('a workspace.json that was changed by hand', () => {
  test('while the workspace is open: what it was is put back, what was found is kept, and it is told once', async () => {
    const path = await newWorkspace(onTestFinished)
    const store = await opened(path)
    await write(store)
    expect(store.reports()).toEqual([])
    await writeFile(join(path, file), edited)
    await store.changed()
    expect(store.reports()).toMatchObject([{ file, code: 'edited-outside', from: 'memory' }])
    expect(await onDisk(path)).toBe(sound)
    expect(await readFile(join(path, store.reports()[0]?.keptAt ?? ''), 'utf8')).toBe(edited)
    expect((await write(store)).ok).toBe(true)
    expect(store.reports()).toHaveLength(1)
  })

  test('is found by the next write, too, which is done', async () => {
    const path = await newWorkspace(onTestFinished)
    const store = await opened(path)
    await writeFile(join(path, file), edited.slice(0, 90))
    expect((await write(store)).ok).toBe(true)
    expect(store.reports()).toMatchObject([{ file, code: 'truncated', from: 'memory' }])
    expect(await onDisk(path)).toBe(sound)
  })

  test('before it is opened: the newest backup stands in', async () => {
    const path = await changed(edited)
    const store = await opened(path, { spares: () => async () => Buffer.from(sound) })
    expect(store.identity).toEqual(identity)
    expect(store.reports()).toMatchObject([{ file, code: 'edited-outside', from: 'backup' }])
    expect(await onDisk(path)).toBe(sound)
    expect(await readFile(join(path, store.reports()[0]?.keptAt ?? ''), 'utf8')).toBe(edited)
    expect((await opened(path)).reports()).toEqual([])
  })

  test.each([
    ['there is no backup', undefined],
    ['the backup is of another workspace', writeWorkspace({ ...identity, id: 'v' }, sha256)],
    ['the backup is no better', edited],
  ])('where %s it is read as it is, and told', async (_, spare) => {
    const path = await changed(edited)
    const spares = () => async () => (spare === undefined ? undefined : Buffer.from(spare))
    const store = await opened(path, { spares })
    expect(store.identity.name).toBe('Mine')
    expect(store.reports()).toMatchObject([{ file, code: 'edited-outside', from: 'file' }])
    expect((await write(store)).ok).toBe(true)
    expect(await onDisk(path)).toBe(edited)
    expect(store.reports()).toHaveLength(1)
  })

  test('is left alone where nothing may be written', async () => {
    const path = await changed(edited)
    const store = await opened(path, { lock: 'held', spares: () => async () => Buffer.from(sound) })
    expect(store.identity.name).toBe('Press')
    await store.changed()
    expect(store.reports()).toMatchObject([{ from: 'backup' }])
    expect(await onDisk(path)).toBe(edited)
  })

  test('is put back later where the disk refuses now, and told once', async () => {
    const path = await newWorkspace(onTestFinished)
    let full = false
    const fs = faultyFileSystem(operation => {
      if (operation === 'create' && full) throw systemError('ENOSPC', 'full')
    })
    const store = await opened(path, { fs })
    await writeFile(join(path, file), edited)
    full = true
    await store.changed()
    expect(await onDisk(path)).toBe(edited)
    full = false
    await store.changed()
    expect(await onDisk(path)).toBe(sound)
    expect(store.reports()).toHaveLength(1)
  })

  test('by a program that wrote it as ours do, is another first name and no damage', async () => {
    const path = await newWorkspace(onTestFinished)
    const store = await opened(path)
    const other = writeWorkspace({ ...identity, name: 'Other' }, sha256)
    await writeFile(join(path, file), other)
    await store.changed()
    expect([store.reports(), await onDisk(path)]).toEqual([[], other])
  })

  test('into another workspace, is not written into', async () => {
    const path = await newWorkspace(onTestFinished)
    const store = await opened(path)
    await writeFile(join(path, file), writeWorkspace({ ...identity, id: 'v' }, sha256))
    expect(await write(store)).toMatchObject({ error: { code: 'not-a-workspace' } })
    expect(store.reports()).toEqual([])
  })
})

test('what no backup knows cannot be put back', async () => {
  const user = await temporaryFolder(onTestFinished)
  const path = await changed('{')
  await mkdir(join(user, 'backups'))
  const problem = { code: 'damaged', facts: { reason: 'truncated' } } as const
  expect(await spareIdentity(user, path, problem)).toBeUndefined()
  expect(await spareIdentity(user, path, { code: 'newer-version' })).toBeUndefined()
  const put = await putBackIdentity({ id: 'w', root: path, bytes: Buffer.from(sound), code: 'truncated' })
  expect(put).toMatchObject({ ok: true, value: { file, code: 'truncated', from: 'backup' } })
  expect(await onDisk(path)).toBe(sound)
})
