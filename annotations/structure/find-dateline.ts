import { findWrittenDate } from './calendar-date'

/** A dateline at the start of a text; positions count from that start. */
export interface Dateline {
  readonly place?: { readonly name: string; readonly start: number; readonly end: number }
  readonly date?: { readonly date: string; readonly start: number; readonly end: number }
  /** The text holds nothing else. */
  readonly whole: boolean
}

const head = /^([^\n–—]{2,100}?)\s*(—|–|--|\s-)(?:\s*|$)/
const agency = /\s*(?:\/[A-Za-z ]{2,30}\/|\((?:[A-Z ]{4,30}|[A-Z]?[a-z]+ ?[A-Z]?[a-z]+)\))\s*$/
const weekday = /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)$/i
const placeWords =
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:,? (?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|de|la|le|du|am|an|der|upon|del)){0,6}$/u
const company = /\b(?:Inc|Ltd|LLC|Corp|Co|PLC|AG|GmbH|SA|Group|Company|University|Association)\b/i
const stateAfterComma =
  /, ?(?:D\.?C\.?|[A-Z]{2}|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.[HJMYCD]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Vt|Va|Wash|W\.Va|Wis|Wyo)\.?$/

/**
 * The dateline that a text begins with, or null: a place, a date or both before a dash, or a block of nothing but a
 * date. A place alone before a dash counts only when it is written in capitals (five letters or more) or ends with
 * a state of the US: `Acme Corp – the maker –` is no dateline. English dates; see AP Stylebook, "datelines".
 */
export function findDateline(text: string): Dateline | null {
  const start = text.slice(0, 160)
  const match = head.exec(start)
  if (match === null) return dateAlone(text)
  const before = (match[1] ?? '').replace(agency, '')
  const date = findWrittenDate(before)
  const written = before
    .slice(0, date?.start ?? before.length)
    .replace(weekday, '')
    .replace(/[\s,(]+$/, '')
  const after = text.slice(match[0].length)
  const rest = date === null ? '' : before.slice(date.end)
  if (!/^[\s)]*$/.test(rest) || /^\p{Ll}/u.test(after)) return null
  if (written === '' ? date === null : !isPlace(written, date !== null)) return null
  return {
    ...(written === '' ? {} : { place: { name: written, start: 0, end: written.length } }),
    ...(date === null ? {} : { date }),
    whole: after.trim() === '',
  }
}

function isPlace(written: string, dated: boolean): boolean {
  if (!placeWords.test(written) || company.test(written)) return false
  if (dated || stateAfterComma.test(written)) return true
  return written === written.toUpperCase() && (written.match(/\p{L}/gu)?.length ?? 0) >= 5
}

function dateAlone(text: string): Dateline | null {
  if (text.length > 60) return null
  const date = findWrittenDate(text)
  if (date === null || !/^(?:\p{L}+day,? )?$/u.test(text.slice(0, date.start))) return null
  if (!/^\.?$/.test(text.slice(date.end))) return null
  return { date, whole: true }
}
