import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { Revision } from '#annotations/model/revision'
import { at, editOf, revisionOf } from '#annotations/testing/build'
import { writeRevision } from '#annotations/workspace/revision-file'
import type { Events } from '#app/contract/values'
import type { VersionSource } from '#app/contract/version-values'
import { createDirectIntake } from '#app/intake/direct-intake'
import { createDirectCarrying } from '#app/services/carry-job'
import { openSession } from '#app/services/open-session'
import { createMemoryStore } from '#app/testing/memory-store'
import { machineFiles } from '../files'
import { sha256Of } from './payloads'
import { createVersionHandlers } from './version-handlers'

const first = revisionOf('Northmark commits', 'Northmark will cut methane by 40 percent by 2025.')
const next: Revision = {
  ...revisionOf('Northmark commits', 'Northmark will cut methane by 38 percent by 2025.'),
  origin: 'edit',
  parent: first.id,
  by: 'ann',
}
const start = first.text.indexOf('40 percent')
const segments = [{ part: 'content' as const, start, end: start + 10 }]

/** The calls over a workspace in memory with one annotated document, and what the window was told. */
async function desk() {
  const store = createMemoryStore()
  await store.addRevision('d', first)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  const target = { document: 'd', annotation: 'a', revision: first.id, segments }
  await session.edit(editOf('e1', 'ann', { do: 'create', kind: 'note', ...target }))
  const told: [string, unknown][] = []
  let made = 0
  let chosen: string | undefined
  const handlers = createVersionHandlers({
    files: machineFiles,
    intake: createDirectIntake(),
    carrying: createDirectCarrying(),
    clock: { now: () => at },
    ids: { next: () => `m${String(++made).padStart(4, '0')}` },
    dialogs: { fileOfVersion: async () => chosen },
    tell: (name, payload) => void told.push([name, payload]),
    annotator: () => ({ id: 'ann', name: 'Ann', what: 'person' }),
    withSession: use => use(session),
  })
  return {
    session,
    handlers,
    told,
    choose: (path: string) => {
      chosen = path
    },
    async plan(source: VersionSource) {
      const plan = await handlers['version.plan']({ document: 'd', source })
      if (!plan.ok || plan.value === null) throw new Error(plan.ok ? 'nothing was chosen' : plan.error.code)
      return plan.value
    },
  }
}

const edited = (revision: Revision): VersionSource => ({
  text: writeRevision(revision, { workspace: 'w', document: 'd' }, sha256Of),
  mapped: [{ annotation: 'a', state: 'undecided', segments }],
})

test('an edited text is planned, then added; the window is told the journals that changed', async () => {
  const { session, handlers, plan, told } = await desk()
  const planned = await plan(edited(next))
  expect(planned).toMatchObject({ is: 'new', revision: next.id, headline: 'Northmark commits', warnings: [] })
  expect(planned.counts.mine).toMatchObject({ undecided: 1, changed: 1 })
  expect(session.release('d')?.revisions.size).toBe(1)
  const added = await handlers['version.add']({ plan: planned.plan })
  expect(added).toMatchObject({ ok: true, value: { is: 'new', revision: next.id, counts: planned.counts } })
  expect(session.release('d')?.current).toMatchObject({ id: next.id, origin: 'edit', by: 'ann' })
  const journals = told.find(([name]) => name === 'journals-changed')?.[1] as Events['journals-changed']
  expect(journals.journals.map(({ scope }) => scope)).toContain(documentScope('d'))
  expect(journals.journals.some(({ text }) => text.includes('"engine":0'))).toBe(true)
})

test('a file that a dialog asks for is read, with its name, and how far that is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-version-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { handlers, choose, plan, told } = await desk()
  expect(await handlers['version.plan']({ document: 'd', source: {} })).toEqual({ ok: true, value: null })
  await writeFile(join(folder, 'corrected.txt'), next.text)
  choose(join(folder, 'corrected.txt'))
  expect(await plan({})).toMatchObject({ is: 'new', name: 'corrected.txt', revision: next.id })
  const shares = told.flatMap(([name, payload]) =>
    name === 'version-progress' ? [(payload as Events['version-progress']).share] : [],
  )
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.every(share => share <= 1)).toBe(true)
})

test('only what was planned last is done, and once; nothing of it after it was cancelled', async () => {
  const { session, handlers, plan } = await desk()
  const [one, two] = [await plan(edited(next)), await plan(edited(next))]
  expect(await handlers['version.add']({ plan: one.plan })).toMatchObject({ error: { code: 'unknown-plan' } })
  await handlers['version.cancel']({})
  expect(await handlers['version.add']({ plan: two.plan })).toMatchObject({ error: { code: 'unknown-plan' } })
  expect(session.release('d')?.revisions.size).toBe(1)
})

test('a text that is not what its hash says, or no edited one, is refused', async () => {
  const { handlers } = await desk()
  const refusal = async (revision: Revision) => {
    const answer = await handlers['version.plan']({ document: 'd', source: edited(revision) })
    return answer.ok ? undefined : answer.error.code
  }
  expect(await refusal({ ...next, id: first.id })).toBe('damaged')
  expect(await refusal({ ...next, origin: 'import' })).toBe('wrong-value')
})
