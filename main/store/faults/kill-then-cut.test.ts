import { expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { identity, opened } from '../testing/workspaces'
import { createWorkspace } from '../workspace-folder'
import { type CrashPoint, sweep, told } from './testing/crash-sweep'
import { FaultFs } from './testing/fault-fs'
import {
  addText,
  commitAll,
  countIn,
  judgeStore,
  root,
  type StorePromises,
  storeCrashPoints,
  textOf,
} from './testing/store-scenario'

const seed = 20261125

/** What a process that opens the workspace shows, as what is saved. */
async function shownBy(store: WorkspaceStore): Promise<StorePromises> {
  const texts: string[] = []
  const counts: Record<string, number> = {}
  for (const document of ['doc', 'other'] as const) {
    const loaded = await store.loadRevisions(document)
    if (loaded.ok && loaded.value.revisions.some(({ text }) => text === textOf(document))) texts.push(document)
    counts[document] = (await countIn(store, documentScope(document))) ?? 0
  }
  counts.codebook = (await countIn(store, 'codebook')) ?? 0
  return { created: true, texts, acknowledged: counts, tried: counts }
}

/**
 * A process is killed before its n-th operation, and the machine goes on. `next` is what the next process does on the same
 * disk, whether or not it knows of the kill; it resolves with what it has promised by then, and the power fails.
 */
async function afterEachKill(
  isKnown: boolean,
  next: (store: WorkspaceStore) => Promise<StorePromises>,
): Promise<CrashPoint<StorePromises>[]> {
  const points: CrashPoint<StorePromises>[] = []
  for (let n = 1, isOver = false; !isOver; n += 1) {
    let at = ''
    let killed: FaultFs | undefined
    try {
      await storeCrashPoints(
        1,
        call => {
          if (call.n < n) return undefined
          at = `killed at ${call.operation} ${call.path}`
          return 'crash'
        },
        fs => {
          killed = fs
        },
      )
      isOver = true
    } catch (error) {
      // Whatever the killed process made of it, nobody hears of it.
      if (at === '') throw error
    }
    const fs = killed?.afterKill() ?? new FaultFs()
    await createWorkspace(root, identity, fs)
    const store = await opened(root, {
      fs,
      annotators: ['ann'],
      lock: { release: async () => undefined, afterKill: isKnown },
    })
    const promised = await next(store)
    points.push({ disk: fs.crashed(), promised, at })
  }
  return points
}

test('what is shown after a process was killed survives a power cut', async () => {
  const tally = await sweep(await afterEachKill(true, shownBy), judgeStore, { bound: 64, seed })
  expect(told('killed, opened, power cut', tally)).toMatch(/: 0 lost$/)
  console.log(told('killed, opened, power cut', tally))
})

test('what is marked then survives one with the text that it is in, though nobody knows of the kill', async () => {
  const points = await afterEachKill(false, async store => {
    const { texts } = await shownBy(store)
    for (const document of ['doc', 'other'] as const) if (!texts.includes(document)) await addText(store, document)
    expect(await commitAll(store, 2)).toBe(true)
    return shownBy(store)
  })
  const tally = await sweep(points, judgeStore, { bound: 64, seed })
  expect(told('killed, marked, power cut', tally)).toMatch(/: 0 lost$/)
  console.log(told('killed, marked, power cut', tally))
})
