import { scopeRev, type WorkspaceState } from '#annotations/changes/journal'
import type { Act, Edit } from '#annotations/edit/edit'
import type { EditId } from '#annotations/model/ids'
import { type Problem, problem } from '#annotations/model/result'
import { readJournal } from '#annotations/workspace/journal-file'
import type { EditAnswer } from '#app/contract/calls'
import type { JournalText } from '#app/contract/values'
import type { AppState } from './app-state'
import type { Machine } from './machine'
import { acknowledge, enqueue, refuse, replaceLast, type ScopedJournal } from './pending-edits'
import type { Store } from './store'

/** How the window does edits: at once on the screen, then on the disk. */
export interface Saving {
  /**
   * Does the acts as one edit; `false` where they were refused. A gesture repeated within a moment stays one edit. `why`:
   * the person's reason, kept in the history.
   */
  dispatch(acts: readonly Act[], gesture?: string, why?: string): boolean
  /** Sends what is held back, and resolves when nothing is pending or saving failed. */
  flush(): Promise<void>
  retry(): void
  /** Work that the machine does and writes by itself: until it has answered the window says that it saves, and does not close. */
  during<T>(work: () => Promise<T>): Promise<T>
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

/** How long after a failure saving is tried again by itself, in milliseconds. */
export const retryRest = 5_000

/** Codes of what was not done; with any other the edit stands and waits for the disk. */
export const refusals: ReadonlySet<string> = new Set([
  'unknown-annotation',
  'unknown-entry',
  'unknown-review',
  'own-annotation',
  'unknown-revision',
  'unknown-review',
  'own-annotation',
  'known-id',
  'not-mine',
  'empty-target',
  'outside-text',
  'cuts-character',
  'wrong-kind',
  'wrong-value',
  'control-character',
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
  let again: number | undefined
  /** Edits that the machine has not answered yet. */
  const asked = new Set<EditId>()
  /** Work of the machine that is under way. */
  let elsewhere = 0

  function dispatch(acts: readonly Act[], gesture?: string, why?: string): boolean {
    const by = store.get().info?.annotator?.id
    if (by === undefined || acts.length === 0) return false
    if (store.get().opening) return noticed({ code: 'opening' })
    const continues = gesture !== undefined && held?.gesture === gesture
    if (!continues) sendHeld()
    const before = store.get().queue
    const edit: Edit = {
      id: continues && held ? held.edit.id : ports.nextId(),
      at: ports.now().toISOString(),
      by,
      acts,
      codebook: codebookSeen(before.current, acts),
      ...(why === undefined || why === '' ? {} : { why }),
    }
    const queued = continues ? replaceLast(before, edit) : enqueue(before, edit)
    if (!queued.ok) return noticed(queued.error)
    if (continues && held) ports.clearTimer(held.timer)
    if (queued.value === before) return true
    const wide = acts.some(act => act.do === 'undo') ? 1 : 0
    store.set(state => ({
      ...state,
      queue: queued.value,
      wideEdits: state.wideEdits + wide,
      save: { is: 'saving' },
      notice: undefined,
      told: undefined,
    }))
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
      store.set(state => (isAtRest(state.queue) ? { ...state, save: { is: 'saved', at: ports.now() } } : state))
      settle()
      return
    }
    asked.add(edit.id)
    void ports.machine
      .call('edit.apply', { edit, base })
      .catch(() => problem('io'))
      .then(answer => {
        asked.delete(edit.id)
        if (answer.ok) onSaved(edit, answer.value)
        else onFailed(edit, answer.error)
      })
  }

  /** Sends what waits for the disk and is not on its way: it failed before, and the machine does again what it is asked. */
  function sendLeft(): void {
    for (const { edit, settled } of store.get().queue.pending) {
      if (!settled && !asked.has(edit.id) && edit.id !== held?.edit.id) send(edit)
    }
  }

  function onSaved(edit: Edit, answer: EditAnswer): void {
    store.set(state => {
      const queue = acknowledge(state.queue, edit.id, readJournals(answer.journals))
      const save = isAtRest(queue) ? { is: 'saved' as const, at: ports.now() } : state.save
      return { ...state, queue, save }
    })
    sendLeft()
    settle()
  }

  function onFailed(edit: Edit, reason: Problem): void {
    if (!refusals.has(reason.code)) {
      store.set(state => ({ ...state, save: { is: 'failed', problem: reason } }))
      tryLater()
      return settle()
    }
    store.set(state => {
      const queue = refuse(state.queue, edit.id)
      const save = isAtRest(queue) ? { is: 'saved' as const, at: ports.now() } : state.save
      return { ...state, queue, save, notice: { tone: 'problem', problem: reason } }
    })
    sendLeft()
    settle()
  }

  function noticed(reason: Problem): false {
    store.set(state => ({ ...state, notice: { tone: 'problem', problem: reason } }))
    return false
  }

  /** By itself and without a word: what was full or unplugged may be back. */
  function tryLater(): void {
    if (again !== undefined) return
    again = ports.setTimer(() => {
      again = undefined
      if (store.get().queue.pending.length > 0) sendLeft()
      else if (store.get().save.is === 'failed') void askToRetry()
    }, retryRest)
  }

  function retry(): void {
    sendHeld()
    if (store.get().queue.pending.length === 0) return void retryElsewhere()
    store.set(state => ({ ...state, save: { is: 'saving' } }))
    sendLeft()
  }

  /** What the machine made itself, such as a change of many excerpts, waits there for the disk. */
  async function retryElsewhere(): Promise<void> {
    if (store.get().save.is !== 'failed') return
    store.set(state => ({ ...state, save: { is: 'saving' } }))
    await askToRetry()
  }

  async function askToRetry(): Promise<void> {
    const answer = await ports.machine.call('edit.retry', {})
    const save: AppState['save'] = answer.ok
      ? { is: 'saved', at: ports.now() }
      : { is: 'failed', problem: answer.error }
    store.set(state => ({ ...state, save }))
    if (!answer.ok) tryLater()
  }

  function settle(): void {
    const { queue, save } = store.get()
    if (!isAtRest(queue) && save.is !== 'failed') return
    const done = waiting
    waiting = []
    for (const resolve of done) resolve()
  }

  function flush(): Promise<void> {
    sendHeld()
    if (isAtRest(store.get().queue)) return Promise.resolve()
    const saved = new Promise<void>(resolve => {
      waiting.push(resolve)
    })
    if (store.get().save.is === 'failed') retry()
    return saved
  }

  function isAtRest({ pending }: AppState['queue']): boolean {
    return pending.length === 0 && elsewhere === 0
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    elsewhere += 1
    store.set(state => (state.save.is === 'failed' ? state : { ...state, save: { is: 'saving' } }))
    try {
      return await work()
    } finally {
      elsewhere -= 1
      store.set(state =>
        state.save.is === 'saving' && isAtRest(state.queue)
          ? { ...state, save: { is: 'saved', at: ports.now() } }
          : state,
      )
      settle()
    }
  }

  return { dispatch, flush, retry, during }
}

/** The rev that the codebook has once the acts are done. */
function codebookSeen({ scopes }: WorkspaceState, acts: readonly Act[]): number {
  const rev = scopeRev(scopes.get('codebook'))
  return acts.some(act => 'register' in act && act.register === 'codebook') ? rev + 1 : rev
}

/** Journals as the machine sends them; one that cannot be read is left out, the machine has named it already. */
export function readJournals(texts: readonly JournalText[]): ScopedJournal[] {
  return texts.flatMap(({ scope, text }) => {
    const read = readJournal(text)
    return read.ok ? [{ scope, journal: read.value.journal }] : []
  })
}
