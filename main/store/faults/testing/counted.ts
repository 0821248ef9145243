import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { documentScope } from '#annotations/changes/journal'
import type { WorkspaceStore } from '#app/ports/workspace-store'
import { systemCode } from '../../file-system'
import { notes, tags, textsIn } from '../../testing/journals'
import { identity, opened } from '../../testing/workspaces'
import { createWorkspace } from '../../workspace-folder'

/** A way to keep the numbers from 1 to n in a folder, as an analyst's annotations are kept. */
export interface Counted {
  /** Adds the next number; resolves with it when that is safe, or with why it is not. */
  add(): Promise<number | string>
}

export type Kind = 'pressmark' | 'lowdb'

export const nameOf: { readonly [kind in Kind]: string } = { pressmark: 'Pressmark', lowdb: 'lowdb alone' }

/** Opens the folder and goes on from what it holds; makes it where it is missing. */
export async function openCounted(kind: Kind, folder: string): Promise<Counted> {
  return kind === 'pressmark' ? openWorkspaceCounted(folder) : openLowdbCounted(folder)
}

/** How many numbers a folder holds; a word for what cannot be read, holds gaps or refers to what is not there. */
export async function countIn(kind: Kind, folder: string): Promise<number | string> {
  return kind === 'pressmark' ? countInWorkspace(folder) : countInLowdb(folder)
}

const document = documentScope('doc')
const filler = 'An order of the kind that a press release speaks of. '.repeat(4)
const textsTo = (n: number) => ({ x: Array.from({ length: n }, (_, i) => `${i + 1} ${filler}`) })

/** Each number is a tag and an annotation that refers to it: two files in one commit. */
async function openWorkspaceCounted(folder: string): Promise<Counted> {
  const made = await createWorkspace(folder, identity)
  if (!made.ok && made.error.facts?.reason !== 'workspace') throw new Error(JSON.stringify(made.error))
  const store = await opened(folder)
  const tagged = await numbersIn(store, 'codebook')
  const noted = await numbersIn(store, document)
  let last = Math.min(typeof tagged === 'number' ? tagged : 0, typeof noted === 'number' ? noted : 0)
  return {
    async add() {
      const outcome = await store.commit([
        { scope: document, journal: notes('ann', textsTo(last + 1)) },
        { scope: 'codebook', journal: tags('ann', textsTo(last + 1)) },
      ])
      if (!outcome.ok) return `${outcome.error.code} ${outcome.error.facts?.code ?? outcome.error.facts?.reason ?? ''}`
      last += 1
      return last
    },
  }
}

async function countInWorkspace(folder: string): Promise<number | string> {
  const store = await opened(folder).catch(() => undefined)
  if (store === undefined) return 'no workspace'
  const tagged = await numbersIn(store, 'codebook')
  const noted = await numbersIn(store, document)
  if (typeof tagged === 'string' || typeof noted === 'string') return `${tagged}, ${noted}`
  return noted > tagged ? `${noted} notes for ${tagged} tags` : noted
}

async function numbersIn(store: WorkspaceStore, scope: Parameters<WorkspaceStore['loadScope']>[0]) {
  const loaded = await store.loadScope(scope)
  if (!loaded.ok) return loaded.error.code
  const [damaged] = loaded.value.damaged
  if (damaged !== undefined) return `${damaged.file} ${damaged.code}`
  return numbersUpTo(textsIn(loaded.value.journals.get('ann')).x ?? [])
}

function numbersUpTo(texts: readonly unknown[]): number | string {
  return texts.every((text, i) => text === `${i + 1} ${filler}`) ? texts.length : 'gaps'
}

/** lowdb as its own documentation shows it: one file, pushed to and written. */
async function openLowdbCounted(folder: string): Promise<Counted> {
  await mkdir(folder, { recursive: true })
  const low = new Low<{ notes: string[] }>(new JSONFile(join(folder, 'db.json')), { notes: [] })
  await low.read().catch(() => undefined)
  return {
    async add() {
      const n = low.data.notes.length + 1
      low.data.notes.push(`${n} ${filler}`)
      try {
        await low.write()
        return n
      } catch (error) {
        low.data.notes.pop()
        return systemCode(error) ?? 'failed'
      }
    },
  }
}

async function countInLowdb(folder: string): Promise<number | string> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, 'db.json'), 'utf8'))
    return typeof read === 'object' && read !== null && 'notes' in read && Array.isArray(read.notes)
      ? numbersUpTo(read.notes)
      : 'no notes'
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0
    return error instanceof SyntaxError ? 'not JSON' : String(error)
  }
}
