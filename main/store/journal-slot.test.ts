import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Journal } from '#annotations/changes/journal'
import { ok } from '#annotations/model/result'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import { DurableFile } from './durable-file'
import { systemError } from './file-system'
import { JournalAdapter } from './journal-adapter'
import { JournalSlot, longestDelay, quietDelay, type Timers } from './journal-slot'
import { type BeforeOperation, faultyFileSystem } from './testing/faulty-file-system'
import { tags, textsIn } from './testing/journals'
import { noHelp } from './testing/no-help'
import { temporaryFolder } from './testing/temporary-folder'

const head = { workspace: 'w', scope: 'codebook' } as const

/** Timers that ring when they are told to. */
class HandTimers implements Timers {
  readonly #set = new Set<{ readonly milliseconds: number; readonly ring: () => void }>()

  after(milliseconds: number, ring: () => void): () => void {
    const timer = { milliseconds, ring }
    this.#set.add(timer)
    return () => this.#set.delete(timer)
  }

  get waiting(): number[] {
    return [...this.#set].map(timer => timer.milliseconds).sort((a, b) => a - b)
  }

  ring(milliseconds: number): void {
    for (const timer of [...this.#set].filter(set => set.milliseconds === milliseconds)) {
      this.#set.delete(timer)
      timer.ring()
    }
  }
}

async function place(before: BeforeOperation = () => undefined) {
  const folder = await temporaryFolder(onTestFinished)
  const path = join(folder, 'ann.json')
  let written = 0
  const fs = faultyFileSystem(async (operation, name, whole) => {
    await before(operation, name, whole)
    if ((operation === 'rename' || operation === 'link') && name === 'ann.json') written += 1
  })
  const adapter = new JournalAdapter(
    new DurableFile(fs, path, 'codebook/ann.json'),
    { ...head, annotator: 'ann', file: 'codebook/ann.json' },
    noHelp(fs, folder),
  )
  const timers = new HandTimers()
  const slot = new JournalSlot(adapter, timers)
  const onDisk = async () => {
    const read = readJournal(await readFile(path, 'utf8'))
    return read.ok ? textsIn(read.value.journal) : read.error
  }
  const otherProgramWrites = async (journal: Journal) => {
    await writeFile(join(folder, 'other'), writeJournal(journal, head))
    await rename(join(folder, 'other'), path)
  }
  return { path, slot, timers, onDisk, otherProgramWrites, written: () => written }
}

test('a journal is loaded as it was committed', async () => {
  const { slot, onDisk } = await place()
  expect(await slot.load()).toEqual(ok(undefined))
  const committed = slot.commit(tags('ann', { a: ['one', 'two'] }))
  await slot.flush()
  expect(await committed).toEqual(ok(tags('ann', { a: ['one', 'two'] })))
  expect(await slot.load()).toEqual(ok(tags('ann', { a: ['one', 'two'] })))
  expect(await onDisk()).toEqual({ a: ['one', 'two'] })
})

test('commits in quick succession are one write, and each is told when it is on disk', async () => {
  const { slot, timers, onDisk, written } = await place()
  const commits = ['one', 'two', 'three'].map((_, i, names) =>
    slot.commit(tags('ann', { a: names.slice(0, i + 1) })).then(async outcome => [outcome.ok, await onDisk()]),
  )
  expect(timers.waiting).toEqual([quietDelay, longestDelay])
  timers.ring(quietDelay)
  for (const commit of commits) expect(await commit).toEqual([true, { a: ['one', 'two', 'three'] }])
  expect(written()).toBe(1)
  expect(timers.waiting).toEqual([])
})

test('commits that never pause are written when the longest delay is over', async () => {
  const { slot, timers, onDisk } = await place()
  const first = slot.commit(tags('ann', { a: ['one'] }))
  const second = slot.commit(tags('ann', { a: ['one', 'two'] }))
  timers.ring(longestDelay)
  await Promise.all([first, second])
  expect(await onDisk()).toEqual({ a: ['one', 'two'] })
})

test('a commit during a write is not dropped, and waits for its own write', async () => {
  let during: (() => void) | undefined
  const { slot, timers, onDisk, written } = await place(operation => {
    if (operation !== 'sync') return
    during?.()
    during = undefined
  })
  const told: string[] = []
  let second: Promise<unknown> = Promise.resolve()
  during = () => {
    second = slot.commit(tags('ann', { a: ['one', 'two'] })).then(async () => told.push('second', `${written()}`))
    timers.ring(quietDelay)
  }
  const first = slot.commit(tags('ann', { a: ['one'] })).then(() => told.push('first'))
  timers.ring(quietDelay)
  await first
  await second
  expect(told).toEqual(['first', 'second', '2'])
  expect(await onDisk()).toEqual({ a: ['one', 'two'] })
})

test('a hundred commits, some of them during writes, all arrive', async () => {
  const { slot, timers, onDisk } = await place()
  const names = Array.from({ length: 100 }, (_, i) => `name ${i}`)
  const commits: Promise<unknown>[] = []
  for (let i = 1; i <= names.length; i += 1) {
    commits.push(slot.commit(tags('ann', { a: names.slice(0, i) })))
    if (i % 7 === 0) timers.ring(quietDelay)
    if (i % 20 === 0) await commits[i - 7]
  }
  timers.ring(quietDelay)
  for (const commit of commits) expect(await commit).toMatchObject({ ok: true })
  expect(await onDisk()).toEqual({ a: names })
})

test('two callers that know nothing of each other lose nothing', async () => {
  const { slot, onDisk } = await place()
  const commits = [slot.commit(tags('ann', { a: ['one'] })), slot.commit(tags('ann', { b: ['two'] }))]
  await slot.flush()
  expect(await commits[0]).toEqual(await commits[1])
  expect(await onDisk()).toEqual({ a: ['one'], b: ['two'] })
})

test('what another program wrote since is united, and the caller is told', async () => {
  const { slot, onDisk, otherProgramWrites } = await place()
  await otherProgramWrites(tags('ann', { a: ['one'] }))
  await slot.load()
  await otherProgramWrites(tags('ann', { a: ['one'], theirs: ['x'] }))
  const commit = slot.commit(tags('ann', { a: ['one', 'two'] }))
  await slot.flush()
  const outcome = await commit
  expect(outcome.ok && textsIn(outcome.value)).toEqual({ a: ['one', 'two'], theirs: ['x'] })
  expect(await onDisk()).toEqual({ a: ['one', 'two'], theirs: ['x'] })
})

test('a commit made before its caller heard of the other program does not take it away again', async () => {
  let during: (() => void) | undefined
  const { slot, timers, onDisk, otherProgramWrites } = await place(operation => {
    if (operation !== 'sync') return
    during?.()
    during = undefined
  })
  await otherProgramWrites(tags('ann', { theirs: ['x'] }))
  let second: Promise<unknown> = Promise.resolve()
  during = () => {
    second = slot.commit(tags('ann', { a: ['one', 'two'] }))
    timers.ring(quietDelay)
  }
  const first = slot.commit(tags('ann', { a: ['one'] }))
  timers.ring(quietDelay)
  await first
  await second
  expect(await onDisk()).toEqual({ a: ['one', 'two'], theirs: ['x'] })
})

test('a failed write stays pending: the next commit carries it along', async () => {
  let full = true
  const { slot, onDisk } = await place(operation => {
    if (full && operation === 'write') throw systemError('ENOSPC', 'full')
  })
  const first = slot.commit(tags('ann', { a: ['one'] }))
  expect(await slot.flush()).toMatchObject({ error: { code: 'disk-full' } })
  expect(await first).toMatchObject({ error: { code: 'disk-full' } })
  full = false
  const second = slot.commit(tags('ann', { b: ['two'] }))
  expect(await slot.flush()).toEqual(ok(undefined))
  expect(await second).toMatchObject({ ok: true })
  expect(await onDisk()).toEqual({ a: ['one'], b: ['two'] })
})

test('a failed write is written by a retry', async () => {
  let full = true
  const { slot, onDisk } = await place(operation => {
    if (full && operation === 'write') throw systemError('ENOSPC', 'full')
  })
  void slot.commit(tags('ann', { a: ['one'] }))
  await slot.flush()
  expect(await slot.retry()).toMatchObject({ error: { code: 'disk-full' } })
  full = false
  expect(await slot.retry()).toEqual(ok(undefined))
  expect(await onDisk()).toEqual({ a: ['one'] })
  expect(await slot.retry()).toEqual(ok(undefined))
})

test('a file that a newer program wrote stays as it is, loaded or not', async () => {
  const content = writeJournal(tags('ann', { a: ['x'] }), head).replace('"schemaVersion":1', '"schemaVersion":2')
  for (const loaded of [true, false]) {
    const { path, slot } = await place()
    await writeFile(path, content)
    if (loaded) await slot.load()
    for (const name of ['one', 'two']) {
      const commit = slot.commit(tags('ann', { a: [name] }))
      await slot.flush()
      expect(await commit).toMatchObject({ error: { code: 'newer-version' } })
    }
    expect(await readFile(path, 'utf8')).toBe(content)
  }
})

test('of an unfinished merge of Git both sides are read', async () => {
  const { path, slot, onDisk } = await place()
  const ours = writeJournal(tags('ann', { a: ['one'], b: ['both'] }), head).split('\n')
  const theirs = writeJournal(tags('ann', { b: ['both'], c: ['two'] }), head).split('\n')
  await writeFile(path, ['<<<<<<< HEAD', ...ours, '=======', ...theirs, '>>>>>>> branch', ''].join('\n'))
  const loaded = await slot.load()
  expect(loaded.ok && textsIn(loaded.value)).toEqual({ a: ['one'], b: ['both'], c: ['two'] })
  const commit = slot.commit(tags('ann', { d: ['three'] }))
  await slot.flush()
  await commit
  expect(await onDisk()).toEqual({ a: ['one'], b: ['both'], c: ['two'], d: ['three'] })
})

test('a bug in a write is told to those who committed, and the next commit is written', async () => {
  let bug = true
  const { slot, onDisk } = await place(operation => {
    if (bug && operation === 'write') throw new TypeError('a bug')
  })
  const first = slot.commit(tags('ann', { a: ['one'] }))
  const told = expect(first).rejects.toThrow('a bug')
  await slot.flush()
  await told
  bug = false
  const second = slot.commit(tags('ann', { a: ['one', 'two'] }))
  await slot.flush()
  expect(await second).toMatchObject({ ok: true })
  expect(await onDisk()).toEqual({ a: ['one', 'two'] })
})
