import { isJsonObject } from '../../model/json'
import { ok, problem } from '../../model/result'
import { textsFromJson } from '../column-text'
import type { ExcerptRow, ReadExcerpts } from '../excerpt-row'

/**
 * Reads excerpts from JSON Lines. Blank lines are skipped, members of other names ignored; a line that is no JSON
 * object is a broken row. `not-excerpts`: there are lines and none has an annotation's id.
 */
export function readJsonl(text: string): ReadExcerpts {
  const rows: ExcerptRow[] = []
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n')
  lines.forEach((line, i) => {
    if (line.trim() !== '') rows.push({ row: rows.length + 1, line: i + 1, ...readObject(line) })
  })
  if (rows.length > 0 && !rows.some(({ texts }) => texts.has('annotation_id'))) return problem('not-excerpts')
  return ok(rows)
}

/** The columns of an object in JSON; broken where the text is none. */
export function readObject(json: string): Pick<ExcerptRow, 'texts' | 'broken'> {
  try {
    const value: unknown = JSON.parse(json)
    if (isJsonObject(value)) return { texts: textsFromJson(value) }
  } catch {
    // Not JSON: broken, as below.
  }
  return { texts: new Map(), broken: true }
}
