import type { Revision } from '#annotations/model/revision'
import { placeBlocks } from '../place-blocks'
import { readNow } from '../read-file'
import { readSource } from '../read-source'

const at = '2024-01-01T00:00:00.000Z'
const toBytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** The code of the problem that a file ends in, or `ok`. */
export function codeOf(name: string, content: string | Uint8Array): string {
  const read = readNow({ name, bytes: toBytes(content) }, at)
  return read.ok ? 'ok' : read.error.code
}

/** The revision of a file that can be read. */
export function revisionOf(name: string, content: string | Uint8Array): Revision {
  const read = readNow({ name, bytes: toBytes(content) }, at)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.revision
}

/** A line for each block as the reader of the format gives it: its type with level, list or table, and its text. */
export function outlineOf(name: string, content: string | Uint8Array): string[] {
  const source = readSource({ name, bytes: toBytes(content) }, {})
  if (!source.ok) throw new Error(JSON.stringify(source.error))
  const { text, blocks } = placeBlocks(source.value.read.blocks)
  return blocks.map(({ type, level, list, table, start, end }) => {
    const item = list === undefined ? '' : ` ${list.n}/${list.depth}${list.ordered ? ' ordered' : ''}`
    const row = table === undefined ? '' : ` ${table.n}${table.header ? ' header' : ''}`
    return `${type}${level ?? ''}${item}${row}: ${text.slice(start, end)}`
  })
}

/** A line for each mark: its type, its text and, of a link, its address. */
export function marksOf(name: string, content: string | Uint8Array): string[] {
  const { text, marks } = revisionOf(name, content)
  return marks.map(({ type, start, end, href }) => `${type} ${text.slice(start, end)}${href ? ` -> ${href}` : ''}`)
}
