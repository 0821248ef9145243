import { resolve } from 'node:path'
import { readBratMap } from '#annotations/formats/brat/brat-map'
import { type ReadBrat, readBrat } from '#annotations/formats/brat/read'
import { annotationFormats, inputFormats } from '#annotations/formats/registry'
import type { Json } from '#annotations/model/json'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { parseJson } from '#annotations/workspace/parse-json'
import { machineFiles } from '../files'
import type { CliIo } from './cli-io'
import { count } from './table'

/** The file that annotations are read from. */
export interface EntriesFile {
  readonly from: string
  readonly format: string
  /** Of brat: what becomes of its types. */
  readonly map?: string
  /** Of brat: the text that the offsets count in; the file of the same name that ends in `.txt`, if there is one. */
  readonly text?: string
}

/** Annotations as they are read in, and what there is to say about what was left out, a sentence each. */
interface Entries {
  readonly entries: readonly { readonly [member: string]: Json }[] | Json
  readonly notes: readonly string[]
}

/** Largest input, in bytes: what can be handed to a window in one message. */
const maxBytes = 16 * 1024 * 1024

/** Reads the files, `-` from the standard input; what comes back makes entries of them, given the text of the document. */
export async function readEntries(
  io: CliIo,
  { from, format, map, text }: EntriesFile,
): Promise<Result<(canonical: string) => Result<Entries, Problem>, Problem>> {
  const offered = [...annotationFormats, ...inputFormats]
  if (!offered.some(one => one === format)) return problem('unknown-format', { format, offered: offered.join(', ') })
  if (format !== 'brat' && (map ?? text) !== undefined) return problem('only-brat')
  const content = await readText(io, from)
  if (!content.ok) return content
  if (format !== 'brat') {
    const parsed = parseJson(content.value)
    if (!parsed.ok) return problem(parsed.error.code, { path: shown(from) })
    return ok(() => ok({ entries: parsed.value, notes: [] }))
  }
  const mapped = map === undefined ? ok(undefined) : await readMap(io, map)
  if (!mapped.ok) return mapped
  const beside = /\.ann$/i.test(from) ? from.replace(/\.ann$/i, '.txt') : undefined
  const textFile = text ?? beside
  const words = textFile === undefined ? ok(undefined) : await readText(io, textFile)
  if (!words.ok && (text !== undefined || words.error.code !== 'not-found')) return words
  return ok(canonical => {
    const read = readBrat({
      content: content.value,
      canonical,
      ...(words.ok && words.value !== undefined ? { text: words.value } : {}),
      ...(mapped.value === undefined ? {} : { map: mapped.value }),
    })
    return read.ok ? ok({ entries: read.value.entries, notes: notesOf(read.value.leftOut) }) : read
  })
}

async function readText(io: CliIo, path: string): Promise<Result<string, Problem>> {
  const bytes = await readBytes(io, path)
  if (!bytes.ok) return bytes
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return problem('not-utf8', { path: shown(path) })
  }
}

/** A plain file, or for `-` the standard input: of pipes and devices nobody knows whether they end. */
async function readBytes(io: CliIo, path: string): Promise<Result<Uint8Array, Problem>> {
  if (path === '-') return io.input(maxBytes)
  const file = await machineFiles.read(resolve(io.cwd, path), maxBytes)
  return file.ok ? ok(file.value.bytes) : file
}

function shown(path: string): string {
  return path === '-' ? 'The standard input' : path
}

async function readMap(io: CliIo, path: string) {
  const content = await readText(io, path)
  if (!content.ok) return content
  const parsed = parseJson(content.value)
  return parsed.ok ? readBratMap(parsed.value) : problem(parsed.error.code, { path: shown(path) })
}

function notesOf({ spans, parts, attributes, others }: ReadBrat['leftOut']): string[] {
  const told = (n: number, one: string, many: string, why: string) =>
    n === 0 ? [] : [`left out: ${count(n, one, many)} ${why}.`]
  return [
    ...told(spans, 'span', 'spans', 'of a type that the map leaves out'),
    ...told(parts, 'source or cue', 'sources and cues', 'that no annotation is joined with'),
    ...told(attributes, 'attribute', 'attributes', 'that the map does not name'),
    ...told(others, 'line', 'lines', 'of another sort'),
  ]
}
