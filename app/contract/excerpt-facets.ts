/** What the table of excerpts can be narrowed by. */
export const facetNames = [
  'kind',
  'section',
  'speaker',
  'tag',
  'claim-type',
  'status',
  'annotator',
  'document',
  'anchor',
  'progress',
  'field',
] as const
export type FacetName = (typeof facetNames)[number]

/** The value of an excerpt that has none in a facet: untagged, without a speaker, without a claim type. */
export const noValue = ''

export const sortNames = [
  'page',
  'document',
  'date',
  'section',
  'kind',
  'speaker',
  'tag',
  'status',
  'annotator',
  'modified',
] as const
/** `page`: documents as the library lists them, each in the order of its text. It also decides between equal ones. */
export type SortName = (typeof sortNames)[number]
