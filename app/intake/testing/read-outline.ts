import type { Revision } from '#annotations/model/revision'
import { placeBlocks } from '#annotations/text/place-blocks'
import type { IntakeWarning } from '#app/ports/intake'
import { readFile, readNow } from '../read-file'
import { type Outcome, type ReadSource, readAnySource, readSource } from '../read-source'

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

/** What is said beside the text of a file that can be read. */
export function warningsOf(name: string, content: string | Uint8Array): readonly IntakeWarning[] {
  const read = readNow({ name, bytes: toBytes(content) }, at)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.warnings
}

/** As `codeOf`, for every format. */
export async function codeOfFile(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile({ name, bytes }, at)
  return read.ok ? 'ok' : read.error.code
}

/** As `revisionOf`, for every format. */
export async function revisionOfFile(name: string, bytes: Uint8Array): Promise<Revision> {
  const read = await readFile({ name, bytes }, at)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.revision
}

/** A line for each block as the reader of the format gives it: its type with level, list or table, and its text. */
export function outlineOf(name: string, content: string | Uint8Array): string[] {
  return outlineOfSource(readSource({ name, bytes: toBytes(content) }, {}))
}

/** As `outlineOf`, for every format. */
export async function outlineOfFile(name: string, bytes: Uint8Array): Promise<string[]> {
  return outlineOfSource(await readAnySource({ name, bytes }, {}))
}

function outlineOfSource(source: Outcome<ReadSource>): string[] {
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
  return linesOfMarks(revisionOf(name, content))
}

/** A line for each mark of a revision. */
export function linesOfMarks({ text, marks }: Revision): string[] {
  return marks.map(({ type, start, end, href }) => `${type} ${text.slice(start, end)}${href ? ` -> ${href}` : ''}`)
}
