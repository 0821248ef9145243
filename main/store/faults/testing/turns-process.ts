import { appendFileSync } from 'node:fs'
import { waitForLock } from '../../lock'
import { tags, textsIn } from '../../testing/journals'
import { opened } from '../../testing/workspaces'

/**
 * A process that takes turns with others at one workspace, for tests: `turns-process NAME FOLDER ACKS`. In each turn it
 * takes the lock, opens the workspace, adds three texts of its own to the annotator's one journal, says each on a line
 * of ACKS when it is safe, and lets the lock go. It ends after the turn in which its input was closed.
 */
async function run(name: string, folder: string, acks: string): Promise<void> {
  const lock = { id: 'w', path: folder, role: 'command', pid: process.pid, waitMs: 600_000 } as const
  let isOver = false
  process.stdin.resume().once('end', () => {
    isOver = true
  })
  while (!isOver) {
    const taken = await waitForLock(lock)
    if (!taken.ok) throw new Error(`no lock: ${taken.error.reason}`)
    const store = await opened(folder)
    const loaded = await store.loadScope('codebook')
    if (!loaded.ok) throw new Error(loaded.error.code)
    const texts = [...(textsIn(loaded.value.journals.get('ann'))[name] ?? [])]
    for (let n = 0; n < 3; n += 1) {
      texts.push(`${texts.length + 1}`)
      const outcome = await store.commit([{ scope: 'codebook', journal: tags('ann', { [name]: texts }) }])
      if (!outcome.ok) throw new Error(outcome.error.code)
      appendFileSync(acks, `${texts.length}\n`)
    }
    await taken.value.release()
  }
}

const [name = '', folder = '', acks = ''] = process.argv.slice(2)
void run(name, folder, acks)
