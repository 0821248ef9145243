import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acquireLock } from '../store/lock'
import { currentIdentity, openProfile, type Profile, withPreferences, withRecent } from './profile'
import { defaultUserFolder } from './user-folder'

async function userFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pressmark-profile-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'user')
}

const person = (name: string) => ({ id: name.toLowerCase(), name, what: 'person' as const })
const adding = (name: string) => (now: Profile) => ({ ...now, annotators: [...now.annotators, person(name)] })

test('reading writes nothing', async () => {
  const folder = await userFolder()
  expect((await openProfile(folder)).read()).toEqual({ annotators: [], theme: 'system', recent: [] })
  await expect(readdir(folder)).rejects.toThrow('ENOENT')
})

test('what one process writes another reads, without opening it again', async () => {
  const folder = await userFolder()
  const [one, other] = [await openProfile(folder), await openProfile(folder)]
  expect(other.read().annotators).toEqual([])
  await one.update(now => ({ ...adding('Ada')(now), current: 'ada' }))
  expect(currentIdentity(other.read())).toEqual(person('Ada'))
})

test('many that add at once lose nobody, and find whom another has just added', async () => {
  const folder = await userFolder()
  const names = Array.from({ length: 20 }, (_, n) => `Tool ${n % 10}`)
  const kept = await Promise.all(
    names.map(async (name, n) => {
      const file = await openProfile(folder)
      const profile = await file.update(now => {
        if (now.annotators.some(known => known.name === name)) return now
        return { ...now, annotators: [...now.annotators, { id: `t${n}`, name, what: 'import' }] }
      })
      return profile.annotators.find(known => known.name === name)
    }),
  )
  const { annotators } = (await openProfile(folder)).read()
  expect(annotators).toHaveLength(10)
  for (const identity of kept) expect(annotators).toContainEqual(identity)
})

describe('a file that cannot be understood', () => {
  test('counts as empty, and is kept before anything is written', async () => {
    const folder = await userFolder()
    const file = await openProfile(folder)
    await file.update(now => now)
    await writeFile(join(folder, 'profile.json'), '{"annotators":')
    await rm(join(folder, 'profile.json.prev'), { force: true })
    expect(file.read().annotators).toEqual([])
    await file.update(adding('Ada'))
    await file.update(adding('Ben'))
    const kept = (await readdir(folder)).filter(name => name.startsWith('profile-unreadable-'))
    expect(kept).toHaveLength(1)
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe('{"annotators":')
    expect(file.read().annotators.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  })

  test('is read from the generation before it', async () => {
    const folder = await userFolder()
    const file = await openProfile(folder)
    await file.update(adding('Ada'))
    await file.update(now => ({ ...now, theme: 'dark' }))
    await writeFile(join(folder, 'profile.json'), 'x')
    expect(file.read().annotators).toEqual([person('Ada')])
    await file.update(adding('Ben'))
    expect(file.read().annotators).toEqual([person('Ada'), person('Ben')])
  })

  test('in one member loses the others not, and is kept', async () => {
    const folder = await userFolder()
    const file = await openProfile(folder)
    await file.update(now => now)
    const broken = JSON.stringify({ annotators: [person('Ada'), { id: 7 }], theme: 'loud', plugins: ['x'] })
    await writeFile(join(folder, 'profile.json'), broken)
    await rm(join(folder, 'profile.json.prev'), { force: true })
    expect(file.read()).toMatchObject({ annotators: [person('Ada')], theme: 'system' })
    await file.update(now => withRecent(now, '/w', 'W'))
    const written = JSON.parse(await readFile(join(folder, 'profile.json'), 'utf8'))
    expect(written).toMatchObject({ annotators: [person('Ada')], recent: [{ path: '/w' }], plugins: ['x'] })
    expect((await readdir(folder)).some(name => name.startsWith('profile-unreadable-'))).toBe(true)
  })
})

describe('preferences', () => {
  test('are kept member by member', async () => {
    const file = await openProfile(await userFolder())
    await file.update(now => withPreferences(now, { textSize: 20, bindings: { 'mark-quote': ['Ctrl+Q'] } }))
    await file.update(now => withPreferences(now, { singleKeys: false, bindings: {} }))
    expect(file.read().preferences).toEqual({ textSize: 20, singleKeys: false, bindings: {} })
  })

  test('that cannot be read lose no others, and those of a newer program stay', async () => {
    const folder = await userFolder()
    const file = await openProfile(folder)
    await file.update(now => now)
    await rm(join(folder, 'profile.json.prev'), { force: true })
    const preferences = { textSize: 300, columnWidth: 90, later: true }
    await writeFile(join(folder, 'profile.json'), JSON.stringify({ annotators: [person('Ada')], preferences }))
    expect(file.read()).toMatchObject({ annotators: [person('Ada')], preferences: { columnWidth: 90 } })
    await file.update(now => withPreferences(now, { textSize: 18 }))
    expect(file.read().preferences).toEqual({ textSize: 18, columnWidth: 90, later: true })
  })
})

test('a change that throws changes nothing, and the next one is made', async () => {
  const folder = await userFolder()
  const file = await openProfile(folder)
  await file.update(adding('Ada'))
  await expect(
    file.update(() => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await file.update(adding('Ben'))
  expect(file.read().annotators).toHaveLength(2)
})

test('waits for another process that is changing it', async () => {
  const folder = await userFolder()
  const file = await openProfile(folder)
  await file.update(now => now)
  const lock = await acquireLock({ id: 'profile', path: folder, role: 'command', pid: 1 })
  if (!lock.ok) throw new Error(lock.error.reason)
  const order: string[] = []
  const update = file.update(adding('Ada')).then(() => order.push('changed'))
  order.push('let go')
  await lock.value.release()
  await update
  expect(order).toEqual(['let go', 'changed'])
})

test.each([
  ['linux', {}, '/home/ada/.config/pressmark'],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/pressmark'],
  ['darwin', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada/Library/Application Support/pressmark'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/pressmark'],
  ['win32', {}, '/home/ada/AppData/Roaming/pressmark'],
] as const)('the folder on %s with %o', (platform, env, folder) => {
  expect(defaultUserFolder({ platform, env, home: '/home/ada' })).toBe(folder)
})
