import { expect, test } from 'vitest'
import { documentScope, type ScopeKey } from '#annotations/changes/journal'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { identity, opened } from '../testing/workspaces'
import { createWorkspace } from '../workspace-folder'
import { FaultFs } from './testing/fault-fs'
import { addText, commitAll, countIn, root, textOf } from './testing/store-scenario'

/** What takes one of the files that a process may have open. */
const opening: ReadonlySet<string> = new Set(['create', 'readFile', 'readdir', 'syncDirectory'])
const documents = ['doc', 'other'] as const
const scopes: readonly ScopeKey[] = ['codebook', ...documents.map(documentScope)]

/** A workspace with two documents, and one tag and one note in each. */
async function saved(): Promise<FaultFs> {
  const fs = new FaultFs()
  await createWorkspace(root, identity, fs)
  const store = await opened(root, { fs, annotators: ['ann'] })
  for (const document of documents) await addText(store, document)
  expect(await commitAll(store, 1)).toBe(true)
  await store.close()
  return fs
}

interface Outcome {
  /** Operations that open something, and how many of them failed. */
  readonly opened: number
  readonly failed: number
  readonly reports: number
  /** What the next process finds, and whether anything was set aside. */
  readonly found: readonly unknown[]
}

/**
 * Opens, reads, saves a second tag and a second note in each, and closes; there is no file left from the n-th operation on
 * that opens one, for that one alone or until something was told. What was told is tried again.
 */
async function working(base: FaultFs, error: string, n: number, lasting: boolean): Promise<Outcome> {
  const counts = { opened: 0, failed: 0 }
  let isOver = false
  const fs = base.afterKill(({ operation }) => {
    if (!opening.has(operation)) return undefined
    counts.opened += 1
    if (isOver || counts.opened < n) return undefined
    isOver = !lasting
    counts.failed += 1
    return { error }
  })
  async function twice<T>(work: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
    const first = await work()
    if (isDone(first)) return first
    isOver = true
    return work()
  }
  const store = await twice(
    () => opened(root, { fs, annotators: ['ann'] }).catch(() => undefined),
    found => found !== undefined,
  )
  if (store === undefined) throw new Error('not opened')
  // What could not be read is told, and is written to all the same: nobody may have to read first to lose nothing.
  for (const scope of scopes) await store.loadScope(scope)
  for (const document of documents) await twice(() => hasText(store, document), Boolean)
  expect(
    await twice(
      () => commitAll(store, 2),
      done => done,
    ),
  ).toBe(true)
  isOver = true
  await store.close()
  const next = await opened(root, { fs: fs.afterKill() })
  const found = [
    ...(await Promise.all(scopes.map(scope => countIn(next, scope)))),
    ...(await Promise.all(documents.map(document => hasText(next, document)))),
    (await fs.readdir(root)).some(({ name }) => name === 'quarantine'),
  ]
  return { ...counts, reports: store.reports().length + next.reports().length, found }
}

async function hasText(store: WorkspaceStore, document: (typeof documents)[number]): Promise<boolean> {
  const loaded = await store.loadRevisions(document)
  return loaded.ok && loaded.value.damaged.length === 0 && loaded.value.revisions[0]?.text === textOf(document)
}

test.each([
  ['EMFILE', 'for one operation', false],
  ['EMFILE', 'until it is told', true],
  ['ENFILE', 'for one operation', false],
  ['ENFILE', 'until it is told', true],
] as const)(
  'no file is left (%s) %s, whichever it is: nothing is lost, and nothing is taken for damaged',
  async (error, _, lasting) => {
    const base = await saved()
    let tried = 0
    for (let n = 1, isOver = false; !isOver; n += 1) {
      const outcome = await working(base, error, n, lasting)
      isOver = outcome.failed === 0
      tried += 1
      expect([n, outcome.reports, ...outcome.found]).toEqual([n, 0, 2, 2, 2, true, true, false])
    }
    expect(tried).toBeGreaterThan(30)
  },
)
