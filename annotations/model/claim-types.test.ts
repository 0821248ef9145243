import { expect, test } from 'vitest'
import { readRegister } from '../changes/resolve'
import type { Act } from '../edit/edit'
import { afterEdits, editOf, scopeIn, workspaceWith } from '../testing/build'
import { claimTypeName, claimTypesOf, defaultClaimTypes } from './claim-types'

const add = (id: string, fields: { readonly [field: string]: string | number }): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'claim-type',
  id,
  fields,
})
const codebookAfter = (...acts: readonly Act[]) =>
  readRegister(scopeIn(afterEdits(workspaceWith(), editOf('e1', 'ann', ...acts)), 'codebook'))
const idsAfter = (...acts: readonly Act[]) => claimTypesOf(codebookAfter(...acts)).map(({ id }) => id)
const shipped = defaultClaimTypes.map(({ id }) => id)

test('without statements they are the shipped ones in their order', () => {
  expect(idsAfter()).toEqual(shipped)
})

test('own ones stand where their order says, without one last by name', () => {
  expect(idsAfter(add('zeal', { name: 'Zeal' }), add('aim', { name: 'Aim' }))).toEqual([...shipped, 'aim', 'zeal'])
  expect(idsAfter(add('aim', { name: 'Aim', order: 1.5 })).slice(0, 3)).toEqual(['quantity', 'aim', 'comparison'])
})

test('a shipped one is moved by an order alone, and keeps its name', () => {
  expect(idsAfter(add('other', { order: 0 }))[0]).toBe('other')
  expect(claimTypeName(codebookAfter(add('other', { order: 0 })), 'other')).toBe('Other')
})

test('a shipped one that is removed is not offered, and still named', () => {
  const removal: Act = { do: 'remove-entry', register: 'codebook', id: 'law' }
  expect(idsAfter(add('law', { name: 'Law or rule' }), removal)).not.toContain('law')
  expect(claimTypeName(codebookAfter(add('law', { name: 'Rule' }), removal), 'law')).toBe('Rule')
})
