import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { ok } from '#annotations/model/result'
import { acquireLock, waitForLock } from '../lock'

/**
 * A process that takes a lock, for tests. `lock-process ID PATH` says that it is there, takes the lock at the first
 * input, says on a line what came of it and keeps it until it is killed; with `COUNTER` it waits for the lock, adds one
 * to the number in that file and ends.
 */
async function run(id: string, path: string, counter: string | undefined): Promise<void> {
  const options = { id, path, role: 'command', pid: process.pid, waitMs: 60_000 } as const
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  process.stdin.pause()
  const taken = await (counter === undefined ? acquireLock(options) : waitForLock(options))
  if (!taken.ok) {
    const { reason, owner } = taken.error
    process.stdout.write(`${JSON.stringify({ reason, owner: owner?.pid })}\n`)
    return taken.error.close()
  }
  if (counter === undefined) {
    taken.value.serve(async (call, body) => ok({ call, body }))
    process.stdout.write(`${JSON.stringify({ reason: 'mine' })}\n`)
  } else {
    const before = Number(await readFile(counter, 'utf8'))
    await writeFile(counter, `${before + 1}`)
    process.stdout.write(`${JSON.stringify({ reason: 'mine' })}\n`)
    await taken.value.release()
  }
}

const [id = '', path = '', counter] = process.argv.slice(2)
void run(id, path, counter)
