import { livingEntries, type Register, textOf } from '../changes/resolve'
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

/** The claim types of a workspace: the shipped ones as the codebook renames or removes them, then its own by name. */
export function claimTypesOf(codebook: Register): readonly ClaimType[] {
  const shipped = defaultClaimTypes.flatMap(type => {
    const stated = codebook.entries.get(type.id)
    if (stated?.deleted === true || (stated !== undefined && stated.resolved !== type.id)) return []
    return [{ id: type.id, name: textOf(stated, 'name') ?? type.name }]
  })
  const own = livingEntries(codebook, 'claim-type')
    .filter(entry => !defaultClaimTypes.some(type => type.id === entry.id))
    .map(entry => ({ id: entry.id, name: textOf(entry, 'name') ?? entry.id }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return [...shipped, ...own]
}

/** The name of a claim type, renamed, merged or shipped; the id where none is known. */
export function claimTypeName(codebook: Register, id: ClaimTypeId): string {
  const stated = codebook.entries.get(id)
  const resolved = stated?.resolved ?? id
  return (
    textOf(codebook.entries.get(resolved), 'name') ?? defaultClaimTypes.find(type => type.id === resolved)?.name ?? id
  )
}
