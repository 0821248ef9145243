import { resolve } from 'node:path'
import type { AnchorCounts } from '#annotations/anchoring/count-anchors'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { ImportRow } from '#app/contract/values'
import { createDirectCarrying } from '#app/services/carry-job'
import { importVersion as importInto } from '#app/services/import-version'
import { importRows } from '#app/services/owner-answers'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineClock, machineIds } from '../../clock-and-ids'
import { machineFiles } from '../../files'
import { openProfile } from '../../profile/profile'
import { keepWriter } from '../../profile/writer'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { findWriter } from '../identity'
import { write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { count } from '../table'
import { importPhrase } from '../words'

export interface VersionOptions {
  readonly revisionOf: string
  /** Of a text file. */
  readonly encoding?: string
  readonly userFolder: string
}

/** `import WORKSPACE PATH --revision-of DOC`: one file as the new text of a document; 1 where it could not be. */
export async function importVersion(
  io: CliIo,
  workspace: string,
  given: readonly string[],
  { revisionOf: document, encoding, userFolder }: VersionOptions,
): Promise<CommandResult> {
  const [path] = given
  if (path === undefined || given.length > 1) return problem('one-file')
  const file = resolve(io.cwd, path)
  const profile = await openProfile(userFolder)
  const writer = async (session: WorkspaceSession) => {
    if (session.release(document) === undefined) return problem('unknown-document', { document })
    const found = findWriter(io, session, profile.read(), undefined)
    return found.ok ? keepWriter(profile, found.value) : found
  }
  const options = encoding === undefined ? {} : { encoding }
  const done = await write<ImportRow>(io, workspace, {
    annotators: profile.read().annotators.map(({ id }) => id),
    userFolder,
    async own(session) {
      const by = await writer(session)
      if (!by.ok) return by
      const machine = { files: machineFiles, intake: io.intake, clock: machineClock, ids: machineIds }
      const ports = { ...machine, carrying: createDirectCarrying() }
      return ok(await importInto(session, ports, { document, path: file, by: by.value }, options))
    },
    async handOver(owner, session): Promise<Result<ImportRow, Problem>> {
      const by = await writer(session)
      if (!by.ok) return by
      const answer = await askOwner(io, owner, 'import-version', { document, path: file, by: by.value, ...options })
      const rows = answer.ok ? importRows(answer.value) : answer
      if (!rows.ok) return rows
      const [row] = rows.value
      return row === undefined ? problem('failed') : ok(row)
    },
  })
  io.intake.rest()
  return done.ok ? outcomeOf({ ...done.value, path }) : done
}

function outcomeOf(row: ImportRow): CommandResult {
  const { path, state, document, code, facts, warnings = [], anchors } = row
  const message = code === undefined ? undefined : wordsOf(code, facts)
  const json = [{ ...row, ...(message === undefined ? {} : { message }) }]
  const head = state === 'imported' ? `imported  ${document}  ${path}` : `${state.padEnd(8)}  ${path}`
  const lines = [
    `${head}${message === undefined ? '' : ` ${message}`}${state === 'failed' && document !== undefined ? ` (${document})` : ''}`,
    ...warnings.map(warning => `  ${path} ${importPhrase(warning.code, warning.facts)}`),
    ...(anchors === undefined ? [] : [`Your annotations: ${anchorPhrase(anchors.mine)}`]),
    ...(anchors === undefined || sumOf(anchors.others) === 0
      ? []
      : [`Those of others: ${anchorPhrase(anchors.others)}`]),
  ]
  return ok({ status: state === 'failed' ? 1 : 0, json, text: lines.join('\n') })
}

function wordsOf(code: string, facts: ImportRow['facts']): string {
  return code === 'same-text' ? 'is the current text already' : importPhrase(code, facts)
}

function anchorPhrase(counts: AnchorCounts): string {
  const { exact, moved, undecided, lost, kept } = counts
  const more = kept === 0 ? '' : `, ${kept} kept on an earlier text`
  return `${count(sumOf(counts), 'annotation')}: ${exact} exact, ${moved} moved, ${undecided} to decide, ${lost} lost${more}`
}

function sumOf({ exact, moved, undecided, lost, kept }: AnchorCounts): number {
  return exact + moved + undecided + lost + kept
}
