import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import type { CheckedRequestOf } from '#app/contract/calls'
import type { DocumentRow, Events } from '#app/contract/values'
import { machineClock, machineIds } from '../clock-and-ids'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { newWorkspace } from '../store/testing/workspaces'
import { createDesktopWorkspace } from './desktop-workspace'
import { createEditHandlers } from './edit-handlers'
import { atOnce } from './reading'
import { mark, nameOf, putDocuments, putJournal } from './testing/many-documents'

const many = atOnce + 6
const last = many - 1

/** A large workspace in a folder, and the user's folder. */
async function given() {
  const root = await newWorkspace(onTestFinished)
  await putDocuments(root, 0, many)
  const userFolder = join(await temporaryFolder(onTestFinished), 'user')
  await mkdir(userFolder)
  return { root, userFolder, catalogues: join(userFolder, 'catalogues') }
}

/** The desk with the workspace open, and what the window would have in its library. */
async function desk({ root, userFolder }: { readonly root: string; readonly userFolder: string }) {
  const told: { readonly name: keyof Events; readonly payload: unknown }[] = []
  const workspace = createDesktopWorkspace({
    tell: (name, payload) => void told.push({ name, payload }),
    annotator: () => 'ann',
    ownIds: () => ['ann'],
    userFolder,
    clock: machineClock,
    ids: machineIds,
    serveOthers: () => undefined,
  })
  onTestFinished(() => workspace.close())
  const opened = await workspace.open(root)
  if (!opened.ok) throw new Error(opened.error.code)
  const atFirst = workspace.library()
  return {
    workspace,
    told,
    session: opened.value,
    atFirst,
    /** The rows that the window has, told as it is told. */
    rows(): readonly DocumentRow[] {
      let rows = new Map(atFirst.documents.map(row => [row.id, row]))
      for (const { name, payload } of told) {
        if (name !== 'documents-read' && name !== 'documents-changed') continue
        const { documents, order } = payload as Events['documents-read']
        for (const row of documents) rows.set(row.id, row)
        if (order !== undefined) rows = new Map(order.flatMap(id => [[id, rows.get(id)] as const]).filter(isKnown))
      }
      return [...rows.values()]
    },
    edits: createEditHandlers({
      early: workspace.early,
      whole: workspace.whole,
      annotator: () => ({ id: 'ann', name: 'Ann', what: 'person' }),
      tell: () => undefined,
      clock: machineClock,
      ids: machineIds,
    }).handlers,
  }
}

const isKnown = (pair: readonly [string, DocumentRow | undefined]): pair is readonly [string, DocumentRow] =>
  pair[1] !== undefined

const edit = (...acts: readonly Act[]): CheckedRequestOf<'edit.apply'> => ({
  edit: { id: machineIds.next(), at: machineClock.now(), by: 'ann', acts: [...acts] },
  base: {} as CheckedRequestOf<'edit.apply'>['base'],
})

test('a large workspace is shown before it is read, and its library is that of a workspace which was read at once', async () => {
  const place = await given()
  const { workspace, atFirst, rows, session, told } = await desk(place)
  expect(atFirst.reading).toEqual({ done: 1, total: many })
  expect(atFirst.documents).toHaveLength(1)
  const whole = await workspace.whole()
  expect(whole.ok && whole.value.rows('ann')).toEqual(rows())
  expect(rows()).toHaveLength(many)
  expect(session.unread()).toEqual([])
  expect(told.filter(({ name }) => name === 'documents-read').length).toBeGreaterThan(1)
})

test('the next start has the library at once', async () => {
  const place = await given()
  const first = await desk(place)
  await first.workspace.whole()
  await first.workspace.close()
  const next = await desk(place)
  expect(next.session.unread()).toHaveLength(many - 1)
  expect(next.atFirst.documents).toEqual(first.rows())
  await next.workspace.whole()
  expect(next.rows()).toEqual(first.rows())
})

test('what was written since the catalogue was kept is read and told first', async () => {
  const place = await given()
  const before = await desk(place)
  await before.workspace.whole()
  await before.workspace.close()
  await putJournal(place.root, last, [mark(last, `a${last}`), mark(last, 'later')])
  const { workspace, told } = await desk(place)
  await workspace.whole()
  const [first] = told.flatMap(({ name, payload }) =>
    name === 'documents-read' ? [payload as Events['documents-read']] : [],
  )
  expect(first?.documents.map(({ id, counts }) => [id, counts.note])).toEqual([[nameOf(last), 2]])
  expect(first?.reading?.done).toBeLessThan(10)
})

test('law 12: whatever became of the catalogue or of the files since, every view ends as without a catalogue', async () => {
  const place = await given()
  const { workspace } = await desk(place)
  await workspace.whole()
  await workspace.close()
  const [name = ''] = await readdir(place.catalogues)
  const kept = await readFile(join(place.catalogues, name), 'utf8')
  const rowsKept: readonly DocumentRow[] = JSON.parse(kept.split('\n')[1] ?? '')
  const lies = rowsKept.map(row => ({
    ...row,
    headline: 'Lie',
    counts: { quote: 9, claim: 9, note: 9 },
    deleted: true,
  }))
  const bodies = [
    '',
    '[]',
    JSON.stringify(lies),
    JSON.stringify([{ ...rowsKept[0], id: '../../evil' }]),
    JSON.stringify([{ ...rowsKept[0], id: 'd-that-is-not' }, ...rowsKept.slice().reverse()]),
    JSON.stringify([{ ...rowsKept[0], headline: { toString: 1 } }]),
    '{"__proto__":{"length":3}}',
  ]
  const { writeCatalogueText } = await import('../catalogue/catalogue-text')
  const of = { workspace: 'w', root: place.root, annotator: 'ann' }
  const signed = (body: string) => {
    const rows: unknown = body === '' ? [] : JSON.parse(body)
    return writeCatalogueText(of, rows as readonly DocumentRow[])
  }
  const catalogue = fc.oneof(
    fc.constant<string | undefined>(undefined),
    fc.constantFrom(...bodies.map(signed)),
    fc.constant(writeCatalogueText({ ...of, annotator: 'bo' }, rowsKept)),
    fc.constant(writeCatalogueText({ ...of, root: '/elsewhere' }, rowsKept)),
    fc.constant(kept.replace('"version":1', '"version":2')),
    fc.nat(kept.length - 1).map(end => kept.slice(0, end)),
    fc.nat(kept.length - 1).map(at => `${kept.slice(0, at)}\u0000${kept.slice(at + 1)}`),
    fc.string(),
  )
  const changes = fc.array(fc.record({ n: fc.nat(last), acts: fc.constantFrom('remove', 'more', 'delete-folder') }), {
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(catalogue, changes, async (text, outside) => {
      for (const { n, acts } of outside) {
        if (acts === 'delete-folder')
          await rm(join(place.root, 'documents', nameOf(n)), { recursive: true, force: true })
        else {
          await putDocuments(place.root, n, n + 1)
          const more: Act[] =
            acts === 'more' ? [mark(n, 'b'), mark(n, 'c')] : [{ do: 'remove-document', document: nameOf(n) }]
          await putJournal(place.root, n, [mark(n, `a${n}`), ...more])
        }
      }
      if (text === undefined) await rm(place.catalogues, { recursive: true, force: true })
      else await writeFile(join(place.catalogues, name), text).catch(() => undefined)
      const seen = await viewsOf(place)
      expect(seen.rows).toEqual(seen.own)
      await rm(place.catalogues, { recursive: true, force: true })
      expect(seen).toEqual(await viewsOf(place))
      for (const { n } of outside) await putDocuments(place.root, n, n + 1)
    }),
    { numRuns: 25 },
  )
})

/** All that a window and the services behind it have of a workspace once it is read. */
async function viewsOf(place: Awaited<ReturnType<typeof given>>) {
  const { workspace, rows, session, told } = await desk(place)
  const whole = await workspace.whole()
  if (!whole.ok) throw new Error(whole.error.code)
  const { state } = { state: session.state() }
  await workspace.close()
  const reports = told.filter(({ name }) => name === 'reports-changed').map(({ payload }) => payload)
  return {
    rows: rows(),
    own: whole.value.rows('ann'),
    documents: session.documents(),
    state,
    damaged: session.damaged(),
    reports: reports.at(-1),
  }
}

test('a document is read when it is edited; an undo waits for all of them, and what follows waits for the undo', async () => {
  const place = await given()
  const { edits, session, workspace } = await desk(place)
  const marked = edit(mark(last, 'x'))
  expect(await edits['edit.apply'](marked)).toMatchObject({ ok: true })
  expect(session.unread()).toHaveLength(many - 2)
  const undo = edit({ do: 'undo', edit: marked.edit.id, scopes: [] })
  const again = edit(mark(last, 'y'))
  const order: string[] = []
  await Promise.all([
    edits['edit.apply'](undo).then(done => order.push(`undo ${done.ok} ${session.unread().length}`)),
    edits['edit.apply'](again).then(done => order.push(`again ${done.ok} ${session.unread().length}`)),
  ])
  expect(order).toEqual(['undo true 0', 'again true 0'])
  const journal = session
    .state()
    .scopes.get(documentScope(nameOf(last)))
    ?.journals.get('ann')
  expect(journal?.rev).toBe(4)
  await workspace.close()
})

test('what is found in files that are read later is told, and is in the report', async () => {
  const place = await given()
  const file = join(place.root, 'documents', nameOf(last), 'annotations', 'ann.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"note"', '"claim"'))
  const text = join(place.root, 'documents', nameOf(last - 1), 'revisions')
  const [revision = ''] = await readdir(text)
  await writeFile(join(text, revision), 'not a text')
  const { workspace, told } = await desk(place)
  expect(told).toEqual([])
  await workspace.whole()
  const news = told.filter(({ name }) => name === 'reports-changed').at(-1)?.payload as Events['reports-changed']
  expect(news.reports).toMatchObject([
    { file: `documents/${nameOf(last)}/annotations/ann.json`, code: 'edited-outside' },
  ])
  expect(news.damaged).toEqual([{ file: `documents/${nameOf(last - 1)}/revisions/${revision}`, code: 'not-json' }])
})

test('who waits for the whole of a workspace that is closed meanwhile is told so, and it can be opened again', async () => {
  const place = await given()
  const { workspace } = await desk(place)
  const waiting = workspace.whole()
  await workspace.close()
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'no-workspace' } })
  expect(await readdir(place.userFolder)).toEqual([])
  expect((await workspace.open(place.root)).ok).toBe(true)
  expect((await workspace.whole()).ok).toBe(true)
})

test('what others write while the rest is read is there in the end', async () => {
  const place = await given()
  const { workspace, rows } = await desk(place)
  await putJournal(place.root, 0, [mark(0, 'a0'), mark(0, 'b')])
  await putDocuments(place.root, many, many + 1)
  const refreshed = workspace.refresh()
  await workspace.whole()
  await refreshed
  const notesIn = (n: number) => rows().find(({ id }) => id === nameOf(n))?.counts.note
  await vi.waitFor(() => expect([notesIn(0), notesIn(many)]).toEqual([2, 1]))
})
