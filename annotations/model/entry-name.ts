const controls = /[\p{Cc}\u2028\u2029]/u

/** Whether a text holds what no name may: a control character, such as NUL, TAB or a line break. */
export function hasControls(text: string): boolean {
  return controls.test(text)
}

/** A name for an entry, of words as they stand in a text: white space within it is one space, around it none. */
export function entryName(words: string): string {
  return words.trim().replace(/\s+/g, ' ')
}

/** A name as it is shown: control characters, which an earlier or another program wrote, as `\u0000`. */
export function shownName(name: string): string {
  if (!hasControls(name)) return name
  return name.replace(new RegExp(controls, 'gu'), char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
