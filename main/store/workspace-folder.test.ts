import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ok } from '#annotations/model/result'
import { writeWorkspace } from '#annotations/workspace/workspace-file'
import { systemError } from './file-system'
import { faultyFileSystem } from './testing/faulty-file-system'
import { tags } from './testing/journals'
import { makeImmutable } from './testing/make-immutable'
import { temporaryFolder } from './testing/temporary-folder'
import { identity, newer, newWorkspace, opened, press, put, revision, source } from './testing/workspaces'
import { createWorkspace, findWorkspace, openWorkspace } from './workspace-folder'

test('a workspace is made in an empty folder or a new one, below new ones too', async () => {
  const folder = await temporaryFolder(onTestFinished)
  await mkdir(join(folder, 'repository/.git'), { recursive: true })
  await symlink('repository', join(folder, 'link'))
  expect(await createWorkspace(join(folder, 'new/and/newer'), identity)).toEqual(ok(undefined))
  expect(await createWorkspace(join(folder, 'link'), identity)).toEqual(ok(undefined))
  expect((await findWorkspace(join(folder, 'repository'))).ok).toBe(true)
})

test('a new workspace tells Git how to treat it, unless its folder says so already', async () => {
  const path = join(await temporaryFolder(onTestFinished), 'press')
  await put(path, '.gitignore', '*.bak\n')
  expect(await createWorkspace(path, identity)).toEqual(ok(undefined))
  expect(await readFile(join(path, '.gitignore'), 'utf8')).toBe('*.bak\n')
  expect(await readFile(join(path, '.gitattributes'), 'utf8')).toContain('/codebook/*.json merge=pressmark\n')
})

test('a folder with other content, a workspace or a file is not made a workspace', async () => {
  const path = await newWorkspace(onTestFinished)
  const before = await readFile(join(path, 'workspace.json'), 'utf8')
  expect(await createWorkspace(path, { ...identity, id: 'v' })).toMatchObject({
    error: { code: 'exists', facts: { reason: 'workspace' } },
  })
  expect(await readFile(join(path, 'workspace.json'), 'utf8')).toBe(before)
  const other = await temporaryFolder(onTestFinished)
  await writeFile(join(other, 'thesis.docx'), '')
  expect(await createWorkspace(other, identity)).toMatchObject({
    error: { code: 'exists', facts: { reason: 'not-empty' } },
  })
  expect(await createWorkspace(join(other, 'thesis.docx'), identity)).toMatchObject({ ok: false })
  expect(await readdir(other)).toEqual(['thesis.docx'])
})

test('no workspace is made inside another, also by way of a link, nor beside a file of that name of another program', async () => {
  const path = await newWorkspace(onTestFinished)
  const folder = await temporaryFolder(onTestFinished)
  await symlink(path, join(folder, 'link'))
  await mkdir(join(path, 'empty'))
  await symlink(join(path, 'empty'), join(folder, 'straight'))
  const before = await readdir(path)
  for (const inside of [
    join(path, 'new'),
    join(path, 'codebook/a/b'),
    join(folder, 'link/new'),
    join(folder, 'straight'),
  ]) {
    expect(await createWorkspace(inside, { ...identity, id: 'v' })).toMatchObject({
      error: { code: 'inside-workspace' },
    })
  }
  expect(await readdir(path)).toEqual(before)
  await writeFile(join(path, 'workspace.json'), 'damaged')
  expect(await createWorkspace(join(path, 'new'), identity)).toMatchObject({ error: { code: 'inside-workspace' } })
  await put(folder, 'workspace.json', '{"folders":[]}')
  expect(await createWorkspace(join(folder, 'new'), identity)).toEqual(ok(undefined))
})

test.each([
  ['a folder that is not there', async () => undefined, 'not-found'],
  ['an empty folder', (path: string) => mkdir(path), 'not-a-workspace'],
  ['a file', (path: string) => writeFile(path, ''), 'not-a-workspace'],
  [
    'the workspace.json of another program',
    (path: string) => put(path, 'workspace.json', '{"folders":[]}'),
    'not-a-workspace',
  ],
  [
    'a cut workspace.json',
    (path: string) => put(path, 'workspace.json', writeWorkspace(identity).slice(0, 99)),
    'damaged',
  ],
  ['an empty workspace.json', (path: string) => put(path, 'workspace.json', ''), 'damaged'],
])('opening %s tells why not', async (_name, prepare, code) => {
  const path = join(await temporaryFolder(onTestFinished), 'press')
  await prepare(path)
  expect(await openWorkspace(path)).toMatchObject({ error: { code } })
})

test('a newer workspace.json opens, and nothing is written', async () => {
  const path = await newWorkspace(onTestFinished)
  await put(path, 'workspace.json', newer(writeWorkspace(identity)))
  const store = await opened(path)
  expect(store.identity).toEqual(identity)
  expect(store.readOnly).toBe('newer-version')
  const refused = { error: { code: 'read-only', facts: { reason: 'newer-version' } } }
  expect(await store.commit([{ scope: 'codebook', journal: tags('ann', {}) }])).toMatchObject(refused)
  expect(await store.addRevision('doc', revision(press), source)).toMatchObject(refused)
  expect(await readdir(path)).toEqual(['.gitattributes', '.gitignore', 'workspace.json'])
})

test('a folder on a read-only disk opens read-only', async () => {
  const path = await newWorkspace(onTestFinished)
  const fs = faultyFileSystem(operation => {
    if (operation === 'checkWritable') throw systemError('EROFS', 'read-only')
  })
  const store = await opened(path, { fs })
  expect(store.readOnly).toBe('no-permission')
  expect(await store.commit([{ scope: 'codebook', journal: tags('ann', {}) }])).toMatchObject({
    error: { code: 'read-only', facts: { reason: 'no-permission' } },
  })
})

test('a folder in which the system refuses new files opens read-only', async context => {
  const path = await newWorkspace(onTestFinished)
  if (!(await makeImmutable(onTestFinished, path))) return context.skip('chattr +i does not work here')
  const store = await opened(path)
  expect(store.readOnly).toBe('no-permission')
})

test('without the lock a workspace is read-only; with it the lock is let go at the end', async () => {
  const path = await newWorkspace(onTestFinished)
  expect((await opened(path, { lock: 'held' })).readOnly).toBe('locked')
  let released = 0
  const store = await opened(path, {
    lock: {
      release: async () => {
        released += 1
      },
    },
  })
  const commit = store.commit([{ scope: 'codebook', journal: tags('ann', { a: ['one'] }) }])
  await Promise.all([store.close(), store.close()])
  expect(released).toBe(1)
  expect(await commit).toMatchObject({ ok: true })
  expect(await store.commit([])).toMatchObject({ error: { code: 'read-only', facts: { reason: 'closed' } } })
})
