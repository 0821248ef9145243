import { documentOf, type ScopeKey } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { headlineOf, readRelease } from '#annotations/model/release'
import { ok, type Problem, type Result } from '#annotations/model/result'
import { readRevision } from '#annotations/workspace/revision-file'
import type { RestorePreview, RestoreRow } from '#app/contract/backup-values'
import type { Backup, BackupSource } from '#app/ports/backups'
import { countRestore, noEntries, restoreEdits } from '#app/services/restore-edits'
import { sha256 } from '../store/place-file'
import { readText } from '../store/read-text'
import { type RestorePlan, scopeOfFile } from './plan-restore'

export interface PreviewNames {
  /** The headline of a document that is there. */
  headline(document: DocumentId): string | undefined
  annotator(annotator: AnnotatorId): string
}

/** What a plan would do, by document and register, registers first. */
export async function previewRestore(
  source: BackupSource,
  backup: Backup,
  plan: RestorePlan,
  own: readonly AnnotatorId[],
  names: PreviewNames,
): Promise<Result<RestorePreview, Problem>> {
  const edits = restoreEdits(plan.earlier, own, { nextId: () => 'preview', at: backup.at, why: backup.id })
  const state = { workspace: backup.workspace, scopes: plan.now, revisions: new Map() }
  const counted = countRestore(state, edits)
  if (!counted.ok) return counted
  const put = plan.put.map(file => scopeOfFile(file) ?? 'workspace')
  const scopes = new Set([
    ...put,
    ...counted.value.keys(),
    ...plan.unite.flatMap(file => scopeOfFile(file) ?? []),
    ...plan.left.map(({ scope }) => scope),
  ])
  const rows: RestoreRow[] = []
  for (const scope of [...scopes].sort()) {
    const left = plan.left.filter(file => file.scope === scope).map(({ annotator }) => names.annotator(annotator))
    rows.push({
      scope,
      name: await nameOf(source, backup, scope, names),
      files: put.filter(one => one === scope).length,
      ...((scope === 'workspace' ? undefined : counted.value.get(scope)) ?? noEntries),
      left,
    })
  }
  const last = (row: RestoreRow) => (row.scope === 'workspace' ? 0 : documentOf(row.scope) === undefined ? 1 : 2)
  rows.sort((a, b) => last(a) - last(b) || a.name.localeCompare(b.name))
  return ok({ id: backup.id, at: backup.at, rows, lost: plan.lost, later: plan.later })
}

const registerTitles: { readonly [scope: string]: string } = {
  workspace: 'Workspace',
  annotators: 'Annotators',
  codebook: 'Codebook',
  speakers: 'Speakers',
  claims: 'Claims',
  settings: 'Settings',
}

async function nameOf(
  source: BackupSource,
  backup: Backup,
  scope: ScopeKey | 'workspace',
  names: PreviewNames,
): Promise<string> {
  const document = scope === 'workspace' ? undefined : documentOf(scope)
  if (document === undefined) return registerTitles[scope] ?? scope
  return names.headline(document) ?? (await headlineIn(source, backup, document)) ?? document
}

/** The headline that a document had by its texts in the backup. */
async function headlineIn(source: BackupSource, backup: Backup, document: DocumentId): Promise<string | undefined> {
  const revisions = []
  for (const file of backup.files) {
    if (!file.path.startsWith(`documents/${document}/revisions/`)) continue
    const bytes = await source.read(file)
    const text = bytes.ok ? readText(bytes.value) : undefined
    const read = text?.ok === true ? readRevision(text.value, sha256) : undefined
    if (read?.ok === true) revisions.push(read.value.revision)
  }
  const release = readRelease(revisions, undefined)
  return release === undefined ? undefined : headlineOf(release)
}
