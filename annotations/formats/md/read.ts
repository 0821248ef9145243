import { ok, problem } from '../../model/result'
import { excerptFromTexts } from '../column-text'
import type { ExcerptRow, ReadExcerpts } from '../excerpt-row'
import { readObject } from '../jsonl/read'
import { fileComment, readComment } from './comment'
import { renderExcerpt } from './render-excerpt'

/**
 * Reads excerpts from the comments of a Markdown file. Where the visible text before a comment is no longer what its
 * fields say, the row is `altered`; text that somebody added around it does not matter. Line ends may be CRLF.
 * `not-excerpts`: the file has no such comment, nor the one it begins with.
 */
export function readMd(text: string): ReadExcerpts {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r\n|\n/)
  const rows: ExcerptRow[] = []
  let shownFrom = 0
  lines.forEach((line, i) => {
    const json = readComment(line)
    if (json === undefined) return
    const read = readObject(json)
    const shown = `\n${lines.slice(shownFrom, i).join('\n')}\n`
    shownFrom = i + 1
    rows.push({
      row: rows.length + 1,
      line: i + 1,
      ...read,
      ...(isShown(read, shown) ? {} : { altered: true as const }),
    })
  })
  if (rows.length === 0 && !lines.some(line => line.trim() === fileComment)) return problem('not-excerpts')
  return ok(rows)
}

/** True where the fields make no excerpt, which is reported as such, or the visible text holds them as written. */
function isShown({ texts }: Pick<ExcerptRow, 'texts'>, shown: string): boolean {
  const excerpt = excerptFromTexts(texts)
  return excerpt === undefined || shown.includes(`\n${renderExcerpt(excerpt)}\n`)
}
