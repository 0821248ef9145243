import { textHash } from '#annotations/model/canonical-text'
import type { Instant } from '#annotations/model/ids'
import type { Block, Finding, Revision, Source } from '#annotations/model/revision'
import { assignRoles } from '#annotations/structure/assign-roles'
import { findMetadata } from '#annotations/structure/find-metadata'
import { type PlacedBlocks, placeBlocks } from './place-blocks'
import type { SourceBlock } from './source-block'

/**
 * The first revision of a release from what a reader made of a file: canonical text, roles, metadata. `found` of the
 * reader wins over what the text says under the same name. Null when no block has words.
 */
export function buildRevision(
  sources: readonly SourceBlock[],
  found: readonly Finding[],
  source: Source,
  at: Instant,
): Revision | null {
  const placed = placeBlocks(sources)
  if (placed.blocks.length === 0) return null
  const blocks = giveRoles(placed)
  const known = new Set(found.map(({ name }) => name))
  return {
    id: textHash(placed.text),
    text: placed.text,
    parent: null,
    origin: 'import',
    at,
    source,
    blocks,
    marks: placed.marks,
    found: [...found, ...findMetadata(placed.text, blocks).filter(({ name }) => !known.has(name))],
  }
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
