import type { Field } from '#annotations/changes/change'
import { type Register, type RegisterEntry, textOf } from '#annotations/changes/resolve'
import type { Act } from '#annotations/edit/edit'
import type { AnnotatorId, EditId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'

type RegisterName = 'codebook' | 'speakers'

/** Two values for one field, the later made without having seen the other, as a person reads them. */
export interface ShownClash {
  readonly field: Field
  /** What the field is called: `Name`. */
  readonly label: string
  readonly stands: string
  readonly other: string
  /** The annotator whose value the other one is; `undefined` where nobody's file here has it. */
  readonly by: AnnotatorId | undefined
  /** The other value cannot be taken: it would close a ring. */
  readonly ring?: true
}

/** The field under which a place is shown that was skipped, since it would close a ring. */
const ringField = 'ring'

const labels: { readonly [field: Field]: string } = {
  name: 'Name',
  parent: 'Place',
  colour: 'Colour',
  definition: 'Definition',
  shortcut: 'Shortcut',
  redirect: 'Merged into',
  splitInto: 'Split into',
  deleted: 'Removed',
  what: 'Kind',
  note: 'Note',
}

/**
 * The clashes of an entry that a person can settle. Left out: the order among neighbours, where both values are as
 * good, and a name that somebody took back.
 */
export function clashesOf(
  register: Register,
  entry: RegisterEntry,
  author: (edit: EditId) => AnnotatorId | undefined,
): ShownClash[] {
  const clashes = [...entry.fields].flatMap(([field, state]) => {
    const { clash } = state
    if (clash === undefined || field === 'order' || (field === 'name' && clash.value === null)) return []
    const label = labels[field] ?? (field.startsWith('aliases.') ? `Alias “${field.slice('aliases.'.length)}”` : field)
    const words = (value: Json) => valueWords(register, field, value)
    return [{ field, label, stands: words(state.value), other: words(clash.value), by: author(clash.edit) }]
  })
  const parent = entry.fields.get('parent')
  if (parent === undefined || !entry.skipped.includes('parent')) return clashes
  const [stands, other] = [entry.parent ?? null, parent.value].map(value => valueWords(register, 'parent', value))
  const place = { field: ringField, label: 'Place', stands: stands ?? '', other: other ?? '', ring: true } as const
  return [...clashes, { ...place, by: author(parent.edit) }]
}

function valueWords(register: Register, field: Field, value: Json): string {
  const name = (id: Json) => textOf(register.entries.get(String(id)), 'name') ?? String(id)
  if (field === 'deleted') return value === true ? 'removed' : 'kept'
  if (field.startsWith('aliases.')) return value === true ? 'an alias' : 'no alias'
  if (field === 'parent') return value === null ? 'at the top' : `under “${name(value)}”`
  if (field === 'redirect') return value === null ? 'not merged' : `“${name(value)}”`
  if (Array.isArray(value)) return (value as readonly Json[]).map(id => `“${name(id)}”`).join(', ')
  return value === null || value === '' ? 'nothing' : `“${String(value)}”`
}

/** The act that makes one of the two values stand and ends the clash; `undefined` for a value that no act can set. */
export function settlingAct(
  register: RegisterName,
  entry: RegisterEntry,
  field: Field,
  take: 'standing' | 'other',
): Act | undefined {
  const on = { register, id: entry.id }
  if (field === ringField) return { do: 'move-entry', ...on, parent: entry.parent ?? null }
  const state = entry.fields.get(field)
  if (state?.clash === undefined) return undefined
  const value = take === 'standing' ? state.value : state.clash.value
  switch (field) {
    case 'deleted':
      return { do: value === true ? 'remove-entry' : 'restore-entry', ...on }
    case 'parent':
      return { do: 'move-entry', ...on, parent: typeof value === 'string' ? value : null }
    case 'redirect':
      return typeof value === 'string' ? { do: 'merge-entry', ...on, into: value } : undefined
    case 'splitInto':
      return { do: 'split-entry', ...on, parts: Array.isArray(value) ? value.map(String) : [] }
    default:
      return { do: 'change-entry', ...on, fields: { [field]: value } }
  }
}
