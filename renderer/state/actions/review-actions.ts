import type { Act } from '#annotations/edit/edit'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Difference, DifferenceType } from '#annotations/review/differences'
import { typeWords } from '../../features/review/review-words'
import { firstWords } from '../../features/words/first-words'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import { actsOfDecision, actsOfTakeOver, answerable, type Said } from '../review-acts'
import { type CaseFilter, initialReview, type ReviewState, sidesShown } from '../review-state'
import { colleagueOf, currentCase, listedCases, openCases } from '../review-view'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'
import type { TrailNotes } from './trail-actions'

/** What a person does with a colleague's work. */
export interface ReviewActions {
  show(): void
  /** Looks at another colleague's work. */
  choose(theirs: AnnotatorId): void
  /** Looks at another's work at the same time, or no longer. */
  toggle(colleague: AnnotatorId): void
  openDocument(id: DocumentId): Promise<void>
  /** Makes a case the current one and brings it into view. */
  go(key: string): void
  /** The next (1) or previous (-1) case of the list, wrapping round. */
  step(by: 1 | -1): void
  filterBy(filter: CaseFilter): void
  /** Of the colleague whose figures are shown, the first case of one of these types for which something waits, else the first. */
  goToFirst(types: readonly DifferenceType[]): void
  /** Of the active mark of the text its case. */
  goToMark(annotation: string): void
  toggleBlind(): void
  /** Yours and theirs, yours alone, theirs alone. */
  turnSides(): void
  /** Decides the current case and goes to the next one for which something waits. A dispute asks for its reason first. */
  decide(decision: 'agree' | 'dispute' | 'neither' | 'propose', text?: string): void
  /** Begins or leaves off writing about the current case. */
  write(writing: ReviewState['writing']): void
  reply(text: string): void
  /** Settles an open decision about the current case, or opens it again. */
  settle(review: string, as: 'resolve' | 'reopen'): void
  /** Makes what the colleague has, or proposes, one's own. */
  takeOver(): void
  withdraw(review: string): void
}

export interface ReviewPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly open: OpenActions
  readonly notes: TrailNotes
  readonly nextId: () => string
}

export function createReviewActions(ports: ReviewPorts): ReviewActions {
  const { store, machine, saving, open, notes, nextId } = ports
  const change = (to: Partial<ReviewState>) => store.set(state => ({ ...state, review: { ...state.review, ...to } }))
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  const refresh = createOverview(store, machine)

  function show(): void {
    if (store.get().workspace === undefined) return
    store.set(state => (state.view === 'review' ? state : { ...notes.leave(state), view: 'review' }))
    refresh()
  }

  function go(key: string): void {
    const found = listedCases(store.get()).find(one => one.key === key)
    if (found === undefined) return
    const place = (found.mine ?? found.theirs)?.content[0]
    store.set(state => ({
      ...state,
      active: (found.theirs ?? found.mine)?.id ?? null,
      review: { ...state.review, current: key, writing: undefined },
      ...(place === undefined ? {} : { reveal: { range: place } }),
    }))
  }

  function step(by: 1 | -1): void {
    const cases = listedCases(store.get())
    const at = cases.findIndex(({ key }) => key === store.get().review.current)
    const from = at >= 0 ? at : by > 0 ? -1 : cases.length
    const next = cases[(from + by + cases.length) % cases.length]
    if (next === undefined) return announce('There is no difference here.')
    go(next.key)
    announce(spoken(next, cases.indexOf(next), cases.length))
  }

  /** Does what was decided, and goes on from where the case was. */
  function act(said: Said | undefined, goOn: boolean): void {
    const state = store.get()
    const at = listedCases(state).findIndex(({ key }) => key === state.review.current)
    if (said === undefined) return announce('That cannot be said of this case.')
    if (said.acts.length > 0 && !saving.dispatch(said.acts)) return
    change({ writing: undefined })
    const next = nextCase(listedCases(store.get()), at, goOn ? undefined : state.review.current)
    if (next === undefined) {
      store.set(now => ({ ...now, active: null, review: { ...now.review, current: undefined } }))
      return announce(`${said.words} Nothing is left to decide here.`)
    }
    go(next.key)
    announce(goOn ? `${said.words} Next: ${spoken(next)}` : said.words)
  }

  const withCase = (make: (state: AppState, current: Difference) => Said | undefined, goOn = true) => {
    const state = store.get()
    const current = currentCase(state)
    if (current === undefined) return announce('Choose a case first: J goes to the next one.')
    act(make(state, current), goOn)
  }

  return {
    show,
    choose: theirs => {
      const { also } = store.get().review
      change({ theirs, also: also.filter(id => id !== theirs), current: undefined, writing: undefined })
      refresh()
    },
    toggle: colleague => {
      const { also } = store.get().review
      const without = also.filter(id => id !== colleague)
      change({
        also: without.length < also.length ? without : [...also, colleague],
        current: undefined,
        writing: undefined,
      })
      refresh()
    },
    openDocument: async id => {
      change({ current: undefined, writing: undefined })
      await open.openDocument(id, undefined, 'review')
    },
    go,
    step,
    filterBy: filter => change({ filter, current: undefined, writing: undefined }),
    goToFirst: types => {
      change({ filter: 'all', writing: undefined })
      const first = colleagueOf(store.get())
      const fitting = listedCases(store.get()).filter(one => one.with === first && types.includes(one.type))
      const wanted = fitting.find(({ settled }) => !settled) ?? fitting[0]
      if (wanted !== undefined) go(wanted.key)
    },
    goToMark: annotation => {
      const found = openCases(store.get()).find(
        ({ mine, theirs }) => mine?.id === annotation || theirs?.id === annotation,
      )
      if (found !== undefined) go(found.key)
    },
    toggleBlind: () => {
      const blind = !store.get().review.blind
      change({ blind })
      announce(blind ? 'Names are hidden.' : 'Names are shown.')
    },
    turnSides: () => {
      const shown = sidesShown[(sidesShown.indexOf(store.get().review.shown) + 1) % sidesShown.length] ?? 'both'
      change({ shown })
      announce(
        shown === 'both' ? 'Yours and theirs are shown.' : shown === 'mine' ? 'Yours are shown.' : 'Theirs are shown.',
      )
    },
    decide: (decision, text) => {
      const current = currentCase(store.get())
      const asks = decision === 'dispute' && text === undefined && current !== undefined
      if (asks) change({ writing: 'dispute' })
      else withCase((state, one) => actsOfDecision(state, one, { decision, text, id: nextId() }))
    },
    write: writing => {
      if (currentCase(store.get()) !== undefined) change({ writing })
    },
    reply: text =>
      withCase((state, { thread, mine, theirs }) => {
        const document = state.document?.id
        if (document === undefined) return undefined
        const to = answerable(state, thread)?.id
        const about = (theirs ?? mine)?.id
        const target = to === undefined ? { about: about === undefined ? [] : [about] } : { to }
        return { acts: [{ do: 'reply', document, id: nextId(), text, ...target }], words: 'Answered.' }
      }, false),
    settle: (review, as) =>
      withCase(state => {
        const document = state.document?.id
        if (document === undefined) return undefined
        const settle: Act = { do: 'settle', document, id: nextId(), to: review, as }
        return { acts: [settle], words: as === 'resolve' ? 'Resolved.' : 'Opened again.' }
      }, false),
    takeOver: () => withCase((state, one) => actsOfTakeOver(state, one, nextId)),
    withdraw: review =>
      withCase(state => {
        const document = state.document?.id
        return document === undefined
          ? undefined
          : { acts: [{ do: 'withdraw', document, id: review }], words: 'Taken back.' }
      }, false),
  }
}

/** `stay` where it is still listed; else the next after a place for which something waits, else what stands there now. */
function nextCase(cases: readonly Difference[], at: number, stay: string | undefined): Difference | undefined {
  const same = cases.find(({ key }) => key === stay)
  if (same !== undefined) return same
  const turned = [...cases.slice(at), ...cases.slice(0, Math.max(0, at))]
  return turned.find(({ settled }) => !settled) ?? cases[Math.min(Math.max(0, at), cases.length - 1)]
}

function spoken({ type, mine, theirs }: Difference, at?: number, of?: number): string {
  const one = theirs ?? mine
  const words = firstWords(
    one?.annotation.placements
      .values()
      .next()
      .value?.segments.map(({ exact }) => exact)
      .join(' ') ?? '',
  )
  const place = at === undefined || of === undefined ? '' : `, ${at + 1} of ${of}`
  return `${typeWords[type]}${place}: ${words}`
}

/** Asks the machine how far one is: when the view is shown, and when something changed that it may show. */
function createOverview(store: Store<AppState>, machine: Machine): () => void {
  let running = false
  let again = false
  async function ask(): Promise<void> {
    running = true
    do {
      again = false
      const { theirs, also } = store.get().review
      const workspace = store.get().workspace?.id
      const answer = await machine.call('review.overview', {
        ...(theirs === undefined ? {} : { theirs }),
        also: [...also],
      })
      const now = store.get()
      if (now.workspace?.id !== workspace) continue
      if (now.review.theirs !== theirs || now.review.also !== also) again = true
      else if (answer.ok) store.set(state => ({ ...state, review: { ...state.review, overview: answer.value } }))
      else store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
    } while (again)
    running = false
  }
  function refresh(): void {
    again = running
    if (!running) void ask()
  }
  let before = store.get()
  store.subscribe(() => {
    const now = store.get()
    const then = before
    before = now
    if (now.workspace?.id !== then.workspace?.id) {
      store.set(state => ({ ...state, review: initialReview }))
      if (now.view === 'review' && now.workspace !== undefined) refresh()
    } else if (
      now.view === 'review' &&
      (now.queue.acknowledged !== then.queue.acknowledged || now.documents !== then.documents)
    ) {
      refresh()
    }
  })
  return refresh
}
