import { resolve } from 'node:path'
import { ok, type Problem, type Result } from '#annotations/model/result'
import type { Backup } from '#app/ports/backups'
import { bytesIn, documentsIn } from '../../backup/backup-facts'
import { type BackupWish, backupsOf, type ListedBackup, type MadeBackup } from '../../backup/backup-folder'
import { type BackedUpWorkspace, findBackedUp } from '../../backup/find-backups'
import { machineClock } from '../../clock-and-ids'
import { currentIdentity, openProfile } from '../../profile/profile'
import { findWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { progressLine } from '../progress'
import { count, oneLine, sizeOf, table } from '../table'

export interface BackupOptions {
  readonly userFolder: string
}

/** `backup list WORKSPACE`: the backups, newest first, of a workspace that need not be there any more. */
export async function listBackups(io: CliIo, workspace: string, options: BackupOptions): Promise<CommandResult> {
  const found = await backedUp(io, workspace, options)
  if (!found.ok) return found
  const { id, name, root, backups } = found.value
  const listed = await backups.list()
  if (!listed.ok) return listed
  const stored = await backups.storedBytes()
  const json = { workspace: id, name, path: root, bytes: stored, backups: listed.value.map(asJson) }
  const rows = listed.value.map(one => ('backup' in one ? rowOf(one) : [one.id, '', '', '', '', 'cannot be read']))
  if (rows.length === 0) return ok({ status: 0, json, text: 'No backups yet. "pressmark backup create" makes one.' })
  const head = ['backup', 'made for', 'documents', 'size', 'by', '']
  const text = `${table([head, ...rows])}\n${count(rows.length, 'backup')}, together ${sizeOf(stored)}`
  const whole = listed.value.every(one => 'backup' in one && one.missing === 0)
  return ok({ status: whole ? 0 : 1, json, text })
}

/** `backup create WORKSPACE`: makes a backup, unless the newest holds everything already. */
export async function createBackup(io: CliIo, workspace: string, options: BackupOptions): Promise<CommandResult> {
  const progress = progressLine(io)
  const onProgress = (done: number, total: number) => progress.show(`Backing up: ${done} of ${count(total, 'file')}`)
  const made = await backUp(io, workspace, { ...options, reason: 'manual', onProgress })
  progress.end()
  if (!made.ok) return made
  const { backup } = made.value
  const { unread } = backup
  const said = made.value.made ? `Backup ${backup.id} made` : `Nothing has changed since backup ${backup.id}`
  return ok({
    status: unread.length === 0 ? 0 : 1,
    json: { made: made.value.made, backup: asJson({ id: backup.id, backup, missing: 0 }) },
    text: `${said}: ${contentOf(backup)}. Every file of it was read back.`,
    notes: unread.map(file => `left out: ${file} cannot be read.`),
  })
}

/** Makes a backup of a workspace's folder, whoever has its lock: it only reads there. */
export async function backUp(
  io: CliIo,
  workspace: string,
  options: BackupOptions & Pick<BackupWish, 'reason' | 'onProgress'>,
): Promise<Result<MadeBackup, Problem>> {
  const found = await findWorkspace(resolve(io.cwd, workspace))
  if (!found.ok) return found
  const { root, identity } = found.value
  const { reason, onProgress } = options
  const wish = { reason, root, name: identity.name, by: await deskName(io, options) }
  const backups = backupsOf(options.userFolder, identity.id)
  return backups.create(onProgress === undefined ? wish : { ...wish, onProgress }, machineClock)
}

/** The workspace by its folder or its id; `no-backups` where nothing is known of it. */
export async function backedUp(
  io: CliIo,
  workspace: string,
  { userFolder }: BackupOptions,
): Promise<Result<BackedUpWorkspace, { readonly code: string; readonly facts: { readonly path: string } }>> {
  const found = await findBackedUp(userFolder, { path: resolve(io.cwd, workspace), id: workspace })
  return found === undefined ? { ok: false, error: { code: 'no-backups', facts: { path: workspace } } } : ok(found)
}

/** The name of whoever runs the command; `undefined` where the profile has none. */
export async function deskName(io: CliIo, { userFolder }: BackupOptions): Promise<string | undefined> {
  const named = io.env.PRESSMARK_ANNOTATOR?.trim() ?? ''
  return named === '' ? currentIdentity((await openProfile(userFolder)).read())?.name : named
}

export function contentOf(backup: Backup): string {
  return `${count(documentsIn(backup), 'document')}, ${count(backup.files.length, 'file')}, ${sizeOf(bytesIn(backup))}`
}

function asJson(one: ListedBackup) {
  if (!('backup' in one)) return { id: one.id, verified: false, code: one.problem.code }
  const { id, backup, missing } = one
  const { at, reason, by, path, unread } = backup
  const kept = backup.files.flatMap(file => (file.state === undefined ? [] : [{ file: file.path, state: file.state }]))
  return {
    id,
    at,
    reason,
    by: by ?? null,
    path,
    documents: documentsIn(backup),
    files: backup.files.length,
    bytes: bytesIn(backup),
    verified: missing === 0,
    damaged: [...kept, ...unread.map(file => ({ file, state: 'unread' }))],
  }
}

function rowOf({ id, backup, missing }: Extract<ListedBackup, { backup: Backup }>): string[] {
  const state = missing === 0 ? '' : `${count(missing, 'file')} missing or damaged`
  const documents = String(documentsIn(backup))
  return [id, backup.reason, documents, sizeOf(bytesIn(backup)), oneLine(backup.by ?? '', 24), state]
}
