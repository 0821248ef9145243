import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../store/place-file'
import { importSeed, type Study, startStudy } from './testing/study'

interface Listed {
  readonly workspace: string
  readonly backups: { readonly id: string; readonly verified: boolean; readonly documents: number }[]
}

async function annotated(): Promise<{ study: Study; document: string }> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  await note(study, document, 'first')
  return { study, document }
}

async function note(study: Study, document: string, text: string): Promise<void> {
  const from = await study.file('in.json', [{ id: 'n1', kind: 'note', target: [{ start: 0, end: 5 }], note: text }])
  const ran = await study.run('annotate', 'w', document, '--from', from, '--annotator', 'Tool')
  expect(ran.status, ran.err).toBe(0)
}

const objectsOf = (study: Study, id: string) => join(study.userFolder, 'backups', id, 'objects')

test('a backup is made, listed, and not made again where nothing has changed', async () => {
  const { study, document } = await annotated()
  expect((await study.run('backup', 'list', 'w')).out).toBe('No backups yet. "pressmark backup create" makes one.\n')
  const first = await study.run('backup', 'create', 'w')
  expect(first.out).toMatch(/^Backup \S+-manual made: 1 document, \d+ files, .*\. Every file of it was read back\.\n$/)
  expect((await study.run('backup', 'create', 'w')).out).toMatch(/^Nothing has changed since backup /)
  await note(study, document, 'second')
  expect(await study.json('backup', 'create', 'w')).toMatchObject({ made: true, backup: { verified: true } })
  const { backups } = await study.json<Listed>('backup', 'list', 'w')
  expect(backups).toMatchObject([
    { reason: 'manual', documents: 1, verified: true, path: join(study.folder, 'w'), damaged: [] },
    { reason: 'manual', documents: 1, verified: true },
  ])
  const text = (await study.run('backup', 'list', 'w')).out
  for (const { id } of backups) expect(text).toContain(id)
  expect(text).toMatch(/\n2 backups, together .* kB\n$/)
})

test('a backup is found by folder and by id when the workspace is gone, or its first file is damaged', async () => {
  const { study } = await annotated()
  await study.run('backup', 'create', 'w')
  const { workspace, backups } = await study.json<Listed>('backup', 'list', 'w')
  await writeFile(join(study.folder, 'w', 'workspace.json'), 'x')
  expect((await study.json<Listed>('backup', 'list', 'w')).backups).toEqual(backups)
  await rm(join(study.folder, 'w'), { recursive: true })
  expect((await study.json<Listed>('backup', 'list', 'w')).backups).toEqual(backups)
  expect((await study.json<Listed>('backup', 'list', workspace)).backups).toEqual(backups)
  const unknown = await study.run('backup', 'list', 'nowhere')
  expect(unknown.status).toBe(2)
  expect(unknown.err).toContain('There is no workspace nowhere, and no backup of one.')
})

test('a backup that is not whole is said so by the list and by the doctor, and mended by the next', async () => {
  const { study, document } = await annotated()
  await study.run('backup', 'create', 'w')
  const { workspace, backups } = await study.json<Listed>('backup', 'list', 'w')
  // Of a file that the next backup has too.
  await rm(join(objectsOf(study, workspace), sha256(await readFile(join(study.folder, 'w', 'workspace.json')))))
  const listed = await study.run('backup', 'list', 'w', '--json')
  expect([listed.status, JSON.parse(listed.out).backups[0].verified]).toEqual([1, false])
  const doctor = await study.run('doctor', 'w')
  expect(doctor.status).toBe(0)
  expect(doctor.err).toContain(`backup ${backups[0]?.id} is not whole: 1 file missing or damaged.`)
  await note(study, document, 'second')
  await study.run('backup', 'create', 'w')
  expect((await study.run('doctor', 'w')).err).toBe('')
})

test('where no backup can be written the doctor says why, and the workspace is well', async () => {
  const { study } = await annotated()
  await rm(study.userFolder, { recursive: true })
  await mkdir(study.userFolder)
  await writeFile(join(study.userFolder, 'backups'), 'a file in the place of the folder')
  const made = await study.run('backup', 'create', 'w')
  expect(made.status).not.toBe(0)
  expect(made.err).toMatch(/^pressmark: /)
  const doctor = await study.run('doctor', 'w')
  expect([doctor.status, doctor.err]).toEqual([0, expect.stringContaining('no backup can be made: ')])
  expect(await readFile(join(study.folder, 'w', 'workspace.json'), 'utf8')).toContain('Study')
})

test('before many files are imported a backup is made, before a few none; where it cannot be made they come in all the same', async () => {
  const study = await startStudy(onTestFinished)
  await mkdir(join(study.folder, 'in'))
  const add = async (n: number) => writeFile(join(study.folder, 'in', `${n}.txt`), `Release ${n}\n\nText.`)
  for (let n = 0; n < 5; n += 1) await add(n)
  await study.run('import', 'w', 'in')
  expect((await study.json<Listed>('backup', 'list', 'w')).backups).toEqual([])
  await add(5)
  await study.run('import', 'w', 'in')
  const { backups } = await study.json<Listed>('backup', 'list', 'w')
  expect(backups).toMatchObject([{ reason: 'import', documents: 5 }])
  await rm(join(study.userFolder, 'backups'), { recursive: true })
  await writeFile(join(study.userFolder, 'backups'), 'a file')
  await add(6)
  const ran = await study.run('import', 'w', 'in')
  expect([ran.status, ran.err]).toEqual([0, expect.stringContaining('no backup was made before: ')])
  expect(ran.out).toContain('1 document imported')
})
