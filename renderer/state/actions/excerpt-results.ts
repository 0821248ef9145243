import { resultWords } from '../../features/excerpts/excerpt-words'
import type { AppState } from '../app-state'
import { type ExcerptsState, startExcerpts, withPage } from '../excerpt-state'
import type { Machine } from '../machine'
import type { Store } from '../store'

/** Brings the rows of the table from the machine and keeps them true. */
export interface ExcerptResults {
  /** Asks again with the filter and order of the state; `announce`: says how many there are. */
  refresh(announce: boolean): void
  /** Asks for the first rows, where none have come yet, so that they are there when the table is first shown. */
  prepare(): void
  /** Rows that are about to be seen, by place, both within. */
  need(first: number, last: number): void
  /** Brings all values of the facets from now on. */
  wantAllValues(): void
}

/** Chunks that a new result brings at most. */
const most = 3
/** Values of a facet that are asked for at first: as many as are seen and unfolded once. */
const firstValues = 48
/** Rows asked for at a time: as many as a view has with those drawn around it. */
const chunk = 40
/** Rows before and after those that are about to be seen, which are asked for as well. */
const ahead = chunk / 2
/** How long typing rests before the count is said, in milliseconds. */
const rest = 600

/** `onResult`: the first rows, the count and the facets have come anew. */
export function createExcerptResults(store: Store<AppState>, machine: Machine, onResult: () => void): ExcerptResults {
  let seen = { first: 0, last: 0 }
  let running = false
  let again = false
  let announcing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Chunks on their way, of the result that is shown. */
  let awaited = new Set<number>()

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
        awaited = new Set()
        change(excerpts => withPage(excerpts, answer.value, from))
        onResult()
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
    const { result, rows, active } = store.get().excerpts
    if (result === undefined || running) return
    const begin = Math.floor(Math.max(0, seen.first - ahead) / chunk)
    const end = Math.floor(Math.min(last + ahead, result.total - 1) / chunk)
    const wanted = new Set(Array.from({ length: end - begin + 1 }, (_, n) => begin + n))
    // The row at hand is in the page wherever it is.
    if (active < result.total) wanted.add(Math.floor(active / chunk))
    for (const n of wanted) if (!rows.has(n * chunk) && !awaited.has(n)) void bring(n)
  }

  async function bring(n: number): Promise<void> {
    const of = awaited
    of.add(n)
    const { filter, sort } = store.get().excerpts
    const query = { filter, sort, from: n * chunk, count: chunk, rowsOnly: true }
    const answer = await machine.call('excerpts.query', query)
    of.delete(n)
    if (of === awaited && answer.ok) change(excerpts => withPage(excerpts, answer.value, n * chunk))
  }

  function change(to: (excerpts: ExcerptsState) => ExcerptsState): void {
    store.set(state => ({ ...state, excerpts: to(state.excerpts) }))
  }

  function wantAllValues(): void {
    change(excerpts => ({ ...excerpts, allValues: true }))
    refresh(false)
  }

  function prepare(): void {
    if (store.get().excerpts.result === undefined) refresh(false)
  }

  watch(store, refresh)
  return { refresh, prepare, need, wantAllValues }
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
