import { appendFileSync, existsSync, mkdirSync, writeSync } from 'node:fs'
import { waitForLock } from '../../lock'
import { type Counted, type Kind, openCounted } from './counted'

/**
 * A process that writes until it is stopped, for tests: `writer-process KIND FOLDER ACKS COUNT`. It adds number after
 * number to a folder, COUNT of them at most, and says so on a line of ACKS, which lies elsewhere, and then on a line of
 * its output, when each is safe. What fails is said as `failed`, and tried again, at most 5 times on end.
 */
async function run(kind: Kind, folder: string, acks: string, count: number): Promise<void> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  const lock = { id: 'w', path: folder, role: 'command', pid: process.pid, waitMs: 60_000 } as const
  const taken = await waitForLock(lock)
  if (!taken.ok) throw new Error(`no lock: ${taken.error.reason}`)
  let counted: Counted | undefined
  for (let added = 0, failures = 0; added < count && failures < 5; ) {
    counted ??= await openCounted(kind, folder).catch(fail)
    const outcome = (await counted?.add()) ?? 'to open'
    if (typeof outcome === 'number') {
      added += 1
      failures = 0
      appendFileSync(acks, `${outcome}\n`)
      writeSync(1, `${outcome}\n`)
    } else {
      failures += 1
      fail(outcome)
    }
  }
  await taken.value.release()
}

function fail(reason: unknown): undefined {
  writeSync(1, `failed ${reason}\n`)
}

const [kind, folder = '', acks = '', count = '0'] = process.argv.slice(2)
void run(kind === 'lowdb' ? 'lowdb' : 'pressmark', folder, acks, Number(count))
