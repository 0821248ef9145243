import { type AnnotatorId, type DocumentId, isId, type WorkspaceId } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { ok, type Problem, problem, type Result } from '../model/result'
import { allSteps, type Steps } from '../model/steps'
import { type HashText, hashText } from './hash-text'
import { type Migration, migrateEntries, migrations } from './migrate'
import { type JsonCode, parseJson } from './parse-json'
import { parseFileInSteps } from './parse-lines'
import { utf8Length } from './utf8-length'

/** The formats of a workspace's files, and of the list in a bundle. */
export const fileFormats = [
  'pressmark-workspace',
  'pressmark-annotator',
  'pressmark-codebook',
  'pressmark-speakers',
  'pressmark-claims',
  'pressmark-settings',
  'pressmark-revision',
  'pressmark-annotations',
  'pressmark-bundle',
] as const
export type FileFormat = (typeof fileFormats)[number]

/** The version that this program writes; it reads older ones by migration and newer ones as far as it understands. */
export const schemaVersion = 1

/** A version, and the steps to it from those before. */
export interface Schema {
  readonly version: number
  readonly migrations: readonly Migration[]
}

const present: Schema = { version: schemaVersion, migrations }

/** Why a file of the workspace could not be read. `wrong-shape` names the `field`, and the `line` where it has one. */
export type FileCode = JsonCode | 'truncated' | 'wrong-format' | 'newer-version' | 'wrong-shape'
export type FileProblem = Problem<FileCode>

/** The members of the first line that say what the file is. */
export interface Head {
  readonly format: FileFormat
  readonly workspace: WorkspaceId
  /** Of `pressmark-revision` and `pressmark-annotations`. */
  readonly document?: DocumentId
  /** Of every file that changes. */
  readonly annotator?: AnnotatorId
  /** Of every file that changes: the greatest rev that its writer had seen. */
  readonly rev?: number
  /** Members that this version does not know. */
  readonly extra?: ReadonlyMap<string, Json>
}

export interface Envelope {
  readonly head: Head
  readonly entries: readonly Json[]
  /** All that follows the first line is byte for byte what was written. The first line itself is not summed. */
  readonly sound: boolean
  /** Written by a program with a greater schema version. */
  readonly newer: boolean
  /** Written by one with a lesser: the next write is in the present version. */
  readonly older: boolean
}

const headMembers = new Set([
  'format',
  'schemaVersion',
  'workspace',
  'document',
  'annotator',
  'rev',
  'bytes',
  'sha256',
  'entries',
])

/** A text whose checksum takes some milliseconds, in UTF-16 code units. */
const longToHash = 1_000_000

/** What stands between two entries, and after the last one. */
const separator = ',\n'
const end = '\n]}\n'

/**
 * A file's text: the head on the first line, with byte count and SHA-256 of all that follows it, then a line per
 * entry. `lines` are JSON without line breaks. Members the version does not know stand after the known ones, by name.
 * `lineBytes`: what all lines together take in UTF-8, where the caller knows it: a large file costs less then.
 */
export function writeEnvelope(
  head: Head,
  lines: readonly string[],
  sha256: HashText = hashText,
  lineBytes?: number,
): string {
  const body = `${lines.join(separator)}${end}`
  const between = Math.max(0, lines.length - 1) * separator.length + end.length
  const members = [member('format', head.format), member('schemaVersion', schemaVersion)]
  members.push(member('workspace', head.workspace))
  if (head.document !== undefined) members.push(member('document', head.document))
  if (head.annotator !== undefined) members.push(member('annotator', head.annotator))
  if (head.rev !== undefined) members.push(member('rev', head.rev))
  for (const [name, value] of [...(head.extra ?? [])].sort(byName)) members.push(member(name, value))
  members.push(
    member('bytes', lineBytes === undefined ? utf8Length(body) : lineBytes + between),
    member('sha256', sha256(body)),
  )
  return `{${members.join(',')},"entries":[\n${body}`
}

/**
 * Reads what `writeEnvelope` wrote, and any other spelling of the same JSON: with a byte order mark, CRLF, other line
 * breaks or a wrong checksum it is read with `sound: false`. A text that ends before its head said is `truncated`.
 */
export function readEnvelope(
  text: string,
  sha256: HashText = hashText,
  schema: Schema = present,
): Result<Envelope, FileProblem> {
  return allSteps(readEnvelopeInSteps(text, sha256, schema))
}

/** The same in steps: a long text takes many, a short one is done at once. */
export function* readEnvelopeInSteps(
  text: string,
  sha256: HashText = hashText,
  schema: Schema = present,
): Steps<Result<Envelope, FileProblem>> {
  const parsed = yield* parseFileInSteps(text)
  if (!parsed.ok) return parsed.error.code === 'not-json' && isCut(text) ? problem('truncated') : parsed
  const json = parsed.value
  if (!isJsonObject(json)) return problem('wrong-format')
  const format = fileFormats.find(known => known === json.format)
  if (format === undefined) return problem('wrong-format')
  const version = json.schemaVersion
  if (!isCount(version) || version < 1) return wrongShape('schemaVersion')
  const newer = version > schema.version
  const head = readHead(format, json)
  if (!head.ok) return newer ? problem('newer-version', { version }) : head
  if (!Array.isArray(json.entries)) return newer ? problem('newer-version', { version }) : wrongShape('entries')
  const entries = migrateEntries(json.entries, format, version, schema.migrations)
  if (text.length > longToHash) yield
  return ok({ head: head.value, entries, sound: isSound(text, json, sha256), newer, older: version < schema.version })
}

/** A problem with one field; lines count from 1 at the first entry. */
export function wrongShape(field: string, line?: number) {
  return problem('wrong-shape', line === undefined ? { field } : { field, line })
}

/** True for an integer of 0 or more that JSON holds exactly. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** One member of a JSON object as text. */
export function member(name: string, value: Json): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`
}

/** Order of members by name, in code units. */
export function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

function readHead(format: FileFormat, json: { readonly [name: string]: Json }): Result<Head, FileProblem> {
  const { workspace, document, annotator, rev } = json
  if (!isId(workspace)) return wrongShape('workspace')
  const inDocument = format === 'pressmark-revision' || format === 'pressmark-annotations'
  if (inDocument && !isId(document)) return wrongShape('document')
  const changing = format !== 'pressmark-revision' && format !== 'pressmark-workspace'
  if (changing && !isId(annotator)) return wrongShape('annotator')
  if (changing && !isCount(rev)) return wrongShape('rev')
  const extra = new Map(Object.entries(json).filter(([name]) => !headMembers.has(name)))
  return ok({
    format,
    workspace,
    ...(inDocument && isId(document) ? { document } : {}),
    ...(changing && isId(annotator) && isCount(rev) ? { annotator, rev } : {}),
    ...(extra.size === 0 ? {} : { extra }),
  })
}

function isSound(text: string, json: { readonly [name: string]: Json }, sha256: HashText): boolean {
  if (text.charCodeAt(0) === 0xfeff) return false
  const body = text.slice(text.indexOf('\n') + 1)
  return json.bytes === utf8Length(body) && json.sha256 === sha256(body)
}

/** True for a text, not JSON, that is shorter than its head says, or that ends within its first line. */
function isCut(text: string): boolean {
  const firstEnd = text.indexOf('\n')
  if (firstEnd < 0) return text.trim() === '' ? !text.includes('\0') : text.startsWith('{')
  const head = parseJson(`${text.slice(0, firstEnd)}]}`)
  if (!head.ok || !isJsonObject(head.value) || !isCount(head.value.bytes)) return false
  return utf8Length(text) - utf8Length(text.slice(0, firstEnd + 1)) < head.value.bytes
}
