import { type Entry, sumChanges } from '../changes/entry'
import { compareOrdered, livingEntries, numberOf, type Ordered, type Register, textOf } from '../changes/resolve'
import { isCalendarDate } from '../structure/calendar-date'
import type { Json } from './json'

export const fieldKinds = ['text', 'number', 'date', 'choice'] as const
/** What the values of an own field are: words, a decimal number, a day `YYYY-MM-DD`, one of its choices. */
export type FieldKind = (typeof fieldKinds)[number]

/** A field that a workspace gives its documents: an entry of the codebook. */
export interface OwnField {
  readonly id: string
  readonly name: string
  readonly holds: FieldKind
  /** Of a field of choices, by name; empty for others. */
  readonly choices: readonly { readonly id: string; readonly name: string }[]
}

/** The type of their entries in the codebook. */
export const ownFieldType = 'own-field'

/** The fact that holds the value of an own field in a document. */
export function ownFieldFact(id: string): string {
  return `field.${id}`
}

/** The living own fields of a workspace by their order, then by name. A kind that is not known counts as text. Cached by the register. */
export function ownFieldsOf(codebook: Register): readonly (OwnField & Ordered)[] {
  const known = lists.get(codebook)
  if (known !== undefined) return known
  const list = readOwnFields(codebook)
  lists.set(codebook, list)
  return list
}

const lists = new WeakMap<Register, readonly (OwnField & Ordered)[]>()

function readOwnFields(codebook: Register): readonly (OwnField & Ordered)[] {
  return livingEntries(codebook, ownFieldType)
    .map(entry => {
      const holds = fieldKinds.find(kind => kind === textOf(entry, 'holds')) ?? 'text'
      const choices = [...entry.fields]
        .flatMap(([field, { value }]) =>
          holds === 'choice' && field.startsWith('choices.') && typeof value === 'string'
            ? [{ id: field.slice('choices.'.length), name: value }]
            : [],
        )
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
      return { id: entry.id, name: textOf(entry, 'name') ?? entry.id, holds, choices, order: numberOf(entry, 'order') }
    })
    .sort(compareOrdered)
}

/** Values of own fields by the fields' ids, as they are stored. */
export type StoredValues = { readonly [field: string]: string | number }

const stored = new WeakMap<Entry, StoredValues>()

/** The values of a document's own fields, also of fields that are removed; the same object for the same facts. */
export function storedValues(facts: Entry | undefined): StoredValues {
  if (facts === undefined) return none
  const known = stored.get(facts)
  if (known !== undefined) return known
  const values = Object.fromEntries(
    [...sumChanges(facts.changes)].flatMap(([fact, { value }]) =>
      fact.startsWith('field.') && (typeof value === 'string' || typeof value === 'number')
        ? [[fact.slice('field.'.length), value] as const]
        : [],
    ),
  )
  stored.set(facts, values)
  return values
}

const none: StoredValues = {}

/** A stored value as people read it: a choice by its name; `undefined` where none is set or it is no such value. */
export function ownValue(values: StoredValues, field: OwnField): string | undefined {
  const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
  if (typeof value === 'number') return field.holds === 'number' ? String(value) : undefined
  if (typeof value !== 'string' || value === '') return undefined
  return field.holds === 'choice' ? field.choices.find(({ id }) => id === value)?.name : value
}

/** The values that are set of these fields, in their order. */
export function ownValues(
  values: StoredValues,
  fields: readonly OwnField[],
): readonly { readonly field: OwnField; readonly value: string }[] {
  return fields.flatMap(field => {
    const value = ownValue(values, field)
    return value === undefined ? [] : [{ field, value }]
  })
}

/** The same as texts, `Beat: Energy`, in the order of the fields. */
export function ownTexts(values: StoredValues, fields: readonly OwnField[]): readonly string[] {
  return ownValues(values, fields).map(({ field, value }) => `${field.name}: ${value}`)
}

/**
 * What a typed text means as a value of a field; `null` for an empty one, `undefined` where it is none. A number has a decimal
 * point and may have a sign. Of a field of choices the text is the id of one.
 */
export function readOwnValue(field: Pick<OwnField, 'holds' | 'choices'>, typed: string): Json | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (field.holds === 'number')
    return /^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/.test(text) ? Number(text) : undefined
  if (field.holds === 'date') return isCalendarDate(text) ? text : undefined
  if (field.holds === 'choice') return field.choices.some(({ id }) => id === text) ? text : undefined
  return text
}
