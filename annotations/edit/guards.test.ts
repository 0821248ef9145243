import { describe, expect, test } from 'vitest'
import { documentScope } from '../changes/journal'
import type { Json } from '../model/json'
import { afterEdits, editOf, refusalOf, revisionOf, workspaceWith } from '../testing/build'
import { applyEdit } from './apply-edit'
import type { Act, RefusalCode } from './edit'

const text = revisionOf('“We won 😀,” she said.', 'By 12%.')
const revision = text.id
const content = [{ part: 'content', start: 0, end: 7 }] as const
const pair = text.text.indexOf('😀')
const on = { document: 'd', annotation: 'n' } as const
const create: Act = { do: 'create', ...on, kind: 'quote', revision, segments: content }
const tag = { register: 'codebook', type: 'tag' } as const
const add = (id: string, name = id): Act => ({ do: 'add-entry', ...tag, id, fields: { name } })
const speaker: Act = { do: 'add-entry', register: 'codebook', type: 'claim-type', id: 'type', fields: { name: 'x' } }
const entry = { register: 'codebook', id: 't1' } as const

const state = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', create, { ...create, annotation: 'claim', kind: 'claim' }),
  editOf(
    'e2',
    'bo',
    { ...create, annotation: 'bos' },
    { do: 'set-fact', document: 'd', fields: { 'meta.place': 'Ulm' } },
  ),
  editOf('e3', 'ann', add('t1'), add('t2'), add('t3'), speaker),
  editOf('e4', 'ann', { do: 'move-entry', register: 'codebook', id: 't2', parent: 't1' }),
  editOf('e5', 'ann', { do: 'dismiss', document: 'd', id: 'x', revision, kind: 'claim', segments: content }),
  editOf('e6', 'ann', { do: 'set-note', ...on, note: 'a' }),
  editOf('e7', 'ann', { do: 'set-note', ...on, note: 'b' }),
  editOf('e8', 'bo', { do: 'add-entry', register: 'annotators', type: 'annotator', id: 'bo', fields: { name: 'Bo' } }),
)

const deep = (levels: number): Json => (levels === 0 ? 1 : [deep(levels - 1)])
const wrong = <T>(value: unknown) => value as T
const other = 'f'.repeat(64)

describe('an act is refused', () => {
  test.each<[RefusalCode, string, Act]>([
    ['wrong-value', 'an annotation whose id is none', { ...create, annotation: '../x' }],
    ['known-id', 'an annotation id in use', create],
    ['known-id', 'an annotation id in use by somebody else', { ...create, annotation: 'bos' }],
    ['wrong-kind', 'a quote with the fields of a claim', { ...create, annotation: 'm', claim: {} }],
    ['wrong-kind', 'a note with the fields of a quote', { ...create, annotation: 'm', kind: 'note', quote: {} }],
    ['wrong-value', 'a kind that is none', { ...create, annotation: 'm', kind: wrong('rumour') }],
    ['wrong-value', 'a status that is none', { ...create, annotation: 'm', status: wrong('final') }],
    ['wrong-value', 'a tag that is no id', { ...create, annotation: 'm', tags: [''] }],
    [
      'wrong-value',
      'a new quote with a nameless speaker',
      { ...create, annotation: 'm', quote: { speakers: [{ name: ' ' }] } },
    ],
    [
      'wrong-value',
      'a new claim with a figure in words',
      { ...create, annotation: 'm', kind: 'claim', claim: { figures: [{ asWritten: 'ten', value: 'ten' }] } },
    ],
    ['unknown-revision', 'a text that is not there', { ...create, annotation: 'm', revision: other }],
    ['empty-target', 'no segment', { ...create, annotation: 'm', segments: [] }],
    [
      'empty-target',
      'a segment without length',
      { ...create, annotation: 'm', segments: [{ part: 'content', start: 3, end: 3 }] },
    ],
    ['empty-target', 'a cue alone', { ...create, annotation: 'm', segments: [{ part: 'cue', start: 3, end: 4 }] }],
    [
      'outside-text',
      'a segment past the end',
      { ...create, annotation: 'm', segments: [{ part: 'content', start: 3, end: 999 }] },
    ],
    [
      'outside-text',
      'half an offset',
      { ...create, annotation: 'm', segments: [{ part: 'content', start: 0.5, end: 3 }] },
    ],
    [
      'cuts-character',
      'half a character',
      { ...create, annotation: 'm', segments: [{ part: 'content', start: 0, end: pair + 1 }] },
    ],
    ['unknown-annotation', 'removing what is not there', { do: 'remove', document: 'd', annotation: 'no' }],
    ['not-mine', 'removing somebody else’s', { do: 'remove', document: 'd', annotation: 'bos' }],
    ['not-mine', 'restoring somebody else’s', { do: 'restore', document: 'd', annotation: 'bos' }],
    ['wrong-value', 'restoring to an edit that is not in its history', { do: 'restore', ...on, to: 'e3' }],
    [
      'not-mine',
      'placing somebody else’s',
      { do: 'place', document: 'd', annotation: 'bos', revision, segments: content },
    ],
    [
      'unknown-revision',
      'placing in a text that is not there',
      { do: 'place', ...on, revision: other, segments: content },
    ],
    ['empty-target', 'placing nowhere', { do: 'place', ...on, revision, segments: [] }],
    ['wrong-value', 'a decision that is none', { do: 'decide-anchor', ...on, revision, decision: wrong('perhaps') }],
    [
      'unknown-revision',
      'a decision in a text that is not there',
      { do: 'decide-anchor', ...on, revision: other, decision: 'keep' },
    ],
    [
      'not-mine',
      'a decision on somebody else’s',
      { do: 'decide-anchor', document: 'd', annotation: 'bos', revision, decision: 'keep' },
    ],
    ['wrong-value', 'set-kind to none', { do: 'set-kind', ...on, kind: wrong('rumour') }],
    ['not-mine', 'set-kind on somebody else’s', { do: 'set-kind', document: 'd', annotation: 'bos', kind: 'note' }],
    ['wrong-kind', 'quote fields on a claim', { do: 'set-quote', document: 'd', annotation: 'claim', quote: {} }],
    ['wrong-value', 'a quote type that is none', { do: 'set-quote', ...on, quote: { type: wrong('scare') } }],
    ['wrong-value', 'a nameless speaker', { do: 'set-quote', ...on, quote: { speakers: [{ name: '' }] } }],
    ['wrong-kind', 'claim fields on a quote', { do: 'set-claim', ...on, claim: {} }],
    [
      'wrong-value',
      'a figure with an exponent',
      { do: 'set-claim', document: 'd', annotation: 'claim', claim: { figures: [{ asWritten: '1e3', value: '1e3' }] } },
    ],
    [
      'wrong-value',
      'a claim type that is no id',
      { do: 'set-claim', document: 'd', annotation: 'claim', claim: { type: 'a b' } },
    ],
    [
      'wrong-value',
      'a claimant without a name',
      { do: 'set-claim', document: 'd', annotation: 'claim', claim: { claimant: { name: '' } } },
    ],
    ['wrong-value', 'tagging with what is no id', { do: 'set-tags', ...on, add: ['a b'] }],
    ['not-mine', 'tagging somebody else’s', { do: 'set-tags', document: 'd', annotation: 'bos', add: ['t1'] }],
    ['not-mine', 'a note on somebody else’s', { do: 'set-note', document: 'd', annotation: 'bos', note: '' }],
    ['wrong-value', 'a word that is no status', { do: 'set-status', ...on, status: wrong('agreed') }],
    [
      'known-id',
      'a dismissal id in use',
      { do: 'dismiss', document: 'd', id: 'x', revision, kind: 'claim', segments: content },
    ],
    [
      'wrong-value',
      'a dismissal without an id',
      { do: 'dismiss', document: 'd', id: '', revision, kind: 'claim', segments: content },
    ],
    [
      'wrong-value',
      'a dismissal of no kind',
      { do: 'dismiss', document: 'd', id: 'y', revision, kind: wrong(''), segments: content },
    ],
    [
      'unknown-revision',
      'a dismissal in no text',
      { do: 'dismiss', document: 'd', id: 'y', revision: other, kind: 'claim', segments: content },
    ],
    ['wrong-value', 'a progress that is none', { do: 'set-progress', document: 'd', progress: wrong('soon') }],
    ['wrong-value', 'paragraph 0', { do: 'set-progress', document: 'd', readTo: 0 }],
    ['known-id', 'an entry id in use', add('t1')],
    ['wrong-value', 'an entry whose id is none', add('a b', 'x')],
    ['wrong-value', 'an entry with an empty name', add('t9', ' ')],
    ['control-character', 'an entry with NUL in its name', add('t9', 'a\0b')],
    ['control-character', 'an entry whose name is on two lines', add('t9', 'a\nb')],
    ['control-character', 'a name with an escape', { do: 'change-entry', ...entry, fields: { name: '\u001b[2J' } }],
    [
      'wrong-value',
      'an entry that begins removed',
      { do: 'add-entry', ...tag, id: 't9', fields: { name: 'x', deleted: true } },
    ],
    ['ring', 'an entry under itself', { do: 'add-entry', ...tag, id: 't9', fields: { name: 'x', parent: 't9' } }],
    [
      'not-mine',
      'an annotator that the author is not',
      { do: 'add-entry', register: 'annotators', type: 'annotator', id: 'cy', fields: {} },
    ],
    [
      'not-mine',
      'renaming another annotator',
      { do: 'change-entry', register: 'annotators', id: 'bo', fields: { name: 'x' } },
    ],
    ['unknown-entry', 'changing what is not there', { do: 'change-entry', register: 'codebook', id: 'no', fields: {} }],
    ['wrong-value', 'taking a name away', { do: 'change-entry', ...entry, fields: { name: null } }],
    ['wrong-value', 'a name that is no text', { do: 'change-entry', ...entry, fields: { name: 1 } }],
    ['wrong-value', 'a parent in passing', { do: 'change-entry', ...entry, fields: { parent: 't3' } }],
    ['wrong-value', 'a field that no file can hold', { do: 'change-entry', ...entry, fields: { ['__proto__']: 1 } }],
    ['wrong-value', 'a value nested too deeply', { do: 'change-entry', ...entry, fields: { definition: deep(60) } }],
    ['wrong-value', 'a number that is none', { do: 'change-entry', ...entry, fields: { definition: Number.NaN } }],
    ['unknown-entry', 'moving under what is not there', { do: 'move-entry', ...entry, parent: 'no' }],
    ['wrong-value', 'moving under another type', { do: 'move-entry', ...entry, parent: 'type' }],
    ['ring', 'moving under itself', { do: 'move-entry', ...entry, parent: 't1' }],
    ['ring', 'moving under its child', { do: 'move-entry', ...entry, parent: 't2' }],
    ['unknown-entry', 'merging into what is not there', { do: 'merge-entry', ...entry, into: 'no' }],
    ['wrong-value', 'merging into another type', { do: 'merge-entry', ...entry, into: 'type' }],
    ['ring', 'merging into itself', { do: 'merge-entry', ...entry, into: 't1' }],
    ['unknown-entry', 'splitting into what is not there', { do: 'split-entry', ...entry, parts: ['no'] }],
    ['ring', 'splitting into itself', { do: 'split-entry', ...entry, parts: ['t1'] }],
    ['wrong-value', 'splitting into one twice', { do: 'split-entry', ...entry, parts: ['t2', 't2'] }],
    ['unknown-entry', 'removing an entry that is not there', { do: 'remove-entry', register: 'codebook', id: 'no' }],
    ['unknown-entry', 'restoring an entry that is not there', { do: 'restore-entry', register: 'codebook', id: 'no' }],
    ['wrong-value', 'a fact of no kind', { do: 'set-fact', document: 'd', fields: { colour: 'red' } }],
    [
      'unknown-revision',
      'a current text that is not there',
      { do: 'set-fact', document: 'd', fields: { current: other } },
    ],
    ['nothing-to-undo', 'undoing what nobody did', { do: 'undo', edit: 'no', scopes: ['codebook'] }],
    ['nothing-to-undo', 'undoing where it was not done', { do: 'undo', edit: 'e1', scopes: ['codebook'] }],
    ['changed-since', 'undoing what was overwritten', { do: 'undo', edit: 'e6', scopes: ['document:d'] }],
    ['not-mine', 'undoing what another did to their own', { do: 'undo', edit: 'e2', scopes: ['document:d'] }],
  ])('%s: %s', (code, _, act) => {
    expect(refusalOf(state, editOf('e9', 'ann', act))).toBe(code)
  })

  test('with all the others of its edit, and nothing is changed', () => {
    const edit = editOf(
      'e9',
      'ann',
      { do: 'set-note', ...on, note: 'c' },
      { do: 'remove', document: 'd', annotation: 'bos' },
    )
    expect(applyEdit(state, edit)).toMatchObject({ ok: false, error: { code: 'not-mine' } })
  })

  test('an undo beside another act', () => {
    const undo: Act = { do: 'undo', edit: 'e7', scopes: ['document:d'] }
    expect(refusalOf(state, editOf('e9', 'ann', undo, { do: 'remove', ...on }))).toBe('wrong-value')
  })

  test('any act in a journal that a newer program wrote, and only there', () => {
    const scope = state.scopes.get(documentScope('d')) ?? { journals: new Map() }
    const journals = new Map([...scope.journals].map(([by, journal]) => [by, { ...journal, newer: true as const }]))
    const newer = { ...state, scopes: new Map(state.scopes).set('document:d', { journals }) }
    const note = { do: 'set-note', ...on, note: 'c' } as const
    expect(refusalOf(newer, editOf('e9', 'ann', note))).toBe('newer-version')
    expect(refusalOf(newer, editOf('e9', 'ann', { do: 'set-note', ...on, note: 'b' }))).toBe('newer-version')
    expect(refusalOf(newer, editOf('e9', 'ann', { do: 'remove-entry', ...entry }))).toBeUndefined()
  })
})

test('what another stated of something that is everybody’s may be taken back', () => {
  const stated = afterEdits(state, editOf('e8b', 'bo', { do: 'change-entry', ...entry, fields: { colour: 'red' } }))
  expect(refusalOf(stated, editOf('e9', 'ann', { do: 'undo', edit: 'e8b', scopes: ['codebook'] }))).toBeUndefined()
})

test('one’s own entry may redirect to another annotator’s', () => {
  const mine: Act = { do: 'add-entry', register: 'annotators', type: 'annotator', id: 'ann', fields: { name: 'Ann' } }
  const redirect: Act = { do: 'merge-entry', register: 'annotators', id: 'ann', into: 'bo' }
  expect(refusalOf(state, editOf('e9', 'ann', mine, redirect))).toBeUndefined()
})
