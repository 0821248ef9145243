/** An e-mail address, written as such. */
export const emailPattern = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
export const webPattern = /(?:https?:\/\/|\bwww\.)[^\s<>"“”()]*[^\s<>"“”().,;:!?]/giu

const digits =
  /(?<![\p{L}\p{N}$€£.,:/-])(?<!\d )(?:\+|\()?\d+(?:(?:[ .\u00a0\u2011-]|\/| ?\(\d{1,4}\) ?|\) ?)\d+)*(?![\p{L}\p{N}%]|[.,]\d)/gu
const notPhone = [
  /^\d{4}[-/]\d{2,4}$/,
  /^\d{4}-\d{2}-\d{2}$/,
  /^\d{1,3}(?:[.\u00a0]\d{3})+$/,
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/,
  /^\d{1,4}$/,
]

/** A telephone number as written, and where. */
export interface WrittenPhone {
  readonly text: string
  readonly start: number
}

/**
 * The telephone numbers of a text: 7 to 15 digits in two groups or more, or behind a plus sign, parted by blanks, dots, hyphens,
 * slashes and brackets. Not: dates, spans of years, numbers grouped by thousands, sums of money.
 */
export function findPhones(text: string): WrittenPhone[] {
  if (!/\d/.test(text)) return []
  return [...text.matchAll(digits)].flatMap(({ 0: match, index }) => {
    const count = match.replace(/\D/g, '').length
    const grouped = /[ ()./\u00a0\u2011-]/.test(match) || match.startsWith('+')
    if (count < 7 || count > 15 || !grouped || notPhone.some(pattern => pattern.test(match))) return []
    if (/\b(?:19|20)\d{2}$/.test(match) && count > 11 && !match.startsWith('+')) return []
    return [{ text: match, start: index }]
  })
}

export function findEmails(text: string): string[] {
  if (!text.includes('@')) return []
  return [...text.matchAll(emailPattern)].map(([match]) => match)
}
