import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentScope } from '#annotations/changes/journal'
import type { Revision } from '#annotations/model/revision'
import type { WorkspaceIdentity, WorkspaceStore } from '#app/ports/workspace-store'
import { sha256 } from '../place-file'
import { createWorkspace, type OpenOptions, openWorkspace } from '../workspace-folder'
import { type OnFinished, temporaryFolder } from './temporary-folder'

export const identity: WorkspaceIdentity = { id: 'w', name: 'Press', created: '2024-03-05T09:00:00.000Z' }
export const doc = documentScope('doc')
export const press = 'Vessen Works wins the order.'
export const source = Buffer.from(press)

/** A new workspace's folder. */
export async function newWorkspace(onFinished: OnFinished): Promise<string> {
  const path = join(await temporaryFolder(onFinished), 'press')
  const made = await createWorkspace(path, identity)
  if (!made.ok) throw new Error(made.error.code)
  return path
}

/** Rings at once, so that no test waits. */
const timers = {
  after(_milliseconds: number, ring: () => void) {
    const set = setImmediate(ring)
    return () => clearImmediate(set)
  },
}

export async function opened(path: string, options: OpenOptions = {}): Promise<WorkspaceStore> {
  const store = await openWorkspace(path, { timers, ...options })
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

/** Writes a file of a workspace, as another program would. */
export async function put(path: string, file: string, content: string): Promise<void> {
  await mkdir(dirname(join(path, file)), { recursive: true })
  await writeFile(join(path, file), content)
}

/** A file's text as a newer program would have written it. */
export function newer(text: string): string {
  return text.replace('"schemaVersion":1', '"schemaVersion":2')
}

/** A text of one paragraph that was read from `source`. */
export function revision(text: string): Revision {
  return {
    id: sha256(text),
    text,
    parent: null,
    origin: 'import',
    at: identity.created,
    source: { sha256: sha256(source), name: 'release.TXT', mediaType: 'text/plain', bytes: source.length },
    blocks: [{ start: 0, end: text.length, role: 'body', type: 'paragraph' }],
    marks: [],
    found: [],
  }
}
