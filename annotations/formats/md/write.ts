import type { Excerpt } from '../excerpt'
import { fileComment, writeComment } from './comment'
import { escapeInline } from './escape-markdown'
import { renderExcerpt } from './render-excerpt'

/**
 * Excerpts as Markdown for people, grouped by document in the order given. After each excerpt one HTML comment, which
 * no viewer shows, carries all of its fields.
 */
export function writeMd(excerpts: readonly Excerpt[]): string {
  const groups = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) {
    const group = groups.get(excerpt.document_id)
    if (group === undefined) groups.set(excerpt.document_id, [excerpt])
    else group.push(excerpt)
  }
  const blocks = [fileComment, '# Excerpts']
  for (const group of groups.values()) {
    blocks.push(...documentBlocks(group[0]))
    for (const excerpt of group) blocks.push(renderExcerpt(excerpt), writeComment(excerpt))
  }
  return `${blocks.join('\n\n')}\n`
}

/** The heading of a document, and the line of facts below it where there are any. */
export function documentBlocks(excerpt: Excerpt | undefined): string[] {
  if (excerpt === undefined) return []
  const { headline, issuer, published, published_zone, dateline_place, embargo, source_file } = excerpt
  const facts = [issuer, [published, published_zone].join(' '), dateline_place, embargo, source_file]
  const line = facts.map(escapeInline).filter(fact => fact !== '')
  const title = escapeInline(headline === '' ? excerpt.document_id : headline)
  return [`## ${title}`, ...(line.length === 0 ? [] : [line.join(' · ')])]
}
