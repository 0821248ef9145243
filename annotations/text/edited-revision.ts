import { textHash } from '../model/canonical-text'
import { blockField } from '../model/described-blocks'
import type { AnnotatorId, Instant } from '../model/ids'
import type { Json } from '../model/json'
import type { Block, Revision } from '../model/revision'
import { findMetadata } from '../structure/find-metadata'
import type { ComposedText } from './compose-text'
import { type DraftBlock, toDraft } from './draft'

/**
 * The revision that an edit of another one ends in: what the new text says of itself is found anew, what the file or its head said
 * stays. `undefined` where no words are left.
 */
export function editedRevision(
  base: Revision,
  { text, blocks, marks }: Omit<ComposedText, 'offsets'>,
  { by, at }: { readonly by: AnnotatorId; readonly at: Instant },
): Revision | undefined {
  if (text === '') return undefined
  const outside = base.found.filter(({ how }) => how !== 'text').map(({ at: _place, ...finding }) => finding)
  const names = new Set(outside.map(({ name }) => name))
  return {
    id: textHash(text),
    text,
    parent: base.id,
    origin: 'edit',
    by,
    at,
    ...(base.attachedTo === undefined ? {} : { attachedTo: base.attachedTo }),
    blocks,
    marks,
    found: [...outside, ...findMetadata(text, blocks).filter(({ name }) => !names.has(name))],
  }
}

/**
 * The facts that give the blocks of a text the roles, types and formatting that they were given: those that differ from what is shown of
 * it now. `raw`: the text as it is stored. Both have the blocks of the same text.
 */
export function factsOfBlocks(
  raw: Revision,
  shown: Revision,
  wanted: Omit<ComposedText, 'offsets'>,
): { readonly [field: string]: Json } {
  const own = toDraft(raw)
  const now = toDraft(shown)
  const next = toDraft({ ...shown, blocks: wanted.blocks, marks: wanted.marks })
  const facts: { [field: string]: Json } = {}
  for (const [n, block] of next.entries()) {
    if (sameShape(now[n], block)) continue
    const { role, type, level, marks } = block
    facts[blockField(raw.id, n)] = {
      role,
      type,
      ...(level === undefined ? {} : { level }),
      ...(sameMarks(own[n], block) ? {} : { marks: marks as unknown as Json }),
    }
  }
  return facts
}

function sameShape(a: DraftBlock | undefined, b: DraftBlock): boolean {
  return a?.role === b.role && a.type === b.type && shownLevel(a) === shownLevel(b) && sameMarks(a, b)
}

/** Only of a heading a level can be stated. */
function shownLevel({ type, level }: Pick<Block, 'type' | 'level'>): number | undefined {
  return type === 'heading' ? level : undefined
}

function sameMarks(a: DraftBlock | undefined, b: DraftBlock): boolean {
  return JSON.stringify(a?.marks) === JSON.stringify(b.marks)
}
