import { expect, test } from 'vitest'
import { editOf } from '#annotations/testing/build'
import { openSession } from '#app/services/open-session'
import { createMemoryStore } from '#app/testing/memory-store'
import { createEditHandlers } from './edit-handlers'

test('the window is told whom the workspace has come to know, and of another name', async () => {
  const opened = await openSession(createMemoryStore())
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  const told: unknown[] = []
  let name = 'Ann'
  let made = 0
  const { apply } = createEditHandlers({
    early: () => session,
    whole: async () => ({ ok: true, value: session }),
    annotator: () => ({ id: 'ann', name, what: 'person' }),
    tell: (event, payload) => told.push([event, JSON.stringify(payload)]),
    clock: { now: () => '2026-01-01T00:00:00.000Z' },
    ids: { next: () => `m${++made}` },
  })
  const add = (id: string) =>
    apply(
      session,
      editOf(`e-${id}`, 'ann', { do: 'add-entry', register: 'codebook', type: 'tag', id, fields: { name: id } }),
    )
  await add('t1')
  await add('t2')
  expect(told).toEqual([['journals-changed', expect.stringContaining('Ann')]])
  name = 'Ann Doe'
  await add('t3')
  expect(told[1]).toEqual(['journals-changed', expect.stringContaining('Ann Doe')])
})
