import { pathOf, type Register, type RegisterEntry, resolveEntry, textOf } from '../../changes/resolve'
import type { Act } from '../../edit/edit'
import { aliasesOf } from '../../model/aliases'
import type { Voice } from '../../model/annotation'
import { claimTypesOf, defaultClaimTypes } from '../../model/claim-types'
import { entryName } from '../../model/entry-name'
import type { Json } from '../../model/json'
import type { VoiceInput } from './pressmark-input'
import { claimTypeWord, registerName } from './write'

/** Finds entries of the registers by the names that input has for them, and makes the ones that are not there. */
export interface NameResolver {
  /** The tags of an annotation that has `before` once it is tagged with these paths (names from the root) and no other. */
  tags(paths: readonly (readonly string[])[], before: Iterable<string>): ReadonlySet<string>
  /**
   * The voices that input states, where the annotation had `before`. What is meant already keeps its id; of several
   * voices with one name the first is the former first, and so on.
   */
  voices(inputs: readonly VoiceInput[], before: readonly Voice[]): Voice[]
  /** The id of a claim type given by id or name; `undefined` for a name that nobody stated. */
  claimType(word: string, before: string | undefined): string | undefined
  /** What must be added to the registers, parents before their children. */
  readonly added: readonly Act[]
}

/** Names are compared in NFC, white space within them as one space and around them not at all. Of several entries with a name the oldest is meant. */
export function nameResolver(codebook: Register, speakers: Register, nextId: () => string): NameResolver {
  const added: Act[] = []
  const tagIndex = indexTags(codebook)
  const speakerIndex = indexSpeakers(speakers)

  const add = (register: 'codebook' | 'speakers', type: string, fields: { readonly [field: string]: Json }): string => {
    const id = nextId()
    added.push({ do: 'add-entry', register, id, type, fields })
    return id
  }
  const tag = (names: readonly string[]): string => {
    const known = tagIndex.get(pathKey(names))
    if (known !== undefined) return known
    const parent = names.length > 1 ? tag(names.slice(0, -1)) : undefined
    const name = (names[names.length - 1] ?? '').trim()
    const id = add('codebook', 'tag', parent === undefined ? { name } : { name, parent })
    tagIndex.set(pathKey(names), id)
    return id
  }
  const speaker = (given: string, before: string | undefined, what?: 'organisation'): string => {
    const name = entryName(given)
    if (before !== undefined && isNamed(speakers, before, name)) return before
    const known = speakerIndex.get(nameKey(name))
    if (known !== undefined) return known
    const id = add('speakers', 'speaker', what === undefined ? { name } : { what, name })
    speakerIndex.set(nameKey(name), id)
    return id
  }

  const voice = (input: VoiceInput, before: Voice | undefined): Voice => {
    const { name, roleAsWritten, organisation } = input
    const stated = input.speaker
    const known = before?.speaker
    const who =
      stated === null ? undefined : stated === undefined ? (known ?? speaker(name, undefined)) : speaker(stated, known)
    return {
      name,
      ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
      ...(who === undefined ? {} : { speaker: who }),
      ...(organisation === undefined
        ? {}
        : { organisation: speaker(organisation, before?.organisation, 'organisation') }),
    }
  }

  return {
    added,
    tags(paths, before) {
      const wanted = new Set(paths.map(pathKey))
      const kept = [...before].filter(id => tagKeys(codebook, id).some(key => wanted.has(key)))
      const met = new Set(kept.flatMap(id => tagKeys(codebook, id)))
      const others = paths.filter(path => !met.has(pathKey(path))).map(tag)
      return new Set([...kept, ...others])
    },
    voices(inputs, before) {
      const left = [...before]
      return inputs.map(input => {
        const at = left.findIndex(({ name }) => nameKey(name) === nameKey(input.name))
        return voice(input, at < 0 ? undefined : left.splice(at, 1)[0])
      })
    },
    claimType(word, before) {
      if (before !== undefined && nameKey(claimTypeWord(codebook, before)) === nameKey(word)) return before
      const types = [...claimTypesOf(codebook), ...defaultClaimTypes]
      const key = nameKey(word)
      return (types.find(({ id }) => id === word) ?? types.find(({ name }) => nameKey(name) === key))?.id
    },
  }
}

function nameKey(name: string): string {
  return entryName(name).normalize('NFC')
}

function pathKey(names: readonly string[]): string {
  return names.map(nameKey).join('\0')
}

/** The paths by which a tag may be named: as it is shown, and for one that was merged away its former path. */
function tagKeys(codebook: Register, id: string): string[] {
  const shown = pathOf(codebook, id)
  const entry = codebook.entries.get(id)
  const own = entry === undefined || entry.resolved === id ? undefined : formerPath(codebook, entry)
  return [pathKey(shown.length === 0 ? [id] : shown), ...(own === undefined ? [] : [pathKey(own)])]
}

function formerPath(codebook: Register, entry: RegisterEntry): string[] {
  const parent = entry.parent === undefined ? [] : pathOf(codebook, entry.parent)
  return [...parent, textOf(entry, 'name') ?? entry.id]
}

function indexTags(codebook: Register): Map<string, string> {
  return index(codebook, 'tag', entry =>
    entry.resolved === entry.id ? [pathKey(pathOf(codebook, entry.id))] : [pathKey(formerPath(codebook, entry))],
  )
}

function indexSpeakers(speakers: Register): Map<string, string> {
  const named = index(speakers, 'speaker', entry => [nameKey(textOf(entry, 'name') ?? entry.id)])
  for (const [key, id] of index(speakers, 'speaker', entry => aliasesOf(entry).map(nameKey)))
    if (!named.has(key)) named.set(key, id)
  return named
}

/**
 * Ids by key. Entries that lists show come before ones that were merged away, which stand for what they were merged
 * into; among each the smallest id, which is the oldest. Removed ones are not found.
 */
function index(register: Register, type: string, keys: (entry: RegisterEntry) => readonly string[]) {
  const found = new Map<string, string>()
  const entries = [...register.entries.values()]
    .filter(entry => entry.type === type && resolveEntry(register, entry.id)?.deleted === false)
    .sort(
      (a, b) => Number(a.resolved !== a.id) - Number(b.resolved !== b.id) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
  for (const entry of entries) for (const key of keys(entry)) if (!found.has(key)) found.set(key, entry.resolved)
  return found
}

function isNamed(speakers: Register, id: string, name: string): boolean {
  const own = textOf(speakers.entries.get(id), 'name')
  return [registerName(speakers, id), own].some(known => known !== undefined && nameKey(known) === nameKey(name))
}
