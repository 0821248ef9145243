import { resolve } from 'node:path'
import type { AnnotatorId } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { RestorePreview, RestoreRow } from '#app/contract/backup-values'
import type { Backup } from '#app/ports/backups'
import { annotatorNames } from '#app/services/export-excerpts'
import { restoreEdits } from '#app/services/restore-edits'
import { whyOf } from '../../backup/backup-facts'
import type { ListedBackup } from '../../backup/backup-folder'
import type { BackedUpWorkspace } from '../../backup/find-backups'
import { planRestore } from '../../backup/plan-restore'
import { type PreviewNames, previewRestore } from '../../backup/preview-restore'
import { restoreCopy } from '../../backup/put-files'
import { restoreFiles } from '../../backup/restore-in-place'
import { machineClock, machineIds } from '../../clock-and-ids'
import { openProfile } from '../../profile/profile'
import { diskFileSystem } from '../../store/file-system'
import { makePath } from '../../store/place-file'
import type { CliIo } from '../cli-io'
import { openForReading, writeAfter } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { count, oneLine, table } from '../table'
import { type BackupOptions, backedUp, contentOf, deskName } from './backup'

export interface RestoreOptions extends BackupOptions {
  readonly backup?: string
  readonly out?: string
  readonly yes?: boolean
}

/**
 * `backup restore WORKSPACE [--backup ID] [--out DIR] [--yes]`: as a copy into a new folder, or into the workspace's own,
 * where without `--yes` it is only told what would be done.
 */
export async function restoreBackup(io: CliIo, workspace: string, options: RestoreOptions): Promise<CommandResult> {
  const found = await backedUp(io, workspace, options)
  if (!found.ok) return found
  const chosen = await choose(found.value, options.backup)
  if (!chosen.ok) return chosen
  return options.out === undefined
    ? inPlace(io, found.value, chosen.value, options)
    : asCopy(found.value, chosen.value, resolve(io.cwd, options.out))
}

async function choose({ backups }: BackedUpWorkspace, id: string | undefined): Promise<Result<Backup, Problem>> {
  const listed = await backups.list()
  if (!listed.ok) return listed
  const wanted = listed.value.find(one => (id === undefined ? isUsual(one) : one.id === id))
  if (wanted === undefined) return problem('unknown-backup', { backup: id ?? '' })
  return 'backup' in wanted ? ok(wanted.backup) : { ok: false, error: wanted.problem }
}

/** What a restore began from is what nobody wanted: it is brought back only where it is named. */
function isUsual(one: ListedBackup): boolean {
  return !('backup' in one) || one.backup.reason !== 'restore'
}

async function asCopy({ backups }: BackedUpWorkspace, backup: Backup, target: string): Promise<CommandResult> {
  const restored = await restoreCopy(diskFileSystem, backups, backup, target)
  if (!restored.ok) return restored
  const { lost } = restored.value
  return ok({
    status: lost.length === 0 ? 0 : 1,
    json: { done: true, backup: backup.id, path: target, lost },
    text: `Backup ${backup.id} restored into ${target}: ${contentOf(backup)}`,
    notes: lostNotes(lost),
  })
}

async function inPlace(
  io: CliIo,
  workspace: BackedUpWorkspace,
  backup: Backup,
  options: RestoreOptions,
): Promise<CommandResult> {
  const { root, backups, name, id } = workspace
  const own = (await openProfile(options.userFolder)).read().annotators.map(annotator => annotator.id)
  const wish = { root, backup, own }
  const planned = await planRestore(diskFileSystem, backups, wish)
  if (!planned.ok) return planned
  const preview = await previewRestore(backups, backup, planned.value, own, await namesIn(io, root))
  if (!preview.ok) return preview
  if (options.yes !== true) return ok(outcomeOf(root, preview.value, undefined))
  await makePath(diskFileSystem, root)
  const ports = { fs: diskFileSystem, backups, clock: machineClock }
  const by = await deskName(io, options)
  const done = await writeAfter(io, { id, root, does: 'restore' }, () => restoreFiles(ports, { ...wish, name, by }), {
    annotators: own,
    userFolder: options.userFolder,
    async own(session, { plan, before }) {
      const facts = { nextId: () => machineIds.next(), at: machineClock.now(), why: whyOf(backup) }
      for (const edit of restoreEdits(plan.earlier, own, facts)) {
        const written = await session.edit(edit)
        if (!written.ok) return written
      }
      return ok(before?.id ?? null)
    },
  })
  return done.ok ? ok(outcomeOf(root, preview.value, done.value)) : done
}

/** Names as far as the workspace can be read. */
async function namesIn(io: CliIo, root: string): Promise<PreviewNames> {
  const session = await openForReading(io, root)
  const names: ReadonlyMap<AnnotatorId, string> = session.ok ? annotatorNames(session.value) : new Map()
  return {
    headline: document => {
      const release = session.ok ? session.value.release(document) : undefined
      return release === undefined ? undefined : headlineOf(release)
    },
    annotator: id => names.get(id) ?? id,
  }
}

/** `before`: the backup made first, `null` where there was nothing to back up, `undefined` where nothing was done. */
function outcomeOf(path: string, preview: RestorePreview, before: string | null | undefined) {
  const done = before !== undefined
  const { id, rows, lost, later } = preview
  const lines = rows.map(row => [oneLine(row.name, 50), wordsOf(row, done)])
  const same = `Everything is as in backup ${id}.`
  const head = done ? `Backup ${id} restored in ${path}:` : `Backup ${id} would do this in ${path}:`
  const tail = [
    ...(later.length === 0
      ? []
      : [`${count(later.length, 'document')} came after the backup and ${done ? 'stay' : 'would stay'}.`]),
    ...(done ? (before === null ? [] : [`How it was before: backup ${before}`]) : ['Nothing was done. --yes does it.']),
  ]
  const text = rows.length === 0 ? same : [head, table(lines, '  '), ...tail].join('\n')
  return {
    status: lost.length === 0 ? (0 as const) : (1 as const),
    json: { done, backup: id, path, rows, lost, later, before: before ?? null },
    text,
    notes: lostNotes(lost),
  }
}

function wordsOf({ files, back, changed, removed, left }: RestoreRow, done: boolean): string {
  const parts = [
    ...(files === 0 ? [] : [`${count(files, 'file')} put back`]),
    ...(back === 0 ? [] : [`${back} brought back`]),
    ...(changed === 0 ? [] : [`${changed} set back`]),
    ...(removed === 0 ? [] : [`${removed} made since removed`]),
    ...(left.length === 0 ? [] : [`${left.join(', ')}: ${done ? 'left' : 'stays'} as it is`]),
  ]
  return parts.length === 0 ? 'lost changes are added again' : parts.join(', ')
}

function lostNotes(lost: readonly string[]): string[] {
  return lost.map(file => `not restored: the backup has no sound copy of ${file}.`)
}
