import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../changes/change'
import { entryKey, standingValue, sumChanges } from '../changes/entry'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { uniteScope } from '../changes/unite'
import { readAnnotation } from '../model/read-annotation'
import { segmentsStand } from '../model/segments'
import { afterEdits, at, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { type Done, doEdit, editId, play, steps } from '../testing/histories'
import { allScopes, documents, texts } from '../testing/machines'
import { applyEdit } from './apply-edit'
import type { Act } from './edit'

const runs = { numRuns: 1000 }

/** Checks each step of random histories. */
function always(check: (done: Done, annotator: string) => void): void {
  fc.assert(
    fc.property(steps(), wanted => {
      const { machines, steps: all } = play(wanted)
      for (const done of all) check(done, machines[done.machine]?.annotator ?? '')
    }),
    runs,
  )
}

function annotationsIn(state: WorkspaceState) {
  return documents.flatMap(document => {
    const entries = [...uniteScope(scopeIn(state, documentScope(document))).values()]
    return entries.filter(entry => entry.type === 'annotation')
  })
}

test('law 2: each exact is the text at its offsets; per part segments are sorted, disjoint and cut no character', () => {
  let placed = 0
  always(({ after }) => {
    for (const entry of annotationsIn(after)) {
      for (const [hash, { state, segments }] of readAnnotation(entry)?.placements ?? []) {
        const text = texts.find(revision => revision.id === hash)?.text ?? ''
        if (!segmentsStand(text, segments)) throw new Error(JSON.stringify(segments))
        if ((state === 'lost' || state === 'kept') !== segments.every(({ part }) => part !== 'content')) {
          throw new Error(`${state} with ${segments.length}`)
        }
        placed += 1
      }
    }
  })
  expect(placed).toBeGreaterThan(1000)
})

test('law 4: an edit writes only its author’s journals, only where it says so, and no text', () => {
  always(({ before, after, edit, applied }, annotator) => {
    if (edit === undefined || applied === undefined) return
    if (after.revisions !== before.revisions) throw new Error('a text changed')
    const touched = applied.ok ? (applied.value as { touched: readonly string[] }).touched : []
    for (const key of allScopes) {
      const [was, is] = [before.scopes.get(key), after.scopes.get(key)]
      if ((was !== is) !== touched.includes(key)) throw new Error(`${key} is not what was touched`)
      for (const name of new Set([...(was?.journals.keys() ?? []), ...(is?.journals.keys() ?? [])])) {
        const same = was?.journals.get(name) === is?.journals.get(name)
        if (!same && name !== annotator) throw new Error(`${annotator} wrote ${name}`)
      }
    }
  })
})

describe('law 6', () => {
  test('an edit that is refused, or changes nothing, or was done already, gives the same object', () => {
    let again = 0
    always(({ before, after, edit, applied }) => {
      if (edit === undefined || applied === undefined) return
      if (!applied.ok && after !== before) throw new Error('refused, and changed something')
      if (!applied.ok) return
      const same = applyEdit(after, edit)
      if (!same.ok || same.value.state !== after) throw new Error('done twice')
      const { acts } = edit
      if (acts.some(act => !settles(act))) return
      const repeated = applyEdit(after, { ...edit, id: 'e99999' })
      if (!repeated.ok || repeated.value.state !== after || repeated.value.touched.length > 0) {
        throw new Error(`changed something: ${JSON.stringify(acts)}`)
      }
      again += 1
    })
    expect(again).toBeGreaterThan(1000)
  })

  test('an edit whose acts take each other back changes nothing', () => {
    const text = revisionOf('“We won,” she said.')
    const state = afterEdits(workspaceWith(text), editOf('e1', 'ann', create(text.id)))
    const there = { do: 'set-note', document: 'd', annotation: 'n', note: 'x' } as const
    const applied = applyEdit(state, editOf('e2', 'ann', there, { ...there, note: '' }))
    expect(applied).toEqual({ ok: true, value: { state, touched: [] } })
    expect(applied.ok && applied.value.state).toBe(state)
  })

  test('what stands is the sum of the changes in whatever order they are kept', () => {
    always(({ after }) => {
      for (const entry of annotationsIn(after)) {
        const turned = { ...entry, changes: inOrder([...entry.changes].reverse()) }
        expect(readAnnotation(turned)).toEqual(readAnnotation(entry))
      }
    })
  })

  test('all that an edit does in a scope is one step: one change per entry, one rev', () => {
    always(({ before, after, edit }) => {
      if (edit === undefined || after === before) return
      for (const key of allScopes) {
        const revs = new Set<number>()
        for (const entry of after.scopes.get(key)?.journals.get(edit.by)?.entries.values() ?? []) {
          const made = entry.changes.filter(change => change.edit === edit.id)
          if (made.length > 1) throw new Error('two changes')
          for (const { rev } of made) revs.add(rev)
        }
        if (revs.size > 1) throw new Error('two revs')
      }
    })
  })
})

describe('law 7', () => {
  test('no edit and no merge makes an annotation or a change disappear', () => {
    always(({ before, after }) => {
      for (const key of allScopes) {
        const now = uniteScope(scopeIn(after, key))
        for (const [name, { changes }] of uniteScope(scopeIn(before, key))) {
          const kept = new Set(now.get(name)?.changes.map(change => change.edit))
          if (changes.some(change => !kept.has(change.edit))) throw new Error(`${name} lost a change`)
        }
      }
    })
  })

  test('merging, splitting and removing tags leave every annotation as it is, and undo gives its tags back', () => {
    const onTags = ['merge', 'split', 'remove-entry', 'move', 'change-entry'] as const
    let changed = 0
    fc.assert(
      fc.property(steps(), fc.constantFrom(...onTags), fc.nat(50), fc.nat(50), (wanted, verb, b, c) => {
        const machine = play(wanted).machines[0]
        if (machine === undefined) throw new Error('no machine')
        const { state: before } = machine
        const { after, edit } = doEdit(machine, { verb, a: 1, b, c }, editId(900))
        if (after === before) return
        changed += 1
        for (const document of documents) {
          const key = documentScope(document)
          if (before.scopes.get(key) !== after.scopes.get(key)) throw new Error('an annotation changed')
        }
        const undo: Act = { do: 'undo', edit: edit.id, scopes: allScopes }
        const back = afterEdits(after, { id: editId(901), at, by: 'ann', acts: [undo] })
        const tags = readRegister(scopeIn(back, 'codebook')).entries
        const former = [...readRegister(scopeIn(before, 'codebook')).entries]
        // Of a ring that two annotators closed apart, readers skip the pointer set last: an undo may part it elsewhere.
        const ringed = former.some(([, tag]) => tag.skipped.length > 0)
        for (const [id, tag] of former) {
          const now = tags.get(id)
          expect([id, now?.deleted]).toEqual([id, tag.deleted])
          expect(standing(now?.fields)).toEqual(standing(tag.fields))
          if (!ringed) expect([id, now?.resolved, now?.parent]).toEqual([id, tag.resolved, tag.parent])
        }
      }),
      runs,
    )
    expect(changed).toBeGreaterThan(100)
  })
})

describe('what an edit leaves', () => {
  const text = revisionOf('“We won,” she said.', 'By 12%.')
  const begun = afterEdits(workspaceWith(text), editOf('e1', 'ann', create(text.id)))
  const entryOf = (state: WorkspaceState) =>
    uniteScope(scopeIn(state, documentScope('d'))).get(entryKey('annotation', 'n')) ?? expect.fail('no annotation')

  test('a change names, per field, the edit whose value it replaced, and nothing where none stood', () => {
    const act = { do: 'set-note', document: 'd', annotation: 'n' } as const
    const state = afterEdits(
      begun,
      editOf('e2', 'ann', { ...act, note: 'a' }),
      editOf('e3', 'ann', { ...act, note: 'b' }),
    )
    const overs = entryOf(state).changes.map(({ edit, over }) => [edit, over?.get('note')])
    expect(overs).toEqual([
      ['e1', undefined],
      ['e2', undefined],
      ['e3', 'e2'],
    ])
  })

  test('revs go on from the greatest of anybody in the scope', () => {
    const fact = (place: string): Act => ({ do: 'set-fact', document: 'd', fields: { 'meta.place': place } })
    const state = afterEdits(begun, editOf('e2', 'bo', fact('Ulm')), editOf('e3', 'ann', fact('Vessen')))
    const revs = [...scopeIn(state, 'document:d').journals].map(([name, { rev }]) => [name, rev])
    expect(revs).toEqual([
      ['ann', 3],
      ['bo', 2],
    ])
  })

  test('another kind clears the fields of the former one, and undo returns them', () => {
    const quote = { do: 'set-quote', document: 'd', annotation: 'n', quote: { speakers: [{ name: 'she' }] } } as const
    const kind = { do: 'set-kind', document: 'd', annotation: 'n', kind: 'claim' } as const
    const quoted = afterEdits(begun, editOf('e2', 'ann', quote))
    const claimed = afterEdits(quoted, editOf('e3', 'ann', kind))
    expect(readAnnotation(entryOf(claimed))).toMatchObject({ kind: 'claim', claim: { figures: [] } })
    expect(
      [...sumChanges(entryOf(claimed).changes)].filter(([field, { value }]) => /^quote/.test(field) && value),
    ).toEqual([])
    const back = afterEdits(claimed, editOf('e4', 'ann', { do: 'undo', edit: 'e3', scopes: ['document:d'] }))
    expect(readAnnotation(entryOf(back))).toMatchObject({
      kind: 'quote',
      quote: { type: 'direct', speakers: [{ name: 'she' }] },
    })
  })

  test('a creation that is undone leaves no annotation but its history, and redo brings it back', () => {
    const undone = afterEdits(begun, editOf('e2', 'ann', { do: 'undo', edit: 'e1', scopes: ['document:d'] }))
    expect(readAnnotation(entryOf(undone))).toBeUndefined()
    const redone = afterEdits(undone, editOf('e3', 'ann', { do: 'undo', edit: 'e2', scopes: ['document:d'] }))
    expect(readAnnotation(entryOf(redone))?.kind).toBe('quote')
  })

  test('restoring an earlier state sets every field as it was then, and leaves places in later texts', () => {
    const later = revisionOf('“We won,” he said.')
    const state = { ...begun, revisions: new Map([...begun.revisions, [later.id, later]]) }
    const on = { document: 'd', annotation: 'n' } as const
    const segments = [{ part: 'content', start: 0, end: 9 }] as const
    const restored = afterEdits(
      state,
      editOf('e2', 'ann', { do: 'set-note', ...on, note: 'x' }, { do: 'place', ...on, revision: later.id, segments }),
      editOf('e3', 'ann', { do: 'set-kind', ...on, kind: 'note' }, { do: 'remove', ...on }),
      editOf('e4', 'ann', { do: 'restore', ...on, to: 'e1' }),
    )
    const annotation = readAnnotation(entryOf(restored))
    expect(annotation).toMatchObject({ kind: 'quote', note: '', deleted: false })
    expect(annotation?.placements.size).toBe(2)
    expect(standingValue(entryOf(restored), 'note')).toBeUndefined()
  })

  test('accepting a place without segments takes the one that it was carried to', () => {
    const decide = { do: 'decide-anchor', document: 'd', annotation: 'n', revision: text.id } as const
    const lost = afterEdits(begun, editOf('e2', 'ann', { ...decide, decision: 'lost' }))
    expect(readAnnotation(entryOf(lost))?.placements.get(text.id)).toEqual({ state: 'lost', via: 'hand', segments: [] })
    const accepted = applyEdit(begun, editOf('e2', 'ann', { ...decide, decision: 'accept' }))
    expect(accepted.ok && accepted.value.touched).toEqual([])
  })
})

function create(revision: string): Act {
  const segments = [{ part: 'content', start: 0, end: 9 }] as const
  return { do: 'create', document: 'd', annotation: 'n', kind: 'quote', revision, segments }
}

/** True for acts that say what is to stand: the same again changes nothing. */
function settles(act: Act): boolean {
  if (act.do === 'restore') return act.to === undefined
  return !['create', 'add-entry', 'dismiss', 'review', 'reply', 'settle', 'undo', 'set-kind'].includes(act.do)
}

function standing(fields: ReadonlyMap<string, { readonly value: unknown }> | undefined) {
  return [...(fields ?? [])].filter(([, { value }]) => value !== null).map(([field, { value }]) => [field, value])
}
