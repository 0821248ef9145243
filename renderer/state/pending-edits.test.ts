import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentScope, type WorkspaceState } from '#annotations/changes/journal'
import { readRegister, textOf } from '#annotations/changes/resolve'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Act, Edit } from '#annotations/edit/edit'
import { annotationIn, editOf, refusalOf, revisionOf, scopeIn, workspaceWith } from '#annotations/testing/build'
import { acknowledge, type EditQueue, enqueue, refuse, replaceLast, startQueue, takeJournals } from './pending-edits'

const text = revisionOf('The coalition said that it would return.', 'It gave no date.')
const empty = workspaceWith(text)

function create(annotation: string, start = 0): Act {
  const segments = [{ part: 'content' as const, start, end: start + 5 }]
  return { do: 'create', document: 'd', annotation, kind: 'note', revision: text.id, segments }
}

const note = (annotation: string, words: string): Act => ({ do: 'set-note', document: 'd', annotation, note: words })

function queued(queue: EditQueue, ...edits: readonly Edit[]): EditQueue {
  return edits.reduce((current, edit) => {
    const next = enqueue(current, edit)
    if (!next.ok) throw new Error(next.error.code)
    return next.value
  }, queue)
}

function journalsOf(state: WorkspaceState) {
  return [...scopeIn(state, documentScope('d')).journals.values()].map(journal => ({
    scope: documentScope('d'),
    journal,
  }))
}

describe('an edit', () => {
  test('is seen at once, and acknowledged only when the machine says so', () => {
    const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')))
    expect(annotationIn(queue.current, 'ann', 'a')?.kind).toBe('note')
    expect(annotationIn(queue.acknowledged, 'ann', 'a')).toBeUndefined()
    const saved = acknowledge(queue, 'e1', [])
    expect(saved.pending).toEqual([])
    expect(annotationIn(saved.acknowledged, 'ann', 'a')?.kind).toBe('note')
  })

  test('that changes nothing is not queued', () => {
    const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')))
    expect(queued(queue, editOf('e2', 'ann', note('a', '')))).toBe(queue)
  })

  test('that is refused here is not queued', () => {
    expect(enqueue(startQueue(empty), editOf('e1', 'ann', note('none', 'x')))).toMatchObject({ ok: false })
  })

  test('tells the rev that it was made on, pending edits counted', () => {
    const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')), editOf('e2', 'ann', note('a', 'x')))
    expect(queue.pending.map(({ base }) => base)).toEqual([{ 'document:d': 0 }, { 'document:d': 1 }])
  })

  test('answered before an earlier one waits for it', () => {
    const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')), editOf('e2', 'ann', note('a', 'x')))
    const early = acknowledge(queue, 'e2', [])
    expect(early.pending).toHaveLength(2)
    expect(annotationIn(early.acknowledged, 'ann', 'a')).toBeUndefined()
    const both = acknowledge(early, 'e1', [])
    expect(both.pending).toEqual([])
    expect(annotationIn(both.acknowledged, 'ann', 'a')?.note).toBe('x')
  })

  test('that the machine refused drops out, and what came after stays', () => {
    const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')), editOf('e2', 'ann', create('b', 10)))
    const left = refuse(queue, 'e1')
    expect(annotationIn(left.current, 'ann', 'a')).toBeUndefined()
    expect(annotationIn(left.current, 'ann', 'b')?.kind).toBe('note')
  })

  test('of a gesture that goes on stands in the place of the former one', () => {
    const begun = queued(startQueue(empty), editOf('e1', 'ann', create('a')), editOf('e2', 'ann', note('a', 'x')))
    const longer = replaceLast(begun, editOf('e2', 'ann', note('a', 'xyz')))
    if (!longer.ok) throw new Error(longer.error.code)
    expect(longer.value.pending).toHaveLength(2)
    expect(annotationIn(longer.value.current, 'ann', 'a')?.note).toBe('xyz')
  })
})

test('journals from elsewhere are taken under what is pending', () => {
  const theirs = applyEdit(empty, editOf('e0', 'bo', create('b')))
  if (!theirs.ok) throw new Error(theirs.error.code)
  const queue = queued(startQueue(empty), editOf('e1', 'ann', create('a')))
  const told = takeJournals(queue, journalsOf(theirs.value.state))
  expect(annotationIn(told.current, 'bo', 'b')?.kind).toBe('note')
  expect(annotationIn(told.current, 'ann', 'a')?.kind).toBe('note')
  expect(told.pending).toHaveLength(1)
})

test('whatever the order of answers, the window ends where the machine is', () => {
  const acts = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), words: fc.string({ maxLength: 3 }) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(acts, fc.infiniteStream(fc.nat()), (wishes, order) => {
      let queue = startQueue(empty)
      let machine = empty
      for (const [n, { id, words }] of wishes.entries()) {
        const known = annotationIn(queue.current, 'ann', id) !== undefined
        const edit = editOf(`e${String(n).padStart(3, '0')}`, 'ann', known ? note(id, words) : create(id))
        expect(refusalOf(queue.current, edit)).toBeUndefined()
        queue = queued(queue, edit)
        const applied = applyEdit(machine, edit)
        if (applied.ok) machine = applied.value.state
      }
      const answers = queue.pending.map(({ edit }) => edit.id)
      while (answers.length > 0) {
        const [next] = answers.splice((order.next().value ?? 0) % answers.length, 1)
        queue = acknowledge(queue, next ?? '', [])
      }
      expect(queue.pending).toEqual([])
      expect(queue.acknowledged.scopes).toEqual(machine.scopes)
      expect(queue.current.scopes).toEqual(machine.scopes)
    }),
    { numRuns: 300 },
  )
})

test('a journal that comes for a guest states nothing of a tag that a member began', () => {
  const tag = (name: string): Act => ({ do: 'add-entry', register: 'codebook', type: 'tag', id: 't', fields: { name } })
  const guest: Act = {
    do: 'add-entry',
    register: 'settings',
    type: 'workspace',
    id: 'w',
    fields: { 'guests.bo': true },
  }
  const queue = queued(startQueue(empty), editOf('e1', 'ann', tag('mine'), guest))
  const rename: Act = { do: 'change-entry', register: 'codebook', id: 't', fields: { name: 'theirs' } }
  const renamed = applyEdit(queue.current, editOf('e2', 'bo', rename))
  const journal = renamed.ok ? scopeIn(renamed.value.state, 'codebook').journals.get('bo') : undefined
  if (journal === undefined) throw new Error('refused')
  const told = takeJournals(acknowledge(queue, 'e1', []), [{ scope: 'codebook', journal }])
  expect(textOf(readRegister(scopeIn(told.current, 'codebook')).entries.get('t'), 'name')).toBe('mine')
})
