import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ScopeKey } from '#annotations/changes/journal'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { notes, tags, textsIn } from './testing/journals'
import { doc, newWorkspace, opened, press, revision, source } from './testing/workspaces'

/** A workspace with one document, that one window has open and another program writes. */
async function shared() {
  const path = await newWorkspace(onTestFinished)
  const other = await opened(path, { annotators: ['bo'] })
  await other.addRevision('doc', revision(press), source)
  await other.commit([{ scope: doc, journal: notes('bo', { n: ['one'] }) }])
  const session = await openSession(await opened(path, { annotators: ['ann'] }))
  if (!session.ok) throw new Error(session.error.code)
  const told: ScopeKey[] = []
  session.value.listen(scopes => told.push(...scopes))
  return { path, other, session: session.value, told }
}

const textsOf = (session: WorkspaceSession, scope: ScopeKey, annotator: string) =>
  textsIn(session.state().scopes.get(scope)?.journals.get(annotator))

test('where nothing changed nothing is told', async () => {
  const { session, told } = await shared()
  expect(await session.refresh()).toEqual({ ok: true, value: [] })
  expect(told).toEqual([])
})

test('what another program writes is taken over: a change, a new file, a new document', async () => {
  const { other, session, told } = await shared()
  await other.commit([{ scope: doc, journal: notes('bo', { n: ['one', 'two'] }) }])
  await other.commit([{ scope: 'codebook', journal: tags('bo', { t: ['x'] }) }])
  await other.addRevision('later', revision('Another release.'), source)
  const news = ['codebook', doc, 'document:later']
  expect(await session.refresh()).toEqual({ ok: true, value: news })
  expect(told).toEqual(news)
  expect(textsOf(session, doc, 'bo')).toEqual({ n: ['one', 'two'] })
  expect(textsOf(session, 'codebook', 'bo')).toEqual({ t: ['x'] })
  expect(session.documents()).toEqual(['doc', 'later'])
  expect(await session.refresh()).toEqual({ ok: true, value: [] })
})

test('a file that is gone is silence, and one that is touched is no news', async () => {
  const { path, session, told } = await shared()
  const file = join(path, 'documents/doc/annotations/bo.json')
  await rename(file, `${file}.away`)
  await rm(`${file}.prev`)
  expect(await session.refresh()).toEqual({ ok: true, value: [] })
  expect(textsOf(session, doc, 'bo')).toEqual({ n: ['one'] })
  await rename(`${file}.away`, file)
  expect(await session.refresh()).toEqual({ ok: true, value: [] })
  expect(told).toEqual([])
})

test('a damaged file of a colleague keeps what was read before, and is reported', async () => {
  const { path, session } = await shared()
  await writeFile(join(path, 'documents/doc/annotations/bo.json'), 'rubbish')
  expect(await session.refresh()).toEqual({ ok: true, value: [] })
  expect(textsOf(session, doc, 'bo')).toEqual({ n: ['one'] })
  expect(session.reports()).toMatchObject([{ file: 'documents/doc/annotations/bo.json', from: 'memory' }])
})

test('my own file from my other machine is united with what is not written yet', async () => {
  const { path, session } = await shared()
  const elsewhere = await opened(path, { annotators: ['ann'] })
  await elsewhere.commit([{ scope: doc, journal: notes('ann', { m: ['there'] }) }])
  const segments = [{ part: 'content' as const, start: 0, end: 6 }]
  const act = {
    do: 'create',
    document: 'doc',
    annotation: 'k',
    kind: 'note',
    revision: revision(press).id,
    segments,
  } as const
  const edited = session.edit({ id: 'e1', at: '2026-05-01T09:30:00.000Z', by: 'ann', acts: [act] })
  await session.refresh()
  expect(await edited).toMatchObject({ ok: true })
  const entries = session.state().scopes.get(doc)?.journals.get('ann')?.entries
  expect([...(entries?.keys() ?? [])].sort()).toEqual(['annotation:k', 'annotation:m'])
})
