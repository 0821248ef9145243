import type { Journal, ScopeKey } from '#annotations/changes/journal'
import { type AnnotatorId, type DocumentId, isId, type WorkspaceId } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'
import { originalOf } from '#annotations/workspace/conflict-copy'
import { readJournal } from '#annotations/workspace/journal-file'
import { readConflictedJournal } from '#annotations/workspace/merge-conflict'
import { readRevision } from '#annotations/workspace/revision-file'
import { readWorkspace } from '#annotations/workspace/workspace-file'
import type { FoundFile, WorkspaceFiles } from '#app/ports/workspace-files'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { Problems } from './problems'
import { type WorkspacePlace, workspacePlace } from './workspace-place'

export interface ReadRevisionFile {
  readonly file: string
  readonly revision: Revision
}

/** What a workspace's files say, as far as they can be read. */
export interface Everything {
  /** Of all files, ours or not. */
  readonly paths: ReadonlySet<string>
  workspace: WorkspaceId | undefined
  readonly journals: Map<ScopeKey, Map<AnnotatorId, { readonly file: string; readonly journal: Journal }>>
  /** Of every document that has a file. */
  readonly revisions: Map<DocumentId, ReadRevisionFile[]>
  /** Files of sources by document, with the hash that each is named by. */
  readonly sources: Map<DocumentId, Map<string, string>>
}

/** Reads every file of a workspace, and notes each that is damaged, edited by others, or where it should not be. */
export async function readEverything(
  files: WorkspaceFiles,
  listed: readonly FoundFile[],
  problems: Problems,
): Promise<Everything> {
  const paths = new Set(listed.map(({ path }) => path))
  const found: Everything = {
    paths,
    workspace: undefined,
    journals: new Map(),
    revisions: new Map(),
    sources: new Map(),
  }
  const first = listed.filter(({ path }) => path === 'workspace.json')
  const rest = listed.filter(({ path }) => path !== 'workspace.json')
  for (const { path, kind } of [...first, ...rest]) {
    const place = workspacePlace(path)
    if (place.is === 'other') continue
    if (kind !== 'file') problems.add(path, 'not-a-file')
    else if (place.is === 'unknown') problems.add(path, 'unknown-file')
    else if (place.is === 'conflict-copy') problems.add(path, 'conflict-copy')
    else if (place.is === 'spare') {
      if (!paths.has(place.of)) problems.add(place.of, 'missing')
    } else await readOne(files, path, place, found, problems)
  }
  return found
}

type ReadPlace = Extract<WorkspacePlace, { is: 'identity' | 'journal' | 'revision' | 'source' }>

async function readOne(
  files: WorkspaceFiles,
  file: string,
  place: ReadPlace,
  found: Everything,
  problems: Problems,
): Promise<void> {
  if (place.is === 'source') return readSource(files, file, place, found, problems)
  if (place.is === 'revision' && !found.revisions.has(place.document)) found.revisions.set(place.document, [])
  const bytes = await files.read(file)
  if (!bytes.ok) return problems.add(file, codeOf(bytes.error))
  const text = toText(bytes.value)
  if (text === undefined) return problems.add(file, 'not-utf8')
  if (place.is === 'identity') found.workspace = readIdentityFile(file, text, problems)
  else if (place.is === 'journal') readJournalFile(file, text, place, found, problems)
  else readRevisionFile(file, text, place, found, problems)
}

function readIdentityFile(file: string, text: string, problems: Problems): WorkspaceId | undefined {
  const read = readWorkspace(text)
  if (!read.ok) {
    problems.add(file, read.error.code)
    return undefined
  }
  noteState(file, read.value, problems)
  return read.value.identity.id
}

function readJournalFile(
  file: string,
  text: string,
  { scope, stem }: ReadPlace & { is: 'journal' },
  found: Everything,
  problems: Problems,
): void {
  const whole = readJournal(text)
  if (!whole.ok) problems.add(file, whole.error.code)
  const read = whole.ok || whole.error.code !== 'merge-conflict' ? whole : readConflictedJournal(text)
  if (!read.ok) return
  noteState(file, read.value, problems)
  const { journal } = read.value
  const atHome = read.value.scope === scope && journal.annotator === stem && isOf(found, read.value.workspace)
  if (!atHome) return problems.add(file, codeOfMisplaced(found, file, stem, journal.annotator))
  found.journals.set(scope, (found.journals.get(scope) ?? new Map()).set(stem, { file, journal }))
}

/** A file under a name that a synchronising program gives to a second copy, beside the first (`says`), is one. */
function codeOfMisplaced({ paths }: Everything, file: string, stem: string, says: string): string {
  const original = `${file.slice(0, -`${stem}.json`.length)}${says}.json`
  const beside = new Set(paths.has(original) ? [says] : [])
  return originalOf(stem, says, beside) === undefined ? 'misplaced' : 'conflict-copy'
}

const flaws: { readonly [reason: string]: string } = {
  hash: 'hash-differs',
  blocks: 'blocks-differ',
  offsets: 'offsets-differ',
}

function readRevisionFile(
  file: string,
  text: string,
  { document, stem }: ReadPlace & { is: 'revision' },
  found: Everything,
  problems: Problems,
): void {
  const read = readRevision(text)
  if (!read.ok) return problems.add(file, flaws[String(read.error.facts?.reason)] ?? read.error.code)
  const { revision, workspace } = read.value
  if (revision.id !== stem || read.value.document !== document || !isOf(found, workspace)) {
    return problems.add(file, codeOfMisplaced(found, file, stem, revision.id))
  }
  noteState(file, read.value, problems)
  found.revisions.get(document)?.push({ file, revision })
}

async function readSource(
  files: WorkspaceFiles,
  file: string,
  { document, stem }: ReadPlace & { is: 'source' },
  found: Everything,
  problems: Problems,
): Promise<void> {
  found.sources.set(document, (found.sources.get(document) ?? new Map()).set(stem, file))
  const hash = await files.sha256(file)
  if (!hash.ok) problems.add(file, codeOf(hash.error))
  else if (hash.value !== stem) problems.add(file, 'hash-differs')
}

function noteState(
  file: string,
  state: { readonly sound: boolean; readonly newer: boolean },
  problems: Problems,
): void {
  if (state.newer) problems.add(file, 'newer-version')
  else if (!state.sound) problems.add(file, 'edited-outside')
}

/** True for a file of this workspace; where `workspace.json` cannot be read nothing is known of that. */
function isOf(found: Everything, workspace: WorkspaceId): boolean {
  return isId(workspace) && (found.workspace === undefined || found.workspace === workspace)
}

function codeOf({ code, facts }: StoreProblem): string {
  return typeof facts?.reason === 'string' ? facts.reason : code
}

function toText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
