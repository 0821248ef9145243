import type { Change, Field } from '../changes/change'
import { type Entry, type Fields, ownTypes, sumChanges } from '../changes/entry'
import type { EditId } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { byName, member } from './envelope'
import { utf8Length } from './utf8-length'

/** Members of an own entry's line that are no fields; a field of such a name is spelled out in its change. */
export const lineMembers: ReadonlySet<string> = new Set(['type', 'id', 'changes'])

/** A line of a journal with what it is sorted by. `edit` is absent where an entry stands whole. */
export interface Line {
  readonly text: string
  /** Of the text in UTF-8. */
  readonly bytes: number
  readonly id: string
  readonly rev?: number
  readonly edit?: EditId
}

const written = new WeakMap<Entry, readonly Line[]>()

/**
 * The lines of an entry: one for an own entry, one per change for statements. Cached by the entry's identity where they
 * are to be kept for the next writing.
 */
export function linesOf(entry: Entry, keep: boolean): readonly Line[] {
  const known = written.get(entry)
  if (known !== undefined) return known
  const lines = ownTypes.has(entry.type) ? [ownLine(entry)] : entry.changes.map(change => statementLine(entry, change))
  if (keep) written.set(entry, lines)
  return lines
}

/** The line of a type that this version does not know, as it was read; `undefined` for one that has no place by id. */
export function unknownLine(json: Json): Line | undefined {
  if (!isJsonObject(json)) return undefined
  const { id, rev, edit } = json
  const text = JSON.stringify(json)
  if (typeof edit === 'string' && typeof rev === 'number')
    return { text, bytes: utf8Length(text), id: typeof id === 'string' ? id : '', rev, edit }
  return typeof id === 'string' ? { text, bytes: utf8Length(text), id } : undefined
}

function ownLine(entry: Entry): Line {
  const fields = sumChanges(entry.changes)
  const spelledOut = (field: Field) => lineMembers.has(field) || entry.extra?.has(field) === true
  const state = new Map<string, Json>(entry.extra ?? [])
  for (const [field, { value }] of fields) if (value !== null && !spelledOut(field)) state.set(field, value)
  const members = [member('type', entry.type), member('id', entry.id)]
  for (const [name, value] of [...state].sort(byPlace)) members.push(member(name, value))
  const changes = entry.changes.map(change => `{${changeMembers(change, fields, spelledOut).join(',')}}`)
  const text = `{${members.join(',')},"changes":[${changes.join(',')}]}`
  return { text, bytes: utf8Length(text), id: entry.id }
}

function statementLine(entry: Entry, change: Change): Line {
  const members = [member('type', entry.type)]
  if (entry.id !== '') members.push(member('id', entry.id))
  members.push(...changeMembers(change))
  const text = `{${members.join(',')}}`
  return { text, bytes: utf8Length(text), id: entry.id, rev: change.rev, edit: change.edit }
}

/** The members of a change. With `fields`, those whose value stands from it are named in `now`, the others in `set`. */
function changeMembers(change: Change, fields?: Fields, spelledOut?: (field: Field) => boolean): string[] {
  const now: Field[] = []
  const set: [Field, Json][] = []
  for (const [field, value] of change.set) {
    if (fields?.get(field)?.edit === change.edit && spelledOut?.(field) !== true) now.push(field)
    else set.push([field, value])
  }
  const members = [member('edit', change.edit), member('rev', change.rev), member('at', change.at)]
  if (now.length > 0) members.push(member('now', now.sort()))
  if (set.length > 0) members.push(`"set":{${objectMembers(set)}}`)
  if (change.over !== undefined && change.over.size > 0) members.push(`"over":{${objectMembers([...change.over])}}`)
  if (change.undoes !== undefined) members.push(member('undoes', change.undoes))
  if (change.why !== undefined) members.push(member('why', change.why))
  if (change.auto !== undefined) members.push(member('auto', change.auto))
  if (change.by !== undefined) members.push(member('by', change.by))
  if (change.extra !== undefined)
    members.push(...[...change.extra].sort(byName).map(([name, json]) => member(name, json)))
  return members
}

function objectMembers(pairs: [string, Json][]): string {
  return pairs
    .sort(byName)
    .map(([name, value]) => member(name, value))
    .join(',')
}

const first = ['kind', 'note', 'status', 'what', 'name']

function byPlace(a: readonly [string, Json], b: readonly [string, Json]): number {
  return place(a[0]) - place(b[0]) || byName(a, b)
}

function place(name: string): number {
  const at = first.indexOf(name)
  return at < 0 ? first.length : at
}
