import { type Entry, standingValue } from '../changes/entry'
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

/** The living own fields of a workspace by their order, then by name. A kind that is not known counts as text. */
export function ownFieldsOf(codebook: Register): readonly (OwnField & Ordered)[] {
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

/** The value of an own field as people read it: a choice by its name; `undefined` where none is set or it is no such value. */
export function ownValue(facts: Entry | undefined, field: OwnField): string | undefined {
  const value = standingValue(facts, ownFieldFact(field.id))
  if (typeof value === 'number') return field.holds === 'number' ? String(value) : undefined
  if (typeof value !== 'string' || value === '') return undefined
  return field.holds === 'choice' ? field.choices.find(({ id }) => id === value)?.name : value
}

/** The values that are set of these fields, in their order. */
export function ownValues(
  facts: Entry | undefined,
  fields: readonly OwnField[],
): readonly { readonly field: OwnField; readonly value: string }[] {
  return fields.flatMap(field => {
    const value = ownValue(facts, field)
    return value === undefined ? [] : [{ field, value }]
  })
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
