import type { AnnotatorId, DocumentId, Instant, RevisionHash } from './ids'
import type { Json } from './json'

/** UTF-16 code units from the start of a revision's canonical text. Nothing else is called an offset. */
export type TextOffset = number

/** A half-open range `[start, end)` of offsets. */
export interface TextRange {
  readonly start: TextOffset
  readonly end: TextOffset
}

export const roles = [
  'headline',
  'subhead',
  'release-line',
  'embargo',
  'dateline',
  'lead',
  'body',
  'section-heading',
  'list-item',
  'caption',
  'letter',
  'boilerplate',
  'contact',
  'note-to-editors',
  'end-mark',
  'other',
] as const

/** What a block is in a release. */
export type Role = (typeof roles)[number]

export const blockTypes = ['heading', 'paragraph', 'item', 'row', 'caption'] as const
export type BlockType = (typeof blockTypes)[number]

/** One paragraph-like unit: its text is the canonical text between `start` and `end`. */
export interface Block extends TextRange {
  readonly role: Role
  readonly type: BlockType
  /** Of a heading, 1 to 6. */
  readonly level?: number
  /** Of a list item: `n` counts lists from 0, `depth` from 0. */
  readonly list?: { readonly n: number; readonly depth: number; readonly ordered: boolean }
  /** Of a table row: `n` counts tables from 0; `cells` are ranges of the canonical text, parted by TAB. */
  readonly table?: {
    readonly n: number
    readonly header: boolean
    readonly cells: readonly (readonly [TextOffset, TextOffset])[]
  }
}

export const markTypes = ['strong', 'em', 'link', 'sup', 'sub'] as const
export type MarkType = (typeof markTypes)[number]

/** Inline formatting of the source. */
export interface Mark extends TextRange {
  readonly type: MarkType
  readonly href?: string
}

export const metaNames = [
  'headline',
  'subhead',
  'issuer',
  'published',
  'place',
  'embargo',
  'contacts',
  'url',
  'language',
] as const
export type MetaName = (typeof metaNames)[number]

/** What the importer read: a value, where in the text it stands if it does, and how it was found. */
export interface Finding {
  readonly name: MetaName
  /** `published`: `{ date: 'YYYY-MM-DD', zone?: string }`; `headline`, `issuer` and the like: a string. */
  readonly value: Json
  readonly at?: readonly [TextOffset, TextOffset]
  readonly how: 'text' | 'header' | 'file'
}

/** The original bytes that a revision was read from; `name` is the file's, without its folder. */
export interface Source {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** One immutable text of a release. `text` is the canonical text; blocks cover all of it but the blank lines between them. */
export interface Revision {
  readonly id: RevisionHash
  readonly text: string
  readonly parent: RevisionHash | null
  readonly origin: 'import' | 'edit'
  readonly by?: AnnotatorId
  readonly at: Instant
  readonly source?: Source
  readonly attachedTo?: { readonly document: DocumentId; readonly name: string }
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly found: readonly Finding[]
}

/** The roles whose blocks carry a paragraph number. */
export const numberedRoles: ReadonlySet<Role> = new Set<Role>([
  'lead',
  'body',
  'letter',
  'boilerplate',
  'note-to-editors',
  'list-item',
])

/**
 * Paragraph numbers from 1, one per block; `null` for a block without one. Lead, body, letter, boilerplate,
 * note to editors, list items and table rows are counted.
 */
export function paragraphNumbers(blocks: readonly Pick<Block, 'role' | 'type'>[]): (number | null)[] {
  let n = 0
  return blocks.map(block => {
    if (!numberedRoles.has(block.role) && block.type !== 'row' && block.type !== 'item') return null
    n += 1
    return n
  })
}

/** Index of the block that holds `offset`, or of the last one that starts before it; -1 before the first. */
export function blockAt(blocks: readonly Block[], offset: TextOffset): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block !== undefined && block.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
