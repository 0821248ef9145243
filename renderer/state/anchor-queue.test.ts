import fc from 'fast-check'
import { expect, test } from 'vitest'
import { play, steps } from '#annotations/testing/histories'
import { annotators, documents, texts } from '#annotations/testing/machines'
import { anchorQueue, queueOf } from './anchor-queue'
import { type AppState, initialState } from './app-state'
import { openRelease, openScope } from './selectors'

test('after any history of edits and of what colleagues did, the queue is what looking at every annotation gives', () => {
  const by = fc.constantFrom(...annotators)
  let items = 0
  fc.assert(
    fc.property(steps(), by, fc.constantFrom(...documents), (wanted, annotator, document) => {
      for (const current of play(wanted).steps.flatMap(({ before, after }) => [before, after])) {
        const state = withDocument(current, annotator, document)
        const [scope, release] = [openScope(state), openRelease(state)]
        if (scope === undefined || release === undefined) continue
        const queue = anchorQueue(state)
        expect(queue).toEqual(queueOf(scope, release, annotator))
        items += queue?.items.length ?? 0
      }
    }),
  )
  expect(items).toBeGreaterThan(0)
})

function withDocument(current: AppState['queue']['current'], by: string, document: string): AppState {
  const info = { annotator: { id: by, name: by, what: 'person' } } as unknown as AppState['info']
  return {
    ...initialState,
    info,
    queue: { acknowledged: current, pending: [], current },
    document: { id: document, revision: texts[0]?.id ?? '', revisions: texts },
  }
}
