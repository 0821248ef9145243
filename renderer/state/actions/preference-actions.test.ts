import { expect, test } from 'vitest'
import type { AppInfo, Preferences } from '#app/contract/values'
import { type AppState, initialState } from '../app-state'
import type { Machine } from '../machine'
import { createStore } from '../store'
import { createPreferenceActions } from './preference-actions'

const info: AppInfo = { version: '1', platform: 'linux', theme: 'light', preferences: {}, recent: [], files: [] }

/** Preferences with a machine that answers when it is told to. */
function desk() {
  const store = createStore<AppState>({ ...initialState, info })
  const sent: Preferences[] = []
  const answers: (() => void)[] = []
  const call = (_name: string, { preferences }: { preferences: Preferences }) => {
    sent.push(preferences)
    return new Promise(resolve => answers.push(() => resolve({ ok: true, value: info })))
  }
  const machine = { call } as unknown as Machine
  return { store, sent, answers, actions: createPreferenceActions(store, machine) }
}

test('what is set takes effect before the machine has answered, and members that are not given stay', () => {
  const { store, actions } = desk()
  actions.set({ textSize: 20 })
  actions.set({ singleKeys: false })
  expect(store.get().info?.preferences).toEqual({ textSize: 20, singleKeys: false })
})

test('what is set while a call is under way goes in one call after it', async () => {
  const { sent, answers, actions } = desk()
  actions.set({ textSize: 18 })
  actions.set({ textSize: 19 })
  actions.set({ columnWidth: 90 })
  expect(sent).toEqual([{ textSize: 18 }])
  const done = actions.flush()
  answers[0]?.()
  await expect.poll(() => sent).toEqual([{ textSize: 18 }, { textSize: 19, columnWidth: 90 }])
  answers[1]?.()
  await done
})

test('the size of the text stays within its edges and goes back to the usual one', () => {
  const { store, actions } = desk()
  const size = () => store.get().info?.preferences.textSize
  for (let n = 0; n < 20; n += 1) actions.resizeText(1)
  expect(size()).toBe(24)
  for (let n = 0; n < 20; n += 1) actions.resizeText(-1)
  expect(size()).toBe(15)
  actions.resizeText(null)
  expect(size()).toBe(17)
  expect(store.get().announcement?.text).toBe('Text size 17')
})
