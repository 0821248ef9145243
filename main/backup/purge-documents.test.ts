import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemError } from '../store/file-system'
import { faultyFileSystem } from '../store/testing/faulty-file-system'
import { notes } from '../store/testing/journals'
import { doc, newWorkspace, opened, press, revision, source } from '../store/testing/workspaces'
import { purgeDocuments } from './purge-documents'

async function filesBelow(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true })
  return items.filter(item => item.isFile()).map(({ name }) => name)
}

test('stopped at any point nothing is half a document, and the same again ends it', async () => {
  for (let failing = 1, done = false; !done; failing += 1) {
    const root = await newWorkspace(onTestFinished)
    const store = await opened(root)
    await store.addRevision('doc', revision(press), source)
    await store.commit([{ scope: doc, journal: notes('ann', { n: ['a secret'] }) }])
    await store.close()
    let n = 0
    const fs = faultyFileSystem(operation => {
      n += 1
      if (n === failing) throw systemError('EIO', `${operation} ${failing}`)
    })
    const wish = { root, workspace: 'w', documents: ['doc'], own: ['ann'], edit: 'e', at: '2026-05-01T09:00:00.000Z' }
    done = (await purgeDocuments(fs, wish)).ok && n < failing
    n = Number.NEGATIVE_INFINITY
    const folder = join(root, 'documents', 'doc')
    const journal = await readFile(join(folder, 'annotations', 'ann.json'), 'utf8')
    const texts = (await filesBelow(folder)).filter(name => /^[0-9a-f]{64}/.test(name))
    if (journal.includes('secret')) expect(texts).toHaveLength(2)
    expect(await purgeDocuments(fs, wish)).toEqual({ ok: true, value: undefined })
    expect((await filesBelow(folder)).filter(name => !name.endsWith('.tmp'))).toEqual(['ann.json'])
    expect(await readFile(join(folder, 'annotations', 'ann.json'), 'utf8')).not.toContain('secret')
  }
})

test('with a journal that is not mine nothing of the document is touched', async () => {
  const root = await newWorkspace(onTestFinished)
  const store = await opened(root)
  await store.addRevision('doc', revision(press), source)
  for (const annotator of ['ann', 'bo']) await store.commit([{ scope: doc, journal: notes(annotator, { n: ['x'] }) }])
  await store.close()
  const before = await filesBelow(root)
  const wish = { root, workspace: 'w', documents: ['doc'], own: ['ann'], edit: 'e', at: '2026-05-01T09:00:00.000Z' }
  const outcome = await purgeDocuments(
    faultyFileSystem(() => undefined),
    wish,
  )
  expect(outcome).toMatchObject({ error: { code: 'damaged', facts: { reason: 'not-mine' } } })
  expect(await filesBelow(root)).toEqual(before)
})
