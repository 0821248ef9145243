import { type Entry, standingValue } from '../changes/entry'
import type { DraftMark } from '../text/draft'
import type { RevisionHash } from './ids'
import { isJsonObject, type Json } from './json'
import {
  type Block,
  type BlockType,
  blockTypes,
  type Mark,
  markTypes,
  type Revision,
  type Role,
  roles,
} from './revision'

/** What a person states of a block; the value of the fact `block.<revision>/<n>`. */
export interface BlockDescription {
  readonly role: Role
  readonly type: BlockType
  /** Of a heading, 1 to 6. */
  readonly level?: number
  /** The formatting of the block, in the place of that of the source; absent where nothing was said of it. */
  readonly marks?: readonly DraftMark[]
}

/** The fact that holds what is stated of block `n` of a revision, counted from 0. */
export function blockField(revision: RevisionHash, n: number): string {
  return `block.${revision}/${n}`
}

/**
 * The description that gives a block another role. What plain text sets alone is a heading with a headline's or a section
 * heading's role and a paragraph with any other; items, rows and captions stay what they are.
 */
export function withRole(block: Block, role: Role): { [name: string]: Json } {
  const titled = role === 'headline' || role === 'section-heading'
  if (block.type !== 'paragraph' && block.type !== 'heading') return { role, type: block.type }
  if (!titled) return { role, type: 'paragraph' }
  return { role, type: 'heading', level: role === 'headline' ? 1 : (block.level ?? 2) }
}

interface Known {
  readonly facts: Entry
  readonly described: Revision
}
const described = new WeakMap<Revision, Known>()

/**
 * A revision with the roles that people stated. What is stated of a block of another of the `revisions` is read across to the
 * block of equal text, the first to the first, while nothing is stated of that itself. The same object where nothing is stated, and
 * the same again for the same facts. Values that are no description are passed over.
 */
export function describeRevision(
  revision: Revision,
  facts: Entry | undefined,
  revisions: readonly Revision[] = [revision],
): Revision {
  if (facts === undefined) return revision
  const known = described.get(revision)
  if (known?.facts === facts) return known.described
  const across = statedElsewhere(revision, facts, revisions)
  let changed = false
  const marked: { readonly block: Block; readonly marks: readonly DraftMark[] }[] = []
  const seen = new Map<string, number>()
  const blocks = revision.blocks.map((block, n) => {
    const own = readDescription(standingValue(facts, blockField(revision.id, n)))
    const key = across.size === 0 ? '' : countedKey(revision, block, seen)
    const stated = own ?? across.get(key)
    if (stated === undefined) return block
    changed = true
    const { marks, ...described } = stated
    if (marks !== undefined) marked.push({ block, marks })
    const { level: _level, ...rest } = block
    return { ...rest, ...described }
  })
  const next = { ...revision, blocks, marks: withStated(revision.marks, marked) }
  const result = changed ? keepDescribed(known?.described, next) : revision
  described.set(revision, { facts, described: result })
  return result
}

/** Another fact of the document leaves the blocks as they were: then the object stays too. */
function keepDescribed(before: Revision | undefined, now: Revision): Revision {
  const parts = ({ blocks, marks }: Revision) => JSON.stringify([blocks, marks])
  return before !== undefined && parts(before) === parts(now) ? before : now
}

/** Marks with those of some blocks replaced; the same list where none are. */
function withStated(
  marks: readonly Mark[],
  stated: readonly { readonly block: Block; readonly marks: readonly DraftMark[] }[],
): readonly Mark[] {
  if (stated.length === 0) return marks
  let rest = [...marks]
  const added: Mark[] = []
  for (const { block, marks: own } of stated) {
    rest = rest.flatMap(mark => outside(mark, block))
    for (const mark of own) {
      const end = Math.min(block.end, block.start + mark.end)
      if (block.start + mark.start < end) added.push({ ...mark, start: block.start + mark.start, end })
    }
  }
  return [...rest, ...added].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What of a mark lies outside of a block. */
function outside(mark: Mark, { start, end }: Block): Mark[] {
  if (mark.end <= start || mark.start >= end) return [mark]
  return [
    { ...mark, end: start },
    { ...mark, start: end },
  ].filter(piece => piece.start < piece.end)
}

function statedElsewhere(
  revision: Revision,
  facts: Entry,
  revisions: readonly Revision[],
): ReadonlyMap<string, BlockDescription> {
  const found = new Map<string, BlockDescription>()
  for (const other of revisions) {
    if (other.id === revision.id) continue
    const seen = new Map<string, number>()
    for (const [n, block] of other.blocks.entries()) {
      const key = countedKey(other, block, seen)
      const stated = readDescription(standingValue(facts, blockField(other.id, n)))
      if (stated !== undefined) found.set(key, stated)
    }
  }
  return found
}

/** The text of a block and which of the equal ones it is. */
function countedKey({ text }: Revision, { start, end }: Block, seen: Map<string, number>): string {
  const own = text.slice(start, end)
  const n = seen.get(own) ?? 0
  seen.set(own, n + 1)
  return `${n} ${own}`
}

function readDescription(value: Json | undefined): BlockDescription | undefined {
  if (!isJsonObject(value)) return undefined
  const role = roles.find(known => known === value.role)
  const type = blockTypes.find(known => known === value.type)
  if (role === undefined || type === undefined) return undefined
  const { level } = value
  const valid = typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 6
  const marks = readMarks(value.marks)
  return {
    role,
    type,
    ...(valid && type === 'heading' ? { level } : {}),
    ...(marks === undefined ? {} : { marks }),
  }
}

/** The formatting that a person stated of a block; `undefined` where nothing was said of it. */
export function statedMarks(
  facts: Entry | undefined,
  revision: RevisionHash,
  n: number,
): readonly DraftMark[] | undefined {
  return readDescription(standingValue(facts, blockField(revision, n)))?.marks
}

function readMarks(value: Json | undefined): DraftMark[] | undefined {
  if (!Array.isArray(value)) return undefined
  return (value as readonly Json[]).flatMap((mark): DraftMark[] => {
    if (!isJsonObject(mark)) return []
    const { start, end, href } = mark
    const type = markTypes.find(known => known === mark.type)
    if (type === undefined || !isCount(start) || !isCount(end) || start >= end) return []
    if (type !== 'link') return [{ type, start, end }]
    return typeof href === 'string' && webAddress.test(href) ? [{ type, start, end, href }] : []
  })
}

/** The addresses that links may have; what others wrote is not trusted. */
const webAddress = /^(?:https?|mailto):/i

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
