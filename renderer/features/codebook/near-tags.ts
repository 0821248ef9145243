import type { TagId } from '#annotations/model/ids'
import { type NearPair, nearNames, nearPairs } from '#annotations/model/near-names'
import type { MergeTarget } from '../registers/MergePane'
import type { ShownNear } from '../registers/NearList'
import { nearWords } from '../registers/near-words'
import type { ShownPair } from '../registers/PairList'
import type { Codebook, TagNode } from './codebook-tree'

const pairs = new WeakMap<Codebook, readonly NearPair[]>()

/**
 * The pairs of tags with nearly the same names. The very same name at two places of the tree is meant so (“other” under
 * each parent) and is none. Cached by codebook.
 */
export function nearTagPairs(codebook: Codebook): readonly NearPair[] {
  const known = pairs.get(codebook)
  if (known !== undefined) return known
  const found = nearPairs([...codebook.tags.values()].map(named)).filter(({ a, b }) =>
    isPointedOut(codebook.tags.get(a), codebook.tags.get(b)),
  )
  pairs.set(codebook, found)
  return found
}

function named({ id, name }: TagNode) {
  return { id, names: [name] }
}

function isPointedOut(a: TagNode | undefined, b: TagNode | undefined): boolean {
  return a !== undefined && b !== undefined && (a.name !== b.name || a.parent === b.parent)
}

/** The pairs as they are shown, by their paths. */
export function shownTagPairs(codebook: Codebook): readonly ShownPair[] {
  return nearTagPairs(codebook).map(({ a, b, nearness }) => ({
    a: { id: a, name: pathWords(codebook, a) },
    b: { id: b, name: pathWords(codebook, b) },
    why: nearWords[nearness],
  }))
}

/** The tags whose names are nearly a tag's. */
export function tagsNear(codebook: Codebook, tag: TagId): readonly ShownNear[] {
  return nearTagPairs(codebook).flatMap(({ a, b, nearness }) => {
    const id = a === tag ? b : b === tag ? a : undefined
    return id === undefined ? [] : [{ id, name: pathWords(codebook, id), why: nearWords[nearness] }]
  })
}

/** The tags whose names are nearly what is typed, but for one that is being renamed. */
export function tagsNearTyped(codebook: Codebook, typed: string, but?: TagId): readonly ShownNear[] {
  const among = [...codebook.tags.values()].filter(({ id }) => id !== but)
  return nearNames(typed, among.map(named)).map(({ id, nearness }) => ({
    id,
    name: pathWords(codebook, id),
    why: nearWords[nearness],
  }))
}

/** A tag's path as it is shown: `climate / methane`. */
export function pathWords(codebook: Codebook, tag: TagId): string {
  return codebook.tags.get(tag)?.path.join(' / ') ?? tag
}

/** What a tag can be merged into: those of nearly the same name first, then all others in the order of the tree. */
export function mergeTargets(codebook: Codebook, tag: TagId): readonly MergeTarget[] {
  const near = new Map(tagsNear(codebook, tag).map(({ id, why }) => [id, why]))
  const targets = [...codebook.tags.values()].flatMap(({ id, name, path }): MergeTarget[] => {
    if (id === tag) return []
    const note = near.get(id) ?? path.slice(0, -1).join(' / ')
    return [note === '' ? { id, name } : { id, name, note }]
  })
  return [...targets.filter(({ id }) => near.has(id)), ...targets.filter(({ id }) => !near.has(id))]
}
