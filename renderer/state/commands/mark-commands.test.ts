import { expect, test } from 'vitest'
import { type AppState, initialState } from '../app-state'
import { commandNamed } from '../commands'
import { createStore } from '../store'
import type { CommandPorts } from './command'

/** What has the wish for the focus after N, where marking makes this annotation. */
function focusAfterNote(made: string | undefined, preferences: object): string | undefined {
  const info = { preferences } as unknown as AppState['info']
  const store = createStore<AppState>({ ...initialState, info, active: made ?? null })
  const ports = { store, marks: { mark: () => made }, panes: { showInspector: () => undefined } }
  commandNamed('mark-note')?.run(ports as unknown as CommandPorts)
  return store.get().focusField?.name
}

test('who marks a note writes it next, unless that is switched off or nothing was marked', () => {
  expect(focusAfterNote('n', {})).toBe('note')
  expect(focusAfterNote('n', { noteAfterMark: true })).toBe('note')
  expect(focusAfterNote('n', { noteAfterMark: false })).toBeUndefined()
  expect(focusAfterNote(undefined, {})).toBeUndefined()
})
