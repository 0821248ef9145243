import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { ok, problem } from '#annotations/model/result'
import { editOf, revisionOf } from '#annotations/testing/build'
import type { MeasureJob, Measuring } from '#app/ports/measuring'
import { measuredStudy } from '#app/services/measured-study'
import { openSession } from '#app/services/open-session'
import { createMemoryStore } from '#app/testing/memory-store'
import { createAgreementHandlers } from './agreement-handlers'

const text = revisionOf('The coalition said that it would return.')
const mark = (annotation: string, start: number, end: number): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start, end }],
})

/** Measures at once, in the place of a thread; `hold` keeps it at work until it is cancelled. */
function atOnce(hold = false): Measuring & { ended: number } {
  const ports = {
    ended: 0,
    measure: async (job: MeasureJob, { signal, onProgress }: Parameters<Measuring['measure']>[1] = {}) => {
      const study = measuredStudy(job, onProgress)
      if (hold) {
        await new Promise(resolve => signal?.addEventListener('abort', resolve))
        return problem('cancelled')
      }
      return ok({
        layers: study.layers,
        ofDocument: async (id: string) => ok(study.ofDocument(id)),
        cases: async (question: Parameters<typeof study.cases>[0]) => ok(study.cases(question)),
        end: () => {
          ports.ended += 1
        },
      })
    },
  }
  return ports
}

async function desk(measuring: Measuring) {
  const store = createMemoryStore()
  await store.addRevision('d', text)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  let session = opened.value
  await session.edit(editOf('e1', 'ann', mark('a1', 0, 13)))
  await session.edit(editOf('e2', 'bo', mark('b1', 0, 18)))
  const shares: number[] = []
  const handlers = createAgreementHandlers({
    tell: (_name, payload) => void shares.push((payload as { share: number }).share),
    measuring,
    withSession: async use => use(session),
  })
  return {
    handlers,
    shares,
    openAnother: async () => {
      const other = await openSession(createMemoryStore())
      if (other.ok) session = other.value
    },
  }
}

test('what was measured is told with its progress, and asked about until something else is measured', async () => {
  const measuring = atOnce()
  const { handlers, shares, openAnother } = await desk(measuring)
  const measured = await handlers['agreement.measure']({ annotators: ['ann', 'bo'] })
  expect(measured).toMatchObject({ ok: true, value: { annotators: [{ id: 'ann' }, { id: 'bo' }] } })
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  const places = await handlers['agreement.cases']({ layer: 'all', measure: 'spanF1Exact' })
  expect(places).toMatchObject({ ok: true, value: { all: 2, apart: 2 } })
  await handlers['agreement.measure']({ annotators: ['bo', 'ann'] })
  expect(measuring.ended).toBe(1)
  await openAnother()
  expect(await handlers['agreement.document']({ document: 'd' })).toEqual(problem('not-measured'))
})

test('measuring that is cancelled leaves nothing, and the next begins anew', async () => {
  const { handlers } = await desk(atOnce(true))
  const running = handlers['agreement.measure']({ annotators: ['ann', 'bo'] })
  await new Promise(resolve => setImmediate(resolve))
  await handlers['agreement.cancel']({})
  expect(await running).toEqual(problem('cancelled'))
  expect(await handlers['agreement.cases']({ layer: 'all', measure: 'spanF1Exact' })).toEqual(problem('not-measured'))
})

test('one annotator, or one that nobody is, is refused', async () => {
  const { handlers } = await desk(atOnce())
  expect(await handlers['agreement.measure']({ annotators: ['ann', 'nobody'] })).toMatchObject({
    ok: false,
    error: { code: 'unknown-annotator' },
  })
})
