import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readJournal } from '#annotations/workspace/journal-file'

/** What each annotator says in each scope, by `scope annotator`; maps are lists of pairs, in order of their keys. */
export type Journals = { readonly [place: string]: unknown }

/** What the window holds. */
export interface WindowState {
  /** Everything is done and on disk, as far as the window knows. */
  readonly settled: boolean
  readonly save: string
  readonly view: string
  readonly dialog: string | undefined
  readonly document: string | undefined
  readonly documents: readonly { readonly id: string }[]
  readonly acknowledged: Journals
  readonly current: Journals
  readonly excerpts: { readonly query: unknown; readonly total: number | undefined; readonly facets: unknown }
  /** The text on the page and the text of its revision, both without white space. */
  readonly text: { readonly shown: string; readonly meant: string } | undefined
}

/**
 * Reads the state that the window's components are drawn from, where React keeps what it was given: the program has
 * no door for tests.
 */
export async function windowState(page: Page): Promise<WindowState> {
  return page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: a walk through what React keeps, which has no types
    type Loose = any
    const root = document.getElementById('root') as Loose
    const container = root[Object.keys(root).find(key => key.startsWith('__reactContainer$')) ?? '']
    let fiber: Loose = container?.stateNode.current
    while (fiber !== null && fiber !== undefined && fiber.memoizedProps?.model?.store === undefined) fiber = fiber.child
    if (fiber === null || fiber === undefined) throw new Error('the window shows nothing yet')
    const state: Loose = fiber.memoizedProps.model.store.get()
    const plain = (value: Loose): Loose => {
      if (value instanceof Map) return [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(pair => pair.map(plain))
      if (Array.isArray(value)) return value.map(plain)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
    }
    const journals = (side: Loose) => {
      const all: { [place: string]: Loose } = {}
      for (const [scope, held] of side.scopes)
        for (const [annotator, journal] of held.journals) all[`${scope} ${annotator}`] = plain(journal)
      return all
    }
    const bare = (text: string) => text.replace(/\s+/gu, '')
    const shown = document.querySelector('[role=textbox][aria-label="Document text"]')
    const open = state.document
    const revision = open?.revisions.find((one: Loose) => one.id === open.revision)
    const { filter, sort, allValues, result } = state.excerpts
    return {
      settled: state.queue.pending.length === 0 && (state.save.is === 'saved' || state.save.is === 'idle'),
      save: JSON.stringify(state.save),
      view: state.view,
      dialog: state.dialog,
      document: open?.id,
      documents: plain(state.documents),
      acknowledged: journals(state.queue.acknowledged),
      current: journals(state.queue.current),
      excerpts: {
        query: { filter, sort, from: 0, count: 1, ...(allValues ? {} : { values: 48 }) },
        total: result?.total,
        facets: plain(result?.facets),
      },
      text:
        shown === null || revision === undefined
          ? undefined
          : { shown: bare(shown.textContent ?? ''), meant: bare(revision.text) },
    }
  })
}

interface Answer<T> {
  readonly ok: boolean
  readonly value: T
}

/** Asks the machine what the window may ask. */
function ask<T>(page: Page, name: string, request: unknown): Promise<Answer<T>> {
  return page.evaluate(
    ([call, body]) =>
      (window as unknown as { pressmark: { call(name: string, body: unknown): Promise<never> } }).pressmark.call(
        call as string,
        body,
      ),
    [name, request] as const,
  )
}

/**
 * What the machine holds. There is no call that tells it: an edit that is done already is done again, which is no
 * change, as if nothing of its scopes had been seen; the answer has their journals as they are. `undefined` where the
 * annotator at the desk has done nothing yet: a gesture may give another name, which is another annotator.
 */
export async function machineState(page: Page, window: WindowState): Promise<Journals | undefined> {
  const registers = ['annotators', 'codebook', 'speakers', 'claims', 'settings']
  const scopes = [...registers, ...window.documents.map(({ id }) => `document:${id}`)]
  const { annotator } = (await ask<{ readonly annotator?: { readonly id: string } }>(page, 'app.info', {})).value
  const done = anyEdit(window.acknowledged, annotator?.id)
  if (done === undefined) return undefined
  const edit = { ...done, at: '2026-01-01T00:00:00.000Z', acts: [{ do: 'undo', edit: done.id, scopes }] }
  const base = Object.fromEntries(scopes.map(scope => [scope, Number.MAX_SAFE_INTEGER]))
  const answer = await ask<{ readonly journals: readonly { readonly text: string }[] }>(page, 'edit.apply', {
    edit,
    base,
  })
  if (!answer.ok) throw new Error(`the machine does not tell: ${JSON.stringify(answer)}`)
  return Object.fromEntries(answer.value.journals.map(({ text }) => journalOf(text)))
}

/** The rows of the library as the machine counts them. */
export async function machineRows(page: Page): Promise<unknown> {
  return (await ask<unknown>(page, 'workspace.documents', {})).value
}

/** What the machine finds for the table of excerpts. */
export async function machineExcerpts(page: Page, { query }: WindowState['excerpts']): Promise<unknown> {
  const { value } = await ask<{ readonly total: number; readonly facets: unknown }>(page, 'excerpts.query', query)
  return { total: value.total, facets: value.facets }
}

/** What stands in the workspace's files, read as the program reads them; a file that is not sound throws. */
export async function diskState(workspace: string): Promise<Journals> {
  const names = await readdir(workspace, { recursive: true })
  const found: [string, unknown][] = []
  for (const name of names.filter(one =>
    /(annotations|annotators|codebook|speakers|claims|settings)\/[^/]+\.json$/.test(one),
  ))
    found.push(journalOf(await readFile(join(workspace, name), 'utf8'), name))
  return Object.fromEntries(found)
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function journalOf(text: string, name = 'an answer'): [string, unknown] {
  const read = readJournal(text, sha256)
  if (!read.ok || !read.value.sound) throw new Error(`${name} is not sound: ${JSON.stringify(read)}`)
  const { scope, journal } = read.value
  return [`${scope} ${journal.annotator}`, plainOf(journal)]
}

/** The same as `plain` in the page, which cannot see this. */
function plainOf(value: unknown): unknown {
  if (value instanceof Map)
    return [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair: unknown[]) => pair.map(plainOf))
  if (Array.isArray(value)) return value.map(plainOf)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainOf(member)]))
}

interface PlainJournal {
  readonly entries: readonly (readonly [string, { readonly changes: readonly PlainChange[] }])[]
}

interface PlainChange {
  readonly edit: string
  readonly by?: string
}

const changesIn = (journal: unknown) => (journal as PlainJournal).entries.flatMap(([, { changes }]) => changes)

/** How many edits left a change. */
export function editsIn(journals: Journals): number {
  return new Set(Object.values(journals).flatMap(journal => changesIn(journal).map(({ edit }) => edit))).size
}

/** An edit that somebody at the desk has done. */
function anyEdit(
  journals: Journals,
  annotator: string | undefined,
): { readonly id: string; readonly by: string } | undefined {
  for (const [place, journal] of Object.entries(journals)) {
    const by = place.split(' ')[1] ?? ''
    if (by !== annotator) continue
    const own = changesIn(journal).find(change => change.by === undefined)
    if (own !== undefined) return { id: own.edit, by }
  }
  return undefined
}
