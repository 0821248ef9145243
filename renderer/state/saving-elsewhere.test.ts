import { expect, test } from 'vitest'
import { type AppState, initialState } from './app-state'
import type { Machine } from './machine'
import { createSaving } from './saving'
import { createStore } from './store'

test('with nothing pending here, retry asks the machine to write what it holds', async () => {
  const store = createStore<AppState>({ ...initialState, save: { is: 'failed', problem: { code: 'disk-full' } } })
  const answers = [
    { ok: false, error: { code: 'io' } },
    { ok: true, value: null },
  ]
  const asked: string[] = []
  const call = async (name: string) => {
    asked.push(name)
    return answers.shift()
  }
  const saving = createSaving(store, {
    machine: { call } as unknown as Machine,
    now: () => new Date('2026-05-01T09:30:00.000Z'),
    nextId: () => 'e1',
    setTimer: () => 0,
    clearTimer: () => undefined,
  })
  const settled = () => new Promise<void>(done => queueMicrotask(() => queueMicrotask(done)))
  saving.retry()
  expect(store.get().save.is).toBe('saving')
  await settled()
  expect(store.get().save).toEqual({ is: 'failed', problem: { code: 'io' } })
  saving.retry()
  await settled()
  expect(store.get().save.is).toBe('saved')
  saving.retry()
  expect(asked).toEqual(['edit.retry', 'edit.retry'])
})
