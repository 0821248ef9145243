import type { TextRange } from '../model/revision'
import {
  type ColumnKind,
  type ColumnName,
  type ColumnValues,
  type Excerpt,
  excerptColumns,
  laterColumns,
} from './excerpt'
import { joinList, splitList } from './text-list'

/** The columns of a row as texts; one that is missing or unreadable is not in the map. */
export type ColumnTexts = ReadonlyMap<ColumnName, string>

interface Codec<Kind extends ColumnKind> {
  toText(value: ColumnValues[Kind]): string
  /** `undefined` for a text that is no such value. */
  fromText(text: string): ColumnValues[Kind] | undefined
  /** A value of unknown origin, such as one from JSON; `undefined` where it is none of this kind. */
  fromJson(value: unknown): ColumnValues[Kind] | undefined
}

const codecs: { readonly [Kind in ColumnKind]: Codec<Kind> } = {
  text: {
    toText: value => value,
    fromText: text => text,
    fromJson: value => (typeof value === 'string' ? value : undefined),
  },
  number: {
    toText: value => (value === null ? '' : String(value)),
    fromText: text => (text === '' ? null : /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined),
    fromJson: value => (value === null || isCount(value) ? value : undefined),
  },
  list: {
    toText: joinList,
    fromText: splitList,
    fromJson: value => (isListOf(value, item => typeof item === 'string') ? (value as readonly string[]) : undefined),
  },
  ranges: {
    toText: ranges => ranges.map(({ start, end }) => `${start}-${end}`).join(';'),
    fromText: readRanges,
    fromJson: value =>
      isListOf(value, isRange) ? (value as readonly TextRange[]).map(({ start, end }) => ({ start, end })) : undefined,
  },
}

const kinds: ReadonlyMap<ColumnName, ColumnKind> = new Map(excerptColumns.map(({ name, kind }) => [name, kind]))

/** Ranges as `start-end;start-end`, in UTF-16 code units; `undefined` for another text. */
export function readRanges(text: string): TextRange[] | undefined {
  if (text === '') return []
  const ranges: TextRange[] = []
  for (const piece of text.split(';')) {
    const match = /^ ?(\d{1,10})-(\d{1,10})$/.exec(piece)
    if (match === null) return undefined
    ranges.push({ start: Number(match[1]), end: Number(match[2]) })
  }
  return ranges
}

/** A column's value as a text: the form that CSV writes and `row_sha256` counts. */
export function columnText<Name extends ColumnName>(name: Name, value: Excerpt[Name]): string {
  return codecOf(name).toText(value)
}

/** All columns of an excerpt as texts, in column order. */
export function textsOf(excerpt: Excerpt): Map<ColumnName, string> {
  return new Map(excerptColumns.map(({ name }) => [name, columnText(name, excerpt[name])]))
}

/** The excerpt that texts spell, empty in `laterColumns` that are missing; `undefined` where another column is or its text is no value of its kind. */
export function excerptFromTexts(texts: ColumnTexts): Excerpt | undefined {
  const excerpt: { [name: string]: unknown } = {}
  for (const { name } of excerptColumns) {
    const text = texts.get(name) ?? (laterColumns.has(name) ? '' : undefined)
    const value = text === undefined ? undefined : codecOf(name).fromText(text)
    if (value === undefined) return undefined
    excerpt[name] = value
  }
  return excerpt as Excerpt
}

/** The columns of an object of unknown origin as texts; columns that are missing or of another type are left out. */
export function textsFromJson(object: object): Map<ColumnName, string> {
  const texts = new Map<ColumnName, string>()
  for (const { name } of excerptColumns) {
    if (!Object.hasOwn(object, name)) continue
    const codec = codecOf(name)
    const value = codec.fromJson((object as { readonly [name: string]: unknown })[name])
    if (value !== undefined) texts.set(name, codec.toText(value))
  }
  return texts
}

/** The codec of a column; its values are those of the column's kind, which the table above ties together. */
function codecOf(name: ColumnName): Codec<ColumnKind> {
  return codecs[kinds.get(name) ?? 'text'] as unknown as Codec<ColumnKind>
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown }
  return isCount(start) && isCount(end)
}
