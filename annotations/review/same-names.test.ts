import { expect, test } from 'vitest'
import { readRegister } from '../changes/resolve'
import type { Act } from '../edit/edit'
import { afterEdits, editOf, scopeIn, workspaceWith } from '../testing/build'
import { actsOfSameNames, sameNames } from './same-names'

const add = (register: 'codebook' | 'speakers', type: string, id: string, fields: { [field: string]: string | true }) =>
  ({ do: 'add-entry', register, type, id, fields }) as unknown as Act

const both = afterEdits(
  workspaceWith(),
  editOf(
    'e1',
    'ann',
    add('codebook', 'tag', 'a-law', { name: 'legal' }),
    add('codebook', 'tag', 'a-enf', { name: 'enforcement', parent: 'a-law' }),
    add('codebook', 'tag', 'a-crit', { name: 'criticism' }),
    add('speakers', 'speaker', 'a-khanna', { name: 'Ro Khanna', 'aliases.Rep. Khanna': true }),
  ),
  editOf(
    'e2',
    'bo',
    add('codebook', 'tag', 'b-law', { name: 'Legal' }),
    add('codebook', 'tag', 'b-enf', { name: 'enforcement', parent: 'b-law' }),
    add('codebook', 'tag', 'b-crit', { name: 'criticisms' }),
    add('codebook', 'tag', 'b-top', { name: 'Enforcement' }),
    add('speakers', 'speaker', 'b-khanna', { name: 'rep. khanna' }),
  ),
)
const told = (state: typeof both, colleague = 'bo') =>
  sameNames(state, colleague).map(({ theirs, ours, name }) => [theirs, ours, name])

test('tags of one path, and speakers of one name or alias, are paired; what is only near is not', () => {
  expect(told(both)).toEqual([
    ['b-enf', 'a-enf', 'Legal / enforcement'],
    ['b-law', 'a-law', 'Legal'],
    ['b-khanna', 'a-khanna', 'rep. khanna'],
  ])
  expect(told(both, 'ann').map(([theirs]) => theirs)).toEqual(['a-enf', 'a-law', 'a-khanna'])
  expect(told(both, 'nobody')).toEqual([])
})

test('made one, readers see ours for theirs, there is nothing to pair any more, and undo parts them again', () => {
  const united = afterEdits(both, editOf('e3', 'ann', ...actsOfSameNames(sameNames(both, 'bo'))))
  const { entries } = readRegister(scopeIn(united, 'codebook'))
  expect(['b-law', 'b-enf', 'b-crit'].map(id => entries.get(id)?.resolved)).toEqual(['a-law', 'a-enf', 'b-crit'])
  expect(told(united)).toEqual([])
  expect(united.scopes.get('codebook')?.journals.get('bo')).toBe(both.scopes.get('codebook')?.journals.get('bo'))
  const parted = afterEdits(united, editOf('e4', 'ann', { do: 'undo', edit: 'e3', scopes: ['codebook', 'speakers'] }))
  expect(told(parted)).toEqual(told(both))
})
