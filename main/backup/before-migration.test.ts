import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isJsonObject } from '#annotations/model/json'
import type { Problem } from '#annotations/model/result'
import type { Schema } from '#annotations/workspace/envelope'
import type { KindCounts } from '#app/contract/values'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineClock } from '../clock-and-ids'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { opened } from '../store/testing/workspaces'
import { backupsOf } from './backup-folder'
import { backUpBeforeMigration } from './before-migration'

const original = join(import.meta.dirname, '../store/fixtures/workspace-v1')
const file = 'documents/d1/annotations/ann.json'

/** A version after the first, in which there are no notes any more. */
const next: Schema = {
  version: 2,
  migrations: [
    {
      from: 1,
      entry: entry => (isJsonObject(entry) && entry.kind === 'note' ? { ...entry, kind: 'claim' } : entry),
    },
  ],
}

function sumOf(rows: readonly KindCounts[], kind: 'note' | 'claim'): number {
  return rows.reduce((sum, counts) => sum + counts[kind], 0)
}

async function given() {
  const path = join(await temporaryFolder(onTestFinished), 'w')
  await cp(original, path, { recursive: true })
  const user = await temporaryFolder(onTestFinished)
  const trouble: Problem[] = []
  return {
    path,
    user,
    trouble,
    before: await readFile(join(path, file)),
    async session(schema?: Schema): Promise<WorkspaceSession> {
      const beforeMigration = backUpBeforeMigration(user, machineClock, problem => void trouble.push(problem))
      const store = await opened(path, {
        annotators: ['ann'],
        beforeMigration,
        ...(schema === undefined ? {} : { schema }),
      })
      const session = await openSession(store)
      return session.ok ? session.value : expect.fail(session.error.code)
    },
    async backups(session: WorkspaceSession) {
      const backups = backupsOf(user, session.store.identity.id)
      const listed = await backups.list()
      const reasons = listed.ok ? listed.value.map(one => ('backup' in one ? one.backup.reason : 'unreadable')) : []
      return { reasons, bytes: await backups.sparesFor(path).newestCopy(file) }
    },
  }
}

function note(session: WorkspaceSession, n: number) {
  const act = { do: 'set-note', document: 'd1', annotation: 'n-ann0', note: `written ${n}` } as const
  return session.edit({ id: `e9999${n}`, at: '2026-05-02T09:00:00.000Z', by: 'ann', acts: [act] })
}

test('the first write in a newer version comes after a backup, which has the files as they were; one is enough', async () => {
  const { session, backups, before, trouble } = await given()
  const opened = await session(next)
  expect((await backups(opened)).reasons).toEqual([])
  for (const n of [1, 2]) expect(await note(opened, n)).toMatchObject({ ok: true })
  const { reasons, bytes } = await backups(opened)
  expect(reasons).toEqual(['migration'])
  expect(Buffer.from(bytes ?? []).equals(before)).toBe(true)
  expect(trouble).toEqual([])
  await opened.close()
})

test('what is read of the older version has gone through the steps', async () => {
  const { session } = await given()
  const kinds = async (schema?: Schema) => {
    const opened = await session(schema)
    const rows = opened.rows('ann').map(({ counts }) => counts)
    await opened.close()
    return { notes: sumOf(rows, 'note'), claims: sumOf(rows, 'claim') }
  }
  const [before, after] = [await kinds(), await kinds(next)]
  expect(before.notes).toBeGreaterThan(0)
  expect(after).toEqual({ notes: 0, claims: before.claims + before.notes })
})

test('a workspace of the present version has no backup for a write, and where none can be made it is told and written', async () => {
  const { session, backups, user, trouble } = await given()
  const present = await session()
  expect(await note(present, 1)).toMatchObject({ ok: true })
  expect((await backups(present)).reasons).toEqual([])
  await present.close()
  await writeFile(join(user, 'backups'), 'a file in its place')
  const later = await session(next)
  expect(await note(later, 2)).toMatchObject({ ok: true })
  expect(trouble).toHaveLength(1)
  await later.close()
})
