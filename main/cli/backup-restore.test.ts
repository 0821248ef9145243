import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import type { RestoreRow } from '#app/contract/backup-values'
import { acquireLock } from '../store/lock'
import { importSeed, type Study, seedHash, startStudy } from './testing/study'

interface Outcome {
  readonly done: boolean
  readonly before: string | null
  readonly rows: readonly RestoreRow[]
  readonly later: readonly string[]
}

interface Place {
  readonly study: Study
  readonly document: string
  path(...names: string[]): string
  note(id: string, text: string, user?: string): Promise<void>
  backup(): Promise<void>
  restore(...args: string[]): Promise<Outcome>
  notes(workspace?: string): Promise<Record<string, string>>
}

/** A workspace with note `n1` by the profile's own annotator and `c1` by a colleague, of whom the profile knows nothing. */
async function place(): Promise<Place> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  const path = (...names: string[]) => join(study.folder, 'w', ...names)
  const here: Place = {
    study,
    document,
    path,
    async note(id, text, user = 'Ada') {
      const target = [{ start: 0, end: 5 }]
      const from = await study.file('in.json', [{ id, kind: 'note', target, note: text, tags: [text] }])
      const profile = user === 'Ada' ? [] : ['--user-data-dir', join(study.folder, user)]
      const ran = await study.runWith(
        { env: { PRESSMARK_ANNOTATOR: user } },
        'annotate',
        'w',
        document,
        '--from',
        from,
        ...profile,
      )
      expect(ran.status, ran.err).toBe(0)
    },
    backup: async () => void (await study.json('backup', 'create', 'w')),
    restore: (...args) => study.json<Outcome>('backup', 'restore', 'w', ...args),
    async notes(workspace = 'w') {
      const listed = await study.json<ExchangeAnnotation[]>('annotations', workspace)
      return Object.fromEntries(listed.map(({ id, note = '' }) => [id, note]))
    },
  }
  await atDesk('Ada', study.userFolder)
  await atDesk('Bo', join(study.folder, 'Bo'))
  await here.note('n1', 'first')
  await here.note('c1', 'theirs', 'Bo')
  return here
}

/** A profile that may act as one annotator. */
async function atDesk(name: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const annotators = [{ id: `id-${name}`, name, what: 'person' }]
  await writeFile(join(folder, 'profile.json'), JSON.stringify({ annotators, current: `id-${name}` }))
}

async function contentOf(folder: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {}
  for (const item of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory()) {
      for (const [name, text] of Object.entries(await contentOf(path))) content[`${item.name}/${name}`] = text
    } else if (!item.name.endsWith('.prev')) content[item.name] = await readFile(path, 'utf8')
  }
  return content
}

test('as a copy: a whole workspace in a new folder, and never into one that holds something', async () => {
  const { study, path, backup, notes, note } = await place()
  await backup()
  const then = await contentOf(path())
  await note('n2', 'later')
  expect(await study.json('backup', 'restore', 'w', '--out', 'a/copy')).toMatchObject({ done: true, lost: [] })
  expect(await contentOf(join(study.folder, 'a/copy'))).toEqual(then)
  expect(await study.json('doctor', 'a/copy')).toEqual({ ok: true, problems: [] })
  expect(await notes('a/copy')).toEqual({ n1: 'first', c1: 'theirs' })
  expect(await notes()).toHaveProperty('n2')
  expect((await study.run('backup', 'restore', 'w', '--out', 'a/copy')).status).toBe(2)
  expect((await study.run('backup', 'restore', 'w', '--out', 'w/sub')).err).toContain("among the workspace's own files")
})

test.each([
  ['the folder is gone', async (path: Place['path']) => rm(path(), { recursive: true })],
  ['workspace.json is damaged', async (path: Place['path']) => writeFile(path('workspace.json'), '{"format"')],
  ['workspace.json is gone', async (path: Place['path']) => rm(path('workspace.json'))],
])('%s: all comes back where it was', async (_name, harm) => {
  const { study, path, backup, restore, notes } = await place()
  await backup()
  const then = await contentOf(path())
  await harm(path)
  expect((await restore('--yes')).done).toBe(true)
  const now = Object.entries(await contentOf(path())).filter(([name]) => !name.startsWith('quarantine/'))
  expect(Object.fromEntries(now)).toEqual(then)
  expect(await notes()).toEqual({ n1: 'first', c1: 'theirs' })
  expect(await study.json('doctor', 'w')).toMatchObject({ ok: true })
})

test('what I changed since is set to what stood, as changes that stay in the history; a backup is made first', async () => {
  const { study, document, path, backup, restore, notes, note } = await place()
  await backup()
  await note('n1', 'second')
  await note('n2', 'begun since')
  const journal = path('documents', document, 'annotations', 'id-Ada.json')
  const grown = await readFile(journal, 'utf8')

  const told = await study.run('backup', 'restore', 'w')
  expect(told.out).toContain('1 set back, 1 made since removed')
  expect(told.out).toContain('Nothing was done. --yes does it.')
  expect(await readFile(journal, 'utf8')).toBe(grown)

  const { before, rows } = await restore('--yes')
  expect(rows).toMatchObject([
    { scope: 'codebook', removed: 2 },
    { scope: `document:${document}`, changed: 1, removed: 1, back: 0, files: 0, left: [] },
  ])
  expect(await notes()).toEqual({ n1: 'first', c1: 'theirs' })
  const now = await readFile(journal, 'utf8')
  for (const edit of grown.match(/"edit":"[^"]+"/g) ?? []) expect(now).toContain(edit)
  expect(now).toContain('Restored from the backup of ')
  expect(await study.json('doctor', 'w')).toEqual({ ok: true, problems: [] })

  await restore('--yes', '--backup', before ?? '')
  expect(await notes()).toEqual({ n1: 'second', n2: 'begun since', c1: 'theirs' })
})

test('a colleague who has gone on is left alone and named; their damaged or missing files come back', async () => {
  const { study, document, path, backup, restore, notes, note } = await place()
  await note('c2', 'theirs', 'Bo')
  await backup()
  const then = await contentOf(path())
  await note('c1', 'theirs, later', 'Bo')
  const theirs = path('documents', document, 'annotations', 'id-Bo.json')
  const later = await readFile(theirs, 'utf8')
  await writeFile(path('codebook', 'id-Bo.json'), 'x')
  await rm(path('documents', document, 'revisions', `${seedHash}.json`))
  const { rows } = await restore('--yes')
  expect(rows).toMatchObject([
    { scope: 'codebook', files: 1 },
    { scope: `document:${document}`, files: 1, left: ['Bo'] },
  ])
  expect(await readFile(theirs, 'utf8')).toBe(later)
  expect(await notes()).toEqual({ n1: 'first', c1: 'theirs, later', c2: 'theirs' })
  const [instant = ''] = await readdir(path('quarantine'))
  expect(await readFile(path('quarantine', instant, 'codebook', 'id-Bo.json'), 'utf8')).toBe('x')
  expect(await readFile(path('codebook', 'id-Bo.json'), 'utf8')).toBe(then['codebook/id-Bo.json'])
  expect((await study.run('backup', 'restore', 'w')).out).toContain('Bo: stays as it is')
})

test('documents that came later stay, and a journal that fell back to an older copy gets its changes again', async () => {
  const { study, document, path, backup, restore, notes, note } = await place()
  const journal = path('documents', document, 'annotations', 'id-Ada.json')
  await cp(journal, join(study.folder, 'old.json'))
  await note('n2', 'more')
  await backup()
  await study.file('other.txt', 'Another release.\n\nWith a text of its own.')
  const [{ document: other } = { document: '' }] = await study.json<{ document: string }[]>('import', 'w', 'other.txt')
  await cp(join(study.folder, 'old.json'), journal)
  expect(await restore('--yes')).toMatchObject({ later: [other], rows: [{ scope: `document:${document}` }] })
  expect(await notes()).toEqual({ n1: 'first', n2: 'more', c1: 'theirs' })
  expect((await study.json<unknown[]>('documents', 'w')).length).toBe(2)
})

test('what the backup has no sound copy of is told', async () => {
  const { study, document, path, backup } = await place()
  await backup()
  const { workspace } = await study.json<{ workspace: string }>('backup', 'list', 'w')
  const text = path('documents', document, 'revisions', `${seedHash}.json`)
  const objects = join(study.userFolder, 'backups', workspace, 'objects')
  for (const name of await readdir(objects)) {
    if ((await readFile(join(objects, name), 'utf8')) === (await readFile(text, 'utf8')))
      await writeFile(join(objects, name), 'x')
  }
  await rm(text)
  const ran = await study.run('backup', 'restore', 'w', '--yes')
  expect(ran.status).toBe(1)
  expect(ran.err).toContain(`not restored: the backup has no sound copy of documents/${document}/revisions/`)
})

test('a window that has the workspace, another workspace in its place, and a backup that is not there are refused', async () => {
  const { study, path, backup, note } = await place()
  await backup()
  await note('n1', 'second')
  const { workspace } = await study.json<{ workspace: string }>('backup', 'list', 'w')
  const lock = await acquireLock({ id: workspace, path: path(), role: 'window', pid: process.pid })
  if (!lock.ok) throw new Error('no lock')
  const locked = await study.run('backup', 'restore', 'w', '--yes')
  expect([locked.status, locked.err]).toEqual([
    3,
    expect.stringMatching(/Restore in its window.*--out.*Nothing was done/),
  ])
  expect((await study.run('backup', 'restore', 'w', '--out', 'beside')).status).toBe(0)
  await lock.value.release()
  expect((await study.run('backup', 'restore', 'w', '--backup', 'nope')).err).toContain('There is no backup nope.')
  await rm(path(), { recursive: true })
  await study.run('init', 'w')
  const refused = await study.run('backup', 'restore', workspace, '--yes')
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('is a workspace already')])
})
