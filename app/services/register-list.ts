import { emptyScope, type RegisterName } from '#annotations/changes/journal'
import { type RegisterEntry, readRegister } from '#annotations/changes/resolve'
import type { Json } from '#annotations/model/json'
import type { WorkspaceSession } from './workspace-session'

/** Another value beside the one that stands. `unseen`: stated without having seen it; `ring`: a pointer that is skipped. */
export interface ListedClash {
  readonly field: string
  readonly value: Json
  readonly why: 'unseen' | 'ring'
}

export interface ListedEntry {
  readonly id: string
  readonly type: string
  /** The values that stand, by field; a field without one is left out. */
  readonly fields: { readonly [field: string]: Json }
  readonly clashes: readonly ListedClash[]
}

export interface ListedRegister {
  readonly register: RegisterName
  /** By type, then id. */
  readonly entries: readonly ListedEntry[]
}

/**
 * What all annotators stated in a register, added up. Entries that were removed or merged away are listed too, with
 * `deleted` or `redirect`; what Pressmark ships is listed once somebody stated something about it.
 */
export function registerList(session: WorkspaceSession, register: RegisterName): ListedRegister {
  const { entries } = readRegister(session.state().scopes.get(register) ?? emptyScope)
  const listed = [...entries.values()].map(listEntry)
  return { register, entries: listed.sort((a, b) => compare(a.type, b.type) || compare(a.id, b.id)) }
}

function listEntry({ id, type, fields, skipped }: RegisterEntry): ListedEntry {
  const standing: [string, Json][] = []
  const clashes: ListedClash[] = []
  for (const [field, { value, clash }] of fields) {
    if (value !== null) standing.push([field, value])
    if (clash !== undefined) clashes.push({ field, value: clash.value, why: 'unseen' })
    if (skipped.some(pointer => pointer === field)) clashes.push({ field, value, why: 'ring' })
  }
  standing.sort(([a], [b]) => compare(a, b))
  return { id, type, fields: Object.fromEntries(standing), clashes }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
