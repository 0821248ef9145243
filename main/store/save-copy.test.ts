import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentOf } from '#annotations/testing/histories'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { systemError } from './file-system'
import { saveCopy } from './save-copy'
import { faultyFileSystem } from './testing/faulty-file-system'
import { doc, newWorkspace, opened, press, revision, source } from './testing/workspaces'
import type { OpenOptions } from './workspace-folder'

async function session(path: string, options: OpenOptions = {}): Promise<WorkspaceSession> {
  const session = await openSession(await opened(path, options))
  return session.ok ? session.value : expect.fail(session.error.code)
}

const segments = [{ part: 'content' as const, start: 0, end: 6 }]
const at = '2026-05-01T09:30:00.000Z'
const text = revision(press)
const create = (annotation: string) =>
  ({ do: 'create', document: 'doc', annotation, kind: 'note', revision: text.id, segments }) as const

async function begun() {
  const path = await newWorkspace(onTestFinished)
  let full = false
  const fs = faultyFileSystem(operation => {
    if (full && operation === 'create') throw systemError('ENOSPC', 'full')
  })
  const mine = await session(path, { fs })
  await mine.addDocument('doc', text, source)
  await mine.edit({ id: 'e1', at, by: 'ann', acts: [create('a')] })
  full = true
  expect(await mine.edit({ id: 'e2', at, by: 'ann', acts: [create('b')] })).toMatchObject({
    error: { code: 'disk-full' },
  })
  return { path, mine, copy: `${path}-copy` }
}

test('a copy holds what could not be written, and the original files; the workspace is as it was', async () => {
  const { path, mine, copy } = await begun()
  const before = await readFile(join(path, 'documents/doc/annotations/ann.json'), 'utf8')
  expect(await saveCopy(mine, path, copy)).toEqual({ ok: true, value: { documents: 1, leftOut: 0 } })
  const there = await session(copy)
  expect(contentOf(there.state(), [doc])).toEqual(contentOf(mine.state(), [doc]))
  expect([...(there.state().scopes.get(doc)?.journals.get('ann')?.entries.keys() ?? [])]).toHaveLength(2)
  expect(await readdir(join(copy, 'documents/doc/sources'))).toEqual(await readdir(join(path, 'documents/doc/sources')))
  expect(await readFile(join(path, 'documents/doc/annotations/ann.json'), 'utf8')).toBe(before)
})

test('an original file that cannot be read is left out and counted', async () => {
  const { path, mine, copy } = await begun()
  await rm(join(path, 'documents/doc/sources'), { recursive: true })
  expect(await saveCopy(mine, path, copy)).toEqual({ ok: true, value: { documents: 1, leftOut: 1 } })
})

test('a folder with something in it is not taken', async () => {
  const { path, mine } = await begun()
  await writeFile(join(path, '..', 'letter'), 'x')
  expect(await saveCopy(mine, path, join(path, '..'))).toMatchObject({ error: { code: 'exists' } })
})
