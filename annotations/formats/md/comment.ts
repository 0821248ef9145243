import type { Excerpt } from '../excerpt'
import { excerptJson } from '../jsonl/write'

const start = '<!-- pressmark-excerpt '
const end = ' -->'

/** The first line of a file, by which one without excerpts is known. */
export const fileComment = '<!-- pressmark-excerpts -->'

/**
 * The fields of an excerpt as one HTML comment in one line. `<`, `>` and each `-` beside another are written as JSON
 * escapes, so that nothing in it can end the comment or is forbidden in one. WHATWG HTML, 13.1.6 "Comments".
 */
export function writeComment(excerpt: Excerpt): string {
  const json = excerptJson(excerpt).replace(/[<>]|-(?=-)|(?<=-)-/g, char => (char === '-' ? '\\u002d' : angle(char)))
  return start + json + end
}

function angle(char: string): string {
  return char === '<' ? '\\u003c' : '\\u003e'
}

/** The JSON of a line that is such a comment, else `undefined`. */
export function readComment(line: string): string | undefined {
  const trimmed = line.trimEnd()
  return trimmed.startsWith(start) && trimmed.endsWith(end) ? trimmed.slice(start.length, -end.length) : undefined
}
