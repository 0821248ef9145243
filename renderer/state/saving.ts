import type { Act, Edit } from '#annotations/edit/edit'
import type { Problem } from '#annotations/model/result'
import { readJournal } from '#annotations/workspace/journal-file'
import type { EditAnswer } from '#app/contract/calls'
import type { JournalText } from '#app/contract/values'
import type { AppState } from './app-state'
import type { Machine } from './machine'
import { acknowledge, enqueue, refuse, replaceLast, type ScopedJournal } from './pending-edits'
import type { Store } from './store'

/** How the window does edits: at once on the screen, then on the disk. */
export interface Saving {
  /** Does the acts as one edit; `false` where they were refused. A gesture repeated within a moment stays one edit. */
  dispatch(acts: readonly Act[], gesture?: string): boolean
  /** Sends what is held back, and resolves when nothing is pending or saving failed. */
  flush(): Promise<void>
  retry(): void
}

export interface SavingPorts {
  readonly machine: Machine
  readonly now: () => Date
  readonly nextId: () => string
  readonly setTimer: (callback: () => void, milliseconds: number) => number
  readonly clearTimer: (timer: number) => void
}

/** How long a gesture waits for its continuation before it is sent, in milliseconds. */
export const gestureRest = 400

/** Codes of what was not done; with any other the edit stands and waits for the disk. */
export const refusals: ReadonlySet<string> = new Set([
  'unknown-annotation',
  'unknown-entry',
  'unknown-revision',
  'known-id',
  'not-mine',
  'empty-target',
  'outside-text',
  'cuts-character',
  'wrong-kind',
  'wrong-value',
  'ring',
  'newer-version',
  'nothing-to-undo',
  'changed-since',
  'malformed-message',
  'read-only',
])

export function createSaving(store: Store<AppState>, ports: SavingPorts): Saving {
  let held: { readonly gesture: string; readonly edit: Edit; readonly timer: number } | undefined
  let waiting: (() => void)[] = []

  function dispatch(acts: readonly Act[], gesture?: string): boolean {
    const by = store.get().info?.annotator?.id
    if (by === undefined || acts.length === 0) return false
    const continues = gesture !== undefined && held?.gesture === gesture
    if (!continues) sendHeld()
    const edit: Edit = {
      id: continues && held ? held.edit.id : ports.nextId(),
      at: ports.now().toISOString(),
      by,
      acts,
    }
    const before = store.get().queue
    const queued = continues ? replaceLast(before, edit) : enqueue(before, edit)
    if (!queued.ok) return noticed(queued.error)
    if (continues && held) ports.clearTimer(held.timer)
    if (queued.value === before) return true
    store.set(state => ({ ...state, queue: queued.value, save: { is: 'saving' }, notice: undefined }))
    if (gesture === undefined) send(edit)
    else held = { gesture, edit, timer: ports.setTimer(sendHeld, gestureRest) }
    return true
  }

  function sendHeld(): void {
    if (held === undefined) return
    const { edit, timer } = held
    ports.clearTimer(timer)
    held = undefined
    send(edit)
  }

  function send(edit: Edit): void {
    const base = store.get().queue.pending.find(item => item.edit.id === edit.id)?.base
    if (base === undefined) {
      // The gesture came back to where it began: there is nothing to write.
      store.set(state =>
        state.queue.pending.length > 0 ? state : { ...state, save: { is: 'saved', at: ports.now() } },
      )
      settle()
      return
    }
    void ports.machine.call('edit.apply', { edit, base }).then(
      answer => (answer.ok ? onSaved(edit, answer.value) : onFailed(edit, answer.error)),
      () => onFailed(edit, { code: 'io' }),
    )
  }

  function onSaved(edit: Edit, answer: EditAnswer): void {
    store.set(state => {
      const queue = acknowledge(state.queue, edit.id, readJournals(answer.journals))
      const save = queue.pending.length === 0 ? { is: 'saved' as const, at: ports.now() } : state.save
      return { ...state, queue, save }
    })
    settle()
  }

  function onFailed(edit: Edit, problem: Problem): void {
    const dropped = refusals.has(problem.code)
    store.set(state => ({
      ...state,
      queue: dropped ? refuse(state.queue, edit.id) : state.queue,
      save: dropped ? savedUnlessPending(state) : { is: 'failed', problem },
      notice: dropped ? { tone: 'problem', problem } : state.notice,
    }))
    settle()
  }

  function savedUnlessPending(state: AppState): AppState['save'] {
    return state.queue.pending.length > 1 ? state.save : { is: 'saved', at: ports.now() }
  }

  function noticed(problem: Problem): false {
    store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
    return false
  }

  function retry(): void {
    const { pending } = store.get().queue
    if (pending.length === 0) return void retryElsewhere()
    store.set(state => ({ ...state, save: { is: 'saving' } }))
    for (const { edit } of pending) send(edit)
  }

  /** What the machine made itself, such as a change of many excerpts, waits there for the disk. */
  async function retryElsewhere(): Promise<void> {
    if (store.get().save.is !== 'failed') return
    store.set(state => ({ ...state, save: { is: 'saving' } }))
    const answer = await ports.machine.call('edit.retry', {})
    const save: AppState['save'] = answer.ok
      ? { is: 'saved', at: ports.now() }
      : { is: 'failed', problem: answer.error }
    store.set(state => ({ ...state, save }))
  }

  function settle(): void {
    const { queue, save } = store.get()
    if (queue.pending.length > 0 && save.is !== 'failed') return
    const done = waiting
    waiting = []
    for (const resolve of done) resolve()
  }

  function flush(): Promise<void> {
    sendHeld()
    if (store.get().queue.pending.length === 0) return Promise.resolve()
    const saved = new Promise<void>(resolve => {
      waiting.push(resolve)
    })
    if (store.get().save.is === 'failed') retry()
    return saved
  }

  return { dispatch, flush, retry }
}

/** Journals as the machine sends them; one that cannot be read is left out, the machine has named it already. */
export function readJournals(texts: readonly JournalText[]): ScopedJournal[] {
  return texts.flatMap(({ scope, text }) => {
    const read = readJournal(text)
    return read.ok ? [{ scope, journal: read.value.journal }] : []
  })
}
