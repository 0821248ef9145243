const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const monthFirst = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i')
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month},? (\\d{4})\\b`, 'i')
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/

/** A day found in a text: `date` as `YYYY-MM-DD`, and where in the searched string it is written. */
export interface WrittenDate {
  readonly date: string
  readonly start: number
  readonly end: number
}

/** True for `YYYY-MM-DD` of a day that exists, in the years 1000 to 9999. */
export function isCalendarDate(date: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return false
  const [year, monthNumber, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (monthNumber < 1 || monthNumber > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()
}

/**
 * The first full date in a string, written out in English (`May 1, 2018`, `Sept. 17, 2025`, `1 May 2018`) or in ISO
 * 8601, or null. Dates of only digits such as 5/1/18 are not read: their order differs between countries.
 */
export function findWrittenDate(text: string): WrittenDate | null {
  const found = [
    read(monthFirst.exec(text), ([, name, day, year]) => toDate(year, monthNumberOf(name), day)),
    read(dayFirst.exec(text), ([, day, name, year]) => toDate(year, monthNumberOf(name), day)),
    read(iso.exec(text), ([, year, number, day]) => toDate(year, Number(number), day)),
  ]
  return found.reduce((first, next) => (first === null || (next !== null && next.start < first.start) ? next : first))
}

function read(match: RegExpExecArray | null, date: (match: RegExpExecArray) => string): WrittenDate | null {
  if (match === null || !isCalendarDate(date(match))) return null
  return { date: date(match), start: match.index, end: match.index + match[0].length }
}

function monthNumberOf(name: string | undefined): number {
  return months.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1
}

function toDate(year: string | undefined, monthNumber: number, day: string | undefined): string {
  return `${year}-${String(monthNumber).padStart(2, '0')}-${day?.padStart(2, '0')}`
}
