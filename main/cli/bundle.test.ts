import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import type { ReceiveOutcome } from '#app/contract/review-values'
import { openProfile } from '../profile/profile'
import { openWindow } from './testing/open-window'
import { importSeed, type Study, startStudy } from './testing/study'

const ada = { env: { PRESSMARK_ANNOTATOR: 'Ada Marsh' } }

/** Two studies that each imported the same release; in the first, Bo has marked it. */
async function twoStudies(): Promise<{ readonly from: Study; readonly to: Study; readonly file: string }> {
  const [from, to] = [await startStudy(onTestFinished), await startStudy(onTestFinished)]
  const document = await importSeed(from)
  await importSeed(to)
  const marks = await from.file('a.json', [
    { kind: 'quote', target: [{ start: 72, end: 85 }], tags: ['War'], quote: { speakers: [{ name: 'Ada' }] } },
    { kind: 'claim', target: [{ start: 100, end: 120 }] },
  ])
  await from.run('annotate', 'w', document, '--from', marks, '--annotator', 'Bo Reviewer')
  return { from, to, file: join(from.folder, 'bo.pressmark') }
}

test('a bundle brings a colleague’s work to who imported the same release on their own; twice changes nothing', async () => {
  const { from, to, file } = await twoStudies()
  const made = await from.json('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  expect(made).toMatchObject({ documents: 1, annotations: 2 })
  const first = await to.runWith(ada, 'receive', 'w', file, '--json')
  expect(first.status).toBe(0)
  const outcome = JSON.parse(first.out) as ReceiveOutcome
  expect(outcome).toMatchObject({ annotator: { name: 'Bo Reviewer' }, added: [], missing: [] })
  expect(outcome.changed).toBeGreaterThan(0)
  expect(await to.json<unknown[]>('annotations', 'w')).toMatchObject([
    { kind: 'quote', author: 'Bo Reviewer', tags: ['War'] },
    { kind: 'claim', author: 'Bo Reviewer' },
  ])
  const again = await to.runWith(ada, 'receive', 'w', file, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ changed: 0 })
  const checked = await to.run('doctor', 'w', '--json')
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, problems: [] })
  const settings = await to.json<{ entries: { fields: object }[] }>('register', 'w', 'settings')
  expect(settings.entries).toHaveLength(1)
})

test('before a bundle with something new there is a backup, also where a window has the workspace; of one with nothing new there is none', async () => {
  const { from, to, file } = await twoStudies()
  const reasons = async () =>
    (await to.json<{ backups: { reason: string }[] }>('backup', 'list', 'w')).backups.map(({ reason }) => reason)
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  const before = await to.json<unknown[]>('annotations', 'w')
  expect((await to.runWith(ada, 'receive', 'w', file)).status).toBe(0)
  expect(await reasons()).toEqual(['receive'])
  expect(await to.json('backup', 'restore', 'w', '--out', 'then')).toMatchObject({ done: true })
  expect(await to.json('annotations', 'then')).toEqual(before)
  expect((await to.runWith(ada, 'receive', 'w', file)).status).toBe(0)
  expect(await reasons()).toEqual(['receive'])

  const [document] = await from.json<{ id: string }[]>('documents', 'w')
  const more = await from.file('b.json', [{ kind: 'note', target: [{ start: 0, end: 9 }] }])
  await from.run('annotate', 'w', document?.id ?? '', '--from', more, '--annotator', 'Bo Reviewer')
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  const { calls } = await openWindow(
    to,
    (await openProfile(to.userFolder)).read().annotators.map(({ id }) => id),
  )
  const asked = await to.runWith(ada, 'receive', 'w', file, '--json')
  expect(JSON.parse(asked.out)).toMatchObject({ changed: 1 })
  expect(await reasons()).toEqual(['receive', 'receive'])
  expect(calls).toEqual(['receive'])
})

test('a backup that cannot be made is said, and what was sent comes in', async () => {
  const { from, to, file } = await twoStudies()
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  await mkdir(to.userFolder, { recursive: true })
  await writeFile(join(to.userFolder, 'backups'), 'no folder')
  const ran = await to.runWith(ada, 'receive', 'w', file)
  expect([ran.status, ran.err]).toEqual([0, expect.stringContaining('no backup was made before')])
  expect(await to.json<unknown[]>('annotations', 'w')).toHaveLength(2)
})

test('what is nowhere here is said, and comes along with the texts', async () => {
  const { from, file } = await twoStudies()
  const empty = await startStudy(onTestFinished)
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  const without = await empty.runWith(ada, 'receive', 'w', file)
  expect([without.status, without.err.includes('is not in this workspace')]).toEqual([1, true])
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file, '--texts')
  expect((await empty.runWith(ada, 'receive', 'w', file)).status).toBe(0)
  expect(await empty.json<unknown[]>('annotations', 'w')).toHaveLength(2)
})

test('refused, with nothing changed: what is no bundle, damage, nobody to receive it, one’s own, an annotator with nothing to say', async () => {
  const { from, to, file } = await twoStudies()
  await from.run('bundle', 'w', '--annotator', 'Bo Reviewer', '--out', file)
  const bytes = await readFile(file)
  const parts = unzipSync(bytes)
  const altered = Object.entries(parts).map(([name, text]) => [
    name,
    name === 'bundle.json' ? text : text.fill(32, 0, 9),
  ])
  await writeFile(join(to.folder, 'altered.pressmark'), zipSync(Object.fromEntries(altered)))
  await writeFile(join(to.folder, 'cut.pressmark'), bytes.subarray(0, bytes.length - 40))
  const before = await to.json('annotations', 'w')
  const codes = []
  for (const path of ['altered.pressmark', 'cut.pressmark', 'gone.pressmark']) {
    codes.push((await to.runWith(ada, 'receive', 'w', path)).err.split('\n')[0])
  }
  expect(codes).toEqual([
    expect.stringContaining('damaged'),
    expect.stringContaining('is not a bundle'),
    expect.stringContaining('is not there'),
  ])
  expect((await to.run('receive', 'w', file)).err).toContain('Who is writing?')
  expect((await from.run('receive', 'w', file)).err).toContain('Who is writing?')
  expect((await to.run('bundle', 'w', '--annotator', 'Nobody', '--out', 'x')).status).toBe(2)
  expect(await to.json('annotations', 'w')).toEqual(before)
})
