import type { IntakeWarning } from '#app/ports/intake'

/** What a document holds beside its text: what was deleted with tracking, and what was said about it. */
export interface LeftApart {
  readonly deletions: readonly string[]
  readonly comments: readonly string[]
}

const mostTexts = 50
const mostUnits = 5000

/**
 * Says what stands beside the text: how many pieces (`count`), and their words (`texts`, parted by line feeds), of the first 50
 * pieces and 5,000 code units. Pieces without words are none.
 */
export function apartWarnings({ deletions, comments }: LeftApart): IntakeWarning[] {
  return [...warningOf('deletions-left-out', deletions), ...warningOf('comments-left-out', comments)]
}

function warningOf(code: IntakeWarning['code'], pieces: readonly string[]): IntakeWarning[] {
  const texts = pieces.map(piece => piece.replace(/\s+/g, ' ').trim()).filter(text => text !== '')
  if (texts.length === 0) return []
  const told = texts.slice(0, mostTexts).join('\n').slice(0, mostUnits)
  return [{ code, facts: { count: texts.length, texts: told } }]
}

/** A comment with whoever made it. */
export function commentBy(author: string | undefined, text: string): string {
  return author === undefined || author === '' || text.trim() === '' ? text : `${author}: ${text}`
}
