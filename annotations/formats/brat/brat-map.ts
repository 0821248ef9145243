import { type Kind, kinds, type QuoteType, quoteTypes } from '../../model/annotation'
import { isJsonObject, type Json } from '../../model/json'
import { ok, type Problem, problem, type Result } from '../../model/result'

/** Fields that a type or the value of an attribute gives an annotation. */
export interface MappedFields {
  readonly quoteType?: QuoteType
  readonly claimType?: string
  /** Paths. */
  readonly tags?: readonly string[]
}

/** What becomes of the spans of a type. `speaker`: whether the words of a source become a speaker too. */
export type MappedType =
  | (MappedFields & { readonly kind: Kind })
  | { readonly part: 'source' | 'cue'; readonly speaker?: 'as-written' | 'register' }
  | null

/** How the types and attributes of another program become annotations. */
export interface BratMap {
  readonly types: ReadonlyMap<string, MappedType>
  /** By name of the attribute and its value, '' for a flag. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, MappedFields>>
}

/** Reads a map; `wrong-map` names the member that is wrong. */
export function readBratMap(value: Json): Result<BratMap, Problem<'wrong-map'>> {
  if (!isJsonObject(value)) return problem('wrong-map', { field: '' })
  const unknown = Object.keys(value).find(name => name !== 'types' && name !== 'attributes')
  if (unknown !== undefined || !isJsonObject(value.types)) return problem('wrong-map', { field: unknown ?? 'types' })
  const types = new Map<string, MappedType>()
  for (const [type, given] of Object.entries(value.types)) {
    const mapped = readType(given)
    if (mapped === undefined) return problem('wrong-map', { field: `types.${type}` })
    types.set(type, mapped)
  }
  const attributes = new Map<string, ReadonlyMap<string, MappedFields>>()
  const given = value.attributes ?? {}
  if (!isJsonObject(given)) return problem('wrong-map', { field: 'attributes' })
  for (const [name, values] of Object.entries(given)) {
    const mapped = new Map<string, MappedFields>()
    for (const [word, fields] of Object.entries(isJsonObject(values) ? values : { '': null })) {
      const read = isJsonObject(fields) ? readFields(fields, []) : undefined
      if (read === undefined) return problem('wrong-map', { field: `attributes.${name}` })
      mapped.set(word, read)
    }
    attributes.set(name, mapped)
  }
  return ok({ types, attributes })
}

function readType(value: Json): MappedType | undefined {
  if (value === null) return null
  if (!isJsonObject(value)) return undefined
  const { kind, part, speaker } = value
  if (part === 'source' || part === 'cue') {
    if (Object.keys(value).some(name => name !== 'part' && name !== 'speaker')) return undefined
    if (speaker === undefined) return { part }
    return part === 'source' && (speaker === 'as-written' || speaker === 'register') ? { part, speaker } : undefined
  }
  const known = kinds.find(one => one === kind)
  const fields = readFields(value, ['kind'])
  return known === undefined || fields === undefined ? undefined : { kind: known, ...fields }
}

function readFields(value: { readonly [name: string]: Json }, besides: readonly string[]): MappedFields | undefined {
  const allowed = [...besides, 'quoteType', 'claimType', 'tags']
  if (Object.keys(value).some(name => !allowed.includes(name))) return undefined
  const { quoteType, claimType, tags } = value
  const type = quoteTypes.find(one => one === quoteType)
  if (quoteType !== undefined && type === undefined) return undefined
  if (claimType !== undefined && (typeof claimType !== 'string' || claimType.trim() === '')) return undefined
  const paths = tags === undefined ? undefined : readTags(tags)
  if (tags !== undefined && paths === undefined) return undefined
  return {
    ...(type === undefined ? {} : { quoteType: type }),
    ...(claimType === undefined ? {} : { claimType }),
    ...(paths === undefined ? {} : { tags: paths }),
  }
}

function readTags(value: Json): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const words = value.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
  return words.length === value.length ? words : undefined
}
