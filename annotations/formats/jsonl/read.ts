import { isJsonObject } from '../../model/json'
import { ok, problem } from '../../model/result'
import { textsFromJson } from '../column-text'
import { otherColumns } from '../excerpt'
import type { ExcerptRow, ReadExcerpts } from '../excerpt-row'

/**
 * Reads excerpts from JSON Lines. Blank lines are skipped, members of other names only named; a line that is no JSON
 * object, or has a member twice, is a broken row. `not-excerpts`: there are lines and none has an annotation's id.
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

/** The columns of an object in JSON; broken where the text is none, or has one member twice: of two JSON gives the last. */
export function readObject(json: string): Pick<ExcerptRow, 'texts' | 'broken' | 'others'> {
  try {
    const value: unknown = JSON.parse(json)
    if (isJsonObject(value) && countMembers(value) === countColons(json)) {
      const others = otherColumns(Object.keys(value))
      return { texts: textsFromJson(value), ...(others.length === 0 ? {} : { others }) }
    }
  } catch {
    // Not JSON: broken, as below.
  }
  return { texts: new Map(), broken: true }
}

/** Members of a value at any depth. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const values = Object.values(value)
  const own = Array.isArray(value) ? 0 : values.length
  return values.reduce((sum: number, inner: unknown) => sum + countMembers(inner), own)
}

/** Colons outside of strings: as many as members are written. */
function countColons(json: string): number {
  return json.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
}
