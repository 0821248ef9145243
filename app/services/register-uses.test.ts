import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import type { Voice } from '#annotations/model/annotation'
import type { Revision } from '#annotations/model/revision'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { openSession } from './open-session'
import { registerUses } from './register-uses'

const first = revisionOf('The coalition said that it would return.')
const second = revisionOf('The ministry agreed on Monday.')
const found = (date: string): Revision['found'] => [
  { name: 'published', value: { date }, segments: [], via: 'rule' } as unknown as Revision['found'][number],
]

const tag = (id: string): Act => ({ do: 'add-entry', register: 'codebook', type: 'tag', id, fields: { name: id } })
const speaker = (id: string): Act => ({
  do: 'add-entry',
  register: 'speakers',
  type: 'speaker',
  id,
  fields: { name: id, what: 'person' },
})

function mark(document: string, annotation: string, tags: readonly string[], ...speakers: readonly Voice[]): Act {
  const revision = document === 'd' ? first.id : second.id
  const segments = [{ part: 'content' as const, start: 0, end: 3 }]
  return { do: 'create', document, annotation, kind: 'quote', revision, segments, tags, quote: { speakers } }
}

function claim(document: string, annotation: string, claimant: Voice): Act {
  const revision = document === 'd' ? first.id : second.id
  const segments = [{ part: 'content' as const, start: 4, end: 9 }]
  return { do: 'create', document, annotation, kind: 'claim', revision, segments, claim: { claimant } }
}

const voice: Voice = { name: 'she', speaker: 's', roleAsWritten: 'minister' }

type Edits = readonly (readonly [string, ...Act[]])[]

async function sessionAfter(...edits: Edits) {
  const store = createMemoryStore()
  await store.addRevision('d', { ...first, found: found('2018-05-01') })
  await store.addRevision('e', { ...second, found: found('2019-02-03') })
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  for (const [n, [by, ...acts]] of edits.entries()) {
    const done = await session.value.edit(editOf(`e${n}`, by, ...acts))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  return session.value
}

const usesAfter = async (...edits: Edits) => registerUses(await sessionAfter(...edits), 'ann')

test('only what is asked about is told', async () => {
  const session = await sessionAfter(['ann', tag('t'), tag('u'), speaker('s'), mark('d', 'a1', ['t', 'u'], voice)])
  expect(registerUses(session, 'ann', { tags: ['u', 'unknown'] })).toEqual({
    tags: { u: { annotations: 1, mine: 1, documents: 1 } },
    speakers: {},
    claimTypes: {},
  })
  expect(Object.keys(registerUses(session, 'ann', { speakers: ['s'] }).speakers)).toEqual(['s'])
})

test('a later question knows what changed since: highlights, whose they are, and merges', async () => {
  const session = await sessionAfter(['ann', tag('t'), tag('u'), mark('d', 'a1', ['t']), mark('e', 'a2', ['u'])])
  expect(registerUses(session, 'ann').tags.t?.annotations).toBe(1)
  await session.edit(editOf('f1', 'ann', mark('d', 'a3', ['t'])))
  expect(registerUses(session, 'ann').tags.t).toEqual({ annotations: 2, mine: 2, documents: 1 })
  expect(registerUses(session, 'ben').tags.t).toEqual({ annotations: 2, mine: 0, documents: 1 })
  await session.edit(editOf('f2', 'ann', { do: 'merge-entry', register: 'codebook', id: 'u', into: 't' }))
  expect(registerUses(session, 'ann').tags).toEqual({ t: { annotations: 3, mine: 3, documents: 2 } })
})

test('annotations and documents are counted over the workspace, and whose they are', async () => {
  const { tags } = await usesAfter(
    ['ann', tag('t'), tag('u'), mark('d', 'a1', ['t', 'u']), mark('d', 'a2', ['t']), mark('e', 'a3', ['t'])],
    ['ben', mark('e', 'b1', ['t'])],
  )
  expect(tags).toEqual({
    t: { annotations: 4, mine: 3, documents: 2 },
    u: { annotations: 1, mine: 1, documents: 1 },
  })
})

test('what was merged counts for what it was merged into, an annotation with both once', async () => {
  const { tags } = await usesAfter(
    ['ann', tag('t'), tag('u'), mark('d', 'a1', ['t', 'u']), mark('e', 'a2', ['u'])],
    ['ann', { do: 'merge-entry', register: 'codebook', id: 'u', into: 't' }],
  )
  expect(tags).toEqual({ t: { annotations: 2, mine: 2, documents: 2 } })
})

test('removed annotations and removed documents do not count; a removed tag still does', async () => {
  const { tags } = await usesAfter(
    ['ann', tag('t'), mark('d', 'a1', ['t']), mark('d', 'a2', ['t']), mark('e', 'a3', ['t'])],
    ['ann', { do: 'remove', document: 'd', annotation: 'a1' }],
    ['ann', { do: 'remove-document', document: 'e' }],
    ['ann', { do: 'remove-entry', register: 'codebook', id: 't' }],
  )
  expect(tags).toEqual({ t: { annotations: 1, mine: 1, documents: 1 } })
})

test('a speaker is used by quotes, by claims and as an organisation; its roles come with their days', async () => {
  const { speakers } = await usesAfter([
    'ann',
    speaker('s'),
    speaker('o'),
    mark('d', 'a1', [], { name: 'she', speaker: 's', roleAsWritten: 'minister', organisation: 'o' }),
    mark('e', 'a2', [], { name: 'S', speaker: 's', roleAsWritten: 'minister' }),
    mark('e', 'a3', [], { name: 'S', speaker: 's', roleAsWritten: ' commander ' }),
    claim('e', 'a4', { name: 'S', speaker: 's' }),
  ])
  expect(speakers).toEqual({
    s: {
      annotations: 4,
      mine: 4,
      documents: 2,
      roles: [
        { role: 'commander', annotations: 1, first: '2019-02-03', last: '2019-02-03' },
        { role: 'minister', annotations: 2, first: '2018-05-01', last: '2019-02-03' },
      ],
    },
    o: { annotations: 1, mine: 1, documents: 1, roles: [] },
  })
})

test('a claim type counts with what was merged into it', async () => {
  const type = (id: string): Act => ({
    do: 'add-entry',
    register: 'codebook',
    type: 'claim-type',
    id,
    fields: { name: id },
  })
  const typed = (document: string, annotation: string, of: string): Act => {
    const made = claim(document, annotation, voice)
    return made.do === 'create' ? { ...made, claim: { type: of } } : made
  }
  const uses = await usesAfter(
    ['ann', type('law'), type('rule'), typed('d', 'a1', 'law'), typed('e', 'a2', 'quantity')],
    ['ben', typed('d', 'b1', 'rule'), { do: 'merge-entry', register: 'codebook', id: 'rule', into: 'law' }],
  )
  expect(uses.claimTypes).toEqual({
    law: { annotations: 2, mine: 1, documents: 1 },
    quantity: { annotations: 1, mine: 1, documents: 1 },
  })
})
