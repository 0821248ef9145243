import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actAs, nameAnnotator, takeOver } from './name-annotator'
import { openProfile } from './profile'

let folder: string
let made = 0
const ids = {
  next: () => {
    made += 1
    return `id-${made}`
  },
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-profile-'))
  made = 0
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('who is at the desk is named anew under the same id', async () => {
  const profile = await openProfile(folder)
  const id = await nameAnnotator(profile, 'First', ids)
  expect(await nameAnnotator(profile, 'Second', ids)).toBe(id)
  expect(profile.read().annotators).toEqual([{ id, name: 'Second', what: 'person' }])
})

test('acting under another name renames nobody, and the same name is the same person again', async () => {
  const profile = await openProfile(folder)
  const first = await actAs(profile, 'First', ids)
  const second = await actAs(profile, 'Second', ids)
  expect(second).not.toBe(first)
  expect(await actAs(profile, ' First ', ids)).toBe(first)
  const { annotators, current } = profile.read()
  expect(annotators.map(({ name }) => name).sort()).toEqual(['First', 'Second'])
  expect(current).toBe(first)
})

test('who goes on as the person they were elsewhere has that id from then on, and keeps the one before', async () => {
  const profile = await openProfile(folder)
  const before = await nameAnnotator(profile, 'Ann', ids)
  await takeOver(profile, { id: 'elsewhere', name: 'Ann' })
  expect(profile.read().current).toBe('elsewhere')
  expect(await nameAnnotator(profile, 'Ann Doe', ids)).toBe('elsewhere')
  expect(profile.read().annotators).toEqual([
    { id: 'elsewhere', name: 'Ann Doe', what: 'person' },
    { id: before, name: 'Ann', what: 'person' },
  ])
})
