import type { Change } from '../changes/change'
import { type Entry, type EntryKey, entryKey, ownTypes } from '../changes/entry'
import { documentOf, documentScope, emptyJournal, type Journal, type ScopeKey } from '../changes/journal'
import { uniteChanges, uniteEntries } from '../changes/unite'
import { type AnnotatorId, isId, type WorkspaceId } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { ok, problem, type Result } from '../model/result'
import { allSteps, type Steps } from '../model/steps'
import { type Line, linesOf, unknownLine } from './entry-lines'
import {
  type FileFormat,
  type FileProblem,
  type Head,
  readEnvelopeInSteps,
  type Schema,
  writeEnvelope,
} from './envelope'
import type { HashText } from './hash-text'
import { parseJson } from './parse-json'
import { readChange, readOwnEntry } from './read-entry'
import { utf8Length } from './utf8-length'

/** Whose and what a journal's file is, beside what the journal itself says. */
export interface JournalHead {
  readonly workspace: WorkspaceId
  readonly scope: ScopeKey
}

/** A journal as its file has it. */
export interface JournalFile extends JournalHead {
  readonly journal: Journal
  /** All that follows the first line is byte for byte what was written. */
  readonly sound: boolean
  /** Written by a newer program: what could be read of it; never to be written. */
  readonly newer: boolean
  /** Written by a program with a lesser schema version. */
  readonly older?: boolean
}

/**
 * The text of an annotator's file of a scope. Own entries stand on one line each, by id; statements on one line per
 * change, in a document in their order, in a register by entry. The same journal always gives the same text. Costs
 * little where few entries are new objects, since lines are kept for the next writing unless `once` says that there is
 * none. Throws for a journal of a newer program.
 */
export function writeJournal(journal: Journal, head: JournalHead, sha256?: HashText, once?: 'once'): string {
  if (journal.newer === true) throw new Error('A journal of a newer version must not be written')
  const own: Line[] = []
  const statements: Line[] = []
  const rest: string[] = []
  let bytes = 0
  const place = (line: Line) => (line.edit === undefined ? own : statements).push(line)
  for (const entry of journal.entries.values()) for (const line of linesOf(entry, once === undefined)) place(line)
  for (const json of journal.unknown ?? []) {
    const line = unknownLine(json)
    if (line === undefined) {
      const text = JSON.stringify(json)
      rest.push(text)
      bytes += utf8Length(text)
    } else place(line)
  }
  own.sort((a, b) => compare(a.id, b.id) || compare(a.text, b.text))
  statements.sort(documentOf(head.scope) === undefined ? byEntry : byChange)
  const lines = [...own, ...statements]
  for (const line of lines) bytes += line.bytes
  return writeEnvelope(headOf(journal, head), [...lines.map(line => line.text), ...rest], sha256, bytes)
}

/**
 * Reads an annotator's file. Lines of an unknown type and unknown members are kept for writing back. One line of a
 * known type that is wrong refuses the file, unless a newer program wrote it: then what can be read is.
 */
export function readJournal(text: string, sha256?: HashText, schema?: Schema): Result<JournalFile, FileProblem> {
  return allSteps(readJournalInSteps(text, sha256, schema))
}

/** The same in steps of some hundred lines, parsed and then read: thousands at once would keep everything else waiting. One step where there are few. */
export function* readJournalInSteps(
  text: string,
  sha256?: HashText,
  schema?: Schema,
): Steps<Result<JournalFile, FileProblem>> {
  const envelope = yield* readEnvelopeInSteps(text, sha256, schema)
  if (!envelope.ok) return envelope
  const { head, sound, newer, older } = envelope.value
  const scope = scopeOf(head)
  if (scope === undefined || head.annotator === undefined) return problem('wrong-format', { format: head.format })
  const lines = yield* readLines(envelope.value.entries, documentOf(scope) === undefined, newer)
  if (!lines.ok) return lines
  const { entries, unknown, rev } = lines.value
  const journal: Journal = {
    annotator: head.annotator,
    rev: Math.max(head.rev ?? 0, rev),
    entries,
    ...(unknown.length === 0 ? {} : { unknown }),
    ...(head.extra === undefined ? {} : { extra: head.extra }),
    ...(newer ? { newer } : {}),
  }
  return ok({ journal, workspace: head.workspace, scope, sound, newer, older })
}

/**
 * What can still be read of a damaged journal, line by line, each as it stands; lines that cannot be read, and those of
 * a type that is not known, are left out. Nothing holds that a line is as it was written: compare it with what is known.
 */
export function salvageJournal(text: string, annotator: AnnotatorId, scope: ScopeKey): Journal {
  const entries = text.split('\n').flatMap(line => {
    const read = parseJson(line.trim().replace(/,$/, ''))
    return read.ok ? [read.value] : []
  })
  const lines = allSteps(readLines(entries, documentOf(scope) === undefined, true))
  const { rev, entries: found } = lines.ok ? lines.value : emptyJournal(annotator)
  return { annotator, rev, entries: found }
}

const registerFormats: ReadonlyMap<ScopeKey, FileFormat> = new Map([
  ['annotators', 'pressmark-annotator'],
  ['codebook', 'pressmark-codebook'],
  ['speakers', 'pressmark-speakers'],
  ['claims', 'pressmark-claims'],
  ['settings', 'pressmark-settings'],
])

function headOf(journal: Journal, { workspace, scope }: JournalHead): Head {
  const document = documentOf(scope)
  return {
    format: registerFormats.get(scope) ?? 'pressmark-annotations',
    workspace,
    ...(document === undefined ? {} : { document }),
    annotator: journal.annotator,
    rev: journal.rev,
    ...(journal.extra === undefined ? {} : { extra: journal.extra }),
  }
}

function scopeOf({ format, document }: Head): ScopeKey | undefined {
  if (format === 'pressmark-annotations') return document === undefined ? undefined : documentScope(document)
  for (const [scope, known] of registerFormats) if (known === format) return scope
  return undefined
}

interface Lines {
  readonly entries: ReadonlyMap<EntryKey, Entry>
  readonly unknown: readonly Json[]
  readonly rev: number
}

/** Lines that are read at a time: some milliseconds. */
const stride = 500

/** `tolerant`: a line of a known type that is wrong is kept as one of an unknown type. */
function* readLines(lines: readonly Json[], register: boolean, tolerant: boolean): Steps<Result<Lines, FileProblem>> {
  const entries = new Map<EntryKey, Entry>()
  const statements = new Map<EntryKey, Change[]>()
  const unknown: Json[] = []
  let rev = 0
  for (const [index, line] of lines.entries()) {
    if (index % stride === 0 && lines.length > stride) yield
    const read = readLine(line, index + 1, register)
    if (!read.ok && !tolerant) return read
    if (!read.ok || read.value === undefined) {
      unknown.push(line)
      continue
    }
    const { key, entry } = read.value
    for (const change of entry.changes) rev = Math.max(rev, change.rev)
    const before = entries.get(key)
    if (before === undefined) entries.set(key, entry)
    else if (ownTypes.has(entry.type)) entries.set(key, uniteEntries(before, entry))
    else collect(statements, key, before, entry)
  }
  for (const [key, changes] of statements) {
    const entry = entries.get(key)
    if (entry !== undefined) entries.set(key, { ...entry, changes: uniteChanges([], changes) })
  }
  return ok({ entries, unknown, rev })
}

function collect(statements: Map<EntryKey, Change[]>, key: EntryKey, before: Entry, entry: Entry): void {
  const changes = statements.get(key)
  if (changes === undefined) statements.set(key, [...before.changes, ...entry.changes])
  else changes.push(...entry.changes)
}

interface ReadLine {
  readonly key: EntryKey
  readonly entry: Entry
}

const ofFact = new Set(['type'])
const ofEntry = new Set(['type', 'id'])

/** The entry of a line, with one change where it is a statement; `undefined` for a type that is not known here. */
function readLine(line: Json, at: number, register: boolean): Result<ReadLine | undefined, FileProblem> {
  if (!isJsonObject(line) || typeof line.type !== 'string') return ok(undefined)
  const { type, id } = line
  if (ownTypes.has(type)) {
    const entry = readOwnEntry(line, at)
    return entry.ok ? ok({ key: entryKey(type, entry.value.id), entry: entry.value }) : entry
  }
  const fact = !register && type === 'fact'
  if (!fact && !(register && isId(id) && line.edit !== undefined)) return ok(undefined)
  const subject = fact || !isId(id) ? '' : id
  const change = readChange(line, at, fact ? ofFact : ofEntry)
  if (!change.ok) return change
  return ok({ key: entryKey(type, subject), entry: { type, id: subject, changes: [change.value] } })
}

function byChange(a: Line, b: Line): number {
  return (a.rev ?? 0) - (b.rev ?? 0) || compare(a.edit, b.edit) || compare(a.id, b.id) || compare(a.text, b.text)
}

function byEntry(a: Line, b: Line): number {
  return compare(a.id, b.id) || byChange(a, b)
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
