import { join, relative, resolve, sep } from 'node:path'
import { ok, type Problem, type Result } from '#annotations/model/result'
import type { BatchRow, ImportRow } from '#app/contract/values'
import type { OnRows } from '#app/services/import-batch'
import { fewFiles, importDocuments } from '#app/services/import-documents'
import { importRows } from '#app/services/owner-answers'
import { machineClock, machineIds } from '../../clock-and-ids'
import { machineFiles } from '../../files'
import { openProfile } from '../../profile/profile'
import type { Held } from '../../store/held-lock'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { lockedBy, write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { type Progress, progressLine } from '../progress'
import { count } from '../table'
import { importPhrase, toWords } from '../words'
import { backUp } from './backup'
import { importVersion } from './import-version'

export interface ImportOptions {
  readonly revisionOf?: string
  /** Of text files. */
  readonly encoding?: string
  readonly userFolder: string
}

interface Imported {
  readonly rows: readonly ImportRow[]
  /** Why the rows from some point on could not be done. */
  readonly stopped?: Problem
}

/** `import WORKSPACE PATH...`: one row per file; 1 where a file failed. Texts are nobody's, so no annotator is needed. */
export async function importFiles(
  io: CliIo,
  workspace: string,
  given: readonly string[],
  options: ImportOptions,
): Promise<CommandResult> {
  const { revisionOf } = options
  if (revisionOf !== undefined) return importVersion(io, workspace, given, { ...options, revisionOf })
  const paths = given.map(path => resolve(io.cwd, path))
  const own = (await openProfile(options.userFolder)).read().annotators
  const progress = progressLine(io)
  const notes: string[] = []
  const encoding = options.encoding === undefined ? {} : { encoding: options.encoding }
  const beforeMany = async () => {
    progress.show('Backing up')
    const made = await backUp(io, workspace, { ...options, reason: 'import' })
    // It is no reason to keep them out: an import changes nothing that is there.
    if (!made.ok) notes.push(`no backup was made before: ${toWords(made.error)}`)
  }
  const imported = await write<Imported>(io, workspace, {
    annotators: own.map(({ id }) => id),
    userFolder: options.userFolder,
    own: async session => {
      const ports = { files: machineFiles, intake: io.intake, clock: machineClock, ids: machineIds }
      const onRows = followRows((done, total, path) => showProgress(progress, done, total, path))
      return ok({ rows: await importDocuments(session, ports, paths, { onRows, beforeMany, ...encoding }) })
    },
    handOver: owner => importThrough(io, owner, paths, encoding, progress, beforeMany),
  })
  io.intake.rest()
  progress.end()
  return imported.ok ? outcomeOf(io, given, imported.value, notes) : imported
}

/** File by file, so that a window which stops answering is noticed after one. */
async function importThrough(
  io: CliIo,
  owner: Held,
  paths: readonly string[],
  encoding: { readonly encoding?: string },
  progress: Progress,
  beforeMany: () => Promise<void>,
): Promise<Result<Imported, Problem>> {
  const files: string[] = []
  for (const path of paths) {
    const listed = await machineFiles.list(path)
    files.push(...(listed.ok && listed.value.length > 0 ? listed.value : [path]))
  }
  if (files.length > fewFiles) await beforeMany()
  const rows: ImportRow[] = []
  for (const [index, path] of files.entries()) {
    showProgress(progress, index, files.length, path)
    const answer = await askOwner(io, owner, 'import', { paths: [path], ...encoding })
    const read = answer.ok ? importRows(answer.value) : answer
    if (read.ok) rows.push(...read.value)
    else if (rows.length === 0) return read
    else {
      const { code } = read.error
      const stopped = code === 'timed-out' ? lockedBy(owner).error : read.error
      return ok({ rows: [...rows, ...files.slice(index).map(rest => failedRow(rest, stopped))], stopped })
    }
  }
  return ok({ rows })
}

/** Tells, of rows as they come, how many have an end and which file is read. */
function followRows(show: (done: number, total: number, path: string) => void): OnRows {
  const all: BatchRow[] = []
  return (rows, whole) => {
    if (whole) all.length = 0
    for (const [at, row] of rows) all[at] = row
    const reading = all.find(row => row.state === 'reading')
    const left = all.filter(row => row.state === 'waiting' || row.state === 'reading').length
    if (reading !== undefined) show(all.length - left, all.length, reading.path)
  }
}

function failedRow(path: string, { code }: Problem): ImportRow {
  return { path, state: 'failed', code }
}

function showProgress(progress: Progress, done: number, total: number, path: string): void {
  progress.show(`Importing ${Math.min(done + 1, total)} of ${total}: ${path}`)
}

function outcomeOf(
  io: CliIo,
  given: readonly string[],
  { rows, stopped }: Imported,
  notes: readonly string[],
): CommandResult {
  const json = rows.map(row => {
    const message = row.code === undefined ? undefined : importPhrase(row.code, row.facts)
    return { ...row, path: asGiven(io, given, row.path), ...(message === undefined ? {} : { message }) }
  })
  const sum = (state: ImportRow['state']) => rows.filter(row => row.state === state).length
  const failed = sum('failed')
  const lines = json.flatMap(({ path, state, document, message, similar, warnings = [] }) => {
    const said = warnings.map(warning => `  ${path} ${importPhrase(warning.code, warning.facts)}`)
    if (similar !== undefined) said.push(`  ${path} ${importPhrase('near-duplicate')} (${similar.document})`)
    if (state === 'imported') return [`imported  ${document}  ${path}`, ...said]
    return [`${state.padEnd(8)}  ${path} ${message ?? ''}${document === undefined ? '' : ` (${document})`}`]
  })
  const summary = `${count(sum('imported'), 'document')} imported, ${sum('skipped')} skipped, ${failed} failed`
  const status = stopped?.code === 'locked' ? 3 : failed > 0 ? 1 : 0
  return ok({ status, json, text: [...lines, summary].join('\n'), notes })
}

/** A file by the path that the person gave for it or for its folder. */
function asGiven(io: CliIo, given: readonly string[], path: string): string {
  for (const base of given) {
    const whole = resolve(io.cwd, base)
    if (path === whole) return base
    if (path.startsWith(whole.endsWith(sep) ? whole : whole + sep)) return join(base, relative(whole, path))
  }
  return path
}
