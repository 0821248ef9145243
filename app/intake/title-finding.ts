import { tidyCharacters } from '#annotations/model/canonical-text'
import type { Finding } from '#annotations/model/revision'

/** The title that a file has beside its text, as the headline of a text without one; none when empty or over 1,000 units. */
export function titleFinding(written: string): Finding[] {
  const value = tidyCharacters(written).text.replace(/\s+/g, ' ').trim()
  return value === '' || value.length > 1000 ? [] : [{ name: 'headline', value, how: 'file' }]
}
