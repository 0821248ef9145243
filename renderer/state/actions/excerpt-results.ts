import { resultWords } from '../../features/excerpts/excerpt-words'
import type { AppState } from '../app-state'
import { type ExcerptsState, startExcerpts, withPage } from '../excerpt-state'
import type { Machine } from '../machine'
import type { Store } from '../store'

/** Brings the rows of the table from the machine and keeps them true. */
export interface ExcerptResults {
  /** Asks again with the filter and order of the state; `announce`: says how many there are. */
  refresh(announce: boolean): void
  /** Rows that are about to be seen, by place, both within. */
  need(first: number, last: number): void
  /** Brings all values of the facets from now on. */
  wantAllValues(): void
}

/** Chunks that a new result brings at most. */
const most = 3
/** Values of a facet that are asked for at first: as many as are seen and unfolded once. */
const firstValues = 48
/** Rows asked for at a time, and how long typing rests before the count is said, in milliseconds. */
const chunk = 100
const rest = 600

export function createExcerptResults(store: Store<AppState>, machine: Machine): ExcerptResults {
  let seen = { first: 0, last: 0 }
  let running = false
  let again = false
  let announcing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Chunks that are here or on their way, of the result that is shown. */
  let known = new Set<number>()

  function refresh(announce: boolean): void {
    announcing ||= announce
    again = running
    if (!running) void ask()
  }

  /** One question at a time; what changes meanwhile is asked for afterwards. */
  async function ask(): Promise<void> {
    running = true
    do {
      again = false
      const { filter, sort, allValues } = store.get().excerpts
      const first = Math.floor(seen.first / chunk)
      const last = Math.min(Math.max(first, Math.floor(seen.last / chunk)), first + most - 1)
      const chunks = Array.from({ length: last - first + 1 }, (_, n) => first + n)
      const from = first * chunk
      const shown = { filter, sort, from, count: chunks.length * chunk }
      const answer = await machine.call('excerpts.query', allValues ? shown : { ...shown, values: firstValues })
      const now = store.get().excerpts
      if (now.filter !== filter || now.sort !== sort || now.allValues !== allValues) again = true
      else if (answer.ok) {
        known = new Set(chunks)
        change(excerpts => withPage(excerpts, answer.value, from))
      } else store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
    } while (again)
    running = false
    need(seen.first, seen.last)
    if (announcing) announceLater()
  }

  function announceLater(): void {
    announcing = false
    clearTimeout(timer)
    timer = setTimeout(() => {
      const { result } = store.get().excerpts
      if (result !== undefined) store.set(state => ({ ...state, announcement: { text: resultWords(result) } }))
    }, rest)
  }

  function need(first: number, last: number): void {
    seen = { first: Math.max(0, first), last }
    const { result, filter, sort } = store.get().excerpts
    if (result === undefined || running) return
    const end = Math.min(last, result.total - 1)
    const of = known
    for (let n = Math.floor(seen.first / chunk); n <= Math.floor(end / chunk); n += 1) {
      if (of.has(n)) continue
      of.add(n)
      const query = { filter, sort, from: n * chunk, count: chunk, rowsOnly: true }
      void machine.call('excerpts.query', query).then(answer => {
        if (of !== known || !answer.ok) return
        change(excerpts => withPage(excerpts, answer.value, n * chunk))
      })
    }
  }

  function change(to: (excerpts: ExcerptsState) => ExcerptsState): void {
    store.set(state => ({ ...state, excerpts: to(state.excerpts) }))
  }

  function wantAllValues(): void {
    change(excerpts => ({ ...excerpts, allValues: true }))
    refresh(false)
  }

  watch(store, refresh)
  return { refresh, need, wantAllValues }
}

/** Asks again when something changed that the table may show, and begins anew with another workspace. */
function watch(store: Store<AppState>, refresh: (announce: boolean) => void): void {
  let before = store.get()
  store.subscribe(() => {
    const now = store.get()
    const then = before
    before = now
    if (now.workspace?.id !== then.workspace?.id) {
      store.set(state => ({ ...state, excerpts: startExcerpts(state.info?.preferences) }))
      if (now.view === 'excerpts' && now.workspace !== undefined) refresh(false)
      return
    }
    const changed =
      now.queue.acknowledged !== then.queue.acknowledged || now.documents !== then.documents || now.view !== then.view
    if (changed && now.view === 'excerpts') refresh(false)
  })
}
