import { beforeEach, describe, expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { annotationIn, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import type { Machine } from './machine'
import { startQueue } from './pending-edits'
import { createSaving, type Saving } from './saving'
import { createStore, type Store } from './store'

const text = revisionOf('The coalition said that it would return.')

interface Sent {
  readonly request: { readonly edit: { readonly id: string; readonly acts: readonly Act[] } }
  answer(
    outcome:
      | { readonly ok: true; readonly value: unknown }
      | { readonly ok: false; readonly error: { readonly code: string } },
  ): void
}

let sent: Sent[]
let timers: Map<number, () => void>
let store: Store<AppState>
let saving: Saving

const saved = { ok: true as const, value: { revs: {}, journals: [] } }
const tick = () => new Promise<void>(done => queueMicrotask(() => queueMicrotask(done)))

beforeEach(() => {
  sent = []
  timers = new Map()
  store = createStore<AppState>({
    ...initialState,
    info: {
      version: '0',
      platform: 'linux',
      theme: 'light',
      preferences: {},
      recent: [],
      files: [],
      annotator: { id: 'ann', name: 'Ann' },
    },
    queue: startQueue(workspaceWith(text)),
  })
  const machine = {
    call: (_name: string, request: Sent['request']) => new Promise(answer => sent.push({ request, answer })),
  } as unknown as Machine
  let made = 0
  let timer = 0
  saving = createSaving(store, {
    machine,
    now: () => new Date('2026-05-01T09:30:00.000Z'),
    nextId: () => {
      made += 1
      return `e${made}`
    },
    setTimer: callback => {
      timer += 1
      timers.set(timer, callback)
      return timer
    },
    clearTimer: id => void timers.delete(id),
  })
})

const create: Act = {
  do: 'create',
  document: 'd',
  annotation: 'a',
  kind: 'note',
  revision: text.id,
  segments: [{ part: 'content', start: 0, end: 13 }],
}
const note = (words: string): Act => ({ do: 'set-note', document: 'd', annotation: 'a', note: words })
const shown = () => annotationIn(store.get().queue.current, 'ann', 'a')

describe('the save state', () => {
  test('is saving until the machine has the edit on disk, and saved then', async () => {
    saving.dispatch([create])
    expect(store.get().save.is).toBe('saving')
    sent[0]?.answer(saved)
    await tick()
    expect(store.get().save.is).toBe('saved')
  })

  test('stays saving while a later edit is on its way', async () => {
    saving.dispatch([create])
    saving.dispatch([note('x')])
    sent[0]?.answer(saved)
    await tick()
    expect(store.get().save.is).toBe('saving')
    sent[1]?.answer(saved)
    await tick()
    expect(store.get().save.is).toBe('saved')
  })

  test('says what failed, keeps the edit, and sends it again', async () => {
    saving.dispatch([create])
    sent[0]?.answer({ ok: false, error: { code: 'disk-full' } })
    await tick()
    expect(store.get().save).toEqual({ is: 'failed', problem: { code: 'disk-full' } })
    expect(shown()?.kind).toBe('note')
    saving.retry()
    expect(store.get().save.is).toBe('saving')
    expect(sent[1]?.request.edit.id).toBe(sent[0]?.request.edit.id)
    sent[1]?.answer(saved)
    await tick()
    expect(store.get().save.is).toBe('saved')
    expect(store.get().queue.pending).toEqual([])
  })

  test('tries what failed again by itself, without a word, until it is on disk', async () => {
    saving.dispatch([create])
    const failed = { is: 'failed', problem: { code: 'disk-full' } }
    for (let n = 0; n < 3; n += 1) {
      sent[n]?.answer({ ok: false, error: { code: 'disk-full' } })
      await tick()
      expect([timers.size, store.get().save]).toEqual([1, failed])
      const [timer = 0] = timers.keys()
      timers.get(timer)?.()
      timers.delete(timer)
      expect([sent.length, store.get().save]).toEqual([n + 2, failed])
    }
    sent[3]?.answer(saved)
    await tick()
    expect([store.get().save.is, timers.size, sent.length]).toEqual(['saved', 0, 4])
  })

  test('a refused edit drops out with its reason, and nothing is left to save', async () => {
    saving.dispatch([create])
    sent[0]?.answer({ ok: false, error: { code: 'not-mine' } })
    await tick()
    expect(shown()).toBeUndefined()
    expect(store.get().notice?.problem?.code).toBe('not-mine')
    expect(store.get().save.is).toBe('saved')
  })

  test('an edit that is refused here changes nothing and says why', () => {
    expect(saving.dispatch([note('x')])).toBe(false)
    expect(sent).toEqual([])
    expect(store.get().notice?.problem?.code).toBe('unknown-annotation')
  })
})

describe('a gesture', () => {
  test('that goes on is one edit, sent when it rests', async () => {
    saving.dispatch([create])
    sent[0]?.answer(saved)
    await tick()
    saving.dispatch([note('x')], 'note:a')
    saving.dispatch([note('xy')], 'note:a')
    saving.dispatch([note('xyz')], 'note:a')
    expect(sent).toHaveLength(1)
    expect(shown()?.note).toBe('xyz')
    expect(store.get().save.is).toBe('saving')
    expect(timers.size).toBe(1)
    for (const callback of [...timers.values()]) callback()
    expect(sent.map(({ request }) => request.edit.acts)).toEqual([[create], [note('xyz')]])
  })

  test('is sent before another edit is', () => {
    saving.dispatch([create])
    saving.dispatch([note('x')], 'note:a')
    saving.dispatch([{ do: 'remove', document: 'd', annotation: 'a' }])
    expect(sent.map(({ request }) => request.edit.acts[0]?.do)).toEqual(['create', 'set-note', 'remove'])
  })

  test('that comes back to where it began leaves nothing to save', async () => {
    saving.dispatch([create])
    sent[0]?.answer(saved)
    await tick()
    saving.dispatch([note('x')], 'note:a')
    saving.dispatch([note('')], 'note:a')
    for (const callback of [...timers.values()]) callback()
    expect(sent).toHaveLength(1)
    expect(store.get().save.is).toBe('saved')
  })
})

describe('flush', () => {
  test('sends what is held back and waits for it', async () => {
    saving.dispatch([create])
    saving.dispatch([note('x')], 'note:a')
    let done = false
    const flushed = saving.flush().then(() => {
      done = true
    })
    expect(sent).toHaveLength(2)
    sent[0]?.answer(saved)
    await tick()
    expect(done).toBe(false)
    sent[1]?.answer(saved)
    await flushed
    expect(store.get().queue.pending).toEqual([])
  })

  test('does not wait for ever where saving failed', async () => {
    saving.dispatch([create])
    const flushed = saving.flush()
    sent[0]?.answer({ ok: false, error: { code: 'disk-full' } })
    await flushed
    expect(store.get().save.is).toBe('failed')
  })
})

describe('work that the machine does and writes by itself', () => {
  function work() {
    let end: (outcome: 'done' | 'broken') => void = () => undefined
    const ended = new Promise<string>((done, fail) => {
      end = outcome => (outcome === 'done' ? done('done') : fail(new Error('broken')))
    })
    return { done: saving.during(() => ended), end }
  }

  test('is told as saving until it has ended, also where an edit is saved meanwhile, and closing waits for it', async () => {
    const { done, end } = work()
    expect(store.get().save).toEqual({ is: 'saving' })
    saving.dispatch([create])
    sent[0]?.answer(saved)
    await tick()
    expect(store.get().save).toEqual({ is: 'saving' })
    let flushed = false
    const flushing = saving.flush().then(() => {
      flushed = true
    })
    await tick()
    expect(flushed).toBe(false)
    end('done')
    expect(await done).toBe('done')
    await flushing
    expect(store.get().save).toMatchObject({ is: 'saved' })
  })

  test('where it breaks down, nothing is said to be saving for good', async () => {
    const { done, end } = work()
    end('broken')
    await expect(done).rejects.toThrow('broken')
    expect(store.get().save).toMatchObject({ is: 'saved' })
  })

  test('a failure that is told before stays told', async () => {
    store.set(state => ({ ...state, save: { is: 'failed', problem: { code: 'io' } } }))
    const { done, end } = work()
    end('done')
    await done
    expect(store.get().save).toMatchObject({ is: 'failed' })
  })
})
