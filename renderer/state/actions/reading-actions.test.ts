import { beforeEach, expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import type { Annotation } from '#annotations/model/annotation'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from '../app-state'
import type { Machine } from '../machine'
import { startQueue } from '../pending-edits'
import { offersFor } from '../reading-offers'
import { createSaving } from '../saving'
import { openMarks, registerOf, speakerOptions } from '../selectors'
import { createStore, type Store } from '../store'
import { createFieldActions } from './field-actions'
import { createHistoryActions } from './history-actions'
import { createMarkActions, type MarkActions } from './mark-actions'
import { createReadingActions, type ReadingActions } from './reading-actions'

const revision = revisionOf(
  '“It retains a presence,” said Leilwa Abdullah, spokesperson of the campaign and Ahmad Abu Khawlah, commander of the council. “It ends.”',
)
const range = (words: string) => {
  const start = revision.text.indexOf(words)
  return { start, end: start + words.length }
}
const create: Act = {
  do: 'create',
  document: 'd',
  annotation: 'q',
  kind: 'quote',
  revision: revision.id,
  segments: [
    { part: 'content', ...range('“It retains a presence,”') },
    { part: 'content', ...range('“It ends.”') },
  ],
}

let store: Store<AppState>
let reading: ReadingActions
let marks: MarkActions
let undo: () => void

beforeEach(() => {
  const state = afterEdits(workspaceWith(revision), editOf('e0', 'ann', create))
  const info = { version: '0', platform: 'linux', theme: 'light', preferences: {}, recent: [], files: [] } as const
  store = createStore<AppState>({
    ...initialState,
    info: { ...info, annotator: { id: 'ann', name: 'Ann' } },
    workspace: { id: 'w', name: 'Study', path: '/study' },
    document: { id: 'd', revision: revision.id, revisions: [revision] },
    active: 'q',
    queue: startQueue(state),
  })
  const saved = Promise.resolve({ ok: true, value: { revs: {}, journals: [] } })
  const machine = { call: () => saved } as unknown as Machine
  let made = 0
  const nextId = () => {
    made += 1
    return `e${made}`
  }
  const saving = createSaving(store, {
    machine,
    now: () => new Date('2026-05-01T09:30:00.000Z'),
    nextId,
    setTimer: () => 0,
    clearTimer: () => undefined,
  })
  reading = createReadingActions(store, saving, nextId)
  marks = createMarkActions(store, saving, createFieldActions(store, saving, nextId), nextId)
  undo = createHistoryActions(store, saving).undo
})

function quote(): Annotation & { readonly kind: 'quote' } {
  const annotation = openMarks(store.get())[0]?.annotation
  if (annotation?.kind !== 'quote') throw new Error('the quote is gone')
  return annotation
}
const parts = () => (quote().placements.get(revision.id)?.segments ?? []).map(({ part, exact }) => `${part}: ${exact}`)
const speakers = () => quote().quote.speakers.map(({ name, roleAsWritten }) => `${name}, ${roleAsWritten}`)
const registered = () => speakerOptions(registerOf(store.get().queue.current, 'speakers')).map(({ name }) => name)

test('all that is offered is taken in one edit, speakers and register included, and undone by one step', () => {
  reading.takeForActive()
  expect(parts()).toEqual([
    'content: “It retains a presence,”',
    'cue: said',
    'source: Leilwa Abdullah',
    'source: Ahmad Abu Khawlah',
    'content: “It ends.”',
  ])
  expect(speakers()).toEqual([
    'Leilwa Abdullah, spokesperson of the campaign',
    'Ahmad Abu Khawlah, commander of the council',
  ])
  expect(registered()).toEqual(['Ahmad Abu Khawlah', 'Leilwa Abdullah'])
  undo()
  expect([parts().length, speakers(), registered()]).toEqual([2, [], []])
})

test('a claim in a quote takes its figures and the quote’s speaker by one step; without a quote whom the text names', () => {
  const within: Act = {
    ...create,
    annotation: 'c',
    kind: 'claim',
    segments: [{ part: 'content', ...range('It retains a presence') }],
  }
  const start = (acts: readonly Act[]) =>
    store.set(state => ({
      ...state,
      active: 'c',
      queue: startQueue(afterEdits(state.queue.current, editOf(`e-${acts.length}`, 'ann', ...acts))),
    }))
  start([within])
  const claim = () => {
    const found = openMarks(store.get()).find(({ annotation }) => annotation.id === 'c')?.annotation
    if (found?.kind !== 'claim') throw new Error('the claim is gone')
    return found.claim
  }
  reading.takeForActive()
  expect(claim().claimant).toMatchObject({ name: 'Leilwa Abdullah', roleAsWritten: 'spokesperson of the campaign' })
  undo()
  expect(claim().claimant).toBeUndefined()
  const speaker = { name: 'she', roleAsWritten: 'spokesperson', speaker: 's1' }
  start([
    { do: 'add-entry', register: 'speakers', type: 'speaker', id: 's1', fields: { name: 'Leilwa Abdullah' } },
    { do: 'set-quote', document: 'd', annotation: 'q', quote: { speakers: [speaker] } },
  ])
  reading.take('c', 'claimant')
  expect(claim().claimant).toEqual(speaker)
  expect(registered()).toEqual(['Leilwa Abdullah'])
})

test('one of it can be taken, and what is set is not offered again', () => {
  reading.take('q', { speaker: 1 })
  expect(speakers()).toEqual(['Ahmad Abu Khawlah, commander of the council'])
  reading.take('q', 'cue')
  expect(Object.keys(offersFor(quote(), revision))).toEqual(['source', 'speakers', 'roles', 'figures'])
  reading.takeForActive()
  expect(speakers()).toHaveLength(2)
  expect(parts().filter(part => part.startsWith('cue'))).toEqual(['cue: said'])
  const before = store.get().queue.current
  reading.takeForActive()
  expect(store.get().queue.current).toBe(before)
})

test('a former state comes back with place and fields, as an edit that can be undone', () => {
  reading.takeForActive()
  reading.restore('q', 'e0')
  expect([parts().length, speakers()]).toEqual([2, []])
  undo()
  expect(speakers()).toHaveLength(2)
})

test('a dragged end moves its piece alone, and never onto the other side', () => {
  marks.moveEdge('q', 'end', range('“It ends').end)
  marks.moveEdge('q', 'start', range('retains').start)
  expect(parts()).toEqual(['content: retains a presence,”', 'content: “It ends'])
  const before = store.get().queue.current
  marks.moveEdge('q', 'start', range('“It ends').end)
  expect(store.get().queue.current).toBe(before)
})

test('what was deleted is told, until the next edit', () => {
  marks.remove()
  expect(store.get().told).toBe('Quote deleted. Ctrl Z brings it back.')
})

test('a possessive that was selected with a name is no part of the speaker', () => {
  const possessive = revisionOf('“It ends,” the Commission’s chair said.')
  const start = possessive.text.indexOf('Commission')
  const segments = [{ part: 'content' as const, start: 0, end: 10 }]
  const made = afterEdits(
    workspaceWith(possessive),
    editOf('e1', 'ann', { ...create, revision: possessive.id, segments }),
  )
  store.set(state => ({
    ...state,
    queue: startQueue(made),
    document: { id: 'd', revision: possessive.id, revisions: [possessive] },
    selection: { start, end: start + 'Commission’s'.length },
  }))
  marks.speakerFromSelection()
  expect(registered()).toEqual(['Commission'])
})
