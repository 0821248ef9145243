import { resolve } from 'node:path'
import type { Kind } from '#annotations/model/annotation'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { type ExportFilter, exportExcerpts } from '#app/services/export-excerpts'
import { findReader, knownAnnotators } from '#app/services/find-annotator'
import { findTags } from '#app/services/find-tags'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineFiles } from '../../files'
import type { CliIo } from '../cli-io'
import { isInside } from '../inside-workspace'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count } from '../table'
import { lossPhrase } from '../words'

export interface ExportOptions {
  readonly format: string
  readonly out: string
  readonly document: readonly string[]
  readonly kind: readonly Kind[]
  readonly tag: readonly string[]
  readonly annotator: readonly string[]
  readonly raw?: boolean
}

/** `export WORKSPACE`: writes the excerpts that the filters let through; without filters all, untagged ones too. */
export async function exportTo(io: CliIo, workspace: string, options: ExportOptions): Promise<CommandResult> {
  const path = resolve(io.cwd, options.out)
  if (isInside(resolve(io.cwd, workspace), path)) return problem('inside-workspace', { path })
  const documents = options.document.length === 0 ? undefined : options.document
  return reading(io, workspace, documents, async session => {
    const filter = readFilter(session, options)
    if (!filter.ok) return filter
    const request = { ...filter.value, format: options.format, version: io.version, raw: options.raw === true }
    const exported = exportExcerpts(session, request)
    if (!exported.ok) return exported
    const { bytes, rows, by, losses } = exported.value
    const written = await machineFiles.write(path, bytes)
    if (!written.ok) return written
    const lost = losses.map(loss => `${loss.count} ${lossPhrase(loss.code)}`).join(', ')
    const notes = lost === '' ? [] : [`${options.format} has no room for: ${lost}.`]
    return ok({
      status: 0,
      json: { path: options.out, rows, losses },
      text: `${count(rows, 'excerpt')} written to ${options.out}${by.length < 2 ? '' : `: ${by.map(one => `${one.rows} of ${one.name}`).join(', ')}`}`,
      notes,
    })
  })
}

function readFilter(session: WorkspaceSession, options: ExportOptions): Result<ExportFilter, Problem> {
  const { document, kind, tag, annotator } = options
  const tags = all(tag.map(wanted => findTags(session, wanted)))
  if (!tags.ok) return tags
  const known = knownAnnotators(session)
  const annotators = all(annotator.map(wanted => findReader(known, wanted)))
  if (!annotators.ok) return annotators
  return ok({
    ...(document.length === 0 ? {} : { documents: [...new Set(document)] }),
    ...(kind.length === 0 ? {} : { kinds: kind }),
    ...(tag.length === 0 ? {} : { tags: tags.value }),
    ...(annotator.length === 0 ? {} : { annotators: annotators.value }),
  })
}

/** All values, or the first problem. */
function all<T>(results: readonly Result<readonly T[], Problem>[]): Result<readonly T[], Problem> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(...result.value)
  }
  return ok(values)
}
