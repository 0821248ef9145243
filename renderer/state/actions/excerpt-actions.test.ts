import { beforeEach, describe, expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import { editOf, revisionOf } from '#annotations/testing/build'
import type { CallName, CheckedRequestOf } from '#app/contract/calls'
import { excerptBulkSchema, excerptQuerySchema } from '#app/contract/excerpt-query'
import { bulkEdit } from '#app/services/bulk-edit'
import { createExcerptIndex, type ExcerptIndex } from '#app/services/excerpt-index'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { createMemoryStore } from '#app/testing/memory-store'
import { type AppState, initialState } from '../app-state'
import { startExcerpts } from '../excerpt-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import { createStore, type Store } from '../store'
import { createExcerptActions, type ExcerptActions } from './excerpt-actions'
import type { MarkActions } from './mark-actions'
import type { OpenActions } from './open-actions'
import { createPreferenceActions } from './preference-actions'
import { createTrailNotes } from './trail-actions'

const text = revisionOf('Counting', 'One two three four five six seven eight nine ten')
let session: WorkspaceSession
let index: ExcerptIndex
let store: Store<AppState>
let excerpts: ExcerptActions
let asked: { readonly name: CallName; readonly request: unknown }[]
let opened: string[]
/** Bulk changes are answered with it while it is there. */
let refusal: { readonly code: string } | undefined
/** Answers wait here while it is there. */
let held: (() => void)[] | undefined

const state = () => store.get().excerpts
const settled = async () => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve()
}

const everything = { filter: { text: '', facets: {} }, sort: { by: 'page' as const, descending: false }, from: 0 }

/** A machine that answers from a real index over a session in memory. */
function machineOf(): Machine {
  const answer = async (name: CallName, request: unknown): Promise<unknown> => {
    if (name === 'excerpts.query') return index.query(excerptQuerySchema.parse(request))
    if (name === 'excerpts.ids') {
      const { from, count, ...shown } = request as CheckedRequestOf<'excerpts.ids'>
      return index.ids(shown, from, count)
    }
    if (name === 'app.set-preferences') return null
    if (name === 'excerpts.preview') return { total: index.query({ ...everything, count: 0 }).total }
    if (name !== 'excerpts.bulk') throw new Error(name)
    const made = bulkEdit(session, id => index.find(id), 'ann', excerptBulkSchema.parse(request))
    if (refusal !== undefined) throw refusal
    if (made !== undefined) await session.edit(made.edit)
    return { changed: made?.changed ?? 0, left: made?.left ?? 0, journals: [] }
  }
  const call = async (name: CallName, request: unknown) => {
    asked.push({ name, request })
    if (held !== undefined) await new Promise<void>(done => held?.push(done))
    try {
      return { ok: true, value: await answer(name, request) }
    } catch (error) {
      return { ok: false, error }
    }
  }
  return { call, subscribe: () => () => undefined } as unknown as Machine
}

beforeEach(async () => {
  const files = createMemoryStore()
  await files.addRevision('d', text)
  const made = await openSession(files)
  if (!made.ok) throw new Error(made.error.code)
  session = made.value
  const acts = Array.from({ length: 10 }, (_, n) => ({
    do: 'create' as const,
    document: 'd',
    annotation: `a${n}`,
    kind: n % 2 === 0 ? ('quote' as const) : ('claim' as const),
    revision: text.id,
    segments: [{ part: 'content' as const, start: 10 + n * 4, end: 13 + n * 4 }],
  }))
  await session.edit(editOf('e1', 'ann', ...acts))
  index = createExcerptIndex(session, 'ann')
  asked = []
  opened = []
  held = undefined
  refusal = undefined
  store = createStore<AppState>({
    ...initialState,
    workspace: { id: 'w', name: 'Study', path: '/study' },
    queue: { acknowledged: session.state(), pending: [], current: session.state() },
  })
  let ids = 0
  excerpts = createExcerptActions({
    store,
    machine: machineOf(),
    saving: { flush: async () => undefined } as unknown as Saving,
    open: {
      openDocument: async (document: string) => {
        opened.push(document)
        const open = { id: document, revision: text.id, revisions: [text] }
        store.set(now => ({ ...now, view: 'read', document: open }))
      },
    } as unknown as OpenActions,
    marks: { goTo: (id: string) => store.set(now => ({ ...now, active: id })) } as unknown as MarkActions,
    notes: createTrailNotes(store),
    preferences: createPreferenceActions(store, machineOf()),
    nextId: () => {
      ids += 1
      return `n${ids}`
    },
    now: () => new Date('2026-05-01T09:30:00.000Z'),
  })
  excerpts.show()
  await settled()
})

const rows = () => [...state().rows.values()].map(({ id }) => id)

test('shown, it asks for the first rows with counts', () => {
  expect(state().result).toMatchObject({ total: 10, all: 10, documents: 1 })
  expect(rows()).toHaveLength(10)
})

test('the first rows can be there before it is shown; they are asked for once', async () => {
  store.set(now => ({ ...now, view: 'read', excerpts: startExcerpts(undefined) }))
  asked = []
  excerpts.prepare()
  await settled()
  expect(rows()).toHaveLength(10)
  excerpts.prepare()
  await settled()
  expect(asked).toHaveLength(1)
})

test('of what is typed meanwhile only the last is asked for, and an answer to what is past is not shown', async () => {
  asked = []
  held = []
  excerpts.toggle('kind', 'quote')
  excerpts.setText('th')
  excerpts.setText('thr')
  const totals = new Set<number | undefined>()
  store.subscribe(() => totals.add(state().result?.total))
  const waiting = held
  held = undefined
  for (const done of waiting) done()
  await settled()
  expect(asked).toHaveLength(2)
  expect(rows()).toEqual(['a2'])
  // Five quotes were asked for first.
  expect(totals.has(5)).toBe(false)
})

describe('selected rows', () => {
  test('a range goes from where it began, forwards and back', async () => {
    excerpts.go(2, false)
    excerpts.go(4, true)
    await settled()
    expect([...state().selected]).toEqual(['a2', 'a3', 'a4'])
    excerpts.go(1, true)
    await settled()
    expect([...state().selected]).toEqual(['a1', 'a2'])
  })

  test('those of a range that have not come yet are asked for', async () => {
    store.set(now => ({
      ...now,
      excerpts: { ...now.excerpts, result: { ...(now.excerpts.result as never as object), rows: new Map() } as never },
    }))
    excerpts.go(0, false)
    excerpts.go(9, true)
    await settled()
    expect(state().selected.size).toBe(10)
  })

  test('another filter lets go of them, another order does not', async () => {
    excerpts.toggleSelected(3)
    excerpts.sortBy({ by: 'kind', descending: true })
    expect([...state().selected]).toEqual(['a3'])
    excerpts.toggle('kind', 'quote')
    expect(state().selected.size).toBe(0)
  })

  test('all are selected at once, those too that are not here', async () => {
    excerpts.selectAll()
    await settled()
    expect(state().selected.size).toBe(10)
    excerpts.clearSelection()
    expect(state().selected.size).toBe(0)
  })
})

describe('changing many', () => {
  test('makes one edit with the tags that are missing, and shows what came of it', async () => {
    excerpts.toggleSelected(0)
    excerpts.toggleSelected(2)
    await excerpts.addTag({ create: ['climate', 'methane'] })
    await settled()
    expect(asked.filter(({ name }) => name === 'excerpts.bulk')).toHaveLength(1)
    expect(
      state()
        .rows.get(2)
        ?.tags.map(({ path }) => path),
    ).toEqual([['climate', 'methane']])
    expect(state().rows.get(1)?.tags).toEqual([])
    expect(store.get().announcement?.text).toBe('2 excerpts tagged.')
    expect(store.get().save.is).toBe('saved')
  })

  test('with nothing selected it is about the row at hand', async () => {
    excerpts.go(4, false)
    await excerpts.setStatus('submitted')
    await settled()
    expect(state().rows.get(4)?.status).toBe('submitted')
    expect(state().rows.get(3)?.status).toBe('draft')
  })

  test('what is shown no more is not selected any more', async () => {
    excerpts.toggle('status', 'draft')
    await settled()
    excerpts.toggleSelected(0)
    await excerpts.setStatus('submitted')
    await settled()
    expect(state().result?.total).toBe(9)
    expect(state().selected.size).toBe(0)
  })
})

test('a row is opened at its place in the text, and the way back leads to that row', async () => {
  excerpts.go(5, false)
  await excerpts.openInText(5)
  expect([opened, store.get().view, store.get().active]).toEqual([['d'], 'read', 'a5'])
  excerpts.show()
  expect([store.get().view, state().active]).toEqual(['excerpts', 5])
})

test('the table is shown with those alone that have one value, whatever it was narrowed to before', async () => {
  excerpts.setText('three')
  excerpts.toggle('status', 'draft')
  excerpts.showOnly('kind', 'claim')
  await settled()
  expect(store.get().view).toBe('excerpts')
  expect(state().filter).toEqual({ text: '', facets: { kind: ['claim'] } })
  expect([...state().rows.values()].map(({ id }) => id)).toEqual(['a1', 'a3', 'a5', 'a7', 'a9'])
})

test('columns and order are kept, and the table of the next workspace begins with them', async () => {
  const info = { preferences: {} } as AppState['info']
  store.set(now => ({ ...now, info }))
  excerpts.sortBy({ by: 'modified', descending: true })
  excerpts.toggleColumn('note')
  excerpts.toggleColumn('author')
  await settled()
  const kept = asked.filter(({ name }) => name === 'app.set-preferences').at(-1)?.request
  expect(kept).toEqual({ preferences: store.get().info?.preferences })
  store.set(now => ({ ...now, workspace: { id: 'w2', name: 'Other', path: '/other' } }))
  expect(state().sort).toEqual({ by: 'modified', descending: true })
  expect([...state().columns].sort()).toEqual([
    'document',
    'excerpt',
    'kind',
    'note',
    'section',
    'speaker',
    'status',
    'tags',
  ])
  expect(state().filter.text).toBe('')
})

test('columns and orders that a newer program has are left out', () => {
  const excerptTable = { columns: ['kind', 'colour'], sort: { by: 'colour', descending: true } }
  expect([...startExcerpts({ excerptTable }).columns]).toEqual(['kind'])
  expect(startExcerpts({ excerptTable }).sort).toEqual(startExcerpts().sort)
})

test('what is written elsewhere is asked for again, and another workspace begins anew', async () => {
  const edit = editOf('e2', 'ann', { do: 'set-status', document: 'd', annotation: 'a0', status: 'submitted' })
  await session.edit(edit)
  store.set(now => ({ ...now, queue: { ...now.queue, acknowledged: session.state() } }))
  await settled()
  expect(state().rows.get(0)?.status).toBe('submitted')
  excerpts.setText('three')
  store.set(now => ({ ...now, workspace: { id: 'w2', name: 'Other', path: '/other' } }))
  expect(state().filter.text).toBe('')
})

test('an open preview of the export is made anew when the table is', async () => {
  excerpts.openPreview()
  await settled()
  expect(state().drawer?.preview).toMatchObject({ total: 10 })
  await session.edit(editOf('e3', 'ann', { do: 'remove', document: 'd', annotation: 'a0' }))
  store.set(now => ({ ...now, queue: { ...now.queue, acknowledged: session.state() } }))
  await settled()
  expect(state().drawer?.preview).toMatchObject({ total: 9 })
})

test('a bulk change names what the window has seen of each scope', async () => {
  await excerpts.setStatus('submitted')
  const bulk = asked.find(({ name }) => name === 'excerpts.bulk')?.request as CheckedRequestOf<'excerpts.bulk'>
  expect(bulk.base).toEqual({
    ...Object.fromEntries([...session.state().scopes.keys()].map(scope => [scope, 0])),
    [documentScope('d')]: 1,
  })
})

test.each([
  ['not-mine', 'saved', 'not-mine'],
  ['disk-full', 'failed', undefined],
])('a change that ends with %s leaves the save state %s', async (code, save, noticed) => {
  refusal = { code }
  await excerpts.setStatus('submitted')
  expect([store.get().save.is, store.get().notice?.problem?.code]).toEqual([save, noticed])
})
