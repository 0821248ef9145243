/** What parts the members of a list in one text. */
const separator = '; '

/**
 * Texts as one, parted by `; `. A `;` of a member is written `\;`; a `\` is written `\\` where it would else be read
 * as the first half of such a pair. A list of one empty text is written like the empty list.
 */
export function joinList(members: readonly string[]): string {
  return members.map(member => escapeWith(member, ';')).join(separator)
}

/** The members that `joinList` made one; the empty text is the empty list. Total: a stray `\` stands for itself. */
export function splitList(text: string): string[] {
  if (text === '') return []
  return splitAt(text, ';').map((member, i) => (i > 0 && member.startsWith(' ') ? member.slice(1) : member))
}

/** Writes `mark` as `\mark`, and `\` as `\\` where the next character is `mark`, `\` or the end of the text. */
export function escapeWith(text: string, mark: ';' | '/'): string {
  let escaped = ''
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i)
    const next = text.charAt(i + 1)
    const needsEscape = char === mark || (char === '\\' && (next === '' || next === '\\' || next === mark))
    escaped += needsEscape ? `\\${char}` : char
  }
  return escaped
}

/** Parts a text at each `mark` that has no `\` before it, and takes the escapes of `escapeWith` out of the pieces. */
export function splitAt(text: string, mark: ';' | '/'): string[] {
  const pieces: string[] = []
  let piece = ''
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i)
    const next = text.charAt(i + 1)
    if (char === mark) {
      pieces.push(piece)
      piece = ''
    } else if (char === '\\' && (next === '\\' || next === mark)) {
      piece += next
      i += 1
    } else piece += char
  }
  return [...pieces, piece]
}
