import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { thorough } from './testing/effort'
import { noLosses, noteLosses, toldLosses } from './testing/losses'
import { isThere } from './testing/mounts'
import { prepareWriters, type Writers } from './testing/writer'

/** Saves of a writer; two files each. */
const saves = 4

/**
 * The calls by which the store reaches the disk, and what each may answer. It writes its files with `pwrite64`; `write` is
 * what Node says things and wakes its threads with.
 */
const calls: readonly (readonly [call: string, error: string])[] = [
  ['fsync', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['rename', 'EIO'],
  ['link', 'EIO'],
  ...(thorough
    ? ([
        ['fsync', 'ENOSPC'],
        ['pwrite64', 'EIO'],
        ['pwrite64', 'EDQUOT'],
        ['rename', 'EACCES'],
        ['link', 'EPERM'],
        ['mkdir', 'ENOSPC'],
        ['fchmod', 'EIO'],
        ['unlink', 'EACCES'],
        ['fsync', 'EINTR'],
        ['pwrite64', 'EINTR'],
        ['rename', 'EINTR'],
        ['link', 'EINTR'],
      ] as const)
    : []),
]

/** How many runs there are for each call at most, spread over all that the writer makes on the folder. */
const runs = thorough ? 100 : 4

test('the n-th call to the system fails: what was acknowledged is there, and the writer goes on', async context => {
  const missing = whyNot()
  if (missing !== undefined) return context.skip(missing)
  const place = await temporaryFolder(onTestFinished)
  const writers = await prepareWriters(onTestFinished)
  const told: string[] = []
  for (const [call, error] of calls) {
    const losses = noLosses('pressmark')
    const turns = spread((await traced(writers, place, call)).turns, runs)
    let fired = 0
    let refused = 0
    for (const turn of turns) {
      const outcome = await traced(writers, place, call, `:error=${error}:when=${turn}`)
      await noteLosses(losses, outcome.writer, outcome.folder)
      fired += outcome.injected
      refused += outcome.writer.failures.length
      expect([outcome.finished, outcome.writer.complaint]).toEqual([true, ''])
    }
    told.push(
      `${toldLosses(`${call} answers ${error}`, losses)}; ${fired} of ${turns.length} injected, ${refused} saves refused`,
    )
    expect(losses).toMatchObject({ lost: 0, unreadable: [] })
    expect(turns.length).toBeGreaterThan(0)
    expect(fired).toBe(turns.length)
  }
  console.log(told.join('\n'))
})

/** Why system calls cannot be made to fail here. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'strace is for Linux'
  return isThere('strace') ? undefined : 'strace not found'
}

/** So many of the values, from the first to the last. */
function spread(values: readonly number[], count: number): readonly number[] {
  if (values.length <= count) return values
  return Array.from({ length: count }, (_, i) => values[Math.round((i * (values.length - 1)) / (count - 1))] ?? 1)
}

/** One writer, of whose calls one fails where `injection` says so. Counts only calls on files of its folder. */
async function traced(writers: Writers, place: string, call: string, injection = '') {
  const folder = join(place, 'press')
  const log = join(place, 'log')
  await rm(folder, { recursive: true, force: true })
  // It is there already: strace counts by thread, and the one that makes it here is not the store's.
  await mkdir(folder)
  // Newer systems have `renameat` and no `rename`.
  const called = `/^${call}(at)?$`
  const inject = injection === '' ? [] : ['-e', `inject=${called}${injection}`]
  const under = ['strace', '-f', '--seccomp-bpf', '-y', '-o', log, '-e', `trace=${called}`, ...inject]
  const env = { UV_THREADPOOL_SIZE: '1' }
  const writer = writers.start({ kind: 'pressmark', folder, count: saves, under, env })
  await writer.ended()
  const lines = (await readFile(log, 'utf8')).split('\n')
  return {
    writer,
    folder,
    finished: (await writer.acknowledged()).count === saves,
    injected: lines.filter(line => line.includes('(INJECTED)') && line.includes(folder)).length,
    turns: turnsOn(folder, call, lines),
  }
}

/** Which of a thread's calls were on the folder, as strace counts them. */
function turnsOn(folder: string, call: string, lines: readonly string[]): readonly number[] {
  const counts = new Map<string, number>()
  const turns = new Set<number>()
  for (const line of lines) {
    const [, thread = ''] = new RegExp(`^(\\d+) +${call}(?:at)?\\(`).exec(line) ?? []
    if (thread === '') continue
    const turn = (counts.get(thread) ?? 0) + 1
    counts.set(thread, turn)
    if (line.includes(folder)) turns.add(turn)
  }
  return [...turns].sort((a, b) => a - b)
}
