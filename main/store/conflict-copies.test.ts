import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Journal } from '#annotations/changes/journal'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { systemError } from './file-system'
import { sha256 } from './place-file'
import { faultyFileSystem } from './testing/faulty-file-system'
import { tags, textsIn } from './testing/journals'
import { identity, newer, newWorkspace, opened, press, put, revision, source } from './testing/workspaces'
import type { OpenOptions } from './workspace-folder'

const written = (journal: Journal) => writeJournal(journal, { workspace: identity.id, scope: 'codebook' }, sha256)
const one = { a: ['one'] }
const two = { a: ['one'], b: ['two'] }

/** A workspace with Ann's and Bo's tags, and a second copy of each journal in which there is a tag more. */
async function synced(name: (annotator: string) => string = annotator => `${annotator} (1)`) {
  const path = await newWorkspace(onTestFinished)
  const file = (annotator: string) => `codebook/${name(annotator)}.json`
  for (const annotator of ['ann', 'bo']) {
    await put(path, `codebook/${annotator}.json`, written(tags(annotator, one)))
    await put(path, file(annotator), written(tags(annotator, two)))
  }
  return { path, file }
}

async function openAs(path: string, annotator: string, options: OpenOptions = {}): Promise<WorkspaceSession> {
  const session = await openSession(await opened(path, { annotators: [annotator], ...options }))
  if (!session.ok) throw new Error(session.error.code)
  return session.value
}

const texts = (session: WorkspaceSession, annotator: string) =>
  textsIn(session.state().scopes.get('codebook')?.journals.get(annotator))

async function onDisk(path: string, file: string) {
  const read = readJournal(await readFile(join(path, file), 'utf8'), sha256)
  return read.ok ? [read.value.sound, textsIn(read.value.journal)] : read.error.code
}

describe('second copies of journals', () => {
  test.each([
    ['Google Drive', (id: string) => `${id} (1)`],
    ['Dropbox', (id: string) => `${id} (Ann's conflicted copy 2026-05-01)`],
    ['Syncthing', (id: string) => `${id}.sync-conflict-20240305-120000-ABCDEFG`],
    ['OneDrive', (id: string) => `${id}-LAPTOP`],
    ['iCloud', (id: string) => `${id} 2`],
  ])('of %s are found, are not damaged, and a colleague’s is read as their journal', async (_, name) => {
    const { path, file } = await synced(name)
    const session = await openAs(path, 'ann')
    expect([session.damaged(), session.reports()]).toEqual([[], []])
    expect(session.store.copies()).toEqual([
      { file: file('ann'), scope: 'codebook', of: 'ann', is: 'mine' },
      { file: file('bo'), scope: 'codebook', of: 'bo', is: 'theirs' },
    ])
    expect([texts(session, 'ann'), texts(session, 'bo')]).toEqual([one, two])
    expect(await session.refresh()).toEqual({ ok: true, value: [] })
  })

  test('mine is merged when I say so, and the copy is set aside', async () => {
    const { path, file } = await synced()
    const session = await openAs(path, 'ann')
    const told: string[] = []
    session.listen(scopes => told.push(...scopes))
    const merged = await session.mergeCopy(file('ann'))
    if (!merged.ok) throw new Error(merged.error.code)
    expect(merged.value).toMatch(/^quarantine\/codebook\/ann \(1\)\.[0-9a-f]{12}\.json$/)
    expect(await readFile(join(path, merged.value), 'utf8')).toBe(written(tags('ann', two)))
    expect(await onDisk(path, 'codebook/ann.json')).toEqual([true, two])
    expect([texts(session, 'ann'), told, session.reports()]).toEqual([two, ['codebook'], []])
    expect(session.store.copies().map(copy => copy.file)).toEqual([file('bo')])
    expect(await readdir(join(path, 'codebook'))).not.toContain('ann (1).json')
    expect(await session.mergeCopy(file('ann'))).toMatchObject({ error: { code: 'not-found' } })
  })

  test('a colleague’s is left to its writer, whose file it is', async () => {
    const { path, file } = await synced()
    const session = await openAs(path, 'ann')
    expect(await session.mergeCopy(file('bo'))).toMatchObject({
      error: { code: 'read-only', facts: { reason: 'not-mine' } },
    })
    expect(await onDisk(path, 'codebook/bo.json')).toEqual([true, one])
    const theirs = await openAs(path, 'bo')
    expect(await theirs.mergeCopy(file('bo'))).toMatchObject({ ok: true })
    expect(await session.refresh()).toEqual({ ok: true, value: [] })
    expect([texts(session, 'bo'), session.store.copies().map(({ of }) => of)]).toEqual([two, ['ann']])
  })

  test('one that comes while the window is open is found, and one that is removed is gone', async () => {
    const { path, file } = await synced()
    await rename(join(path, file('bo')), join(path, 'away'))
    const session = await openAs(path, 'ann')
    expect(texts(session, 'bo')).toEqual(one)
    await rename(join(path, 'away'), join(path, file('bo')))
    expect(await session.refresh()).toEqual({ ok: true, value: ['codebook'] })
    expect(texts(session, 'bo')).toEqual(two)
    await rm(join(path, file('ann')))
    await session.refresh()
    expect(session.store.copies().map(({ of }) => of)).toEqual(['bo'])
  })

  test('one whose own journal is gone brings it back', async () => {
    const { path, file } = await synced()
    await rm(join(path, 'codebook/ann.json'))
    const session = await openAs(path, 'ann')
    expect(await session.mergeCopy(file('ann'))).toMatchObject({ ok: true })
    expect(await onDisk(path, 'codebook/ann.json')).toEqual([true, two])
  })

  test('one that was cut off is merged as far as it can be read, and told', async () => {
    const { path, file } = await synced()
    const cut = written(tags('ann', { ...two, c: ['three'] })).slice(0, -20)
    await writeFile(join(path, file('ann')), cut)
    const session = await openAs(path, 'ann')
    expect(session.store.copies()).toContainEqual(expect.objectContaining({ is: 'mine', code: 'truncated' }))
    const merged = await session.mergeCopy(file('ann'))
    expect([merged.ok, texts(session, 'ann')]).toEqual([true, two])
    expect(session.reports()).toMatchObject([
      { file: file('ann'), code: 'truncated', keptAt: merged.ok && merged.value },
    ])
    expect(await readFile(join(path, merged.ok ? merged.value : ''), 'utf8')).toBe(cut)
  })

  test('one of a newer program stays where it is', async () => {
    const { path, file } = await synced()
    await writeFile(join(path, file('ann')), newer(written(tags('ann', two))))
    const session = await openAs(path, 'ann')
    expect(await session.mergeCopy(file('ann'))).toMatchObject({ error: { code: 'newer-version' } })
    expect(await readdir(join(path, 'codebook'))).toContain('ann (1).json')
  })

  test('where the disk takes nothing the copy stays, and the next try merges it', async () => {
    const { path, file } = await synced()
    let full = true
    const fs = faultyFileSystem(operation => {
      if (full && operation === 'create') throw systemError('ENOSPC', 'full')
    })
    const session = await openAs(path, 'ann', { fs })
    expect(await session.mergeCopy(file('ann'))).toMatchObject({ error: { code: 'disk-full' } })
    expect(await readdir(join(path, 'codebook'))).toContain('ann (1).json')
    full = false
    expect(await session.mergeCopy(file('ann'))).toMatchObject({ ok: true })
    expect(await onDisk(path, 'codebook/ann.json')).toEqual([true, two])
  })

  test.each([
    ['of another workspace', 'ann (1)', written(tags('ann', two)).replace('"workspace":"w"', '"workspace":"v"')],
    ['of another annotator', 'ann (1)', written(tags('cy', two))],
    ['under an id of its own', 'ann-2', written(tags('ann-2', two))],
  ])('a file %s is no copy', async (_, name, text) => {
    const { path, file } = await synced()
    await rm(join(path, file('ann')))
    await put(path, `codebook/${name}.json`, text)
    const session = await openAs(path, 'ann')
    expect(session.store.copies().map(({ of }) => of)).toEqual(['bo'])
    expect(texts(session, 'ann')).toEqual(one)
  })
})

describe('a second copy of a text', () => {
  async function withCopy() {
    const path = await newWorkspace(onTestFinished)
    const store = await opened(path)
    await store.addRevision('doc', revision(press), source)
    const folder = 'documents/doc/revisions'
    const name = `${sha256(press)}.json`
    const text = await readFile(join(path, folder, name), 'utf8')
    const file = `${folder}/${sha256(press)} 2.json`
    await put(path, file, text)
    return { path, file, text, whole: join(path, folder, name) }
  }

  test('is set aside', async () => {
    const { path, file, text, whole } = await withCopy()
    const session = await openAs(path, 'ann')
    expect([session.damaged(), session.store.copies().map(({ is }) => is)]).toEqual([[], ['text']])
    const merged = await session.mergeCopy(file)
    expect(await readFile(join(path, merged.ok ? merged.value : ''), 'utf8')).toBe(text)
    expect([await readFile(whole, 'utf8'), session.store.copies()]).toEqual([text, []])
  })

  test('stands in for the text that is damaged', async () => {
    const { path, file, text, whole } = await withCopy()
    await writeFile(whole, 'rubbish')
    const session = await openAs(path, 'ann')
    expect(session.damaged()).toHaveLength(1)
    expect(await session.mergeCopy(file)).toMatchObject({ ok: true })
    expect([await readFile(whole, 'utf8'), session.damaged()]).toEqual([text, []])
    expect(session.release('doc')?.current.text).toBe(press)
  })
})
