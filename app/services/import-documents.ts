import type { Problem } from '#annotations/model/result'
import type { ImportRow } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Files } from '#app/ports/files'
import type { Ids } from '#app/ports/ids'
import { type Intake, type IntakeFile, maxInputBytes } from '#app/ports/intake'
import { findNearText } from './find-near-text'
import { ImportBatch, type OnRows } from './import-batch'
import { containerOf, isArchive, pathInside } from './import-paths'
import type { WorkspaceSession } from './workspace-session'

export interface ImportPorts {
  readonly files: Files
  readonly intake: Intake
  readonly clock: Clock
  readonly ids: Ids
}

export interface ImportOptions {
  readonly signal?: AbortSignal
  /** Of text files, as a person chose it. */
  readonly encoding?: string
  readonly onRows?: OnRows
  /** Awaited before the first of many files: more than `fewFiles`. */
  beforeMany?(): Promise<void>
}

/** So many files come in without a backup first: an import changes no file that is there. */
export const fewFiles = 5

/** A file of the batch: on disk, or inside of one that was opened. */
interface Item {
  readonly path: string
  /** Its bytes, where it was inside of another file. */
  readonly inside?: Uint8Array
  /** Of a file on disk: the names of files inside of it that alone are wanted. */
  readonly only?: ReadonlySet<string>
  /** The message that it came with. */
  readonly message?: IntakeFile
  readonly problem?: Problem
}

/**
 * Brings files, all files below folders and those inside archives into the workspace: one row per file. The same text again is
 * skipped with the document that has it; nearly the same text comes in, and says to which. A failure of one file does not stop
 * the rest; after a cancel the rest are rows with code `cancelled`. What a row calls imported is on disk. A path that goes
 * on behind an archive or a message names a file inside of it.
 */
export async function importDocuments(
  session: WorkspaceSession,
  ports: ImportPorts,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportRow[]> {
  const items = await findFiles(ports.files, paths)
  const batch = new ImportBatch(
    items.map(({ path }) => ({ path, state: 'waiting' })),
    options.onRows,
  )
  if (items.length > fewFiles) await options.beforeMany?.()
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined) break
    const onProgress = (share: number) => batch.set(at, { path: item.path, state: 'reading', share })
    const done = await importItem(session, ports, item, { ...options, onProgress })
    if (Array.isArray(done)) {
      items.splice(at, 1, ...done)
      batch.replace(
        at,
        done.map(({ path }) => ({ path, state: 'waiting' })),
      )
      at -= 1
    } else {
      // The bytes of what was inside an archive are not needed any more.
      items[at] = { path: item.path }
      batch.set(at, done as ImportRow)
    }
  }
  return batch.ended()
}

async function findFiles(files: Files, paths: readonly string[]): Promise<Item[]> {
  const items: Item[] = []
  const inside = new Map<string, Set<string>>()
  for (const path of paths) {
    const listed = await files.list(path)
    if (listed.ok) {
      const empty: Item = { path, problem: { code: 'empty-folder' } }
      items.push(...(listed.value.length === 0 ? [empty] : listed.value.map(file => ({ path: file }))))
      continue
    }
    const container = containerOf(path)
    const only = container === undefined ? undefined : inside.get(container.path)
    if (container === undefined) items.push({ path, problem: listed.error })
    else if (only !== undefined) only.add(container.inside)
    else {
      const names = new Set([container.inside])
      inside.set(container.path, names)
      items.push({ path: container.path, only: names })
    }
  }
  return items
}

type ItemOptions = ImportOptions & { readonly onProgress: (share: number) => void }

/** The row of a file, or the files that stand in its place. */
async function importItem(
  session: WorkspaceSession,
  ports: ImportPorts,
  item: Item,
  options: ItemOptions,
): Promise<ImportRow | Item[]> {
  const { path } = item
  if (item.problem !== undefined) return failed(path, item.problem)
  if (options.signal?.aborted === true) return failed(path, { code: 'cancelled' })
  options.onProgress(0)
  const file = await bytesOf(ports.files, item)
  if (!file.ok) return failed(path, file.error)
  const reading = {
    onProgress: options.onProgress,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  }
  if (isArchive(path) || item.only !== undefined) {
    if (item.inside !== undefined) return failed(path, { code: 'nested-archive' })
    return openContainer(ports.intake, item, file.value, reading)
  }
  const read = await ports.intake.read(file.value, ports.clock.now(), reading)
  if (!read.ok) return failed(path, read.error)
  const { warnings } = read.value
  const known = session.documentWithText(read.value.revision.id)
  if (known !== undefined) {
    const code = session.release(known)?.deleted === true ? 'same-text-removed' : 'same-text'
    return { path, state: 'skipped', document: known, revision: read.value.revision.id, code }
  }
  const near = await findNearText(session, read.value.revision.text)
  const attachedTo = await messageDocument(session, ports, item, file.value.name)
  const revision = attachedTo === undefined ? read.value.revision : { ...read.value.revision, attachedTo }
  const document = ports.ids.next()
  const written = await session.addDocument(document, revision, file.value.bytes)
  if (!written.ok) return failed(path, written.error)
  return {
    path,
    state: 'imported',
    document,
    revision: revision.id,
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(near === undefined ? {} : { similar: { document: near.key, containment: near.containment } }),
  }
}

async function bytesOf(files: Files, { path, inside }: Item) {
  if (inside === undefined) return files.read(path, maxInputBytes)
  return { ok: true as const, value: { name: path.replace(/^.*[/\\]/s, ''), bytes: inside } }
}

/** The files inside an archive or a message that are wanted, as items of the batch. */
async function openContainer(
  intake: Intake,
  { path, only }: Item,
  file: IntakeFile,
  options: { readonly signal?: AbortSignal },
): Promise<ImportRow | Item[]> {
  const opened = await intake.unpack(file, options)
  if (!opened.ok) return failed(path, opened.error)
  const message = isArchive(path) ? {} : { message: file }
  const files = opened.value.filter(({ name }) => only === undefined || only.has(name))
  const items = files.map((one): Item => {
    const place = { path: pathInside(path, one.name) }
    return 'bytes' in one ? { ...place, inside: one.bytes, ...message } : { ...place, problem: one.problem }
  })
  const names = new Set(files.map(({ name }) => name))
  const missing = [...(only ?? [])].filter(name => !names.has(name))
  items.push(...missing.map(name => ({ path: pathInside(path, name), problem: { code: 'not-found' } })))
  return items.length === 0 ? failed(path, { code: 'empty-archive' }) : items
}

/** The document of the message that a file came with, where it is in the workspace. */
async function messageDocument(session: WorkspaceSession, { intake, clock }: ImportPorts, item: Item, name: string) {
  if (item.message === undefined) return undefined
  const read = await intake.read(item.message, clock.now())
  const document = read.ok ? session.documentWithText(read.value.revision.id) : undefined
  return document === undefined ? undefined : { document, name }
}

function failed(path: string, { code, facts }: Problem): ImportRow {
  return { path, state: 'failed', code, ...(facts === undefined ? {} : { facts }) }
}
