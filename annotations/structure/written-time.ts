import { findWrittenDate, type WrittenDate } from './calendar-date'

/** A day, and where the text gives it the time `HH:MM` and its zone as `+HH:MM`. */
export interface WrittenMoment {
  readonly date: string
  readonly time?: string
  readonly zone?: string
  /** In the searched string: date, time and zone, and what stands between them. */
  readonly start: number
  readonly end: number
}

/** Zones with one distance from UTC, in minutes. Abbreviations that mean several are left out, but for those of the US. */
const fixedZones: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
}
/** Zones of the US named without winter or summer, by their winter's distance. */
const unitedStates: Readonly<Record<string, number>> = {
  ET: -300,
  EASTERN: -300,
  CT: -360,
  CENTRAL: -360,
  MT: -420,
  MOUNTAIN: -420,
  PT: -480,
  PACIFIC: -480,
}

const clocks: readonly RegExp[] = [
  /(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.? ?m\b\.?/giu,
  /(?<![\d:.,])(\d{1,2})[:.](\d{2})(?= ?(?:Uhr|h\b|hrs?\b|heures|horas|o’clock|o'clock|\(?[A-Z]{2,4}\b))/gu,
  /(?<![\d:.,])(\d{1,2}) ?h ?(\d{2})?(?![\p{L}\d])/gu,
  /(?<![\d:.,])(\d{1,2}):(\d{2})(?![\d:])/gu,
  /(?<![\d:.,])(\d{1,2})(?= Uhr\b)/gu,
  /\b(noon|midnight)\b/giu,
]
const zoneWord =
  /^\s*(?:Uhr|hrs?|h|heures|horas)?,?\s*\(?\s*((?:Eastern|Central|Mountain|Pacific)(?= (?:Standard |Daylight )?Time)|[A-Z]{2,4})\b(?: Time)?\)?/u
const utcOffset = /^\s*\(?(?:(?:GMT|UTC) ?)?([+-])(\d{1,2})(?::?(\d{2}))?\b\)?/u

/** The first full date of a string with the time and zone that stand within 60 code units of it. */
export function findWrittenMoment(text: string): WrittenMoment | null {
  const date = findWrittenDate(text)
  if (date === null) return null
  const from = Math.max(0, date.start - 60)
  const near = text.slice(from, date.start) + ' '.repeat(date.end - date.start) + text.slice(date.end, date.end + 60)
  const clock = findClock(near)
  if (clock === null) return { date: date.date, start: date.start, end: date.end }
  const after = near.slice(clock.end)
  const zone = readZone(after, date)
  const end = from + clock.end + (zone?.length ?? 0)
  return {
    date: date.date,
    time: clock.time,
    ...(zone === null ? {} : { zone: zone.zone }),
    start: Math.min(date.start, from + clock.start),
    end: Math.max(date.end, end),
  }
}

function findClock(text: string): { time: string; start: number; end: number } | null {
  for (const pattern of clocks) {
    for (const match of text.matchAll(pattern)) {
      const time = timeOf(match)
      if (time !== null) return { time, start: match.index, end: match.index + match[0].length }
    }
  }
  return null
}

function timeOf([, first = '', minutes = '00', half]: RegExpMatchArray): string | null {
  if (/noon/i.test(first)) return '12:00'
  if (/midnight/i.test(first)) return '00:00'
  const written = Number(first)
  if (written > 23 || Number(minutes) > 59 || (half !== undefined && (written < 1 || written > 12))) return null
  const hour = half === undefined ? written : (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

function readZone(after: string, { date }: WrittenDate): { zone: string; length: number } | null {
  const stated = utcOffset.exec(after)
  if (stated !== null) {
    const minutes = Number(stated[2]) * 60 + Number(stated[3] ?? 0)
    return minutes > 14 * 60 ? null : { zone: spell(stated[1] === '-' ? -minutes : minutes), length: stated[0].length }
  }
  const match = zoneWord.exec(after)
  const word = match?.[1]?.toUpperCase()
  if (match === null || word === undefined) return null
  const fixed = fixedZones[word]
  const winter = unitedStates[word]
  if (fixed !== undefined) return { zone: spell(fixed), length: match[0].length }
  if (winter === undefined) return null
  return { zone: spell(winter + (isSummerInUnitedStates(date) ? 60 : 0)), length: match[0].length }
}

/** Days of daylight saving time by the rules since 2007, and before it by those of 1987 to 2006. */
function isSummerInUnitedStates(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const [from, to] =
    year >= 2007 ? [sunday(year, 3, 8), sunday(year, 11, 1)] : [sunday(year, 4, 1), sunday(year, 10, 25)]
  return date >= from && date < to
}

/** The first Sunday on or after a day. */
function sunday(year: number, month: number, day: number): string {
  const first = new Date(Date.UTC(year, month - 1, day))
  first.setUTCDate(day + ((7 - first.getUTCDay()) % 7))
  return first.toISOString().slice(0, 10)
}

function spell(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
