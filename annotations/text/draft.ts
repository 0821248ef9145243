import { isJsonObject, type Json } from '../model/json'
import {
  type Block,
  type BlockType,
  blockTypes,
  type Mark,
  type MarkType,
  markTypes,
  type Revision,
  type Role,
  roles,
} from '../model/revision'

/** Formatting of a block that is written; offsets count in the block's own text. */
export interface DraftMark {
  readonly type: MarkType
  readonly start: number
  readonly end: number
  readonly href?: string
}

/** A block as somebody writes it: its text need not be canonical yet. */
export interface DraftBlock {
  readonly role: Role
  readonly type: BlockType
  readonly level?: number
  readonly list?: NonNullable<Block['list']>
  /** Of a row, whose cells are parted by TAB: empty cells at its ends, whose TABs a canonical text loses. */
  readonly table?: { readonly n: number; readonly header: boolean; readonly before: number; readonly after: number }
  readonly text: string
  /** By type in the order of `markTypes`, then by start; those of one type neither overlap nor touch, unless they link elsewhere. */
  readonly marks: readonly DraftMark[]
}

/** The blocks of a revision, to be written on. */
export function toDraft({ text, blocks, marks }: Revision): DraftBlock[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  return blocks.map(({ start, end, role, type, level, list, table }) => {
    for (let mark = sorted[next]; mark !== undefined && mark.start < end; mark = sorted[++next]) open.push(mark)
    open = open.filter(mark => mark.end > start)
    const own = open.map(mark => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(end, mark.end) - start,
    }))
    return {
      role,
      type,
      ...(level === undefined ? {} : { level }),
      ...(list === undefined ? {} : { list }),
      ...(table === undefined
        ? {}
        : { table: { n: table.n, header: table.header, ...lostCells(table.cells, { start, end }) } }),
      text: text.slice(start, end),
      marks: plainMarks(own),
    }
  })
}

function lostCells(cells: readonly (readonly [number, number])[], { start, end }: { start: number; end: number }) {
  const first = cells.findIndex(cell => cell[1] > start)
  const after = [...cells].reverse().findIndex(cell => cell[0] < end)
  return first < 0 || after < 0 ? { before: 0, after: 0 } : { before: first, after }
}

/** Marks in the order that a draft has them: those of one type united where they meet; of links the later one holds. */
export function plainMarks(marks: readonly DraftMark[]): DraftMark[] {
  return markTypes.flatMap(type => {
    const own = marks.filter(mark => mark.type === type && mark.start < mark.end)
    return own.reduce<DraftMark[]>(withMark, []).sort((a, b) => a.start - b.start)
  })
}

function withMark(marks: readonly DraftMark[], mark: DraftMark): DraftMark[] {
  const { type, href } = mark
  let { start, end } = mark
  const others: DraftMark[] = []
  for (const other of marks) {
    const apart = other.end < start || other.start > end
    if (!apart && other.href === href) {
      start = Math.min(start, other.start)
      end = Math.max(end, other.end)
    } else if (other.end <= start || other.start >= end) others.push(other)
    else {
      if (other.start < start) others.push({ ...other, end: start })
      if (other.end > end) others.push({ ...other, start: end })
    }
  }
  return [...others, { type, start, end, ...(href === undefined ? {} : { href }) }]
}

/** A draft that was kept, from JSON; `undefined` where it is none. */
export function readDraft(json: Json | undefined): DraftBlock[] | undefined {
  if (!Array.isArray(json)) return undefined
  const blocks = (json as readonly Json[]).map(readDraftBlock)
  return blocks.every(block => block !== undefined) ? blocks : undefined
}

function readDraftBlock(json: Json): DraftBlock | undefined {
  if (!isJsonObject(json) || typeof json.text !== 'string') return undefined
  const { text, level, list, table, marks } = json
  const role = roles.find(known => known === json.role)
  const type = blockTypes.find(known => known === json.type)
  const read = Array.isArray(marks) ? (marks as readonly Json[]).map(mark => readDraftMark(mark, text.length)) : []
  if (role === undefined || type === undefined || read.some(mark => mark === undefined)) return undefined
  if (level !== undefined && !(isCount(level) && level >= 1 && level <= 6)) return undefined
  const own = { list: readList(list), table: readTable(table) }
  if ((list !== undefined && own.list === undefined) || (table !== undefined && own.table === undefined))
    return undefined
  return {
    role,
    type,
    ...(level === undefined ? {} : { level }),
    ...(own.list === undefined ? {} : { list: own.list }),
    ...(own.table === undefined ? {} : { table: own.table }),
    text,
    marks: plainMarks(read.flatMap(mark => mark ?? [])),
  }
}

function readList(json: Json | undefined): DraftBlock['list'] {
  if (!isJsonObject(json)) return undefined
  const { n, depth, ordered } = json
  return isCount(n) && isCount(depth) && typeof ordered === 'boolean' ? { n, depth, ordered } : undefined
}

function readTable(json: Json | undefined): DraftBlock['table'] {
  if (!isJsonObject(json)) return undefined
  const { n, header, before, after } = json
  const fits = isCount(n) && isCount(before) && isCount(after) && before <= mostLost && after <= mostLost
  return fits && typeof header === 'boolean' ? { n, header, before, after } : undefined
}

/** No table of a release has more columns. */
const mostLost = 10_000

function readDraftMark(json: Json, length: number): DraftMark | undefined {
  if (!isJsonObject(json)) return undefined
  const { start, end, href } = json
  const type = markTypes.find(known => known === json.type)
  if (type === undefined || !isCount(start) || !isCount(end) || start > end || end > length) return undefined
  if (href !== undefined && typeof href !== 'string') return undefined
  return { type, start, end, ...(href === undefined ? {} : { href }) }
}

function isCount(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0
}
