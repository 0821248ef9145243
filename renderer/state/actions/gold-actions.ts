import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { GoldAnswer, GoldChange, GoldRow } from '#app/contract/gold-values'
import { counted } from '../../features/words/kind-words'
import type { AppState } from '../app-state'
import type { GoldFilter, GoldState } from '../gold-state'
import { caseOfMark, currentCase, fits, listedCases, type OpenCase, openCases } from '../gold-view'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'

/** Into which gold set: one that is kept, or one of a name. */
export type WantedGold = { readonly id: AnnotatorId } | { readonly name: string }

/** What a person does to make a gold set of several annotators' work. */
export interface GoldActions {
  /** Asks whose work goes into which set. */
  ask(): Promise<void>
  /** Takes in what all say alike, and shows what is left to decide. */
  begin(gold: WantedGold, annotators: readonly AnnotatorId[]): Promise<void>
  /** The same again, after new work has come. */
  again(): Promise<void>
  /** Back to the differences. */
  leave(): void
  openDocument(id: DocumentId): Promise<void>
  go(key: string): void
  /** The next (1) or previous (-1) case of the list, wrapping round. */
  step(by: 1 | -1): void
  goToMark(annotation: AnnotationId): void
  filterBy(filter: GoldFilter): void
  /** Of the current case a member by its place from 0, or nothing; its reason is asked for. Without a choice none is. */
  choose(choice: number | 'nothing' | undefined): void
  /** Decides the current case as chosen, and goes to the next that is not decided. */
  decide(why: string): Promise<void>
  undo(which: 'undo' | 'redo'): Promise<void>
  /** Writes the set's annotations into a file that a dialog asks for. */
  exportList(): Promise<void>
}

export interface GoldPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly open: OpenActions
}

export function createGoldActions({ store, machine, saving, open }: GoldPorts): GoldActions {
  const gold = () => store.get().review.gold
  const change = (to: Partial<GoldState>) =>
    store.set(state =>
      state.review.gold === undefined
        ? state
        : { ...state, review: { ...state.review, gold: { ...state.review.gold, ...to } } },
    )
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))

  async function ask(): Promise<void> {
    await saving.flush()
    const answer = await machine.call('review.people', {})
    if (!answer.ok) return fail(answer.error)
    store.set(state => ({ ...state, dialog: 'gold', review: { ...state.review, people: answer.value } }))
  }

  async function run(wanted: WantedGold, annotators: readonly AnnotatorId[]): Promise<GoldAnswer | undefined> {
    await saving.flush()
    const answer = await saving.during(() =>
      machine.call('gold.run', { gold: { ...wanted }, annotators: [...annotators] }),
    )
    if (answer.ok) return answer.value
    fail(answer.error)
    return undefined
  }

  async function begin(wanted: WantedGold, annotators: readonly AnnotatorId[]): Promise<void> {
    const workspace = store.get().workspace?.id
    const answer = await run(wanted, annotators)
    if (answer === undefined || store.get().workspace?.id !== workspace) return
    const { agreed, ...made } = answer
    const first: GoldState = { ...made, filter: 'open', current: undefined, choice: undefined, busy: false }
    store.set(state => ({
      ...state,
      dialog: undefined,
      view: 'review',
      review: { ...state.review, gold: first, current: undefined, writing: undefined },
    }))
    told(agreed, made.rows)
    const { active } = store.get()
    const here = active === null ? undefined : caseOfMark(store.get(), active)
    if (here !== undefined && fits(here, 'open')) go(here.key)
  }

  async function again(): Promise<void> {
    const now = gold()
    if (now === undefined || now.busy) return
    change({ busy: true })
    const answer = await run(
      { id: now.gold.id },
      now.annotators.map(({ id }) => id),
    )
    if (answer === undefined) return change({ busy: false })
    const { agreed, ...made } = answer
    change({ ...made, busy: false })
    told(agreed, made.rows)
  }

  function told(agreed: number, rows: readonly GoldRow[]): void {
    const open = rows.reduce((sum, row) => sum + row.cases - row.decided, 0)
    const taken =
      agreed === 0 ? 'Nothing new was taken in' : `${counted(agreed, 'case', 'cases')} on which all agree taken in`
    const text = `${taken}; ${open === 0 ? 'nothing is left to decide' : `${counted(open, 'case', 'cases')} to decide`}.`
    store.set(state => ({ ...state, notice: { tone: 'info', text } }))
  }

  function go(key: string): void {
    const found = listedCases(store.get()).find(one => one.key === key)
    if (found === undefined) return
    const first = found.members[0]?.coded
    const place = first?.content[0]
    store.set(state => ({
      ...state,
      active: first?.id ?? null,
      ...(place === undefined ? {} : { reveal: { range: place } }),
    }))
    change({ current: key, choice: undefined })
  }

  function step(by: 1 | -1): void {
    const cases = listedCases(store.get())
    const at = cases.findIndex(({ key }) => key === gold()?.current)
    const from = at >= 0 ? at : by > 0 ? -1 : cases.length
    const next = cases[(from + by + cases.length) % cases.length]
    if (next === undefined) return announce('There is no case here.')
    go(next.key)
    announce(`Case ${cases.indexOf(next) + 1} of ${cases.length}`)
  }

  /** After a decision: the next of the document that is not decided, from where the case was. */
  function goOn(from: OpenCase): void {
    const cases = openCases(store.get())?.cases ?? []
    const others = cases.filter(({ key, state }) => key !== from.key && state !== 'decided')
    const next = others.find(({ n }) => n > from.n) ?? others[0]
    if (next === undefined) {
      store.set(state => ({ ...state, active: null }))
      change({ current: undefined })
      return announce('Decided. Nothing is left to decide here.')
    }
    go(next.key)
    announce('Decided. Next case.')
  }

  function take({ rows }: GoldChange): void {
    const byId = new Map(rows.map(row => [row.document, row]))
    change({ rows: (gold()?.rows ?? []).map(row => byId.get(row.document) ?? row), busy: false })
  }

  /** The gold set as the machine is asked about it; nothing while it is at work. */
  function asked(): { readonly gold: AnnotatorId; readonly annotators: AnnotatorId[] } | undefined {
    const now = gold()
    if (now === undefined || now.busy) return undefined
    return { gold: now.gold.id, annotators: now.annotators.map(({ id }) => id) }
  }

  return {
    ask,
    begin,
    again,
    leave: () => store.set(state => ({ ...state, active: null, review: { ...state.review, gold: undefined } })),
    openDocument: async id => {
      change({ current: undefined, choice: undefined })
      await open.openDocument(id, undefined, 'review')
    },
    go,
    step,
    goToMark: annotation => {
      const found = caseOfMark(store.get(), annotation)
      if (found === undefined) return
      if (!fits(found, gold()?.filter ?? 'all')) change({ filter: 'all' })
      go(found.key)
    },
    filterBy: filter => change({ filter, current: undefined, choice: undefined }),
    choose: wanted => {
      if (wanted === undefined) return change({ choice: undefined })
      const current = currentCase(store.get())
      if (current === undefined) return announce('Choose a case first: J goes to the next one.')
      const choice = wanted === 'nothing' ? wanted : current.members[wanted]?.coded.id
      if (choice === undefined) announce('This case has no such side.')
      else change({ choice })
    },
    async decide(why) {
      const state = store.get()
      const [one, document, request] = [currentCase(state), state.document?.id, asked()]
      const choice = gold()?.choice
      if (one === undefined || document === undefined || choice === undefined || request === undefined) return
      if (why.trim() === '') return
      const members = one.members.map(({ coded }) => coded.id)
      const decision = { members, why, again: true, ...(choice === 'nothing' ? {} : { take: choice }) }
      change({ busy: true })
      const answer = await saving.during(() => machine.call('gold.decide', { ...request, document, decision }))
      if (!answer.ok) {
        change({ busy: false })
        return fail(answer.error)
      }
      take(answer.value)
      change({ choice: undefined })
      goOn(one)
    },
    async undo(which) {
      const request = asked()
      if (request === undefined) return
      change({ busy: true })
      const answer = await saving.during(() => machine.call('gold.undo', { ...request, which }))
      change({ busy: false, choice: undefined })
      if (!answer.ok) return fail(answer.error)
      const nothing = answer.value.rows.length === 0
      const text = nothing
        ? `There is nothing to ${which}.`
        : which === 'undo'
          ? 'The last decision is taken back.'
          : 'Decided again.'
      store.set(now => ({ ...now, told: text, announcement: { text } }))
      take(answer.value)
    },
    async exportList() {
      const id = gold()?.gold.id
      if (id === undefined) return
      const answer = await machine.call('gold.export', { gold: id })
      if (!answer.ok) return fail(answer.error)
      if (answer.value === null) return
      const { path, annotations } = answer.value
      const text = `${counted(annotations, 'annotation', 'annotations')} of ${gold()?.gold.name ?? ''} written to ${path}`
      store.set(state => ({ ...state, notice: { tone: 'info', text } }))
    },
  }
}
