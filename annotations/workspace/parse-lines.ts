import { flawOfJson, isJsonObject, type Json } from '../model/json'
import { ok, type Problem, type Result } from '../model/result'
import type { Steps } from '../model/steps'
import { type JsonCode, maxFileLength, parseJson } from './parse-json'

/** What the first line of a file ends with; the entries follow, one on a line. */
const headEnd = ',"entries":['
/** What stands on the line after the last entry. */
const lastLine = ']}'
/** At which depth an entry stands: in a list, in the file. */
const entryDepth = 3
/** UTF-16 code units that are parsed at a time: a few milliseconds. A shorter text is one step. */
const stride = 250_000

/**
 * What `parseJson` says of a file's text, in steps where it is long and spelled as `writeEnvelope` does: line by line. Every
 * other spelling is parsed at once. `parts`: how much of it is a step, for tests.
 */
export function* parseFileInSteps(text: string, parts = stride): Steps<Result<Json, Problem<JsonCode>>> {
  const isLong = text.length >= parts && text.length <= maxFileLength
  const json = isLong ? yield* parseLines(text, parts) : undefined
  return json === undefined ? parseJson(text) : ok(json)
}

/** `undefined` where the text is not spelled as we do, or anything in it may not be. */
function* parseLines(text: string, parts: number): Steps<Json | undefined> {
  const firstEnd = text.indexOf('\n')
  const head = firstEnd < 0 ? undefined : parseHead(text.slice(0, firstEnd))
  if (head === undefined) return undefined
  const entries: Json[] = []
  let begin = firstEnd + 1
  for (let rested = begin, isLast = false; !isLast; ) {
    const end = text.indexOf('\n', begin)
    if (end < 0) return undefined
    isLast = text.charCodeAt(end - 1) !== comma
    const entry = parseEntry(text.slice(begin, isLast ? end : end - 1))
    if (entry === undefined) return undefined
    entries.push(entry)
    begin = end + 1
    if (begin - rested < parts) continue
    rested = begin
    yield
  }
  return text.slice(begin) === `${lastLine}\n` ? { ...head, entries } : undefined
}

const comma = 0x2c

function parseHead(line: string) {
  if (!line.endsWith(headEnd)) return undefined
  const read = parseJson(line + lastLine)
  return read.ok && isJsonObject(read.value) ? read.value : undefined
}

function parseEntry(line: string): Json | undefined {
  try {
    const entry = JSON.parse(line) as Json
    return flawOfJson(entry, entryDepth) === undefined ? entry : undefined
  } catch {
    return undefined
  }
}
