import type { Scope } from '#annotations/changes/journal'
import { livingEntries, readRegister, textOf } from '#annotations/changes/resolve'
import { aliasesOf } from '#annotations/model/aliases'
import type { SpeakerId } from '#annotations/model/ids'
import { type EntryFacts, factsReader, type RemovedEntry, removedEntries } from '../registers/entry-facts'

export type SpeakerKind = 'person' | 'organisation'

export interface SpeakerRow extends EntryFacts {
  readonly id: SpeakerId
  readonly what: SpeakerKind
  readonly aliases: readonly string[]
  readonly note: string
}

export interface SpeakerList {
  /** By name. */
  readonly speakers: readonly SpeakerRow[]
  readonly removed: readonly RemovedEntry[]
}

const lists = new WeakMap<Scope, SpeakerList>()

/** The speakers of the register. Cached by scope. */
export function speakerList(scope: Scope): SpeakerList {
  const known = lists.get(scope)
  if (known !== undefined) return known
  const register = readRegister(scope)
  const facts = factsReader(register, scope)
  const speakers = livingEntries(register, 'speaker').map(
    (entry): SpeakerRow => ({
      ...facts(entry),
      what: textOf(entry, 'what') === 'organisation' ? 'organisation' : 'person',
      aliases: [...aliasesOf(entry)].sort((a, b) => a.localeCompare(b)),
      note: textOf(entry, 'note') ?? '',
    }),
  )
  speakers.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  const list = { speakers, removed: removedEntries(register, 'speaker') }
  lists.set(scope, list)
  return list
}
