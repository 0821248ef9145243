import { textHash } from '#annotations/model/canonical-text'
import type { Instant } from '#annotations/model/ids'
import type { Block, Finding, Revision, Source } from '#annotations/model/revision'
import { assignRoles } from '#annotations/structure/assign-roles'
import { findMetadata } from '#annotations/structure/find-metadata'
import { type PlacedBlocks, placeBlocks } from '#annotations/text/place-blocks'
import type { ReadBlocks } from './read-blocks'

/**
 * The first revision of a release from what a reader made of a file: canonical text, roles, metadata. `found` of the
 * reader wins over what the text says under the same name, that over what is `spare`. Null when no block has words.
 */
export function buildRevision(read: ReadBlocks, source: Source, at: Instant): Revision | null {
  const placed = placeBlocks(read.blocks)
  if (placed.blocks.length === 0) return null
  const blocks = giveRoles(placed)
  return {
    id: textHash(placed.text),
    text: placed.text,
    parent: null,
    origin: 'import',
    at,
    source,
    blocks,
    marks: placed.marks,
    found: firstOfEachName([...read.found, ...findMetadata(placed.text, blocks), ...(read.spare ?? [])]),
  }
}

function firstOfEachName(found: readonly Finding[]): Finding[] {
  const names = new Set<string>()
  return found.filter(({ name }) => !names.has(name) && names.add(name))
}

/** A line that plain text sets alone and structure knows for a headline or section heading is a heading. */
function giveRoles({ text, blocks }: PlacedBlocks): Block[] {
  const roles = assignRoles(text, blocks)
  return blocks.map((block, i) => {
    const role = roles[i] ?? 'other'
    const titled = block.type === 'paragraph' && (role === 'headline' || role === 'section-heading')
    if (!titled) return { ...block, role }
    return { ...block, role, type: 'heading', level: role === 'headline' ? 1 : 2 }
  })
}
