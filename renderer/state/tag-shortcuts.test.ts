import { beforeEach, expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, annotationIn, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { createFieldActions } from './actions/field-actions'
import { toggleTagOfKey } from './tag-keys'
import { type RegisterDesk, registerDesk } from './testing/register-desk'

const text = revisionOf('The coalition said that it would return.')
const tag = (id: string, name: string, shortcut: string | null): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id,
  fields: { name, shortcut },
})
const create: Act = {
  do: 'create',
  document: 'd',
  annotation: 'a',
  kind: 'note',
  revision: text.id,
  segments: [{ part: 'content', start: 0, end: 13 }],
}

let desk: RegisterDesk
const press = (key: string) =>
  toggleTagOfKey({ store: desk.store, fields: createFieldActions(desk.store, desk.saving, () => 'unused') }, key)
const tags = () => [...(annotationIn(desk.store.get().queue.current, 'ann', 'a')?.tags ?? [])]

beforeEach(() => {
  const state = afterEdits(
    workspaceWith(text),
    editOf('e1', 'ann', tag('t', 'threat', '3'), tag('u', 'threats', null), tag('v', 'border', '3'), create),
  )
  desk = registerDesk(state)
  desk.store.set(now => ({ ...now, document: { id: 'd', revision: text.id, revisions: [text] }, active: 'a' }))
})

test('of two tags with one digit the first in the tree is meant', () => {
  expect(press('3')).toBe(true)
  expect(tags()).toEqual(['v'])
  expect(press('3')).toBe(true)
  expect(tags()).toEqual([])
})

test('a tag that was merged into the one of the digit is that tag', () => {
  desk.registers.setShortcut('t', '3')
  desk.saving.dispatch([{ do: 'set-tags', document: 'd', annotation: 'a', add: ['u'] }])
  desk.registers.merge('codebook', 'u', 't')
  expect(press('3')).toBe(true)
  expect(tags()).toEqual([])
})
