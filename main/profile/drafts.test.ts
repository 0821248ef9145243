import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { draftsIn } from './drafts'

test('what was kept last of a text is there in the next start, and gone when it is dropped', async () => {
  const folder = await temporaryFolder(onTestFinished)
  const drafts = draftsIn(folder)
  expect(await drafts.read('w', 'd')).toBeNull()
  expect(await drafts.keep('w', 'd', 'first')).toEqual({ ok: true, value: null })
  await drafts.keep('w', 'd', 'sécond')
  await drafts.keep('w', 'other', 'third')
  expect(await draftsIn(folder).read('w', 'd')).toBe('sécond')
  expect(await drafts.read('v', 'd')).toBeNull()
  await drafts.drop('w', 'd')
  await drafts.drop('w', 'd')
  expect(await drafts.read('w', 'd')).toBeNull()
  expect(await drafts.read('w', 'other')).toBe('third')
})

test('where it cannot be kept that is told, and what lies in its way is no draft', async () => {
  const folder = await temporaryFolder(onTestFinished)
  await writeFile(join(folder, 'drafts'), '')
  expect(await draftsIn(folder).keep('w', 'd', 'x')).toMatchObject({ ok: false })
  const other = await temporaryFolder(onTestFinished)
  await mkdir(join(other, 'drafts', 'w', 'd.json'), { recursive: true })
  expect(await draftsIn(other).read('w', 'd')).toBeNull()
})
