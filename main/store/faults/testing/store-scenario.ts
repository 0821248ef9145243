import { documentScope } from '#annotations/changes/journal'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { type FileSystem, systemCode } from '../../file-system'
import { sha256 } from '../../place-file'
import { notes, tags, textsIn } from '../../testing/journals'
import { identity, opened, revision, source } from '../../testing/workspaces'
import { createWorkspace } from '../../workspace-folder'
import { added, type CrashPoint, type Judge, sweep, type Tally } from './crash-sweep'
import { type BeforeCall, type Call, FaultFs } from './fault-fs'

/** What a workspace has promised. The n-th note of a document is made together with the n-th tag, and refers to it. */
export interface StorePromises {
  readonly created: boolean
  /** Documents whose text and original are safe. */
  readonly texts: readonly string[]
  /** How many were acknowledged, and how many were tried, in each journal. */
  readonly acknowledged: Counts
  readonly tried: Counts
}

interface Counts {
  readonly [scope: string]: number
}

export const root = '/press'
const documents = ['doc', 'other'] as const
type Document = (typeof documents)[number]
export const textOf = (document: Document) => `The press release of ${document}.`
const texts = (count: number) => ({ x: Array.from({ length: count }, (_, i) => `${i + 1}`) })

/**
 * Makes a workspace, adds two documents at the same time and commits a register and both documents together, so many
 * times. What fails is tried again, at most 3 times.
 */
export async function storeCrashPoints(
  commits: number,
  before: BeforeCall = () => undefined,
  onDisk: (fs: FaultFs) => void = () => undefined,
): Promise<CrashPoint<StorePromises>[]> {
  const points: CrashPoint<StorePromises>[] = []
  let promised: StorePromises = { created: false, texts: [], acknowledged: {}, tried: {} }
  const fs = new FaultFs(call => {
    const at = `operation ${call.n} (${call.operation} ${call.path})`
    points.push({ disk: fs.crashed(), promised, at })
    return before(call)
  })
  onDisk(fs)
  const store = await made(fs, () => {
    promised = { ...promised, created: true }
  })
  await Promise.all(
    documents.map(async document => {
      await tryThrice(() => addText(store, document))
      promised = { ...promised, created: true, texts: [...promised.texts, document] }
    }),
  )
  for (let n = 1; n <= commits; n += 1) {
    const scopes = ['codebook', ...documents]
    promised = { ...promised, tried: Object.fromEntries(scopes.map(scope => [scope, n])) }
    await tryThrice(() => commitAll(store, n))
    promised = { ...promised, acknowledged: promised.tried }
  }
  await store.close()
  points.push({ disk: fs.crashed(), promised, at: 'the end' })
  return points
}

/** A workspace that an attempt said to have failed to make is opened, too. */
async function made(fs: FileSystem, onCreated: () => void): Promise<WorkspaceStore> {
  let store: WorkspaceStore | undefined
  await tryThrice(async () => {
    const created = await createWorkspace(root, identity, fs)
    if (created.ok) onCreated()
    return created.ok || created.error.facts?.reason === 'workspace'
  })
  await tryThrice(async () => {
    store = await opened(root, { fs }).catch(() => undefined)
    return store !== undefined && store.readOnly === undefined
  })
  if (store === undefined) throw new Error('not opened')
  return store
}

async function tryThrice(work: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) if (await work()) return
  throw new Error('it fails again and again')
}

export async function addText(store: WorkspaceStore, document: Document): Promise<boolean> {
  return (await store.addRevision(document, revision(textOf(document)), source)).ok
}

export async function commitAll(store: WorkspaceStore, n: number): Promise<boolean> {
  const writes = documents.map(document => ({ scope: documentScope(document), journal: notes('ann', texts(n)) }))
  return (await store.commit([...writes, { scope: 'codebook', journal: tags('ann', texts(n)) }])).ok
}

/** One sweep for each operation that fails once, of those that may, and is then tried again. */
export async function sweepStoreAfterFailures(
  error: string,
  mayFail: (call: Call) => boolean,
  options: { readonly commits: number; readonly bound: number; readonly seed: number },
): Promise<Tally> {
  const tallies: Tally[] = []
  for (let failing = 1, done = false; !done; failing += 1) {
    let seen = 0
    const points = await storeCrashPoints(options.commits, call => {
      if (!mayFail(call)) return undefined
      seen += 1
      return seen === failing ? { error } : undefined
    })
    done = seen < failing
    tallies.push(await sweep(points, judgeStore, options))
  }
  return added(tallies)
}

/** The promise for a workspace, which can be opened and written after every crash. */
export const judgeStore: Judge<StorePromises> = async (fs, promised) => {
  if (!promised.created && !(await createWorkspace(root, identity, fs)).ok) {
    const found = await opened(root, { fs }).catch(() => undefined)
    if (found === undefined) return 'not to be made again'
  }
  const store = await opened(root, { fs }).catch(() => undefined)
  if (store === undefined) return 'lost workspaces'
  const wrong = (await wrongTexts(fs, store, promised)) ?? (await wrongJournals(store, promised))
  if (wrong !== undefined) return wrong
  for (const document of documents) if (!(await addText(store, document))) return 'stuck'
  if (!(await commitAll(store, 9))) return 'stuck'
  const next = await opened(root, { fs: new FaultFs(undefined, fs.crashed().nodes) }).catch(() => undefined)
  const all = { ...promised, acknowledged: { codebook: 9, doc: 9, other: 9 }, tried: {}, texts: documents }
  if (next === undefined) return 'lost by the next write'
  const then = await wrongJournals(next, { ...all, tried: all.acknowledged })
  return then === undefined ? 'sound' : `${then} by the next write`
}

async function wrongTexts(fs: FileSystem, store: WorkspaceStore, promised: StorePromises): Promise<string | undefined> {
  for (const document of documents) {
    const loaded = await store.loadRevisions(document)
    if (!loaded.ok || loaded.value.damaged.length > 0) return 'damaged texts'
    const found = loaded.value.revisions.find(one => one.text === textOf(document))
    if (found === undefined && promised.texts.includes(document)) return 'lost texts'
    if (found !== undefined && !(await hasSource(fs, document))) return 'lost originals'
  }
  return undefined
}

async function hasSource(fs: FileSystem, document: Document): Promise<boolean> {
  try {
    const path = `${root}/documents/${document}/sources/${sha256(source)}.txt`
    return sha256(await fs.readFile(path)) === sha256(source)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

async function wrongJournals(store: WorkspaceStore, promised: StorePromises): Promise<string | undefined> {
  const tagCount = await countIn(store, 'codebook')
  if (tagCount === undefined) return 'damaged'
  if (tagCount < (promised.acknowledged.codebook ?? 0)) return 'lost'
  for (const document of documents) {
    const count = await countIn(store, documentScope(document))
    if (count === undefined) return 'damaged'
    if (count < (promised.acknowledged[document] ?? 0)) return 'lost'
    if (count > (promised.tried[document] ?? 0)) return 'never written'
    if (count > tagCount) return 'without its tag'
  }
  return undefined
}

/** `undefined` where a file is damaged or holds what was never written. */
export async function countIn(store: WorkspaceStore, scope: Parameters<WorkspaceStore['loadScope']>[0]) {
  const loaded = await store.loadScope(scope)
  if (!loaded.ok || loaded.value.damaged.length > 0) return undefined
  const found = textsIn(loaded.value.journals.get('ann')).x ?? []
  return found.every((text, i) => text === `${i + 1}`) ? found.length : undefined
}
