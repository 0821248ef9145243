/** Number of bytes of a text in UTF-8; a lone surrogate counts as the three bytes of U+FFFD, which it becomes. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    if (unit < 0x800) bytes += 1
    else if (isPair(unit, text.charCodeAt(i + 1))) {
      bytes += 2
      i += 1
    } else bytes += 2
  }
  return bytes
}

function isPair(first: number, second: number): boolean {
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
}
