/** What ends a line in a text; Markdown itself knows only LF and CR. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/**
 * One line of text so that Markdown shows the characters themselves: no emphasis, link, HTML, code or entity, no list,
 * heading or rule at its start. White space at its ends goes. CommonMark 0.31, 2.4 "Backslash escapes".
 */
export function escapeLine(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_[\]<>&|~#]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}

/** A text of any length in one line of Markdown. */
export function escapeInline(text: string): string {
  return escapeLine(text.split(lineEnd).join(' '))
}

/** A text as the lines of a block quote; blank lines part paragraphs, other line ends are kept. */
export function quoteLines(text: string): string[] {
  const lines = text.split(lineEnd).map(escapeLine)
  return lines.map((line, i) => {
    if (line === '') return '>'
    const next = lines[i + 1]
    return next === undefined || next === '' ? `> ${line}` : `> ${line}\\`
  })
}
