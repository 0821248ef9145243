import type { SpeakerId } from '#annotations/model/ids'
import { type Named, type NearPair, nearNames, nearPairs } from '#annotations/model/near-names'
import type { MergeTarget } from '../registers/MergePane'
import type { ShownNear } from '../registers/NearList'
import { nearWords } from '../registers/near-words'
import type { ShownPair } from '../registers/PairList'
import type { SpeakerList, SpeakerRow } from './speaker-list'

const people = { people: true }
const pairs = new WeakMap<SpeakerList, readonly NearPair[]>()

/** The pairs of speakers that are nearly called the same, by their names and aliases. Cached by list. */
export function nearSpeakerPairs(list: SpeakerList): readonly NearPair[] {
  const known = pairs.get(list)
  if (known !== undefined) return known
  const found = nearPairs(list.speakers.map(named), people)
  pairs.set(list, found)
  return found
}

function named({ id, name, aliases }: SpeakerRow): Named {
  return { id, names: [name, ...aliases] }
}

function nameOf(list: SpeakerList, id: SpeakerId): string {
  return list.speakers.find(speaker => speaker.id === id)?.name ?? id
}

export function shownSpeakerPairs(list: SpeakerList): readonly ShownPair[] {
  return nearSpeakerPairs(list).map(({ a, b, nearness }) => ({
    a: { id: a, name: nameOf(list, a) },
    b: { id: b, name: nameOf(list, b) },
    why: nearWords[nearness],
  }))
}

export function speakersNear(list: SpeakerList, speaker: SpeakerId): readonly ShownNear[] {
  return nearSpeakerPairs(list).flatMap(({ a, b, nearness }) => {
    const id = a === speaker ? b : b === speaker ? a : undefined
    return id === undefined ? [] : [{ id, name: nameOf(list, id), why: nearWords[nearness] }]
  })
}

/** The speakers that are nearly called what is typed, but for one that is being renamed. */
export function speakersNearTyped(list: SpeakerList, typed: string, but?: SpeakerId): readonly ShownNear[] {
  const among = list.speakers.filter(({ id }) => id !== but).map(named)
  return nearNames(typed, among, people).map(({ id, nearness }) => ({
    id,
    name: nameOf(list, id),
    why: nearWords[nearness],
  }))
}

/** What a speaker can be merged into: those of nearly the same name first. */
export function speakerTargets(list: SpeakerList, speaker: SpeakerId): readonly MergeTarget[] {
  const near = new Map(speakersNear(list, speaker).map(({ id, why }) => [id, why]))
  const targets = list.speakers
    .filter(({ id }) => id !== speaker)
    .map(({ id, name, what }): MergeTarget => ({ id, name, note: near.get(id) ?? what }))
  return [...targets.filter(({ id }) => near.has(id)), ...targets.filter(({ id }) => !near.has(id))]
}
