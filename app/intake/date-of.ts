import type { Finding } from '#annotations/model/revision'
import { isCalendarDate } from '#annotations/structure/calendar-date'

/** A day of publication from a date as ISO 8601 writes it, with its zone where it is given as hours; else none. */
export function publishedIso(written: string | null | undefined): Finding[] {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}[\d:.,]*\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(written ?? '')
  const date = match?.[1]
  if (date === undefined || !isCalendarDate(date)) return []
  const zone = match?.[2]?.replace(/^([+-]\d{2}):?/, '$1:').replace('Z', '+00:00')
  return [{ name: 'published', value: zone === undefined ? { date } : { date, zone }, how: 'file' }]
}
