import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { documentScope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { contentOf } from '#annotations/testing/histories'
import { schemaVersion } from '#annotations/workspace/envelope'
import { checkWorkspace } from '#app/services/check-workspace'
import { openSession } from '#app/services/open-session'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { folderFiles } from '../cli/workspace-files'
import { temporaryFolder } from './testing/temporary-folder'
import { opened } from './testing/workspaces'

const fixtures = join(import.meta.dirname, 'fixtures')
const versions = Array.from({ length: schemaVersion }, (_, i) => i + 1)

async function session(path: string): Promise<WorkspaceSession> {
  const session = await openSession(await opened(path, { annotators: ['ann'] }))
  return session.ok ? session.value : expect.fail(session.error.code)
}

const scopes: readonly ScopeKey[] = ['annotators', 'codebook', 'speakers', documentScope('d1'), documentScope('d2')]
const content = (state: WorkspaceState) => Object.fromEntries(contentOf(state, scopes))

async function problemsOf(path: string): Promise<string[]> {
  const checked = await checkWorkspace(folderFiles(path))
  // Both documents of the fixture hold the same texts.
  return checked.ok
    ? checked.value.problems.map(({ code }) => code).filter(code => code !== 'duplicate-text')
    : ['none']
}

/** Every version from the first on has a workspace that its program wrote, `workspace-v<n>`, and what it says. */
describe.each(versions)('a workspace of version %i', version => {
  const original = join(fixtures, `workspace-v${version}`)

  test('is kept as its program wrote it', async () => {
    expect(existsSync(original)).toBe(true)
    expect(await readFile(join(original, 'workspace.json'), 'utf8')).toContain(`"schemaVersion":${version}`)
  })

  test('says what it said, can be written, and says it still', async () => {
    const said = JSON.parse(await readFile(`${original}.json`, 'utf8'))
    const path = join(await temporaryFolder(onTestFinished), 'w')
    await cp(original, path, { recursive: true })
    const first = await session(path)
    expect(content(first.state())).toEqual(said)
    expect([first.damaged(), first.reports(), await problemsOf(path)]).toEqual([[], [], []])
    const act = { do: 'set-note', document: 'd1', annotation: 'n-ann0', note: 'written since' } as const
    const at = '2026-05-02T09:00:00.000Z'
    expect(await first.edit({ id: 'e99999', at, by: 'ann', acts: [act] })).toMatchObject({ ok: true })
    await first.close()
    const again = await session(path)
    expect(content(again.state())).toEqual({ ...said, 'document:d1 annotation:n-ann0 note': 'written since' })
    expect(await problemsOf(path)).toEqual([])
  })
})
