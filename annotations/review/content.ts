import type { Change, Field } from '../changes/change'
import { type Entry, isDeleted, sumChanges } from '../changes/entry'
import type { EditId } from '../model/ids'
import { isJsonObject, type Json, sameJson } from '../model/json'
import { placementPrefix } from '../model/placement-flaw'

/** True for a field that a review is about: the kind and its fields, tags, and places that a person chose. */
export function isContentField(field: Field): boolean {
  return field === 'kind' || /^(quote|claim|tags|placements)\../.test(field)
}

/** A value of a content field; a place that the program carried there is nobody's word and counts as absent. */
function contentValue(field: Field, value: Json): Json {
  const carried = field.startsWith(placementPrefix) && isJsonObject(value) && value.via === 'carry'
  return carried ? null : value
}

function contentOf(changes: readonly Change[]): ReadonlyMap<Field, Json> {
  const content = new Map<Field, Json>()
  for (const [field, state] of sumChanges(changes)) {
    const value = isContentField(field) ? contentValue(field, state.value) : null
    if (value !== null) content.set(field, value)
  }
  return content
}

/** The last change to an annotation's content: what a review made now has seen. */
export function lastContentEdit(entry: Entry): EditId | undefined {
  const setsContent = ({ set }: Change) =>
    [...set].some(([field, value]) => isContentField(field) && (value === null || contentValue(field, value) !== null))
  return [...entry.changes].reverse().find(setsContent)?.edit
}

/** The annotation's content as it was when `seen` was its last change; `undefined` where that change is not known. */
export function contentSeen(entry: Entry, seen: EditId): ReadonlyMap<Field, Json> | undefined {
  const index = entry.changes.findIndex(({ edit }) => edit === seen)
  return index < 0 ? undefined : contentOf(entry.changes.slice(0, index + 1))
}

const standing = new WeakMap<Entry, Map<EditId, boolean>>()

/** Law 10: a review counts exactly while the content it saw stands; a removed annotation has none. */
export function contentStands(entry: Entry, seen: EditId): boolean {
  const answers = standing.get(entry) ?? new Map<EditId, boolean>()
  standing.set(entry, answers)
  const known = answers.get(seen)
  if (known !== undefined) return known
  const before = contentSeen(entry, seen)
  const stands = before !== undefined && !isDeleted(entry) && sameContent(before, contentOf(entry.changes))
  answers.set(seen, stands)
  return stands
}

function sameContent(a: ReadonlyMap<Field, Json>, b: ReadonlyMap<Field, Json>): boolean {
  return a.size === b.size && [...a].every(([field, value]) => sameJson(value, b.get(field) ?? null))
}
