import { isDeepStrictEqual } from 'node:util'
import type { Journal } from '#annotations/changes/journal'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { systemCode } from '../../file-system'
import { notes, type Texts, textsIn } from '../../testing/journals'
import { doc, identity, opened, press, revision, source } from '../../testing/workspaces'
import { createWorkspace } from '../../workspace-folder'
import { identityFile } from '../../workspace-paths'
import type { Damage } from './damage'
import type { DurableNode } from './disk-layers'
import { FaultFs } from './fault-fs'

/** A workspace in memory whose one journal was written twice. */
export interface DamagedWorkspace {
  readonly nodes: ReadonlyMap<number, DurableNode>
  /** The journal's file as it was written, that of the document's text, and `workspace.json`. */
  readonly bytes: Uint8Array
  readonly textBytes: Uint8Array
  readonly identityBytes: Uint8Array
  readonly texts: Texts
  /** What its generation before has. */
  readonly earlier: Texts
}

export const root = '/press'
const file = 'documents/doc/annotations/ann.json'
export const textFile = `documents/doc/revisions/${revision(press).id}.json`
const next: Texts = { afterwards: ['written'] }

/** `count`: annotations of the file; the generation before had one fewer. */
export async function workspaceOf(count: number): Promise<DamagedWorkspace> {
  const fs = new FaultFs()
  const made = await createWorkspace(root, identity, fs)
  if (!made.ok) throw new Error(made.error.code)
  const store = await opened(root, { fs })
  const added = await store.addRevision('doc', revision(press), source)
  if (!added.ok) throw new Error(added.error.code)
  const textsOf = (n: number): Texts =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}`, [`Note ${i}, “with care”`, `Note ${i}, again`]]))
  for (const n of [count - 1, count]) {
    const outcome = await store.commit([{ scope: doc, journal: notes('ann', textsOf(n)) }])
    if (!outcome.ok) throw new Error(outcome.error.code)
  }
  await store.close()
  const read = (name: string) => fs.readFile(`${root}/${name}`)
  const [bytes, textBytes, identityBytes] = [await read(file), await read(textFile), await read(identityFile)]
  return {
    nodes: fs.crashed().nodes,
    bytes,
    textBytes,
    identityBytes,
    texts: textsOf(count),
    earlier: textsOf(count - 1),
  }
}

/** The disk with other bytes in the file, durably. */
export async function putDamaged(workspace: DamagedWorkspace, bytes: Uint8Array, name = file): Promise<FaultFs> {
  const fs = new FaultFs(undefined, workspace.nodes)
  await put(fs, bytes, `${root}/${name}`)
  return fs
}

async function put(fs: FaultFs, bytes: Uint8Array, path: string): Promise<void> {
  await fs.unlink(path)
  const written = await fs.create(path)
  await written.write(bytes, 0)
  await written.sync()
  await fs.syncDirectory(path.slice(0, path.lastIndexOf('/')))
}

/** Damages the file of a workspace that is open, which the next save finds: `told`, or what went wrong. */
export async function damageOpen(workspace: DamagedWorkspace, { bytes }: Damage): Promise<string> {
  const fs = new FaultFs(undefined, workspace.nodes)
  const store = await opened(root, { fs, annotators: ['ann'] })
  const loaded = await store.loadScope(doc)
  if (!loaded.ok) return `not loaded: ${loaded.error.code}`
  await put(fs, bytes, `${root}/${file}`)
  const word = await nextSave(fs, store, loaded.value.journals.get('ann'), 'told')
  const report = store.reports().find(one => one.file === file)
  if (report?.keptAt === undefined) return 'replaced without a word'
  const isKept = Buffer.from(bytes).equals(await contentOf(fs, `${root}/${report.keptAt}`))
  return isKept ? word : 'not kept'
}

/**
 * Opens the workspace with the damaged file. `same`: read as it was, and nothing was told. `told`: reported, what was
 * found kept byte for byte, what the generation before has there, and the next save holds. Else what went wrong.
 */
export async function openDamaged(workspace: DamagedWorkspace, { bytes }: Damage): Promise<string> {
  const fs = await putDamaged(workspace, bytes)
  const store = await opened(root, { fs, annotators: ['ann'] })
  const loaded = await store.loadScope(doc)
  if (!loaded.ok) return `not loaded: ${loaded.error.code}`
  const journal = loaded.value.journals.get('ann')
  const report = store.reports().find(one => one.file === file)
  const isLeftAlone = loaded.value.damaged.some(one => one.file === file) || store.readOnly !== undefined
  const isSame = isDeepStrictEqual(textsIn(journal), workspace.texts)
  if (report === undefined && !isLeftAlone)
    return isSame ? nextSave(fs, store, journal, 'same') : 'changed without a word'
  const keptAt = report?.keptAt ?? file
  if (!Buffer.from(bytes).equals(await contentOf(fs, `${root}/${keptAt}`))) return 'not kept'
  if (isLeftAlone) return 'left alone'
  if (!holds(textsIn(journal), workspace.earlier)) return 'without the generation before'
  return nextSave(fs, store, journal, 'told')
}

/** Saves one more note, and reads the disk anew as after a power cut. */
async function nextSave(
  fs: FaultFs,
  store: WorkspaceStore,
  journal: Journal | undefined,
  word: string,
): Promise<string> {
  if (!(await saveNext(store, journal))) return 'the next save failed'
  const disk = new FaultFs(undefined, fs.crashed().nodes)
  const again = await opened(root, { fs: disk, annotators: ['ann'] })
  const loaded = await again.loadScope(doc)
  if (!loaded.ok || again.reports().length > 0) return 'reported again'
  const found = textsIn(loaded.value.journals.get('ann'))
  return isDeepStrictEqual(found, { ...textsIn(journal), ...next }) ? word : 'the next save lost something'
}

/** Adds one more note to a journal; false where it could not be saved. */
export async function saveNext(store: WorkspaceStore, journal: Journal | undefined): Promise<boolean> {
  const added = notes('ann', next)
  const entries = new Map([...(journal?.entries ?? []), ...added.entries])
  return (await store.commit([{ scope: doc, journal: { ...added, ...journal, entries } }])).ok
}

/** What is read of the file; `undefined` where it is not. */
export async function textsOf(fs: FaultFs): Promise<Texts | undefined> {
  const store = await opened(root, { fs, annotators: ['ann'] })
  const loaded = await store.loadScope(doc)
  return loaded.ok && loaded.value.damaged.length === 0 ? textsIn(loaded.value.journals.get('ann')) : undefined
}

/** Whether each of the wanted texts is there. */
export function holds(found: Texts, wanted: Texts): boolean {
  return Object.entries(wanted).every(([id, texts]) => texts.every(text => found[id]?.includes(text)))
}

async function contentOf(fs: FaultFs, at: string): Promise<Uint8Array> {
  try {
    return await fs.readFile(at)
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return Buffer.from('nothing there')
  }
}

/** How often each word was said, and the first damages for which one was that is not allowed. */
export async function tallied(damages: Iterable<Damage>, open: (damage: Damage) => Promise<string>) {
  const words = new Map<string, number>()
  const wrong: string[] = []
  for (const damage of damages) {
    const word = await open(damage).catch(error => `thrown: ${error}`)
    words.set(word, (words.get(word) ?? 0) + 1)
    if (!['same', 'told', 'told by doctor', 'left alone'].includes(word) && wrong.length < 5)
      wrong.push(`${word}: ${damage.name}`)
  }
  return { words: Object.fromEntries(words), wrong }
}
