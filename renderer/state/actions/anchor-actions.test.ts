import { beforeEach, describe, expect, test } from 'vitest'
import { CarryPlan } from '#annotations/anchoring/carry'
import type { WorkspaceState } from '#annotations/changes/journal'
import { editsToAddRevision } from '#annotations/edit/add-revision'
import { carryAct } from '#annotations/edit/carry'
import type { Act } from '#annotations/edit/edit'
import type { AnchorState } from '#annotations/model/annotation'
import { afterEdits, annotationIn, at, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { anchorQueue, itemAt } from '../anchor-queue'
import { type AppState, initialState } from '../app-state'
import { followCurrent } from '../current-text'
import type { Machine } from '../machine'
import { startQueue } from '../pending-edits'
import { createSaving } from '../saving'
import { createStore, type Store } from '../store'
import { type AnchorActions, createAnchorActions } from './anchor-actions'
import { createHistoryActions, type HistoryActions } from './history-actions'

const first = revisionOf('A cut of 40 percent by 2025.', 'This sentence goes away for good.', 'The end of it.')
const second = { ...revisionOf('A cut of 38 percent by 2025.', 'The end of it.', 'Added later on.'), parent: first.id }

let store: Store<AppState>
let anchors: AnchorActions
let history: HistoryActions
const asked: { readonly why?: string }[] = []

function marked(annotation: string, words: string): Act {
  const start = first.text.indexOf(words)
  const segments = [{ part: 'content', start, end: start + words.length }] as const
  return { do: 'create', document: 'd', annotation, kind: 'claim', revision: first.id, segments }
}

/** Ann's three marks in the first text, carried into the second. */
function carried(): WorkspaceState {
  const acts = [marked('a', '40 percent'), marked('b', 'This sentence goes'), marked('c', 'The end')]
  const made = afterEdits(
    workspaceWith(first, second),
    editOf('e1', 'ann', ...acts),
    editOf('e2', 'bo', marked('x', 'cut')),
  )
  const wanted = { document: 'd', revision: second.id, current: first.id, statement: 'e3', edit: 'e4', at, by: 'ann' }
  const current = afterEdits(made, ...editsToAddRevision(made, wanted))
  const plan = new CarryPlan(first, second)
  const carry = ['a', 'b', 'c'].map(id => {
    const placement = annotationIn(current, 'ann', id)?.placements.get(first.id)
    if (placement === undefined) throw new Error(`no place of ${id}`)
    return carryAct('d', id, second.id, plan.carry(placement))
  })
  return afterEdits(current, { ...editOf('e5', 'ann', ...carry), auto: true })
}

beforeEach(() => {
  const info = { version: '0', platform: 'linux', theme: 'light', recent: [], files: [], preferences: {} } as const
  store = createStore<AppState>(
    {
      ...initialState,
      info: { ...info, annotator: { id: 'ann', name: 'Ann' } },
      workspace: { id: 'w', name: 'Study', path: '/study' },
      queue: startQueue(carried()),
      document: { id: 'd', revision: second.id, revisions: [first, second] },
    },
    followCurrent,
  )
  asked.length = 0
  const call = async (_name: string, request: { readonly edit: { readonly why?: string } }) => {
    asked.push(request.edit)
    return { ok: true, value: { revs: {}, journals: [] } }
  }
  let made = 0
  const saving = createSaving(store, {
    machine: { call } as unknown as Machine,
    now: () => new Date(at),
    nextId: () => `m${++made}`,
    setTimer: () => 0,
    clearTimer: () => undefined,
  })
  anchors = createAnchorActions(store, saving)
  history = createHistoryActions(store, saving)
})

const looked = () => {
  const queue = anchorQueue(store.get())
  return queue === undefined ? undefined : itemAt(queue, store.get().deciding?.at ?? null)?.annotation.id
}
const sections = () => anchorQueue(store.get())?.items.map(({ annotation, section, n }) => [annotation.id, section, n])
const placed = (id: string): [AnchorState | undefined, string | undefined] => {
  const placement = annotationIn(store.get().queue.current, 'ann', id)?.placements.get(second.id)
  return [placement?.state, placement?.segments[0]?.exact]
}

test('the queue has one’s own annotations in the order of the page; those to decide are numbered', () => {
  anchors.open()
  expect(sections()).toEqual([
    ['a', 'undecided', 1],
    ['b', 'lost', 2],
    ['c', 'exact', 0],
  ])
  expect(looked()).toBe('a')
})

describe('a decision', () => {
  beforeEach(() => anchors.open())

  test('accepts the place that is proposed, with its reason, and goes to the next', () => {
    anchors.setWhy(' The issuer corrected it. ')
    anchors.accept()
    expect(placed('a')).toEqual(['exact', '38 percent'])
    expect(asked.map(({ why }) => why)).toEqual(['The issuer corrected it.'])
    expect(looked()).toBe('b')
    expect(store.get().announcement?.text).toBe('Accepted: 40 percent. 1 to decide.')
    expect(store.get().deciding?.why).toBe('')
  })

  test('goes on from what is looked at, also where nothing was chosen yet', () => {
    store.set(state => ({ ...state, deciding: { at: null, choosing: false, why: '' } }))
    expect(looked()).toBe('a')
    anchors.step(1)
    expect(looked()).toBe('b')
  })

  test('can be another place, which is selected in the text', () => {
    anchors.step(1)
    anchors.choose()
    anchors.placeHere()
    expect(placed('b')).toEqual(['lost', undefined])
    const start = second.text.indexOf('Added later')
    store.set(state => ({ ...state, selection: { start, end: start + 11 } }))
    anchors.placeHere()
    expect(placed('b')).toEqual(['exact', 'Added later'])
    expect(store.get()).toMatchObject({ selection: null, deciding: { at: 'a', choosing: false } })
  })

  test('keeps it on the earlier text, or calls it lost; nothing is proposed for what is gone', () => {
    anchors.keep()
    expect(placed('a')[0]).toBe('kept')
    anchors.accept()
    expect(placed('b')[0]).toBe('lost')
    expect(sections()?.[1]).toEqual(['b', 'lost', 2])
    anchors.lose()
    expect(sections()).toEqual([
      ['a', 'decided', 1],
      ['b', 'decided', 2],
      ['c', 'exact', 0],
    ])
    expect(store.get().announcement?.text).toContain('All is decided.')
  })

  test('is taken back by undo, and looked at again', () => {
    anchors.accept()
    history.undo()
    expect(placed('a')[0]).toBe('undecided')
    expect(looked()).toBe('a')
    expect(anchorQueue(store.get())).toMatchObject({ left: 2, decided: 0 })
  })
})

test('undo of the new version shows the former text, and the queue has nothing then', () => {
  anchors.open()
  anchors.close()
  history.undo()
  expect(store.get().document?.revision).toBe(first.id)
  history.redo()
  expect(store.get().document?.revision).toBe(second.id)
  expect(anchorQueue(store.get())?.left).toBe(2)
})

test('in an earlier text the queue shows the current one', () => {
  const document = store.get().document
  if (document !== undefined) store.set(state => ({ ...state, document: { ...document, revision: first.id } }))
  anchors.open()
  expect(store.get()).toMatchObject({ view: 'changed', document: { revision: second.id } })
})
