import { mulberry32 } from '#annotations/agreement/bootstrap'
import type { Annotation, Kind, PlainSegment } from '#annotations/model/annotation'
import { blockSeparator } from '#annotations/model/canonical-text'
import type { Block, BlockType, Mark, Revision, Role } from '#annotations/model/revision'
import { describeSegments } from '#annotations/model/segments'

/** Numbers in [0, 1) that depend on the seed alone. */
export const seededRandom = mulberry32

const words = (
  'harbour council ferry timetable operator winter service passengers vessel bridge works will carry more than last year the a of ' +
  'and to in on for with by from new regional authority said announced confirmed plans second quarter results shareholders growth ' +
  'percent million customers report independent review safety crew training programme investment local community partners'
).split(' ')

/** One block as a test writes it. */
export interface PlainBlock {
  readonly text: string
  readonly role?: Role
  readonly type?: BlockType
}

/** A revision of these blocks. Its id is made up: nothing here depends on the hash. */
export function releaseOf(plain: readonly PlainBlock[], marks: readonly Mark[] = [], id = 'a'.repeat(64)): Revision {
  const blocks: Block[] = []
  let start = 0
  for (const { text, role = 'body', type = 'paragraph' } of plain) {
    blocks.push({ role, type, start, end: start + text.length })
    start += text.length + blockSeparator.length
  }
  return {
    id,
    text: plain.map(block => block.text).join(blockSeparator),
    parent: null,
    origin: 'import',
    at: '2024-01-01T00:00:00.000Z',
    blocks,
    marks,
    found: [],
  }
}

/** A release of about `length` characters: a headline, a lead and paragraphs of one to five sentences, some headings. */
export function syntheticRelease(length: number, seed = 1): Revision {
  const random = seededRandom(seed)
  const plain: PlainBlock[] = [{ text: sentence(random, 9), role: 'headline', type: 'heading' }]
  for (let size = 0; size < length; ) {
    const heading = plain.length % 12 === 11
    const sentences = heading ? 1 : 1 + Math.floor(random() * 5)
    const text = Array.from({ length: sentences }, () => sentence(random, heading ? 4 : 14)).join(' ')
    plain.push(
      heading
        ? { text, role: 'section-heading', type: 'heading' }
        : { text, role: plain.length === 1 ? 'lead' : 'body' },
    )
    size += text.length + blockSeparator.length
  }
  return releaseOf(plain)
}

function sentence(random: () => number, length: number): string {
  const count = Math.max(2, Math.round(length * (0.6 + random() * 0.8)))
  const text = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? 'the').join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** An annotation of plain ranges: the first of them content, the others as they say. */
export function annotationOf(
  revision: Revision,
  id: string,
  kind: Kind,
  segments: readonly PlainSegment[],
): Annotation {
  const described = describeSegments(revision.text, segments)
  if (!described.ok) throw new Error(`a test points outside its text: ${described.error.code}`)
  const base = {
    id,
    placements: new Map([[revision.id, { state: 'exact', segments: described.value, via: 'hand' } as const]]),
    tags: new Set<string>(),
    note: '',
    codebook: 1,
    status: 'draft',
    deleted: false,
    created: revision.at,
    modified: revision.at,
    edit: id,
  } as const
  if (kind === 'quote') return { ...base, kind, quote: { type: 'direct', speakers: [] } }
  if (kind === 'claim') return { ...base, kind, claim: { figures: [] } }
  return { ...base, kind }
}

/** Annotations of a few words up to some sentences, all over the text; some overlap. */
export function syntheticAnnotations(revision: Revision, count: number, seed = 2): Annotation[] {
  const random = seededRandom(seed)
  const kinds: readonly Kind[] = ['quote', 'claim', 'claim', 'note', 'quote']
  return Array.from({ length: count }, (_, i) => {
    const block = revision.blocks[Math.floor(random() * revision.blocks.length)] ?? { start: 0, end: 1 }
    const start = block.start + Math.floor(random() * Math.max(1, block.end - block.start - 8))
    const end = Math.min(block.end, start + 8 + Math.floor(random() * random() * 240))
    return annotationOf(revision, `annotation-${i}`, kinds[i % kinds.length] ?? 'note', [
      { part: 'content', start, end },
    ])
  })
}
