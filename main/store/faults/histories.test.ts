import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { type FileSystem, systemCode } from '../file-system'
import { sha256 } from '../place-file'
import { notes, tags, textsIn } from '../testing/journals'
import { doc, identity, opened } from '../testing/workspaces'
import { createWorkspace } from '../workspace-folder'
import { type Chance, chanceFrom } from './testing/chance'
import { type Effect, type Fate, fatesOf, surviving } from './testing/disk-layers'
import { FaultFs } from './testing/fault-fs'

/** What happens, one after the other. */
type Step =
  /** So many commits at once, each of a register and a document or of one of them. */
  | { readonly do: 'commit'; readonly scopes: readonly (readonly ScopeKey[])[] }
  /** The operation after so many more of ours fails. */
  | { readonly do: 'fail'; readonly after: number; readonly error: string }
  /** Before the operation after so many more of ours another program adds an entry to a file. */
  | { readonly do: 'intrude'; readonly after: number; readonly scope: ScopeKey }
  /** The process ends, and another one opens the workspace. */
  | { readonly do: 'restart' }

const scope = fc.constantFrom<ScopeKey>('codebook', doc)
const after = fc.nat(40)
const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.record({
    do: fc.constant('commit' as const),
    scopes: fc.array(fc.uniqueArray(scope, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('fail' as const), after, error: fc.constantFrom('EIO', 'ENOSPC', 'EACCES', 'EBUSY') }),
  fc.record({ do: fc.constant('intrude' as const), after, scope }),
  fc.record({ do: fc.constant('restart' as const) }),
)

test('whatever fails and whoever writes besides: what was acknowledged is there after a power cut, and what others wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), fc.nat(), async (steps, seed) => {
      const history = await History.begin()
      for (const one of steps) await history.take(one)
      expect(await history.missingAfterPowerCut(chanceFrom(seed))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const root = '/press'
const folderOf = (of: ScopeKey) => `${root}/${of === 'codebook' ? of : 'documents/doc/annotations'}`
const journalOf = (of: ScopeKey, id: string) => (of === 'codebook' ? tags : notes)('ann', { [id]: ['text'] })

/** One disk, the processes that had it one after the other, and what was promised of it. */
class History {
  readonly #disk = new FaultFs(() => this.#fault())
  /** Errors and intrusions that are to come, by how many operations are left until then. */
  #failing: { left: number; readonly error: string }[] = []
  #intruding: { left: number; readonly scope: ScopeKey }[] = []
  readonly #promised: { readonly scope: ScopeKey; readonly id: string }[] = []
  #store: WorkspaceStore | undefined
  #isOurs = true
  #ids = 0

  static async begin(): Promise<History> {
    const history = new History()
    await createWorkspace(root, identity, history.#disk)
    history.#store = await opening(history.#watched())
    return history
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'fail') this.#failing.push({ left: one.after, error: one.error })
    else if (one.do === 'intrude') this.#intruding.push({ left: one.after, scope: one.scope })
    else if (one.do === 'restart') this.#store = await opening(this.#watched())
    else await Promise.all(one.scopes.map(scopes => this.#commit(scopes)))
  }

  /** What is promised and is not there: with nothing on the disk that was not synced, with all of it, and with some. */
  async missingAfterPowerCut(chance: Chance): Promise<readonly string[]> {
    const crashed = this.#disk.crashed()
    const fates: ((effect: Effect) => Fate)[] = [
      () => 'dropped',
      () => 'kept',
      effect => fatesOf(effect)[chance(fatesOf(effect).length)] ?? 'kept',
    ]
    const missing: string[] = []
    for (const fate of fates) {
      const fs = new FaultFs(undefined, surviving(crashed, crashed.effects.map(fate)))
      const store = await opening(fs)
      for (const { scope, id } of this.#promised) {
        const loaded = await store.loadScope(scope)
        const texts = loaded.ok ? textsIn(loaded.value.journals.get('ann')) : {}
        if (texts[id] === undefined) missing.push(`${scope} ${id}`)
      }
    }
    return missing
  }

  async #commit(scopes: readonly ScopeKey[]): Promise<void> {
    const id = this.#newId('e')
    const writes = scopes.map(scope => ({ scope, journal: journalOf(scope, id) }))
    const outcome = await this.#store?.commit(writes)
    if (outcome?.ok === true) this.#promised.push(...scopes.map(scope => ({ scope, id })))
  }

  #fault(): { readonly error: string } | undefined {
    if (!this.#isOurs) return undefined
    for (const one of this.#failing) one.left -= 1
    const due = this.#failing.find(({ left }) => left < 0)
    this.#failing = this.#failing.filter(({ left }) => left >= 0)
    return due
  }

  /**
   * The disk as our process has it: others come between its operations. They do not come between the link that keeps
   * what is replaced and the rename, where they could not be noticed: that gap is known, and told in the documentation.
   */
  #watched(): FileSystem {
    return new Proxy<FileSystem>(this.#disk, {
      get: (disk, name) => {
        const operation: unknown = Reflect.get(disk, name, disk)
        if (typeof operation !== 'function') return operation
        return async (...given: unknown[]) => {
          const path = String(given.at(-1))
          if (name !== 'rename' && name !== 'unlink' && !(name === 'stat' && path.endsWith('.tmp')))
            await this.#letIn(path)
          return operation.apply(disk, given)
        }
      },
    })
  }

  async #letIn(path: string): Promise<void> {
    for (const one of this.#intruding) one.left -= 1
    const due = this.#intruding.find(({ left, scope }) => left < 0 && path.startsWith(`${folderOf(scope)}/`))
    if (due === undefined) return
    this.#intruding = this.#intruding.filter(one => one !== due)
    this.#isOurs = false
    const id = this.#newId('other')
    await addAsOthers(this.#disk, due.scope, id)
    this.#promised.push({ scope: due.scope, id })
    this.#isOurs = true
  }

  #newId(word: string): string {
    this.#ids += 1
    return `${word}${this.#ids}`
  }
}

/** Opens and reads the workspace; what fails is tried again, and what is told as damaged is not written. */
async function opening(fs: FileSystem): Promise<WorkspaceStore> {
  for (;;) {
    const store = await opened(root, { fs, annotators: ['ann'] }).catch(() => undefined)
    const loaded = await Promise.all([store?.loadScope('codebook'), store?.loadScope(doc)])
    if (store !== undefined && loaded.every(one => one?.ok === true && one.value.damaged.length === 0)) return store
  }
}

/** What a program on another machine does, which has the file's journal and adds to it, durably. */
async function addAsOthers(fs: FileSystem, of: ScopeKey, id: string): Promise<void> {
  const path = `${folderOf(of)}/ann.json`
  const read = readJournal(await textOf(fs, path), sha256)
  const added = journalOf(of, id)
  const journal = read.ok ? uniteJournals(read.value.journal, added) : added
  const file = await fs.create(`${path}.other`)
  await file.write(Buffer.from(writeJournal(journal, { workspace: identity.id, scope: of }, sha256)), 0)
  await file.sync()
  await fs.rename(`${path}.other`, path)
  await fs.syncDirectory(folderOf(of))
}

async function textOf(fs: FileSystem, path: string): Promise<string> {
  try {
    return Buffer.from(await fs.readFile(path)).toString()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}
