import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '../edit/edit'
import type { Json } from '../model/json'
import { readRelease } from '../model/release'
import { afterEdits, annotationIn, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { play, steps } from '../testing/histories'
import { allScopes } from '../testing/machines'
import { entryKey, ownTypes, sumChanges } from './entry'
import { guestField, withGuests } from './guests'
import { documentScope, type ScopeKey, type WorkspaceState } from './journal'
import { readRegister, textOf } from './resolve'
import { entryIn, uniteScope } from './unite'

const text = revisionOf('“We won,” she said.')
const settings = { register: 'settings', id: 'w' } as const
const invite = (who: string, is: true | null): Act => ({
  do: 'change-entry',
  ...settings,
  fields: { [guestField(who)]: is },
})
const tag = (id: string, name: string): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id,
  fields: { name },
})
const rename = (id: string, name: string): Act => ({ do: 'change-entry', register: 'codebook', id, fields: { name } })

const start = afterEdits(
  workspaceWith(text),
  editOf(
    'e0',
    'ann',
    { do: 'add-entry', ...settings, type: 'workspace', fields: { name: 'Study' } },
    tag('t1', 'mine'),
  ),
  editOf(
    'e1',
    'bo',
    tag('t2', 'theirs'),
    rename('t1', 'renamed'),
    { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm' } },
    {
      do: 'create',
      document: 'd',
      annotation: 'n',
      kind: 'note',
      revision: text.id,
      segments: [{ part: 'content', start: 0, end: 3 }],
    },
  ),
)

function seen(state: WorkspaceState) {
  const codebook = readRegister(scopeIn(state, 'codebook'))
  const release = readRelease([text], scopeIn(state, documentScope('d')))
  const place = release?.facts === undefined ? undefined : sumChanges(release.facts.changes).get('meta.place')?.value
  return [textOf(codebook.entries.get('t1'), 'name'), textOf(codebook.entries.get('t2'), 'name'), place]
}

describe('a guest', () => {
  const guest = afterEdits(start, editOf('e2', 'ann', invite('bo', true)))

  test('states what nobody began, and nothing of what a member began or of a document', () => {
    expect(seen(start)).toEqual(['renamed', 'theirs', 'Ulm'])
    expect(seen(guest)).toEqual(['mine', 'theirs', undefined])
  })

  test('keeps what is their own: annotations are shown as theirs', () => {
    expect(annotationIn(guest, 'bo', 'n')?.kind).toBe('note')
    expect(uniteScope(scopeIn(guest, documentScope('d'))).has(entryKey('annotation', 'n'))).toBe(true)
  })

  test('is changed on by a member, and what the guest says of that entry counts with it', () => {
    const renamed = afterEdits(guest, editOf('e3', 'ann', rename('t2', 'ours')))
    expect(seen(renamed)[1]).toBe('ours')
    const again = afterEdits(
      renamed,
      editOf('e4', 'bo', { do: 'change-entry', register: 'codebook', id: 't2', fields: { definition: 'x' } }),
    )
    expect(textOf(readRegister(scopeIn(again, 'codebook')).entries.get('t2'), 'definition')).toBe('x')
  })

  test('who pretends to have begun an entry before its member did changes nothing of it', () => {
    const forged = afterEdits(guest, editOf('e3', 'cy', tag('t9', 'forged')), editOf('e4', 'ann', invite('cy', true)))
    const scope = scopeIn(forged, 'codebook')
    const cy = scope.journals.get('cy')
    const begun = {
      edit: 'a0',
      rev: 0,
      at: '2020-01-01T00:00:00.000Z',
      set: new Map<string, Json>([
        ['name', 'stolen'],
        ['deleted', true],
      ]),
    }
    const entries = new Map(cy?.entries).set(entryKey('tag', 't1'), { type: 'tag', id: 't1', changes: [begun] })
    const journals = new Map(scope.journals)
    if (cy !== undefined) journals.set('cy', { ...cy, entries })
    const state = { ...forged, scopes: new Map(forged.scopes).set('codebook', { ...scope, journals }) }
    expect(seen(withGuests(state))[0]).toBe('mine')
  })

  test('becomes a member again, and all they stated counts', () => {
    expect(seen(afterEdits(guest, editOf('e3', 'ann', invite('bo', null))))).toEqual(seen(start))
  })

  test('an undone invitation is as if it had not been', () => {
    const undone = afterEdits(guest, editOf('e3', 'ann', { do: 'undo', edit: 'e2', scopes: ['settings'] }))
    expect(seen(undone)).toEqual(seen(start))
  })
})

test('law 11, over random histories: a guest changes no entry that a member began, and no document fact', () => {
  let entriesSeen = 0
  fc.assert(
    fc.property(steps(30), wanted => {
      for (const { state } of play(wanted).machines) {
        const settled = afterEdits(
          state,
          editOf('e99990', 'ann', { do: 'add-entry', ...settings, type: 'workspace', fields: { name: 'Study' } }),
          editOf('e99991', 'ann', invite('bo', true)),
        )
        for (const key of allScopes) {
          const alone = withoutGuest(settled, key)
          for (const entry of uniteScope(scopeIn(settled, key)).values()) {
            if (ownTypes.has(entry.type)) continue
            const members = entryIn(alone, entryKey(entry.type, entry.id))
            const begun =
              members?.changes.some(({ set, over }) => set.has('name') && over?.has('name') !== true) === true
            if (!begun && entry.type !== 'fact') continue
            expect(entry.changes).toEqual(members?.changes)
            entriesSeen += 1
          }
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(entriesSeen).toBeGreaterThan(1000)
})

function withoutGuest(state: WorkspaceState, key: ScopeKey) {
  const { journals } = scopeIn(state, key)
  return { journals: new Map([...journals].filter(([annotator]) => annotator !== 'bo')) }
}
