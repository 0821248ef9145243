import { describe, expect, it, test } from 'vitest'
import { entryKey } from '../changes/entry'
import { readRegister } from '../changes/resolve'
import { entryIn } from '../changes/unite'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import type { Json } from './json'
import { ownFieldsOf, ownTexts, readOwnValue, storedValues } from './own-fields'

const add = (id: string, fields: { readonly [name: string]: Json }) =>
  ({ do: 'add-entry', register: 'codebook', type: 'own-field', id, fields }) as const

const state = afterEdits(
  workspaceWith(revisionOf('Text.')),
  editOf(
    'e1',
    'ann',
    add('beat', { name: 'Beat', holds: 'choice', order: 2, 'choices.c1': 'Energy', 'choices.c2': 'Defence' }),
    add('reach', { name: 'Reach', holds: 'number', order: 1 }),
    add('old', { name: 'Old', holds: 'text', order: 3 }),
  ),
  editOf('e2', 'ann', { do: 'remove-entry', register: 'codebook', id: 'old' }),
)
const fieldsOf = (of: typeof state) => ownFieldsOf(readRegister(scopeIn(of, 'codebook')))

function valuesAfter(fields: { readonly [name: string]: Json }, of = state) {
  const stated = afterEdits(of, editOf('f1', 'ann', { do: 'set-fact', document: 'd', fields }))
  const facts = entryIn(scopeIn(stated, 'document:d'), entryKey('fact', ''))
  return ownTexts(storedValues(facts), fieldsOf(stated))
}

describe('own fields', () => {
  it('are the living entries of the codebook in their order, choices by name', () => {
    expect(fieldsOf(state).map(({ name, choices }) => [name, choices.map(choice => choice.name)])).toEqual([
      ['Reach', []],
      ['Beat', ['Defence', 'Energy']],
    ])
  })

  it('have values per document; a choice goes by its name, renamed or removed', () => {
    const set = { 'field.beat': 'c1', 'field.reach': 12.5, 'field.old': 'x' }
    expect(valuesAfter(set)).toEqual(['Reach: 12.5', 'Beat: Energy'])
    const change = (value: Json) =>
      afterEdits(
        state,
        editOf('e3', 'ann', { do: 'change-entry', register: 'codebook', id: 'beat', fields: { 'choices.c1': value } }),
      )
    expect(valuesAfter(set, change('Power'))).toEqual(['Reach: 12.5', 'Beat: Power'])
    expect(valuesAfter(set, change(null))).toEqual(['Reach: 12.5'])
    expect(valuesAfter({ ...set, 'field.beat': null })).toEqual(['Reach: 12.5'])
  })

  test.each([
    ['number', ' -3.50 ', -3.5],
    ['number', '3,5', undefined],
    ['number', 'many', undefined],
    ['date', '2018-05-01', '2018-05-01'],
    ['date', '2018-02-30', undefined],
    ['text', ' two words ', 'two words'],
    ['text', '  ', null],
    ['choice', 'c1', 'c1'],
    ['choice', 'Energy', undefined],
  ] as const)('of %s read %j as %j', (holds, typed, value) => {
    expect(readOwnValue({ holds, choices: [{ id: 'c1', name: 'Energy' }] }, typed)).toBe(value)
  })
})
