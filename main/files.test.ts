import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { machineFiles } from './files'

let folder: string
const bytes = new TextEncoder().encode('new')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-files-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const run = promisify(execFile)

describe('a file that is read', () => {
  test('is given with its name, and none that is larger than asked for', async () => {
    const path = join(folder, 'in.json')
    await writeFile(path, 'x'.repeat(3_000_000))
    expect(await machineFiles.read(path, 3_000_000)).toMatchObject({ value: { name: 'in.json' } })
    const read = await machineFiles.read(path, 3_000_000)
    expect(read.ok && read.value.bytes.length).toBe(3_000_000)
    expect(await machineFiles.read(path, 2_999_999)).toMatchObject({ error: { code: 'too-large' } })
  })

  test.runIf(process.platform === 'linux')(
    'is no pipe that nobody writes into, no device, no folder, and has an end',
    async () => {
      const pipe = join(folder, 'pipe')
      await run('mkfifo', [pipe])
      await symlink('/dev/zero', join(folder, 'link'))
      for (const path of [pipe, '/dev/zero', join(folder, 'link'), folder]) {
        expect(await machineFiles.read(path, 100)).toMatchObject({ error: { code: 'not-a-file' } })
      }
      // It says that it has no bytes.
      expect(await machineFiles.read('/proc/self/status', 10)).toMatchObject({ error: { code: 'too-large' } })
    },
  )
})

describe('a file that is written', () => {
  test('stands whole at its place and keeps the permissions of the one before', async () => {
    const path = join(folder, 'out.csv')
    await writeFile(path, 'old')
    await chmod(path, 0o600)
    expect(await machineFiles.write(path, bytes)).toEqual({ ok: true, value: undefined })
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('through a link changes what the link names, and the link stays', async () => {
    await writeFile(join(folder, 'target.csv'), 'old')
    await symlink('target.csv', join(folder, 'link.csv'))
    await machineFiles.write(join(folder, 'link.csv'), bytes)
    expect(await readlink(join(folder, 'link.csv'))).toBe('target.csv')
    expect(await readFile(join(folder, 'target.csv'), 'utf8')).toBe('new')
  })

  test('never takes the place of a folder or a device', async () => {
    await mkdir(join(folder, 'out.csv'))
    expect(await machineFiles.write(join(folder, 'out.csv'), bytes)).toMatchObject({ error: { code: 'not-a-file' } })
    expect(await machineFiles.write('/dev/null', bytes)).toMatchObject({ error: { code: 'not-a-file' } })
    expect((await stat('/dev/null')).isFile()).toBe(false)
  })

  test.each(['workspace.json', 'codebook/a.json', 'documents/d/annotations/a.json', 'documents/new.csv'])(
    'is none of a workspace: %s',
    async name => {
      const workspace = join(folder, 'study')
      await mkdir(join(workspace, 'documents/d/annotations'), { recursive: true })
      await mkdir(join(workspace, 'codebook'))
      await writeFile(join(workspace, 'workspace.json'), '{}')
      await symlink('study', join(folder, 'by-link'))
      for (const way of ['study', 'by-link']) {
        const outcome = await machineFiles.write(join(folder, way, name), bytes)
        expect(outcome).toMatchObject({ ok: false, error: { code: 'inside-workspace' } })
      }
      expect(await readFile(join(workspace, 'workspace.json'), 'utf8')).toBe('{}')
      expect(await machineFiles.write(join(workspace, 'excerpts.csv'), bytes)).toMatchObject({ ok: true })
    },
  )
})
