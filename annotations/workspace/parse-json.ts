import { flawOfJson, type Json, maxDepth } from '../model/json'
import { ok, type Problem, problem, type Result } from '../model/result'
import { isConflicted } from './conflict-marks'

/** Why a text is no JSON that we accept. */
export type JsonCode = 'not-json' | 'merge-conflict' | 'too-deep' | 'too-large' | 'forbidden-key'

/** Longest text that is read, in UTF-16 code units (a byte or more each). */
export const maxFileLength = 50 * 1024 * 1024

/**
 * JSON of a file that anybody may have written. Refused: a text that is too long, none, or in a merge of Git that is
 * not done; nesting deeper than `maxDepth`; a member named `__proto__` at any depth. A leading U+FEFF is skipped.
 */
export function parseJson(text: string): Result<Json, Problem<JsonCode>> {
  if (text.length > maxFileLength) return problem('too-large', { limit: maxFileLength, length: text.length })
  let value: Json
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as Json
  } catch {
    return problem(isConflicted(text) ? 'merge-conflict' : 'not-json')
  }
  const code = flawOfJson(value)
  return code === undefined ? ok(value) : problem(code, code === 'too-deep' ? { limit: maxDepth } : undefined)
}
