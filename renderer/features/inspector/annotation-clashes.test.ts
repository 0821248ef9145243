import { describe, expect, test } from 'vitest'
import { entryKey, sumChanges } from '#annotations/changes/entry'
import type { WorkspaceState } from '#annotations/changes/journal'
import { withJournal } from '#annotations/changes/with-journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '#annotations/testing/build'
import { annotationClashes, settlingAct } from './annotation-clashes'

const text = revisionOf('One two three four five six seven eight nine ten')
const on = { document: 'd', annotation: 'a' } as const
const part = (start: number, end: number) => [{ part: 'content', start, end }] as const
const scope = 'document:d'
const names = { tagName: (id: string) => `tag ${id}`, claimTypeName: (id: string) => `type ${id}` }

function entryIn(state: WorkspaceState) {
  const entry = scopeIn(state, scope).journals.get('ann')?.entries.get(entryKey('annotation', 'a'))
  return entry ?? expect.fail('no annotation')
}

/** What comes of two machines of one annotator, each of which did something that the other had not seen. */
function united(kind: 'quote' | 'claim', here: Act, there: Act): WorkspaceState {
  const create: Act = { do: 'create', ...on, kind, revision: text.id, segments: part(0, 3) }
  const begun = afterEdits(workspaceWith(text), editOf('e1', 'ann', create))
  const others = scopeIn(afterEdits(begun, editOf('e3', 'ann', there)), scope).journals.get('ann')
  return withJournal(afterEdits(begun, editOf('e2', 'ann', here)), scope, others ?? expect.fail('no journal'))
}

const voice = (name: string) => ({ name })
const cases: readonly (readonly [
  label: string,
  kind: 'quote' | 'claim',
  here: Act,
  there: Act,
  stands: string,
  other: string,
])[] = [
  [
    'Note',
    'quote',
    { do: 'set-note', ...on, note: 'here' },
    { do: 'set-note', ...on, note: 'there' },
    '“there”',
    '“here”',
  ],
  ['Kind', 'quote', { do: 'set-kind', ...on, kind: 'note' }, { do: 'set-kind', ...on, kind: 'claim' }, 'Claim', 'Note'],
  [
    'Quote type',
    'quote',
    { do: 'set-quote', ...on, quote: { type: 'mixed' } },
    { do: 'set-quote', ...on, quote: { type: 'indirect' } },
    'Indirect',
    'Mixed',
  ],
  [
    'Speakers',
    'quote',
    { do: 'set-quote', ...on, quote: { speakers: [voice('Orr')] } },
    { do: 'set-quote', ...on, quote: { speakers: [voice('Lund'), voice('Ek')] } },
    '“Lund”, “Ek”',
    '“Orr”',
  ],
  [
    'Place',
    'quote',
    { do: 'place', ...on, revision: text.id, segments: part(4, 7) },
    { do: 'place', ...on, revision: text.id, segments: part(8, 13) },
    '“three”',
    '“two”',
  ],
  [
    'Claim type',
    'claim',
    { do: 'set-claim', ...on, claim: { type: 'x' } },
    { do: 'set-claim', ...on, claim: { type: 'y' } },
    'type y',
    'type x',
  ],
  [
    'Plain words',
    'claim',
    { do: 'set-claim', ...on, claim: { statement: 'A.' } },
    { do: 'set-claim', ...on, claim: { statement: 'B.' } },
    '“B.”',
    '“A.”',
  ],
  [
    'Claimant',
    'claim',
    { do: 'set-claim', ...on, claim: { claimant: voice('Orr') } },
    { do: 'set-claim', ...on, claim: { claimant: voice('Ek') } },
    '“Ek”',
    '“Orr”',
  ],
  [
    'Figures',
    'claim',
    { do: 'set-claim', ...on, claim: { figures: [{ asWritten: '7' }] } },
    { do: 'set-claim', ...on, claim: { figures: [{ asWritten: '8' }, { asWritten: '9' }] } },
    '“8”, “9”',
    '“7”',
  ],
]

describe('a field that was set on two machines unseen', () => {
  test.each(cases)(
    '%s: both values are shown, and either can be made to stand',
    (label, kind, here, there, stands, other) => {
      const state = united(kind, here, there)
      const clashes = annotationClashes(entryIn(state), 'ann', names)
      expect(clashes).toMatchObject([{ label, stands, other, by: 'ann' }])
      for (const take of ['standing', 'other'] as const) {
        const act = settlingAct('d', entryIn(state), clashes[0]?.field ?? '', take) ?? expect.fail('no act')
        const settled = afterEdits(state, editOf('e4', 'ann', act))
        expect(annotationClashes(entryIn(settled), 'ann', names)).toEqual([])
        const field = clashes[0]?.field ?? ''
        expect(valueIn(settled, field)).toEqual(take === 'standing' ? valueIn(state, field) : otherIn(state, field))
      }
    },
  )

  test('the same on both is no clash', () => {
    const add: Act = { do: 'set-tags', ...on, add: ['t'] }
    expect(annotationClashes(entryIn(united('quote', add, add)), 'ann', names)).toEqual([])
  })

  test('fields of a kind that it is not any more, and what is no clash, are not shown', () => {
    const state = united(
      'quote',
      { do: 'set-quote', ...on, quote: { type: 'mixed' } },
      { do: 'set-quote', ...on, quote: { type: 'indirect' } },
    )
    const claim = afterEdits(state, editOf('e4', 'ann', { do: 'set-kind', ...on, kind: 'claim' }))
    expect(annotationClashes(entryIn(claim), 'ann', names)).toEqual([])
    expect(settlingAct('d', entryIn(claim), 'note', 'other')).toBeUndefined()
  })
})

const fieldsOf = (state: WorkspaceState) => sumChanges(entryIn(state).changes)
const valueIn = (state: WorkspaceState, field: string) => fieldsOf(state).get(field)?.value
const otherIn = (state: WorkspaceState, field: string) => fieldsOf(state).get(field)?.clash?.value
