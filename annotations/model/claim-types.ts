import { compareOrdered, livingEntries, numberOf, type Ordered, type Register, textOf } from '../changes/resolve'
import type { ClaimTypeId } from './ids'

export interface ClaimType {
  readonly id: ClaimTypeId
  readonly name: string
}

/** What Pressmark ships, under fixed words as ids: Full Fact's seven classes plus what releases need. */
export const defaultClaimTypes: readonly ClaimType[] = [
  { id: 'quantity', name: 'Quantity' },
  { id: 'comparison', name: 'Comparison or ranking' },
  { id: 'causation', name: 'Cause or correlation' },
  { id: 'law', name: 'Law or rule' },
  { id: 'prediction', name: 'Prediction' },
  { id: 'commitment', name: 'Commitment or pledge' },
  { id: 'experience', name: 'Personal experience' },
  { id: 'organisation', name: 'Corporate or organisational fact' },
  { id: 'endorsement', name: 'Endorsement or award' },
  { id: 'other', name: 'Other' },
]

/**
 * The claim types of a workspace: the shipped ones as the codebook renames, moves or removes them, and its own. By their
 * orders, of which shipped ones have 1, 2, 3 … where none is stated; own ones without an order come last, by name.
 */
export function claimTypesOf(codebook: Register): readonly (ClaimType & Ordered)[] {
  const shipped = defaultClaimTypes.flatMap(({ id, name }, n) => {
    const stated = codebook.entries.get(id)
    if (stated?.deleted === true || (stated !== undefined && stated.resolved !== id)) return []
    return [{ id, name: textOf(stated, 'name') ?? name, order: numberOf(stated, 'order') ?? n + 1 }]
  })
  const own = livingEntries(codebook, 'claim-type')
    .filter(entry => !isShipped(entry.id))
    .map(entry => ({ id: entry.id, name: textOf(entry, 'name') ?? entry.id, order: numberOf(entry, 'order') }))
  return [...shipped, ...own].sort(compareOrdered)
}

/** True for a claim type that is there without anybody's statement. */
export function isShipped(id: string): boolean {
  return defaultClaimTypes.some(type => type.id === id)
}

/** The name of a claim type, renamed, merged or shipped; the id where none is known. */
export function claimTypeName(codebook: Register, id: ClaimTypeId): string {
  const stated = codebook.entries.get(id)
  const resolved = stated?.resolved ?? id
  return (
    textOf(codebook.entries.get(resolved), 'name') ?? defaultClaimTypes.find(type => type.id === resolved)?.name ?? id
  )
}
