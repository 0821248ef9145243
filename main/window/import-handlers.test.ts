import { expect, test } from 'vitest'
import { ok, problem } from '#annotations/model/result'
import { createDirectIntake } from '#app/intake/direct-intake'
import { openSession } from '#app/services/open-session'
import { createMemoryStore } from '#app/testing/memory-store'
import { createImportHandlers, type ImportHandlerPorts } from './import-handlers'

const copied = {
  html: '<h1>Berth opens</h1><p>The port said on Monday that a berth opens in spring.</p>',
  text: 'Berth opens',
}

/** Handlers over a workspace in memory, whose intake breaks down so often before it reads. */
async function handlersOver(breakdowns: number, clipboard: () => { html: string; text: string }) {
  const session = await openSession(createMemoryStore())
  if (!session.ok) throw new Error(session.error.code)
  const intake = createDirectIntake()
  let left = breakdowns
  let ids = 0
  const ports: ImportHandlerPorts = {
    intake: { ...intake, read: async (...of) => (left-- > 0 ? problem('reader-stopped') : intake.read(...of)) },
    clock: { now: () => '2026-05-01T09:30:00.000Z' },
    ids: { next: () => `id${++ids}` },
    files: {
      list: async path => problem('not-found', { path }),
      read: async path => problem('not-found', { path }),
      write: async () => problem('io'),
    },
    dialogs: { filesToImport: async () => [] } as unknown as ImportHandlerPorts['dialogs'],
    clipboard: { read: async () => clipboard() },
    tell: () => undefined,
    withSession: use => use(session.value),
    beforeMany: async () => undefined,
  }
  return {
    handlers: createImportHandlers(ports),
    headlines: () => session.value.rows(undefined).map(row => row.headline),
  }
}

const path = 'Pasted text.html'

test('what was pasted and failed comes in when it is tried again, whatever is on the clipboard meanwhile', async () => {
  let clipboard = copied
  const { handlers, headlines } = await handlersOver(2, () => clipboard)
  expect(await handlers['documents.paste']({})).toMatchObject(ok([{ path, state: 'failed', code: 'reader-stopped' }]))
  clipboard = { html: '', text: 'Something else' }
  const again = () => handlers['documents.import']({ paths: [path] })
  expect(await again()).toMatchObject(ok([{ path, state: 'failed', code: 'reader-stopped' }]))
  expect(await again()).toMatchObject(ok([{ path, state: 'imported' }]))
  expect(headlines()).toEqual(['Berth opens'])
  expect(await again()).toMatchObject(ok([{ path, state: 'failed', code: 'not-found' }]))
})

test('what came in is not kept', async () => {
  const { handlers } = await handlersOver(0, () => copied)
  expect(await handlers['documents.paste']({})).toMatchObject(ok([{ path, state: 'imported' }]))
  const again = await handlers['documents.import']({ paths: [path] })
  expect(again).toMatchObject(ok([{ path, state: 'failed', code: 'not-found' }]))
})
