import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSession } from '#app/services/open-session'
import { answerOwnerCall } from '#app/services/owner-calls'
import { openProfile } from '../profile/profile'
import { openWorkspace } from '../store/workspace-folder'
import { holdLock, openWindow, ownerPorts } from './testing/open-window'
import { importSeed, samples, seedHash, seedRelease, startStudy } from './testing/study'

const note = { kind: 'note', target: [{ start: 0, end: 6 }] }
describe('while a window has the workspace', () => {
  test('it imports, file by file, with the rows that the command would give', async () => {
    const study = await startStudy(onTestFinished)
    const { session, calls } = await openWindow(study)
    const ran = await study.run('import', 'w', samples, 'gone.txt', '--json')
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject([
      { path: join(samples, 'harbour-shore-power.txt'), state: 'imported' },
      { state: 'imported' },
      { state: 'imported', revision: seedHash },
      { state: 'imported' },
      { path: 'gone.txt', state: 'failed', code: 'not-found' },
    ])
    expect(calls).toEqual(Array(5).fill('import'))
    expect(session.documents()).toHaveLength(4)
    expect(await study.json('documents', 'w')).toHaveLength(4)
  })

  test('it reads annotations in, as the annotator whom the command found', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const { session, calls } = await openWindow(study)
    const from = await study.file('a.json', [note])
    const args = ['annotate', 'w', id, '--from', from, '--annotator', 'Tool'] as const
    expect(await study.json(...args)).toMatchObject({ created: 1, annotator: { name: 'Tool', what: 'import' } })
    expect(await study.json(...args)).toMatchObject({ created: 0, unchanged: 1 })
    expect(calls).toEqual(['annotate', 'annotate'])
    expect(session.rows(undefined)).toMatchObject([{ counts: { note: 1 } }])
    expect(await study.json('annotations', 'w')).toHaveLength(1)
  })

  test('it makes a gold set, whose keeper the command found', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('a.json', [note])
    for (const name of ['Ann', 'Bo']) await study.json('annotate', 'w', id, '--from', from, '--annotator', name)
    const own: string[] = []
    const { session, calls } = await openWindow(study, own)
    const keeper = { env: { PRESSMARK_ANNOTATOR: 'Dee' } }
    const args = ['adjudicate', 'w', '--annotators', 'Ann,Bo', '--gold', 'Gold', '--json'] as const
    expect(JSON.parse((await study.runWith(keeper, ...args)).out)).toMatchObject({ agreed: 1, gold: { name: 'Gold' } })
    const { annotators } = (await openProfile(study.userFolder)).read()
    expect(annotators.map(({ name, what }) => [name, what])).toContainEqual(['Gold', 'gold'])
    own.push(...annotators.map(one => one.id))
    expect(JSON.parse((await study.runWith(keeper, ...args)).out)).toMatchObject({ agreed: 0 })
    expect(calls).toEqual(['adjudicate', 'adjudicate'])
    expect(session.rows(undefined)).toMatchObject([{ counts: { note: 3 } }])
  })

  test('it takes a new version in, as the annotator whom the command found', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('a.json', [note])
    await study.json('annotate', 'w', id, '--from', from, '--annotator', 'Ann')
    const own = (await openProfile(study.userFolder)).read().annotators.map(one => one.id)
    const { session, calls } = await openWindow(study, own)
    await writeFile(join(study.folder, 'new.txt'), 'Syrian forces announce a drive.\n\nThe port is open.')
    const env = { PRESSMARK_ANNOTATOR: 'Ann' }
    const ran = await study.runWith({ env }, 'import', 'w', 'new.txt', '--revision-of', id, '--json')
    expect(JSON.parse(ran.out)).toMatchObject([
      { path: 'new.txt', state: 'imported', document: id, anchors: { mine: {} } },
    ])
    expect(calls).toEqual(['import-version'])
    expect(session.release(id)?.revisions.size).toBe(2)
    expect(session.release(id)?.current.parent).toBe(seedHash)
  })

  test('commands that bring one new name at once read in as one annotator', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await openWindow(study)
    const runs = Array.from({ length: 6 }, async (_, n) => {
      const from = await study.file(`${n}.json`, [{ ...note, target: [{ start: n, end: 20 }] }])
      return study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool')
    })
    expect((await Promise.all(runs)).map(({ status }) => status)).toEqual(Array(6).fill(0))
    expect(await study.json('annotations', 'w', '--annotator', 'Tool')).toHaveLength(6)
    expect((await openProfile(study.userFolder)).read().annotators).toHaveLength(1)
  })

  test('what is wrong is said without asking it', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const { calls } = await openWindow(study)
    const from = await study.file('a.json', [{ ...note, target: [{ start: 0, end: 99999 }] }])
    const ran = await study.run('annotate', 'w', id, '--from', from, '--annotator', 'Tool', '--json')
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.out).error).toMatchObject({
      code: 'outside-text',
      facts: { entry: 0, field: 'target[0].end' },
    })
    expect(calls).toEqual([])
  })

  test('it refuses what it would not let its own window do', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    const from = await study.file('a.json', [note])
    await study.runWith({ env: { PRESSMARK_ANNOTATOR: 'Ada' } }, 'annotate', 'w', id, '--from', from)
    const { session } = await openWindow(study)
    const [ada = ''] = [...(session.state().scopes.get('annotators')?.journals.keys() ?? [])]
    const asked = (call: string, body: Parameters<typeof answerOwnerCall>[3], ownIds: readonly string[] = []) =>
      answerOwnerCall(session, { ...ownerPorts, ownIds: () => ownIds }, call, body)
    const annotator = { id: ada, name: 'Ada', what: 'person' }
    const body = { document: id, annotator, entries: [note] }
    expect(await asked('annotate', body)).toMatchObject({ error: { code: 'not-mine' } })
    expect(await asked('annotate', body, [ada])).toMatchObject({ value: { unchanged: 1 } })
    expect(await asked('annotate', { ...body, document: '../x' })).toMatchObject({
      error: { code: 'bad-request', facts: { field: 'document' } },
    })
    expect(await asked('import', { paths: seedRelease })).toMatchObject({ error: { code: 'bad-request' } })
    expect(await asked('remove', {})).toMatchObject({ error: { code: 'unknown-call' } })
  })

  test('that does not answer: status 3, and who it is', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await holdLock(study, 'window')
    const from = await study.file('a.json', [note])
    for (const args of [
      ['import', 'w', seedRelease],
      ['annotate', 'w', id, '--from', from, '--annotator', 'Tool'],
    ]) {
      const ran = await study.runWith({ answerWaitMs: 20 }, ...args, '--json')
      expect(ran.status).toBe(3)
      expect(JSON.parse(ran.out).error).toMatchObject({
        code: 'locked',
        facts: { role: 'window', pid: 4711, since: '2024-03-05T09:00:00.000Z' },
      })
      expect(ran.err).toContain('The Pressmark window (process 4711, since 2024-03-05T09:00:00.000Z)')
    }
  })

  test('that stops answering half way: the rows so far, the rest as failed, status 3', async () => {
    const study = await startStudy(onTestFinished)
    const { lock, root } = await holdLock(study, 'window')
    const store = await openWorkspace(root, { lock })
    const session = store.ok ? await openSession(store.value) : store
    if (!session.ok) throw new Error(session.error.code)
    let asked = 0
    lock.serve((call, body) => {
      asked += 1
      if (asked > 1) return new Promise(() => undefined)
      return answerOwnerCall(session.value, { ...ownerPorts, ownIds: () => [] }, call, body)
    })
    const ran = await study.runWith({ answerWaitMs: 3_000 }, 'import', 'w', samples, '--json')
    expect(ran.status).toBe(3)
    const states = JSON.parse(ran.out).map((row: { state: string; code?: string }) => row.code ?? row.state)
    expect(states).toEqual(['imported', 'locked', 'locked', 'locked'])
  })

  test('that closes without an answer: the command does it itself', async () => {
    const study = await startStudy(onTestFinished)
    const { lock } = await holdLock(study, 'window')
    lock.serve(() => {
      void lock.release()
      return new Promise(() => undefined)
    })
    const ran = await study.run('import', 'w', seedRelease, '--json')
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject([{ state: 'imported' }])
  })
})

describe('while another command has the workspace', () => {
  test('writing stops with status 3, and says who it is', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await holdLock(study, 'command')
    const from = await study.file('a.json', [note])
    for (const args of [
      ['import', 'w', seedRelease],
      ['annotate', 'w', id, '--from', from, '--annotator', 'Tool'],
    ]) {
      const ran = await study.runWith({ lockWaitMs: 1_000 }, ...args)
      expect(ran).toMatchObject({ status: 3, out: '' })
      expect(ran.err).toContain('Another command (process 4711, since 2024-03-05T09:00:00.000Z)')
    }
  })

  test('reading goes on', async () => {
    const study = await startStudy(onTestFinished)
    const id = await importSeed(study)
    await study.run('annotate', 'w', id, '--from', await study.file('a.json', [note]), '--annotator', 'Tool')
    await holdLock(study, 'command')
    for (const args of [
      ['documents', 'w'],
      ['show', 'w', id],
      ['annotations', 'w'],
      ['register', 'w', 'codebook'],
      ['export', 'w', '--format', 'jsonl', '--out', 'o.jsonl'],
      ['verify', 'o.jsonl', '--workspace', 'w'],
      ['doctor', 'w'],
    ]) {
      expect([args[0], (await study.run(...args)).status]).toEqual([args[0], 0])
    }
  })

  test('writing waits until it lets go', async () => {
    const study = await startStudy(onTestFinished)
    const { lock } = await holdLock(study, 'command')
    const waiting = study.run('import', 'w', seedRelease)
    await lock.release()
    expect((await waiting).status).toBe(0)
  })
})
