import type { Finding } from '#annotations/model/revision'
import { isCalendarDate } from '#annotations/structure/calendar-date'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const written = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?\s*([+-]\d{4})?)?/i

/** The day that a `Date:` header gives, with its offset as zone; none where it gives no day that exists. */
export function mailDate(header: string | undefined): Finding[] {
  const [, day = '', name = '', year = '', offset] = written.exec((header ?? '').slice(0, 200)) ?? []
  const month = months.indexOf(name.toLowerCase()) + 1
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isCalendarDate(date)) return []
  const zone = offset?.replace(/^(...)/, '$1:')
  return [{ name: 'published', value: zone === undefined ? { date } : { date, zone }, how: 'header' }]
}
