import type { Revision } from '#annotations/model/revision'

/** The language that the importer found, as a BCP 47 tag; undefined when it found none. */
export function languageOf(revision: Revision): string | undefined {
  const value = revision.found.find(finding => finding.name === 'language')?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
