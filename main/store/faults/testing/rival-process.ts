import { appendFileSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { documentScope } from '#annotations/changes/journal'
import { systemTimers } from '../../journal-slot'
import { waitForLock } from '../../lock'
import { notes, tags, textsIn } from '../../testing/journals'
import { opened } from '../../testing/workspaces'
import type { Kind } from './counted'

/** How one of several processes adds its numbers to what all of them write. */
export interface Rival {
  /** False where it was refused: it is tried again. */
  add(n: number): Promise<boolean>
  close(): Promise<void>
}

const document = documentScope('doc')

/** Which numbers of each name are in a folder. */
export async function numbersOf(kind: Kind, folder: string): Promise<{ readonly [name: string]: readonly number[] }> {
  if (kind === 'lowdb') {
    const text = await readFile(join(folder, 'db.json'), 'utf8')
    const all = readable(text) ?? []
    const of = (name: string) => all.filter(one => one.startsWith(name)).map(one => Number(one.slice(name.length)))
    return { a: of('a'), b: of('b') }
  }
  const store = await opened(folder)
  const found: Record<string, number[]> = {}
  const texts = await Promise.all(
    (['codebook', document] as const).map(async scope => {
      const loaded = await store.loadScope(scope)
      return loaded.ok && loaded.value.damaged.length === 0 ? textsIn(loaded.value.journals.get('ann')) : {}
    }),
  )
  // A note counts with its tag.
  for (const [name, numbers] of Object.entries(texts[1] ?? {})) {
    const tagged = new Set(texts[0]?.[name])
    found[name] = numbers.filter(number => tagged.has(number)).map(Number)
  }
  return found
}

/** Two that write it at once may leave what nobody can read any more. */
function readable(text: string): readonly string[] | undefined {
  try {
    return JSON.parse(text) as readonly string[]
  } catch {
    return undefined
  }
}

async function openRival(kind: Kind, name: string, folder: string): Promise<Rival> {
  if (kind === 'lowdb') {
    mkdirSync(folder, { recursive: true })
    const low = new Low<string[]>(new JSONFile(join(folder, 'db.json')), [])
    return {
      // Both use one temporary name and read what the other is writing.
      add: async n => {
        try {
          await low.read()
          low.data.push(`${name}${n}`)
          await low.write()
          return true
        } catch {
          return false
        }
      },
      close: async () => undefined,
    }
  }
  const taken = await waitForLock({ id: 'w', path: folder, role: 'command', pid: process.pid, waitMs: 60_000 })
  if (!taken.ok) throw new Error(`no lock: ${taken.error.reason}`)
  // It waits for further edits as the program does, so that the other has a chance.
  const store = await opened(folder, { annotators: ['ann'], lock: taken.value, timers: systemTimers })
  const texts: string[] = []
  return {
    async add(n) {
      if (texts.length < n) texts.push(`${n}`)
      const outcome = await store.commit([
        { scope: document, journal: notes('ann', { [name]: texts }) },
        { scope: 'codebook', journal: tags('ann', { [name]: texts }) },
      ])
      if (!outcome.ok) console.error(`refused ${JSON.stringify(outcome.error)}`)
      return outcome.ok
    },
    close: () => store.close(),
  }
}

/**
 * A process that writes beside another, for tests: `rival-process KIND NAME FOLDER ACKS TRIES`. It says `begun` once it has the
 * lock, adds number after number, each said on a line of ACKS when it is safe, until it hears `stop`; says `stopped`, and
 * closes at `close`. After TRIES, refused ones counted, it says `tried` and rests.
 */
async function run(kind: Kind, name: string, folder: string, acks: string, tries: number): Promise<void> {
  const rival = await openRival(kind, name, folder)
  let isOver = false
  let rest = (): void => undefined
  const over = new Promise<void>(resolve => {
    rest = resolve
  })
  createInterface({ input: process.stdin }).on('line', line => {
    isOver = true
    rest()
    if (line === 'close') void rival.close().then(() => process.exit(0))
  })
  console.log('begun')
  for (let n = 1, tried = 0; !isOver && tried < tries; tried += 1) {
    if (!(await rival.add(n))) continue
    appendFileSync(acks, `${n}\n`)
    n += 1
  }
  if (!isOver) console.log('tried')
  await over
  console.log('stopped')
}

const [kind, name, folder = '', acks = '', tries = ''] = process.argv.slice(2)
if (acks !== '') void run(kind === 'lowdb' ? 'lowdb' : 'pressmark', name ?? '', folder, acks, Number(tries))
