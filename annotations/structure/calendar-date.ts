/** Names of the months by language, their first letters long enough to tell them apart; a dot may follow. */
const monthNames: readonly (readonly string[])[] = [
  ['Jan(?:uary|uar|vier)?', 'ener?o?', 'janv'],
  ['Feb(?:ruary|ruar|rero)?', 'févr?(?:ier)?', 'fevrier'],
  ['Mar(?:ch|s|zo)?', 'März?'],
  ['Apr(?:il)?', 'avr(?:il)?', 'abr(?:il)?'],
  ['May(?:o)?', 'Mai'],
  ['June?', 'Juni', 'juin', 'junio'],
  ['July?', 'Juli', 'juil(?:let)?', 'julio'],
  ['Aug(?:ust)?', 'août', 'aout', 'ago(?:sto)?'],
  ['Sept?(?:ember|embre|iembre)?', 'setiembre'],
  ['O[ck]t(?:ober|obre|ubre)?'],
  ['Nov(?:ember|embre|iembre)?'],
  ['De[cz](?:ember)?', 'déc(?:embre)?', 'decembre', 'dic(?:iembre)?'],
]
const month = `(${monthNames.map(names => names.join('|')).join('|')})\\.?`
const monthOf = monthNames.map(names => new RegExp(`^(?:${names.join('|')})$`, 'iu'))
const monthFirst = new RegExp(`(?<![\\p{L}\\p{N}])${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'iu')
const dayFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)? (?:de |of )?${month},?(?: de| del)? (\\d{4})(?!\\d)`,
  'iu',
)
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
 * The first full date in a string, written out in English, German, French or Spanish (`May 1, 2018`, `1 May 2018`,
 * `1. Mai 2018`, `1er mai 2018`, `1 de mayo de 2018`) or in ISO 8601, or null. Dates of only digits such as 5/1/18 are not
 * read: their order differs between countries.
 */
export function findWrittenDate(text: string): WrittenDate | null {
  if (!/\d{4}/.test(text)) return null // every form of them has a year
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
  return monthOf.findIndex(pattern => pattern.test(name ?? '')) + 1
}

function toDate(year: string | undefined, monthNumber: number, day: string | undefined): string {
  return `${year}-${String(monthNumber).padStart(2, '0')}-${day?.padStart(2, '0')}`
}
