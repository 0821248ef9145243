import { type Problem, problem, type Result } from '#annotations/model/result'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file; a byte order mark is kept. */
export function readText(bytes: Uint8Array): Result<string, Problem<'not-utf8'>> {
  try {
    return { ok: true, value: utf8.decode(bytes) }
  } catch {
    return problem('not-utf8')
  }
}
