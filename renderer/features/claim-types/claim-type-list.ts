import type { Scope } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import { claimTypesOf, isShipped } from '#annotations/model/claim-types'
import type { ClaimTypeId } from '#annotations/model/ids'
import { type EntryFacts, factsReader, type RemovedEntry, removedEntries } from '../registers/entry-facts'

export interface ClaimTypeRow extends EntryFacts {
  readonly id: ClaimTypeId
  /** Pressmark has it in every workspace. */
  readonly shipped: boolean
}

export interface ClaimTypeList {
  /** In the order in which they are offered. */
  readonly types: readonly ClaimTypeRow[]
  readonly removed: readonly RemovedEntry[]
}

const lists = new WeakMap<Scope, ClaimTypeList>()

/** The claim types of the codebook. Cached by scope. */
export function claimTypeList(scope: Scope): ClaimTypeList {
  const known = lists.get(scope)
  if (known !== undefined) return known
  const register = readRegister(scope)
  const facts = factsReader(register, scope)
  const types = claimTypesOf(register).map(({ id, name }): ClaimTypeRow => {
    const entry = register.entries.get(id)
    const stated = entry === undefined ? { clashes: [], merged: [] } : facts(entry)
    return { ...stated, id, name, shipped: isShipped(id) }
  })
  const list = { types, removed: removedEntries(register, 'claim-type') }
  lists.set(scope, list)
  return list
}
