import { type Entry, entryKey, standingValue } from '#annotations/changes/entry'
import { documentOf, type ScopeKey } from '#annotations/changes/journal'
import { undoOfEntry } from '#annotations/changes/undo'
import { entryIn } from '#annotations/changes/unite'
import type { Refusal } from '#annotations/edit/edit'
import type { AnnotatorId, EditId } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import { headlineOf } from '#annotations/model/release'
import { ok, type Result } from '#annotations/model/result'
import type { CopyRow, FileNews, FileReportRow, ReportEntry } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import type { FileReport, StoreProblem } from '#app/ports/workspace-store'
import { annotatorNames } from './export-excerpts'
import type { WorkspaceSession } from './workspace-session'

/** Longest label of an entry, in code units; a longer one ends in an ellipsis. */
const maxLabel = 120

/** The session's reports as the window shows them; the last one of a file first. */
export function fileReportRows(session: WorkspaceSession, annotator: AnnotatorId | undefined): FileReportRow[] {
  return [...session.reports()].reverse().map(report => toRow(session, report, annotator))
}

/** All there is to say about the files of a workspace. */
export function fileNews(session: WorkspaceSession, annotator: AnnotatorId | undefined): FileNews {
  const names = annotatorNames(session)
  const copies = session.store.copies().map(({ file, scope, of, is, code }): CopyRow => {
    const whose = is === 'text' ? {} : { whose: names.get(of) ?? of }
    return { file, of: subjectOf(session, file, scope), is, ...whose, ...(code === undefined ? {} : { code }) }
  })
  return { damaged: session.damaged(), reports: fileReportRows(session, annotator), copies }
}

function toRow(session: WorkspaceSession, report: FileReport, annotator: AnnotatorId | undefined): FileReportRow {
  const { file, code, from, keptAt, scope, differences } = report
  const isOwn = annotator !== undefined && file.endsWith(`/${annotator}.json`)
  const entries = differences.map(({ type, id, is, fields, edits }): ReportEntry => {
    const entry = scope === undefined ? undefined : entryIn(session.state().scopes.get(scope), entryKey(type, id))
    const label = entry === undefined ? undefined : labelOf(entry)
    const standing = isOwn && entry !== undefined ? edits.filter(edit => stands(entry, edit)) : []
    return { type, id, is, fields: [...fields], edits: standing, ...(label === undefined ? {} : { label }) }
  })
  return {
    file,
    code,
    from,
    of: subjectOf(session, file, scope),
    entries,
    ...(keptAt === undefined ? {} : { keptAt }),
    ...(scope === undefined ? {} : { scope }),
  }
}

function subjectOf(session: WorkspaceSession, file: string, scope: ScopeKey | undefined): FileReportRow['of'] {
  const document = scope === undefined ? /^documents\/([^/]+)\//.exec(file)?.[1] : documentOf(scope)
  if (document === undefined) return scope === undefined ? undefined : { register: scope }
  const release = session.release(document)
  return { document, headline: release === undefined ? document : headlineOf(release) }
}

function labelOf(entry: Entry): string | undefined {
  const annotation = readAnnotation(entry)
  const placement = annotation === undefined ? undefined : [...annotation.placements.values()].pop()
  const marked = placement?.segments.filter(({ part }) => part === 'content').map(({ exact }) => exact)
  const name = standingValue(entry, 'name')
  const label = marked === undefined ? name : marked.join(' … ')
  if (typeof label !== 'string' || label === '') return undefined
  return label.length > maxLabel ? `${label.slice(0, maxLabel).trimEnd()}…` : label
}

function stands(entry: Entry, edit: EditId): boolean {
  return (undoOfEntry(entry.changes, edit)?.set.size ?? 0) > 0
}

/**
 * Takes back edits that a file brought in which was changed outside, in its scope, the last one first; resolves when
 * that is on disk. What is taken back already stays so.
 */
export async function takeBack(
  session: WorkspaceSession,
  by: AnnotatorId,
  { scope, edits }: { readonly scope: ScopeKey; readonly edits: readonly EditId[] },
  { ids, clock }: { readonly ids: Ids; readonly clock: Clock },
): Promise<Result<void, Refusal | StoreProblem>> {
  for (const edit of [...edits].reverse()) {
    const acts = [{ do: 'undo', edit, scopes: [scope] }] as const
    const done = await session.edit({ id: ids.next(), at: clock.now(), by, acts })
    if (!done.ok && done.error.code !== 'changed-since') return done
  }
  return ok(undefined)
}
