import { basename, resolve } from 'node:path'
import { formatOfFile } from '#annotations/formats/registry'
import type { Finding, Verification } from '#annotations/formats/verify-excerpts'
import { ok, problem } from '#annotations/model/result'
import { verifyExport } from '#app/services/verify-export'
import { machineFiles } from '../../files'
import { maxFileBytes } from '../../store/place-file'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count, oneLine } from '../table'
import { findingPhrase } from '../words'
import { folderFiles } from '../workspace-files'

/** An export may be larger than a file of a workspace. */
const maxExportBytes = 4 * maxFileBytes

/** `verify FILE --workspace WORKSPACE`: checks each excerpt; 1 where one does not stand. Information is no failure. */
export async function verify(io: CliIo, file: string, options: { readonly workspace: string }): Promise<CommandResult> {
  if (formatOfFile(file) === undefined) return problem('unknown-format', { file })
  const read = await machineFiles.read(resolve(io.cwd, file), maxExportBytes)
  if (!read.ok) return read
  let stands = true
  const result = await reading(io, options.workspace, undefined, async session => {
    const files = folderFiles(resolve(io.cwd, options.workspace))
    const checked = await verifyExport(session, files, { name: basename(file), bytes: read.value.bytes })
    if (!checked.ok && checked.error.code === 'unknown-format') return checked
    const report: Report = checked.ok ? checked.value : nothingToCheck(checked.error.code)
    stands = report.failed.length === 0
    return ok({ status: 0, json: report, text: asText(report) })
  })
  // A damaged file that no row needed is worth a note, and no failure of the export.
  return result.ok ? ok({ ...result.value, status: stands ? 0 : 1 }) : result
}

/** A verification, or that of a file that holds nothing to verify, which is a failure of the whole. */
interface Report extends Omit<Verification, 'failed'> {
  readonly failed: readonly (Finding<string> & { readonly also?: readonly string[] })[]
}

function nothingToCheck(code: string): Report {
  return {
    checked: 0,
    passed: 0,
    failed: [{ row: 0, line: 1, annotation: '', code }],
    information: [],
    absent: [],
  }
}

function asText({ checked, passed, failed, information, absent }: Report): string {
  const [first] = failed
  if (checked === 0 && first !== undefined) return `Nothing was checked: ${findingPhrase(first.code)}.`
  const lines = [
    failed.length === 0
      ? `${count(checked, 'excerpt')} checked: all stand.`
      : `${count(checked, 'excerpt')} checked: ${passed} stand, ${failed.length} do not.`,
  ]
  const place = (row: number, line: number, annotation: string) =>
    `row ${row} (line ${line})${annotation === '' ? '' : `, annotation ${annotation}`}`
  for (const { row, line, annotation, code, also = [] } of failed) {
    lines.push(`  ${place(row, line, annotation)}: ${[code, ...also].map(findingPhrase).join('; ')}`)
  }
  if (information.length + absent.length > 0) lines.push('For information:')
  for (const { row, line, annotation, code, names = [] } of information) {
    const which = names.length === 0 ? '' : `: ${names.map(name => oneLine(name, 30) || '(without a name)').join(', ')}`
    lines.push(`  ${place(row, line, annotation)}: ${findingPhrase(code)}${which}`)
  }
  if (absent.length > 0) {
    lines.push(
      `  ${count(absent.length, 'annotation')} of these documents ${absent.length === 1 ? 'is' : 'are'} not in the file: made since, left out of the export, or removed from it`,
    )
  }
  return lines.join('\n')
}
