import { ok } from '#annotations/model/result'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count, oneLine, table } from '../table'

/** `documents WORKSPACE`: the documents that are not removed, oldest first. */
export function documents(io: CliIo, workspace: string): Promise<CommandResult> {
  return reading(io, workspace, undefined, session => {
    const rows = session.rows(undefined).filter(row => !row.deleted)
    const json = rows.map(({ id, headline, issuer, published, revision, counts }) => ({
      id,
      headline,
      issuer: issuer ?? null,
      published: published ?? null,
      revision,
      counts,
    }))
    const lines = json.map(({ id, headline, issuer, published, counts }) => [
      id,
      published ?? '',
      String(counts.quote),
      String(counts.claim),
      String(counts.note),
      oneLine(issuer ?? '', 24),
      oneLine(headline, 60),
    ])
    const head = ['document', 'published', 'quotes', 'claims', 'notes', 'issuer', 'headline']
    const text =
      lines.length === 0 ? 'No documents yet.' : `${table([head, ...lines])}\n${count(lines.length, 'document')}`
    return ok({ status: 0, json, text })
  })
}
