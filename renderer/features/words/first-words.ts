/** The first words of a text, for a label or an announcement. */
export function firstWords(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim().split(' ')
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`
}

/** Words in quotation marks; those that begin with one stand as they are. */
export function inQuotes(words: string): string {
  return /^["“”„«»‹›'‘’「『]/u.test(words) ? words : `“${words}”`
}
