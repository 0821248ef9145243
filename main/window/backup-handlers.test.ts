import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { entryKey, standingValue } from '#annotations/changes/entry'
import { documentScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { writeJournal } from '#annotations/workspace/journal-file'
import type { WorkspacePayload } from '#app/contract/values'
import { checkWorkspace } from '#app/services/check-workspace'
import { folderFiles } from '../cli/workspace-files'
import { machineIds } from '../clock-and-ids'
import { openProfile } from '../profile/profile'
import { notes } from '../store/testing/journals'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { newWorkspace, revision, source } from '../store/testing/workspaces'
import { createBackupHandlers } from './backup-handlers'
import { createDesktopWorkspace } from './desktop-workspace'

const tag = (name: string): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id: `t-${name}`,
  fields: { name },
})

/** An open workspace and its backups, at a time of one's own. */
async function desk() {
  const root = await newWorkspace(onTestFinished)
  const userFolder = join(await temporaryFolder(onTestFinished), 'user')
  await mkdir(userFolder)
  const annotators = [{ id: 'ann', name: 'Ann', what: 'person' }]
  await writeFile(join(userFolder, 'profile.json'), JSON.stringify({ annotators, current: 'ann' }))
  const profile = await openProfile(userFolder)
  const told: string[] = []
  let now = Date.parse('2026-05-01T09:00:00.000Z')
  const clock = { now: () => new Date(now).toISOString() }
  const tell = (name: string) => void told.push(name)
  const workspace = createDesktopWorkspace({
    tell,
    annotator: () => 'ann',
    ownIds: () => ['ann'],
    userFolder,
    clock,
    ids: machineIds,
    serveOthers: () => undefined,
  })
  onTestFinished(() => workspace.close())
  await workspace.open(root)
  let chosen: string | undefined
  const backups = createBackupHandlers({
    userFolder,
    profile,
    workspace,
    tell,
    dialogs: { folderForCopy: async () => chosen },
    clock,
    ids: machineIds,
    show: session => ({ id: session.store.identity.id }) as WorkspacePayload,
  })
  return {
    root,
    userFolder,
    session: workspace.early,
    /** A colleague's note in a document, as their own program would have written it. */
    async put(document: string, annotator: string, text: string) {
      await workspace.close()
      const scope = documentScope(document)
      const path = join(root, 'documents', document, 'annotations')
      await mkdir(path, { recursive: true })
      const journal = notes(annotator, { n1: [text] })
      await writeFile(join(path, `${annotator}.json`), writeJournal(journal, { workspace: 'w', scope }))
      await workspace.open(root)
    },
    told,
    backups,
    /** Closes and opens; what is reported then, or why it cannot be opened. */
    async reopen() {
      await workspace.close()
      const opened = await workspace.open(root)
      return opened.ok ? opened.value.reports() : opened.error.code
    },
    /** As when the window gets the focus. */
    async refresh() {
      await workspace.refresh()
      return workspace.early()?.reports()
    },
    handlers: backups.handlers,
    pass: (hours: number) => {
      now += hours * 60 * 60 * 1000
    },
    choose: (folder: string | undefined) => {
      chosen = folder
    },
    async edit(act: Act) {
      const done = await workspace.early()?.edit({ id: machineIds.next(), at: clock.now(), by: 'ann', acts: [act] })
      expect(done?.ok).toBe(true)
    },
    async rows() {
      const listed = await backups.handlers['backups.list']({})
      return listed.ok ? listed.value.rows : []
    },
    /** Names of the tags that are not removed. */
    tags() {
      const entries = workspace.early()?.state().scopes.get('codebook')?.journals.get('ann')?.entries
      return ['a', 'b'].filter(name => {
        const entry = entries?.get(entryKey('tag', `t-${name}`))
        return entry !== undefined && standingValue(entry, 'deleted') !== true
      })
    },
  }
}

test('one a day, not again on the same day, none where nothing has changed', async () => {
  const { backups, edit, pass, rows } = await desk()
  await backups.daily()
  await edit(tag('a'))
  pass(1)
  await backups.daily()
  expect(await rows()).toMatchObject([{ reason: 'daily', by: 'Ann', missing: 0 }])
  pass(48)
  await backups.daily()
  expect(await rows()).toHaveLength(2)
  pass(48)
  await backups.daily()
  expect(await rows()).toHaveLength(2)
})

test('where none can be made the window is told once, and again after one could', async () => {
  const { backups, edit, userFolder, told } = await desk()
  const folder = join(userFolder, 'backups')
  await writeFile(folder, 'a file in its place')
  await backups.before('import')
  await backups.before('import')
  expect(told.filter(name => name === 'backup-trouble')).toHaveLength(1)
  await rm(folder)
  await backups.before('import')
  await edit(tag('a'))
  await rm(folder, { recursive: true })
  await writeFile(folder, 'again')
  await backups.before('import')
  expect(told.filter(name => name === 'backup-trouble')).toHaveLength(2)
})

test('a restore in place: files come back, later changes are taken back as an edit, and the workspace is open again', async () => {
  const { root, handlers, edit, rows, tags, pass } = await desk()
  await edit(tag('a'))
  const made = await handlers['backups.create']({})
  if (!made.ok) throw new Error(made.error.code)
  const { id } = made.value
  pass(1)
  await edit(tag('b'))
  const identity = await readFile(join(root, 'workspace.json'))
  await rm(join(root, 'workspace.json'))
  expect(await handlers['backups.preview']({ id })).toMatchObject({
    value: {
      rows: [
        { scope: 'workspace', files: 1 },
        { scope: 'codebook', removed: 1 },
      ],
    },
  })
  expect(await handlers['backups.restore']({ id })).toMatchObject({ value: { workspace: { id: 'w' } } })
  expect(await readFile(join(root, 'workspace.json'))).toEqual(identity)
  expect(tags()).toEqual(['a'])
  expect((await rows()).map(({ reason }) => reason)).toEqual(['restore', 'manual'])
  await edit({ do: 'restore-entry', register: 'codebook', id: 't-b' })
  expect(tags()).toEqual(['a', 'b'])
})

test('a backup that is not there is said to be gone, and nothing is closed', async () => {
  const { handlers, edit } = await desk()
  await edit(tag('a'))
  expect(await handlers['backups.restore']({ id: 'nope' })).toMatchObject({ error: { code: 'unknown-backup' } })
  await edit(tag('b'))
})

test('emptying the bin erases what only I have, keeps what colleagues wrote, and a backup brings it back', async () => {
  const { root, handlers, edit, session, put } = await desk()
  const texts = { mine: 'Only mine.', shared: 'Shared.', kept: 'Not removed.' }
  for (const [id, text] of Object.entries(texts)) await session()?.addDocument(id, revision(text), source)
  const place = { revision: revision(texts.mine).id, segments: [{ part: 'content', start: 0, end: 4 }] } as const
  await edit({ do: 'create', document: 'mine', annotation: 'n', kind: 'note', note: 'a secret', ...place })
  await put('shared', 'bo', 'theirs')
  for (const document of ['mine', 'shared']) await edit({ do: 'remove-document', document })
  await edit({ do: 'set-progress', document: 'kept', progress: 'done' })

  expect(await handlers['documents.purgeable']({})).toMatchObject({
    value: { erase: [{ document: 'mine' }], kept: [{ document: 'shared', why: 'others', names: ['bo'] }] },
  })
  expect(await handlers['documents.purge']({ documents: ['mine', 'shared'] })).toMatchObject({
    error: { code: 'changed-since' },
  })
  const purged = await handlers['documents.purge']({ documents: ['mine'] })
  if (!purged.ok) throw new Error(JSON.stringify(purged.error))
  const documents = (await readdir(join(root, 'documents'), { recursive: true })).filter(name => name.endsWith('.json'))
  expect(documents.filter(name => name.startsWith('mine'))).toEqual(['mine/annotations/ann.json'])
  expect(documents.some(name => name.startsWith('shared/revisions'))).toBe(true)
  expect(await readdir(join(root, 'documents/mine/sources'))).toEqual([])
  expect(await readdir(join(root, 'documents/mine/annotations'))).toEqual(['ann.json'])
  expect(await readFile(join(root, 'documents/mine/annotations/ann.json'), 'utf8')).not.toContain('secret')
  expect(
    session()
      ?.rows('ann')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['kept', 'shared'])
  const checked = await checkWorkspace(folderFiles(root))
  const codes = checked.ok ? checked.value.problems.map(({ file, code }) => `${file} ${code}`) : ['unread']
  expect(codes.filter(line => !line.endsWith(' unknown-annotator'))).toEqual([])

  const later = await handlers['backups.create']({})
  expect(later.ok && (await handlers['backups.preview']({ id: later.value.id }))).toMatchObject({ value: { rows: [] } })
  const id = purged.value.before ?? ''
  expect(await handlers['backups.restore']({ id })).toMatchObject({ ok: true })
  expect(session()?.release('mine')?.current.text).toBe(texts.mine)
  expect(session()?.release('mine')?.deleted).toBe(true)
  const entry = session()?.state().scopes.get('document:mine')?.journals.get('ann')?.entries.get('annotation:n')
  expect([standingValue(entry, 'note'), standingValue(entry, 'deleted')]).toEqual(['a secret', undefined])
})

test('as a copy: into the folder that was chosen, or nowhere', async () => {
  const { handlers, edit, choose } = await desk()
  await edit(tag('a'))
  const made = await handlers['backups.create']({})
  const id = made.ok ? made.value.id : ''
  expect(await handlers['backups.restore-copy']({ id })).toEqual({ ok: true, value: null })
  const folder = await temporaryFolder(onTestFinished)
  choose(join(folder, 'copy'))
  expect(await handlers['backups.restore-copy']({ id })).toMatchObject({ value: { lost: [] } })
  expect(await readFile(join(folder, 'copy', 'codebook', 'ann.json'), 'utf8')).toContain('t-a')
  expect(await handlers['backups.restore-copy']({ id })).toMatchObject({ error: { code: 'exists' } })
})

test('a workspace.json that was damaged or changed by hand: what it was is put back, and the window is told', async () => {
  const { root, userFolder, handlers, edit, reopen, refresh } = await desk()
  await edit(tag('a'))
  await handlers['backups.create']({})
  const file = join(root, 'workspace.json')
  const written = await readFile(file, 'utf8')
  await writeFile(file, written.replace('"name":"Press"', '"name":"Mine"'))
  expect(await refresh()).toMatchObject([{ file: 'workspace.json', code: 'edited-outside', from: 'memory' }])
  expect(await readFile(file, 'utf8')).toBe(written)

  for (const damage of ['', written.slice(0, 80), written.replace('"name":"Press"', '"name":"Mine"')]) {
    await writeFile(file, damage)
    expect(await reopen()).toMatchObject([{ file: 'workspace.json', from: 'backup' }])
    expect(await readFile(file, 'utf8')).toBe(written)
  }
  await rm(join(userFolder, 'backups'), { recursive: true })
  await writeFile(file, '')
  expect(await reopen()).toBe('damaged')
})
