import { findWrittenDate, type WrittenDate } from './calendar-date'

/** A dateline at the start of a text; positions count from that start. */
export interface Dateline {
  readonly place?: { readonly name: string; readonly start: number; readonly end: number }
  readonly date?: { readonly date: string; readonly start: number; readonly end: number }
  /** The text holds nothing else. */
  readonly whole: boolean
}

const head = /^([^\n–—]{2,100}?)\s*(—|–|--|\s-)(?:\s*|$)/
const capitalsBeforeFullStop = /^(\p{Lu}[\p{Lu} '’-]{4,40})\. (?=\p{Lu})/u
const agency = /\s*-*\s*(?:\/[A-Za-z ]{2,30}\/|\((?:[A-Z ]{4,30}|[A-Z]?[a-z]+ ?[A-Z]?[a-z]+)\))\s*-*\s*$/
const agencyAhead = /^\s*(?:\/[A-Za-z ]{2,30}\/|\([A-Z][A-Za-z ]{3,30}\))/
const weekday =
  /(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)[,.]?\s*)$/iu
const article = /(?:,|\s)\s*(?:le|den|am|the|el|a)\s*$/iu
const placeWords =
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:(?:,? |\/|, )(?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|de|la|le|du|am|an|der|upon|del|and|und|et|y|&)(?:\/\p{Lu}[\p{L}\p{M}.’'-]*)*){0,7}$/u
const company = /\b(?:Inc|Ltd|LLC|Corp|Co|PLC|AG|GmbH|SA|Group|Company|University|Association)\b/i
const notAPlace =
  /^(?:On|In|At|As|Of|By|To|Since|From|After|Before|Until|Updated?|Released?|Published|Issued|Dated?|Am|Ab|Seit|Vom|Le|El|Desde|Depuis|Bis)$/i
const stateAfterComma =
  /, ?(?:D\.?C\.?|[A-Z]{2}|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.[HJMYCD]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Vt|Va|Wash|W\.Va|Wis|Wyo)\.?$/
/** What may stand between the date of a dateline and the text: a dash, a colon or a full stop. */
const afterDate = /^\s*\)?\s*(?:,?\s*(?:\.\s?[-–—]+|[-–—]+|[:.])\s*|$)/u

/**
 * The dateline that a text begins with, or null: a place, a date or both before a dash, a place and a date also before
 * a colon or full stop, or a block of nothing but these. A place alone before a dash or full stop counts only when it is
 * written in capitals (five letters or more) or ends with a state of the US: `Acme Corp – the maker –` is no dateline.
 * See AP Stylebook, "datelines"; the dates are those of `findWrittenDate`.
 */
export function findDateline(text: string): Dateline | null {
  const start = text.slice(0, 180)
  return placeAndDate(start, text) ?? placeAlone(start, text) ?? dateAlone(text)
}

function placeAndDate(start: string, text: string): Dateline | null {
  const date = findWrittenDate(start)
  if (date === null || start.slice(0, date.start).includes('\n')) return null
  const wire = agencyAhead.exec(start.slice(date.end))?.[0].length ?? 0
  const delimiter = afterDate.exec(start.slice(date.end + wire))
  if (delimiter === null) return null
  const after = text.slice(date.end + wire + delimiter[0].length)
  if (/^\p{Ll}/u.test(after)) return null
  const written = beforeDate(start.slice(0, date.start))
  const closes = /[-–—]/.test(delimiter[0]) || after.trim() === ''
  if (written === '') return closes ? { date, whole: after.trim() === '' } : null
  if (notAPlace.test(written) || !placeWords.test(written) || company.test(written)) return null
  return { ...placed(written), date, whole: after.trim() === '' }
}

/** The words before a date without what joins them to it: a day of the week, an article, an agency, a dash. */
function beforeDate(before: string): string {
  const plain = before.replace(weekday, '').replace(article, '')
  const bare = plain
    .replace(/[\s,(]+$/, '')
    .replace(agency, '')
    .replace(/[\s,(]*(?:[-–—]+\s*)?$/, '')
  return bare
}

function placeAlone(start: string, text: string): Dateline | null {
  const match = head.exec(start) ?? capitalsBeforeFullStop.exec(start)
  if (match === null) return null
  const written = (match[1] ?? '').replace(agency, '').replace(/[\s,(]+$/, '')
  const after = text.slice(match[0].length)
  if (/^\p{Ll}/u.test(after) || !isPlaceAlone(written)) return null
  return { ...placed(written), whole: after.trim() === '' }
}

function isPlaceAlone(written: string): boolean {
  if (!placeWords.test(written) || company.test(written)) return false
  if (stateAfterComma.test(written)) return true
  return written === written.toUpperCase() && (written.match(/\p{L}/gu)?.length ?? 0) >= 5
}

function placed(name: string): Pick<Dateline, 'place'> {
  return { place: { name, start: 0, end: name.length } }
}

/** A block of a date and at most a day of the week. */
function dateAlone(text: string): Dateline | null {
  if (text.length > 60) return null
  const date: WrittenDate | null = findWrittenDate(text)
  if (date === null || text.slice(0, date.start).replace(weekday, '').replace(article, '').trim() !== '') return null
  if (!/^\.?$/.test(text.slice(date.end))) return null
  return { date, whole: true }
}
