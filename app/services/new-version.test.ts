import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { entryKey } from '#annotations/changes/entry'
import { documentScope } from '#annotations/changes/journal'
import { undoStacks } from '#annotations/changes/undo'
import type { Act } from '#annotations/edit/edit'
import type { Annotation, Placement } from '#annotations/model/annotation'
import { blockField } from '#annotations/model/described-blocks'
import { readAnnotation } from '#annotations/model/read-annotation'
import type { Revision } from '#annotations/model/revision'
import { describeSegments } from '#annotations/model/segments'
import { at, editOf, revisionOf, scopeIn } from '#annotations/testing/build'
import type { Carrying } from '#app/ports/carrying'
import { createMemoryStore, type MemoryStore } from '#app/testing/memory-store'
import { rememberedPlaces } from './carried-places'
import { createDirectCarrying } from './carry-job'
import { addVersion, carryCurrent, countVersion, planVersion, type VersionPorts, type VersionText } from './new-version'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const first = revisionOf(
  'Northmark commits to cut methane',
  'Northmark will cut methane by 40 percent by 2025, the company said.',
  'Every leak we measure will be published, she added in the evening.',
)
const corrected = revisionOf(
  'Northmark commits to cut methane',
  'Northmark will cut methane by 38 percent by 2025, the company said.',
  'A correction was made on 30 April.',
  'Every leak we measure will be published, she added in the evening.',
)
const other = revisionOf('The port is open.')
const ann = { id: 'ann', name: 'Ann', what: 'person' } as const
const key = documentScope('d')
const none = { exact: 0, moved: 0, undecided: 0, changed: 0, lost: 0, kept: 0 }

let store: MemoryStore
let session: WorkspaceSession
let ports: VersionPorts
let ids: number

beforeEach(async () => {
  store = createMemoryStore()
  await store.addRevision('d', first)
  await store.addRevision('o', other)
  session = await opened()
  ids = 0
  const nextId = () => `i${String(++ids).padStart(6, '0')}`
  ports = { carrying: createDirectCarrying(), clock: { now: () => at }, ids: { next: nextId } }
  await session.edit(
    editOf('e1', 'ann', marking('a', 'cut methane by 40 percent'), marking('b', 'Every leak we measure')),
  )
  await session.edit(editOf('e2', 'bo', marking('c', 'will be published'), marking('d', 'by 40 percent')))
})

async function opened(): Promise<WorkspaceSession> {
  const result = await openSession(store)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function marking(annotation: string, words: string, revision: Revision = first): Act {
  const start = revision.text.indexOf(words)
  const segments = [{ part: 'content', start, end: start + words.length }] as const
  return { do: 'create', document: 'd', annotation, kind: 'note', revision: revision.id, segments }
}

function annotationOf(id: string, by = 'ann'): Annotation {
  const entry = scopeIn(session.state(), key).journals.get(by)?.entries.get(entryKey('annotation', id))
  const annotation = entry === undefined ? undefined : readAnnotation(entry)
  if (annotation === undefined) throw new Error(`no annotation ${id}`)
  return annotation
}

async function planned(text: VersionText, carrying: Carrying = ports.carrying) {
  const plan = await planVersion(session, { carrying }, 'd', text)
  if (!plan.ok) throw new Error(plan.error.code)
  return plan.value
}

async function added(revision: Revision, more: Partial<VersionText> = {}) {
  const done = await addVersion(session, ports, await planned({ revision, ...more }), ann)
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}

async function undo(edit: string | undefined): Promise<void> {
  const done = await session.edit(editOf(`u${edit}`, 'ann', { do: 'undo', edit: edit ?? '', scopes: [key] }))
  if (!done.ok) throw new Error(done.error.code)
}

const currentText = () => session.release('d')?.current.id
const refused = async (revision: Revision, document = 'd') => {
  const plan = await planVersion(session, ports, document, { revision })
  return plan.ok ? undefined : plan.error
}

describe('a corrected text', () => {
  test('is current behind the former one, with a place for each of mine, stored in one edit of the program', async () => {
    const done = await added(corrected)
    expect(done).toMatchObject({ is: 'new', revision: corrected.id })
    expect(done.counts.mine).toEqual({ ...none, exact: 1, undecided: 1, changed: 1 })
    expect(session.release('d')?.current).toMatchObject({ id: corrected.id, parent: first.id })
    expect(annotationOf('b').placements.get(corrected.id)).toMatchObject({
      state: 'exact',
      via: 'carry',
      from: first.id,
    })
    const proposal = annotationOf('a').placements.get(corrected.id)
    expect(proposal).toMatchObject({ state: 'undecided', segments: [{ exact: 'cut methane by 38 percent' }] })
    expect(annotationOf('a').edit).toBe(annotationOf('b').edit)
  })

  test('comes with what is stated of it, and one undo takes both back', async () => {
    const field = blockField(corrected.id, 1)
    const plan = await planned({ revision: corrected })
    const done = await addVersion(session, ports, plan, ann, { [field]: { role: 'boilerplate', type: 'paragraph' } })
    const roles = () =>
      session
        .release('d')
        ?.revisions.get(corrected.id)
        ?.blocks.map(({ role }) => role)
    expect(currentText()).toBe(corrected.id)
    expect(roles()?.[1]).toBe('boilerplate')
    await undo(done.ok ? done.value.edit : undefined)
    expect(currentText()).toBe(first.id)
    expect(roles()?.[1]).toBe(corrected.blocks[1]?.role)
    expect(roles()?.[1]).not.toBe('boilerplate')
  })

  test('leaves the files of others as they are, and remembers where theirs stand', async () => {
    const before = store.journal(key, 'bo')
    const done = await added(corrected)
    expect(done.counts.others).toEqual({ ...none, exact: 1, undecided: 1, changed: 1 })
    expect(store.journal(key, 'bo')).toBe(before)
    expect(rememberedPlaces(session, 'd', corrected.id).get('c')?.placement.state).toBe('exact')
  })

  test('is said beforehand as it comes to be, and nothing is written for that', async () => {
    const { length } = store.commits
    const plan = await planned({ revision: corrected })
    const before = countVersion(session, plan, 'ann')
    expect(store.commits).toHaveLength(length)
    expect(currentText()).toBe(first.id)
    const done = await addVersion(session, ports, plan, ann)
    expect(done.ok && done.value.counts).toEqual(before)
  })

  test('is one step of undo, which gives the former text back with every mark where it was; redo the corrected one', async () => {
    const { edit } = await added(corrected)
    expect(undoStacks(session.state(), 'ann', [key]).undo).toEqual(['e1', edit])
    await undo(edit)
    expect(currentText()).toBe(first.id)
    expect(annotationOf('a').placements.get(first.id)).toMatchObject({ state: 'exact', via: 'hand' })
    await undo(`u${edit}`)
    expect(currentText()).toBe(corrected.id)
  })

  test('is there with its places when the workspace is opened again', async () => {
    await added(corrected)
    session = await opened()
    expect(currentText()).toBe(corrected.id)
    expect(annotationOf('b').placements.get(corrected.id)?.state).toBe('exact')
  })

  test('has a place also for what was marked after the plan was made', async () => {
    const plan = await planned({ revision: corrected })
    await session.edit(editOf('e3', 'ann', marking('late', 'in the evening')))
    await session.edit(editOf('e4', 'ann', { ...marking('b', 'Every leak'), do: 'place' } as Act))
    await addVersion(session, ports, plan, ann)
    expect(annotationOf('late').placements.get(corrected.id)?.segments[0]?.exact).toBe('in the evening')
    expect(annotationOf('b').placements.get(corrected.id)?.segments[0]?.exact).toBe('Every leak')
  })

  test('of the window takes the places that its steps gave, for what they gave one', async () => {
    const start = corrected.text.indexOf('38 percent')
    const described = describeSegments(corrected.text, [{ part: 'content', start, end: start + 10 }])
    const segments = described.ok ? described.value : []
    const placement: Placement = { state: 'undecided', via: 'carry', from: first.id, engine: 0, segments }
    await added({ ...corrected, origin: 'edit', parent: first.id, by: 'ann' }, { mapped: new Map([['a', placement]]) })
    expect(annotationOf('a').placements.get(corrected.id)).toMatchObject({
      engine: 0,
      segments: [{ exact: '38 percent' }],
    })
    expect(annotationOf('b').placements.get(corrected.id)).toMatchObject({ engine: 1, state: 'exact' })
  })
})

describe('a text that is known', () => {
  test('changes nothing where it is the current one', async () => {
    const { length } = store.commits
    expect(await added(first)).toMatchObject({ is: 'same', counts: { mine: { ...none, exact: 2 } } })
    expect(store.commits).toHaveLength(length)
  })

  test('is only made current again where the document had it, and gives the first places back (law 9)', async () => {
    const before = ['a', 'b'].map(id => annotationOf(id).placements.get(first.id))
    await added(corrected)
    await session.edit(editOf('e3', 'ann', marking('late', 'A correction', corrected)))
    const back = await added(first)
    expect(back).toMatchObject({ is: 'returned', revision: first.id, counts: { mine: { ...none, exact: 2, lost: 1 } } })
    expect(['a', 'b'].map(id => annotationOf(id).placements.get(first.id))).toEqual(before)
    expect(session.release('d')?.revisions.size).toBe(2)
    await undo(back.edit)
    expect(currentText()).toBe(corrected.id)
  })

  test('is refused where another document has it, with that document', async () => {
    expect(await refused(other)).toEqual({ code: 'text-of-another', facts: { document: 'o' } })
    await added(corrected)
    expect(await refused(first, 'o')).toEqual({ code: 'text-of-another', facts: { document: 'd' } })
  })
})

describe('nothing is done', () => {
  test('to a document that is not there, is removed, or in a workspace that only can be read', async () => {
    expect(await refused(corrected, 'x')).toMatchObject({ code: 'unknown-document' })
    await session.edit(editOf('e5', 'ann', { do: 'remove-document', document: 'd' }))
    expect(await refused(corrected)).toMatchObject({ code: 'removed-document' })
    store = createMemoryStore('locked')
    await store.addRevision('d', first)
    session = await opened()
    expect(await refused(corrected)).toEqual({ code: 'read-only', facts: { reason: 'locked' } })
  })

  test('where another text became current since', async () => {
    const plan = await planned({ revision: corrected })
    await added(revisionOf('Another text'))
    expect(await addVersion(session, ports, plan, ann)).toMatchObject({ error: { code: 'changed-since' } })
  })

  test('when it is cancelled', async () => {
    const plan = await planVersion(session, ports, 'd', { revision: corrected }, { signal: AbortSignal.abort() })
    expect(plan).toMatchObject({ error: { code: 'cancelled' } })
    expect(session.release('d')?.revisions.size).toBe(1)
  })

  test('to the current text when a stop comes before the new one is made current', async () => {
    store.failWith = undefined
    const plan = await planned({ revision: corrected })
    const broken: WorkspaceSession = Object.assign(Object.create(session), {
      addDocument: async () => {
        await session.addDocument('d', plan.revision)
        throw new Error('power cut')
      },
    })
    await expect(addVersion(broken, ports, plan, ann)).rejects.toThrow('power cut')
    session = await opened()
    expect(session.release('d')?.revisions.size).toBe(2)
    expect(currentText()).toBe(first.id)
  })
})

describe('a text that somebody else made current', () => {
  test('gets a place for each of mine once', async () => {
    await session.addDocument('d', { ...corrected, parent: first.id })
    await session.edit(editOf('e6', 'bo', { do: 'set-current', document: 'd', revision: corrected.id }))
    expect(await carryCurrent(session, ports, 'd', ann)).toEqual({ ok: true, value: 2 })
    const { length } = store.commits
    expect(await carryCurrent(session, ports, 'd', ann)).toEqual({ ok: true, value: 0 })
    expect(store.commits).toHaveLength(length)
    expect(annotationOf('a').placements.get(corrected.id)?.state).toBe('undecided')
  })
})

test('law 9: whatever texts come and go, a text that returns finds every annotation where it first stood in it', async () => {
  const words = fc.array(fc.constantFrom('cut', 'methane', 'by', '40', '38', 'percent', 'leak', 'she'), {
    minLength: 1,
    maxLength: 12,
  })
  const text = fc
    .array(
      words.map(list => list.join(' ')),
      { minLength: 1, maxLength: 4 },
    )
    .map(list => revisionOf(...list))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async texts => {
      store = createMemoryStore()
      await store.addRevision('d', first)
      session = await opened()
      await session.edit(editOf('e1', 'ann', marking('a', 'cut methane by 40 percent'), marking('b', 'Every leak')))
      const stood = new Map<string, (Placement | undefined)[]>()
      for (const revision of [...texts, ...texts, first]) {
        await added(revision)
        const places = ['a', 'b'].map(id => annotationOf(id).placements.get(revision.id))
        expect(places).toEqual(stood.get(revision.id) ?? places)
        expect(places.every(place => place !== undefined)).toBe(true)
        stood.set(revision.id, places)
      }
      expect(stood.get(first.id)?.every(place => place?.via === 'hand')).toBe(true)
    }),
    { numRuns: 40 },
  )
})
