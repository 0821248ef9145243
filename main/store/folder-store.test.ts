import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import { ok } from '#annotations/model/result'
import { writeJournal } from '#annotations/workspace/journal-file'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { systemError } from './file-system'
import { sha256 } from './place-file'
import { type BeforeOperation, faultyFileSystem } from './testing/faulty-file-system'
import { notes, tags, textsIn } from './testing/journals'
import { makeImmutable } from './testing/make-immutable'
import { doc, identity, newer, newWorkspace, opened, press, put, revision, source } from './testing/workspaces'
import { createWorkspace } from './workspace-folder'

async function texts(store: WorkspaceStore, scope: Parameters<WorkspaceStore['loadScope']>[0]) {
  const loaded = await store.loadScope(scope)
  if (!loaded.ok) return loaded.error
  const journals = Object.fromEntries([...loaded.value.journals].map(([id, journal]) => [id, textsIn(journal)]))
  return { journals, damaged: loaded.value.damaged }
}

test('a workspace that is created, written and opened again holds what was written, where the format says', async () => {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  expect(store.identity).toEqual(identity)
  expect(store.readOnly).toBeUndefined()
  expect(await store.documents()).toEqual(ok([]))
  expect(await store.addRevision('doc', revision(press), source)).toEqual(ok(undefined))
  const writes = ([doc, 'codebook', 'annotators'] as const).map(scope => ({
    scope,
    journal: (scope === doc ? notes : tags)('ann', { a: [scope] }),
  }))
  expect(await store.commit(writes)).toEqual(ok(writes))
  await store.close()

  const again = await opened(path)
  expect(await again.documents()).toEqual(ok(['doc']))
  expect(await again.loadRevisions('doc')).toEqual(ok({ revisions: [revision(press)], damaged: [] }))
  for (const { scope } of writes) {
    expect(await texts(again, scope)).toEqual({ journals: { ann: { a: [scope] } }, damaged: [] })
  }
  expect(await again.loadScope('speakers')).toEqual(ok({ journals: new Map(), damaged: [] }))
  const names = (await readdir(path)).filter(name => !name.startsWith('.git'))
  expect(names.sort()).toEqual(['annotators', 'codebook', 'documents', 'workspace.json'])
  expect((await readdir(join(path, 'documents/doc'))).sort()).toEqual(['annotations', 'revisions', 'sources'])
  expect(await readdir(join(path, 'documents/doc/sources'))).toEqual([`${sha256(source)}.txt`])
  expect(await readdir(join(path, 'documents/doc/revisions'))).toEqual([`${sha256(press)}.json`])
  expect((await readdir(join(path, 'documents/doc/annotations'))).sort()).toEqual(['ann.json', 'ann.json.prev'])
})

test('a newer file of mine makes the workspace read-only; a newer one of a colleague is shown', async () => {
  const path = await newWorkspace(onTestFinished)
  const text = (annotator: string) =>
    newer(writeJournal(tags(annotator, { a: ['x'] }), { workspace: 'w', scope: 'codebook' }))
  await put(path, 'codebook/bob.json', text('bob'))
  const store = await opened(path, { annotators: ['ann'] })
  const loaded = await store.loadScope('codebook')
  expect(loaded.ok && loaded.value.journals.get('bob')).toMatchObject({ newer: true, rev: 1 })
  expect(store.readOnly).toBeUndefined()
  await put(path, 'codebook/ann.json', text('ann'))
  await store.loadScope('codebook')
  expect(store.readOnly).toBe('newer-version')
})

test('a newer file of a colleague that cannot be read at all is told', async () => {
  const path = await newWorkspace(onTestFinished)
  await put(path, 'codebook/bob.json', '{"format":"pressmark-codebook","schemaVersion":2,"entries":{}}')
  const store = await opened(path, { annotators: ['ann'] })
  expect(await texts(store, 'codebook')).toEqual({
    journals: {},
    damaged: [{ file: 'codebook/bob.json', code: 'newer-version' }],
  })
  expect(store.readOnly).toBeUndefined()
})

test('a folder below in which the system refuses new files: the commit fails, nothing is lost', async context => {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  await store.commit([{ scope: 'codebook', journal: tags('ann', { a: ['one'] }) }])
  if (!(await makeImmutable(onTestFinished, join(path, 'codebook'))))
    return context.skip('chattr +i does not work here')
  expect(await store.commit([{ scope: 'codebook', journal: tags('ann', { b: ['two'] }) }])).toMatchObject({
    error: { code: 'no-permission', facts: { file: 'codebook/ann.json' } },
  })
  expect(await texts(store, 'codebook')).toEqual({ journals: { ann: { a: ['one'] } }, damaged: [] })
})

test('damaged files of others are told and left alone; the others are read and written', async () => {
  const path = await newWorkspace(onTestFinished)
  const good = writeJournal(tags('cleo', { a: ['x'] }), { workspace: 'w', scope: 'codebook' })
  await put(path, 'codebook/abe.json', 'rubbish')
  await put(path, 'codebook/bob.json', '\0'.repeat(100))
  await put(path, 'codebook/cleo.json', good)
  await put(path, 'codebook/copy of cleo.json', good)
  await put(path, 'codebook/cleo.json.prev', 'not looked at')
  await put(path, 'codebook/dora.json/x', '')
  const store = await opened(path)
  const damaged = [
    { file: 'codebook/abe.json', code: 'not-json' },
    { file: 'codebook/bob.json', code: 'not-json' },
    { file: 'codebook/copy of cleo.json', code: 'misplaced' },
    { file: 'codebook/dora.json', code: 'not-a-file' },
  ]
  expect(await texts(store, 'codebook')).toEqual({ journals: { cleo: { a: ['x'] } }, damaged })
  const mine = { scope: 'codebook', journal: tags('ann', { a: ['one'] }) } as const
  expect(await store.commit([mine])).toMatchObject({ ok: true })
  expect(await readFile(join(path, 'codebook/abe.json'), 'utf8')).toBe('rubbish')
  expect(store.reports()).toEqual([])
})

async function recorded(path: string, before: BeforeOperation = () => undefined) {
  const placed: string[] = []
  const fs = faultyFileSystem(async (operation, name, whole) => {
    await before(operation, name, whole)
    const toJournal = whole.endsWith('.json') && (operation === 'rename' || operation === 'link')
    if (toJournal) placed.push(whole.slice(path.length + 1))
  })
  return { placed, store: await opened(path, { fs }) }
}

test('registers are written before documents, whatever the order of the writes and however slow', async () => {
  const path = await newWorkspace(onTestFinished)
  const { placed, store } = await recorded(path, async (_operation, _name, whole) => {
    for (let n = 0; n < 50 && whole.includes('codebook'); n += 1) await stat(path)
  })
  await store.commit([
    { scope: doc, journal: notes('ann', { a: ['one'] }) },
    { scope: 'codebook', journal: tags('ann', { a: ['one'] }) },
  ])
  expect(placed).toEqual(['codebook/ann.json', 'documents/doc/annotations/ann.json'])
})

test('a document waits for a register that could not be written', async () => {
  const path = await newWorkspace(onTestFinished)
  let full = true
  const { placed, store } = await recorded(path, (operation, _name, whole) => {
    if (full && operation === 'write' && whole.includes('codebook')) throw systemError('ENOSPC', 'full')
  })
  const both = [
    { scope: 'codebook', journal: tags('ann', { a: ['one'] }) },
    { scope: doc, journal: notes('ann', { a: ['one'] }) },
  ] as const
  expect(await store.commit(both)).toMatchObject({ error: { code: 'disk-full' } })
  expect(placed).toEqual([])
  full = false
  expect(await store.commit([both[1]])).toMatchObject({ ok: true })
  expect(placed).toEqual(['codebook/ann.json', 'documents/doc/annotations/ann.json'])
})

test('a text is written once, and one that is damaged is neither taken for it nor overwritten', async () => {
  const path = await newWorkspace(onTestFinished)
  const { placed, store } = await recorded(path)
  await store.addRevision('doc', revision(press), source)
  const file = join(path, 'documents/doc/revisions', `${sha256(press)}.json`)
  const before = await stat(file, { bigint: true })
  expect(await store.addRevision('doc', revision(press), source)).toEqual(ok(undefined))
  expect((await stat(file, { bigint: true })).mtimeNs).toBe(before.mtimeNs)
  expect(placed.length).toBe(1)
  await writeFile(file, 'rubbish')
  expect(await store.addRevision('doc', revision(press), source)).toMatchObject({ error: { code: 'damaged' } })
  expect(await readFile(file, 'utf8')).toBe('rubbish')
  expect(await store.loadRevisions('doc')).toEqual(
    ok({
      revisions: [],
      damaged: [{ file: `documents/doc/revisions/${sha256(press)}.json`, code: 'not-json' }],
    }),
  )
})

test('a text or source that does not give its hash is not written', async () => {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  const wrong = { ...revision(press), text: press.toUpperCase() }
  expect(await store.addRevision('doc', wrong, source)).toMatchObject({ error: { code: 'damaged' } })
  expect(await store.addRevision('doc', revision(press), Buffer.from('x'))).toMatchObject({
    error: { code: 'damaged' },
  })
  expect(await store.loadRevisions('doc')).toEqual(ok({ revisions: [], damaged: [] }))
})

test('a text under the name of another is damaged', async () => {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  await store.addRevision('doc', revision(press), source)
  const text = await readFile(join(path, 'documents/doc/revisions', `${sha256(press)}.json`), 'utf8')
  const other = `${'0'.repeat(64)}.json`
  await put(path, `documents/doc/revisions/${other}`, text)
  const loaded = await store.loadRevisions('doc')
  expect(loaded.ok && loaded.value.damaged).toEqual([{ file: `documents/doc/revisions/${other}`, code: 'misplaced' }])
})

const ways = ['../out', '..', '/etc', 'a/b', 'a\\b', '.hidden', '', 'a\0b', 'C:x']

test.each(ways)('the id %j becomes no part of a path', async way => {
  const path = await newWorkspace(onTestFinished)
  const asked: string[] = []
  const store = await opened(path, { fs: faultyFileSystem((_operation, _name, whole) => void asked.push(whole)) })
  asked.length = 0
  const refused = { error: { code: 'not-found' } }
  const journal = tags('ann', {})
  expect(await store.loadScope(documentScope(way))).toMatchObject(refused)
  expect(await store.loadScope(way as 'codebook')).toMatchObject(refused)
  expect(await store.loadRevisions(way)).toMatchObject(refused)
  expect(await store.addRevision(way, revision(press), source)).toMatchObject(refused)
  expect(await store.addRevision('doc', { ...revision(press), id: way })).toMatchObject(refused)
  expect(await store.commit([{ scope: documentScope(way), journal }])).toMatchObject(refused)
  expect(await store.commit([{ scope: 'codebook', journal: { ...journal, annotator: way } }])).toMatchObject(refused)
  expect(await createWorkspace(join(path, '..', 'second'), { ...identity, id: way })).toMatchObject(refused)
  expect(asked.filter(whole => whole !== path && whole !== join(path, 'workspace.json'))).toEqual([])
})

test.each([
  ['another workspace', 'not-a-workspace'],
  ['an empty folder', 'not-found'],
])('%s in its place is not written into, and what waits is written when it is back', async (what, code) => {
  const path = await newWorkspace(onTestFinished)
  const store = await opened(path)
  const commit = (text: string) => store.commit([{ scope: 'codebook', journal: tags('ann', { a: [text] }) }])
  expect(await commit('one')).toMatchObject({ ok: true })
  await rename(path, `${path}-away`)
  if (what === 'an empty folder') await mkdir(path)
  else await createWorkspace(path, { ...identity, id: 'another' })
  expect(await commit('two')).toMatchObject({ error: { code } })
  expect(await store.addRevision('doc', revision(press), source)).toMatchObject({ error: { code } })
  expect((await readdir(path)).filter(name => name !== 'workspace.json' && !name.startsWith('.git'))).toEqual([])
  await rm(path, { recursive: true })
  await rename(`${path}-away`, path)
  expect(await commit('two')).toMatchObject({ ok: true })
})

test('a link in the place of a folder is neither read nor written through', async () => {
  const path = await newWorkspace(onTestFinished)
  const away = `${path}-away`
  await put(away, 'ann.json', writeJournal(tags('ann', { a: ['x'] }), { workspace: 'w', scope: 'codebook' }))
  await symlink(away, join(path, 'codebook'))
  await symlink(away, join(path, 'documents'))
  const store = await opened(path)
  const refused = { error: { code: 'damaged', facts: { reason: 'not-a-folder' } } }
  expect(await store.loadScope('codebook')).toMatchObject(refused)
  expect(await store.documents()).toMatchObject(refused)
  expect(await store.commit([{ scope: 'codebook', journal: tags('bo', { b: ['y'] }) }])).toMatchObject(refused)
  expect(await store.addRevision('doc', revision(press), source)).toMatchObject(refused)
  expect(await readdir(away)).toEqual(['ann.json'])
})

test('only folders with the name of an id are documents', async () => {
  const path = await newWorkspace(onTestFinished)
  await mkdir(join(path, 'documents/b'), { recursive: true })
  await mkdir(join(path, 'documents/a'))
  await mkdir(join(path, 'documents/.trash'))
  await mkdir(join(path, 'documents/a copy'))
  await writeFile(join(path, 'documents/c'), '')
  await symlink('/', join(path, 'documents/d'))
  expect(await (await opened(path)).documents()).toEqual(ok(['a', 'b']))
})

test('a journal of five thousand entries is read whole', async () => {
  const path = await newWorkspace(onTestFinished)
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`note-${i}`, ['first', 'second']]))
  const journal = notes('ann', many)
  const store = await opened(path)
  await store.commit([{ scope: doc, journal }])
  const again = await opened(path)
  expect(await texts(again, doc)).toEqual({ journals: { ann: many }, damaged: [] })
})
