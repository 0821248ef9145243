import type { Change, Field } from '../changes/change'
import type { Entry } from '../changes/entry'
import { uniteChanges } from '../changes/unite'
import { type EditId, isId } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { ok, type Result } from '../model/result'
import { lineMembers } from './entry-lines'
import { type FileProblem, isCount, wrongShape } from './envelope'

type JsonObject = { readonly [name: string]: Json }

const changeMembers = new Set(['edit', 'rev', 'at', 'set', 'over', 'undoes', 'why', 'auto', 'by'])
const nothing: ReadonlySet<string> = new Set()
const now: ReadonlySet<string> = new Set(['now'])

/**
 * An own entry from its line: the changes with the values that `now` points to put back in. Members that no change
 * names are kept as `extra`. Refused, with the field: an id or a change that is none.
 */
export function readOwnEntry(line: JsonObject, at: number): Result<Entry, FileProblem> {
  const { type, id } = line
  if (typeof type !== 'string') return wrongShape('type', at)
  if (!isId(id)) return wrongShape('id', at)
  if (!Array.isArray(line.changes)) return wrongShape('changes', at)
  const changes: Change[] = []
  const fields = new Set<Field>()
  for (const json of line.changes as readonly Json[]) {
    if (!isJsonObject(json)) return wrongShape('changes', at)
    const named = readNow(json.now)
    if (named === undefined) return wrongShape('now', at)
    const change = readChange(json, at, now)
    if (!change.ok) return change
    for (const field of named) fields.add(field)
    changes.push(named.length === 0 ? change.value : withStanding(change.value, named, line))
  }
  const extra = unknownMembers(line, name => lineMembers.has(name) || fields.has(name))
  // A list that grew has room for more than it holds, and most entries have one change.
  const united = changes.length > 1 ? uniteChanges([], changes) : changes.slice()
  return ok({ type, id, changes: united, ...(extra === undefined ? {} : { extra }) })
}

/** A change from its JSON. `besides` are members that are known in its line and not the change's. */
export function readChange(json: JsonObject, line: number, besides = nothing): Result<Change, FileProblem> {
  const { edit, rev, at, undoes, why, auto, by } = json
  if (!isId(edit)) return wrongShape('edit', line)
  if (!isCount(rev)) return wrongShape('rev', line)
  if (typeof at !== 'string') return wrongShape('at', line)
  if (json.set !== undefined && !isJsonObject(json.set)) return wrongShape('set', line)
  const over = readOver(json.over)
  if (over === null) return wrongShape('over', line)
  if (undoes !== undefined && !isId(undoes)) return wrongShape('undoes', line)
  if (why !== undefined && typeof why !== 'string') return wrongShape('why', line)
  if (auto !== undefined && auto !== true) return wrongShape('auto', line)
  if (by !== undefined && !isId(by)) return wrongShape('by', line)
  const extra = unknownMembers(json, name => changeMembers.has(name) || besides.has(name))
  return ok({
    edit,
    rev,
    at,
    set: new Map(Object.entries(json.set ?? {})),
    ...(over === undefined ? {} : { over }),
    ...(undoes === undefined ? {} : { undoes }),
    ...(why === undefined ? {} : { why }),
    ...(auto === undefined ? {} : { auto }),
    ...(by === undefined ? {} : { by }),
    ...(extra === undefined ? {} : { extra }),
  })
}

function readNow(value: Json | undefined): readonly Field[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) return undefined
  return value.every(field => typeof field === 'string' && field !== '__proto__' && !lineMembers.has(field))
    ? (value as readonly Field[])
    : undefined
}

function withStanding(change: Change, named: readonly Field[], line: JsonObject): Change {
  const set = new Map<Field, Json>(named.map(field => [field, line[field] ?? null]))
  for (const [field, value] of change.set) set.set(field, value)
  return { ...change, set }
}

function readOver(value: Json | undefined): ReadonlyMap<Field, EditId> | undefined | null {
  if (value === undefined) return undefined
  if (!isJsonObject(value)) return null
  const over = new Map<Field, EditId>()
  for (const [field, edit] of Object.entries(value)) {
    if (!isId(edit)) return null
    over.set(field, edit)
  }
  return over.size === 0 ? undefined : over
}

function unknownMembers(json: JsonObject, known: (name: string) => boolean): ReadonlyMap<string, Json> | undefined {
  let extra: Map<string, Json> | undefined
  for (const name of Object.keys(json)) {
    if (known(name)) continue
    extra ??= new Map()
    extra.set(name, json[name] ?? null)
  }
  return extra
}
