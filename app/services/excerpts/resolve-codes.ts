import { pathOf, type Register, resolveEntry, textOf } from '#annotations/changes/resolve'
import { claimTypeName } from '#annotations/model/claim-types'
import { noValue } from '#app/contract/excerpt-facets'
import type { Dictionary } from './dictionary'

/** Per code the codes that it stands for, its own merge first. */
export type Resolved = readonly (readonly number[])[]

/** A tag stands for the tag it was merged into and for all above that; the dictionary learns those it lacks. */
export function resolveTags(codebook: Register, tags: Dictionary): Resolved {
  return resolveAll(tags, value => {
    const found: string[] = []
    let entry = resolveEntry(codebook, value)
    while (entry !== undefined && !found.includes(entry.id)) {
      found.push(entry.id)
      entry = entry.parent === undefined ? undefined : codebook.entries.get(entry.parent)
    }
    return found.length === 0 ? [value] : found
  })
}

/** Speakers, claim types and annotators stand for what they were merged into. */
export function resolveMerged(register: Register, values: Dictionary): Resolved {
  return resolveAll(values, value => [resolveEntry(register, value)?.id ?? value])
}

function resolveAll(dictionary: Dictionary, of: (value: string) => readonly string[]): Resolved {
  const resolved: (readonly number[])[] = []
  // What is learnt on the way stands at the end and gets its turn.
  for (let code = 0; code < dictionary.values.length; code += 1) {
    const value = dictionary.values[code] ?? noValue
    resolved.push(value === noValue ? [code] : of(value).map(dictionary.codeOf))
  }
  return resolved
}

/** The names of a tag from the root; of one that nobody stated its id. */
export function tagPath(codebook: Register, tag: string): readonly string[] {
  const path = pathOf(codebook, tag)
  return path.length === 0 ? [tag] : path
}

/** The name of a value of the speaker facet. */
export function speakerName(speakers: Register, value: string): string {
  return value.startsWith('~') ? value.slice(1) : (textOf(resolveEntry(speakers, value), 'name') ?? value)
}

/** The name of a claim type, `''` for none. */
export function typeName(codebook: Register, value: string): string {
  return value === noValue ? '' : claimTypeName(codebook, value)
}
