import { describe, expect, test } from 'vitest'
import { entryKey, standingValue } from '../changes/entry'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { undoOfEntry, undoStacks } from '../changes/undo'
import { uniteScope } from '../changes/unite'
import { afterEdits, annotationIn, editOf, refusalOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { uniteStates } from '../testing/machines'
import { readJournal, writeJournal } from '../workspace/journal-file'
import type { Act, Edit } from './edit'

const text = revisionOf('“We won,” she said.')
const on = { document: 'd', annotation: 'n' } as const
const key = documentScope('d')
const scopes = [key, 'codebook'] as const
const create: Act = {
  do: 'create',
  ...on,
  kind: 'note',
  revision: text.id,
  segments: [{ part: 'content', start: 0, end: 9 }],
}
const note = (words: string): Act => ({ do: 'set-note', ...on, note: words })
const status: Act = { do: 'set-status', ...on, status: 'submitted' }
const undo = (edit: string): Act => ({ do: 'undo', edit, scopes })
const begun = afterEdits(workspaceWith(text), editOf('e1', 'ann', create))
const noteOf = (state: WorkspaceState) => annotationIn(state, 'ann', 'n')?.note

/** Edits e2, e3 … by ann, one act each. */
function edits(acts: readonly Act[]): Edit[] {
  return acts.map((act, i) => editOf(`e${i + 2}`, 'ann', act))
}

describe('undo', () => {
  test.each<[string, readonly Act[], string]>([
    ['brings back what the edit had replaced', [note('a'), note('b'), undo('e3')], 'a'],
    ['brings back nothing where nothing stood', [note('a'), undo('e2')], ''],
    [
      'goes on to the edit before, as the undone one left its value standing',
      [note('a'), note('b'), undo('e3'), undo('e2')],
      '',
    ],
    ['redo is the undo of the undo', [note('a'), note('b'), undo('e3'), undo('e4')], 'b'],
    ['and can be undone again', [note('a'), note('b'), undo('e3'), undo('e4'), undo('e5')], 'a'],
    ['and again', [note('a'), note('b'), undo('e3'), undo('e4'), undo('e5'), undo('e6')], 'b'],
    ['two undos are redone in turn', [note('a'), note('b'), undo('e3'), undo('e2'), undo('e5'), undo('e4')], 'b'],
    [
      'a new edit after an undo is what the next undo takes',
      [note('a'), note('b'), undo('e3'), note('c'), undo('e5')],
      'a',
    ],
    ['setting the old value by hand is an edit like others', [note('a'), note('b'), note('a'), undo('e4')], 'b'],
  ])('%s', (_, acts, expected) => {
    expect(noteOf(afterEdits(begun, ...edits(acts)))).toBe(expected)
  })

  test('of an edit that was overwritten by hand is refused, though the value is the same again', () => {
    const state = afterEdits(begun, ...edits([note('a'), note('b'), note('a')]))
    expect(refusalOf(state, editOf('e9', 'ann', undo('e2')))).toBe('changed-since')
  })

  test('of an edit that is undone already is refused', () => {
    const state = afterEdits(begun, ...edits([note('a'), undo('e2')]))
    expect(refusalOf(state, editOf('e9', 'ann', undo('e2')))).toBe('changed-since')
  })

  test('touches only the fields where the edit still stands, and says which it left', () => {
    const both = editOf('e2', 'ann', note('a'), status)
    const state = afterEdits(begun, both, editOf('e3', 'ann', note('b')))
    const entry = uniteScope(scopeIn(state, key)).get(entryKey('annotation', 'n'))
    expect(undoOfEntry(entry?.changes ?? [], 'e2')).toEqual({ set: new Map([['status', 'draft']]), kept: ['note'] })
    expect(annotationIn(afterEdits(state, editOf('e4', 'ann', undo('e2'))), 'ann', 'n')).toMatchObject({
      note: 'b',
      status: 'draft',
    })
  })

  test('of an edit in two places is one step', () => {
    const tag: Act = { do: 'add-entry', register: 'codebook', type: 'tag', id: 't', fields: { name: 'Wind' } }
    const tagged: Act = { do: 'set-tags', ...on, add: ['t'] }
    const state = afterEdits(begun, editOf('e2', 'ann', tag, tagged))
    expect(annotationIn(state, 'ann', 'n')?.tags).toEqual(new Set(['t']))
    const back = afterEdits(state, editOf('e3', 'ann', undo('e2')))
    expect(annotationIn(back, 'ann', 'n')?.tags).toEqual(new Set())
    expect(standingValue(uniteScope(scopeIn(back, 'codebook')).get('tag:t'), 'name')).toBeUndefined()
  })

  test('of a removal brings the annotation back, and leaves it removed where another removal stood before', () => {
    const remove: Act = { do: 'remove', ...on }
    const removed = afterEdits(begun, editOf('e2', 'ann', remove))
    expect(annotationIn(removed, 'ann', 'n')?.deleted).toBe(true)
    expect(annotationIn(afterEdits(removed, editOf('e3', 'ann', undo('e2'))), 'ann', 'n')?.deleted).toBe(false)
    const unseen = uniteStates(removed, afterEdits(begun, editOf('e3', 'ann', note('elsewhere'))))
    const settled = afterEdits(unseen, editOf('e4', 'ann', remove))
    expect(annotationIn(afterEdits(settled, editOf('e5', 'ann', undo('e4'))), 'ann', 'n')?.deleted).toBe(true)
  })

  test('by the program’s own edits is not on the stack', () => {
    const state = afterEdits(begun, { ...editOf('e2', 'ann', note('a')), auto: true })
    expect(undoStacks(state, 'ann', [key])).toEqual({ undo: ['e1'], redo: [] })
  })
})

describe('undo with merges in between', () => {
  const noted = afterEdits(begun, editOf('e2', 'ann', note('a'), status))

  test('what another machine set since stays', () => {
    const elsewhere = afterEdits(noted, editOf('e3', 'ann', note('elsewhere')))
    const back = afterEdits(uniteStates(noted, elsewhere), editOf('e4', 'ann', undo('e2')))
    expect(annotationIn(back, 'ann', 'n')).toMatchObject({ note: 'elsewhere', status: 'draft' })
  })

  test('what a colleague stated since stays', () => {
    const fact = (place: string): Act => ({ do: 'set-fact', document: 'd', fields: { 'meta.place': place } })
    const mine = afterEdits(begun, editOf('e2', 'ann', fact('Ulm')))
    const merged = uniteStates(mine, afterEdits(mine, editOf('e3', 'bo', fact('Vessen'))))
    expect(refusalOf(merged, editOf('e4', 'ann', undo('e2')))).toBe('changed-since')
  })

  test('a value in a file that is not here is not overwritten with nothing', () => {
    const fact = (place: string): Act => ({ do: 'set-fact', document: 'd', fields: { 'meta.place': place } })
    const state = afterEdits(begun, editOf('e2', 'bo', fact('Ulm')), editOf('e3', 'ann', fact('Vessen')))
    const journals = new Map([...scopeIn(state, key).journals].filter(([annotator]) => annotator !== 'bo'))
    const without = { ...state, scopes: new Map([[key, { journals }]]) }
    expect(refusalOf(without, editOf('e4', 'ann', undo('e3')))).toBe('changed-since')
  })

  test('edits made apart are all on the stack afterwards, in order', () => {
    const one = afterEdits(noted, editOf('e3', 'ann', note('b')))
    const other = afterEdits(noted, editOf('e4', 'ann', note('c')), editOf('e5', 'ann', undo('e4')))
    expect(undoStacks(uniteStates(one, other), 'ann', [key])).toEqual({ undo: ['e1', 'e2', 'e3'], redo: ['e5'] })
  })
})

describe('the stacks', () => {
  test.each<[string, readonly Act[], readonly string[], readonly string[]]>([
    ['hold edits, the last on top', [note('a'), note('b')], ['e1', 'e2', 'e3'], []],
    ['move an undone edit to redo as its undo', [note('a'), note('b'), undo('e3')], ['e1', 'e2'], ['e4']],
    ['and back', [note('a'), note('b'), undo('e3'), undo('e4')], ['e1', 'e2', 'e5'], []],
    ['hold two undos', [note('a'), note('b'), undo('e3'), undo('e2')], ['e1'], ['e4', 'e5']],
    ['lose redo at a new edit', [note('a'), undo('e2'), status], ['e1', 'e4'], []],
  ])('%s, after a restart as before', (_, acts, undoable, redoable) => {
    const state = afterEdits(begun, ...edits(acts))
    const journal = scopeIn(state, key).journals.get('ann') ?? expect.fail('no journal')
    const read = readJournal(writeJournal(journal, { workspace: 'w', scope: key }))
    const reopened = read.ok ? new Map([[key, { journals: new Map([['ann', read.value.journal]]) }]]) : new Map()
    for (const scoped of [state.scopes, reopened]) {
      expect(undoStacks({ ...state, scopes: scoped }, 'ann', [key])).toEqual({ undo: undoable, redo: redoable })
    }
  })
})
