import { blockSeparator } from '../model/canonical-text'
import { isId, isRevisionHash } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { ok, type Result } from '../model/result'
import {
  type Block,
  blockTypes,
  type Finding,
  type Mark,
  markTypes,
  metaNames,
  type Revision,
  roles,
  type Source,
} from '../model/revision'
import { type FileProblem, isCount, wrongShape } from './envelope'

type JsonObject = { readonly [name: string]: Json }

/** A revision from its lines, with the texts of its blocks; whether they fit together is not looked at here. */
export interface RevisionLines {
  readonly revision: Revision
  readonly texts: readonly string[]
}

/**
 * Reads the lines of a revision's file: shapes and words, not whether they fit together. Unknown types of lines and
 * names of findings are skipped; an unknown role is `other`.
 */
export function readRevisionLines(lines: readonly Json[]): Result<RevisionLines, FileProblem> {
  const first = lines[0]
  const head = isJsonObject(first) && first.type === 'revision' ? readHead(first) : undefined
  if (head === undefined) return wrongShape('type', 1)
  if (typeof head === 'string') return wrongShape(head, 1)
  const texts: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  const found: Finding[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || !isJsonObject(line)) continue
    const blockType = blockTypes.find(type => type === line.type)
    const markType = markTypes.find(type => type === line.type)
    let wrong: string | undefined
    if (blockType !== undefined) wrong = readInto(blocks, readBlock(line, blockType)) ?? readInto(texts, textOf(line))
    else if (markType !== undefined) wrong = readInto(marks, readMark(line, markType))
    else if (line.type === 'found') wrong = readInto(found, readFinding(line))
    if (wrong !== undefined) return wrongShape(wrong, index + 1)
  }
  return ok({ revision: { ...head, text: texts.join(blockSeparator), blocks, marks, found }, texts })
}

/** A value, or the name of the member that is wrong. */
type Read<T> = { readonly value: T } | { readonly wrong: string }

function readInto<T>(list: T[], read: Read<T | undefined>): string | undefined {
  if ('wrong' in read) return read.wrong
  if (read.value !== undefined) list.push(read.value)
  return undefined
}

function textOf({ text }: JsonObject): Read<string> {
  return typeof text === 'string' ? { value: text } : { wrong: 'text' }
}

function readHead(line: JsonObject): Omit<Revision, 'text' | 'blocks' | 'marks' | 'found'> | string {
  const { id, parent, origin, by, at } = line
  if (!isRevisionHash(id)) return 'id'
  if (parent !== null && !isRevisionHash(parent)) return 'parent'
  if (origin !== 'import' && origin !== 'edit') return 'origin'
  if (by !== undefined && !isId(by)) return 'by'
  if (typeof at !== 'string') return 'at'
  const source = line.source === undefined ? undefined : readSource(line.source)
  if (source === null) return 'source'
  const attachedTo = line.attachedTo === undefined ? undefined : readAttachedTo(line.attachedTo)
  if (attachedTo === null) return 'attachedTo'
  return {
    id,
    parent,
    origin,
    ...(by === undefined ? {} : { by }),
    at,
    ...(source === undefined ? {} : { source }),
    ...(attachedTo === undefined ? {} : { attachedTo }),
  }
}

function readSource(json: Json): Source | null {
  if (!isJsonObject(json)) return null
  const { sha256, name, mediaType, bytes } = json
  if (!isRevisionHash(sha256) || typeof name !== 'string' || typeof mediaType !== 'string') return null
  return isCount(bytes) ? { sha256, name, mediaType, bytes } : null
}

function readAttachedTo(json: Json): NonNullable<Revision['attachedTo']> | null {
  if (!isJsonObject(json)) return null
  const { document, name } = json
  return isId(document) && typeof name === 'string' ? { document, name } : null
}

function readBlock(line: JsonObject, type: Block['type']): Read<Block> {
  const { start, end, level } = line
  if (typeof line.role !== 'string') return { wrong: 'role' }
  if (!isCount(start)) return { wrong: 'start' }
  if (!isCount(end)) return { wrong: 'end' }
  if (level !== undefined && !(isCount(level) && level >= 1 && level <= 6)) return { wrong: 'level' }
  const list = line.list === undefined ? undefined : readList(line.list)
  if (list === null) return { wrong: 'list' }
  const table = line.table === undefined ? undefined : readTable(line.table)
  if (table === null) return { wrong: 'table' }
  return {
    value: {
      start,
      end,
      role: roles.find(known => known === line.role) ?? 'other',
      type,
      ...(level === undefined ? {} : { level }),
      ...(list === undefined ? {} : { list }),
      ...(table === undefined ? {} : { table }),
    },
  }
}

function readList(json: Json): NonNullable<Block['list']> | null {
  if (!isJsonObject(json)) return null
  const { n, depth, ordered } = json
  return isCount(n) && isCount(depth) && typeof ordered === 'boolean' ? { n, depth, ordered } : null
}

function readTable(json: Json): NonNullable<Block['table']> | null {
  if (!isJsonObject(json)) return null
  const { n, header, cells } = json
  if (!isCount(n) || typeof header !== 'boolean' || !Array.isArray(cells)) return null
  const pairs = cells.map(readPair)
  return pairs.every(pair => pair !== null) ? { n, header, cells: pairs } : null
}

function readPair(json: Json): readonly [number, number] | null {
  if (!Array.isArray(json) || json.length !== 2) return null
  const [start, end] = json as readonly Json[]
  return isCount(start) && isCount(end) ? [start, end] : null
}

function readMark({ start, end, href }: JsonObject, type: Mark['type']): Read<Mark> {
  if (!isCount(start)) return { wrong: 'start' }
  if (!isCount(end)) return { wrong: 'end' }
  if (href !== undefined && typeof href !== 'string') return { wrong: 'href' }
  return { value: { type, start, end, ...(href === undefined ? {} : { href }) } }
}

function readFinding({ name, value, at, how }: JsonObject): Read<Finding | undefined> {
  if (typeof name !== 'string') return { wrong: 'name' }
  if (value === undefined) return { wrong: 'value' }
  if (how !== 'text' && how !== 'header' && how !== 'file') return { wrong: 'how' }
  const place = at === undefined ? undefined : readPair(at)
  if (place === null) return { wrong: 'at' }
  const known = metaNames.find(candidate => candidate === name)
  if (known === undefined) return { value: undefined }
  return { value: { name: known, value, ...(place === undefined ? {} : { at: place }), how } }
}
