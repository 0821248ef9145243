import { type FacetName, facetNames, noValue, type SortName } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, ExcerptRow, Facets, FacetValue } from '#app/contract/excerpt-query'
import {
  anchorWords,
  counted,
  kindWords,
  quoteTypeWords,
  roleWords,
  shortTypeName,
  statusWords,
} from '../words/kind-words'

export const facetWords: { readonly [Name in FacetName]: string } = {
  kind: 'Kind',
  section: 'Section',
  speaker: 'Speaker',
  tag: 'Tag',
  'claim-type': 'Claim type',
  status: 'Status',
  annotator: 'Author',
  document: 'Document',
  anchor: 'Place in the text',
  progress: 'Document progress',
  field: 'Own fields',
}

export const sortWords: { readonly [Name in SortName]: string } = {
  page: 'Page order',
  document: 'Document',
  date: 'Date',
  section: 'Section',
  kind: 'Kind',
  speaker: 'Speaker',
  tag: 'Tag',
  status: 'Status',
  annotator: 'Author',
  modified: 'Last change',
}

const noneWords: { readonly [Name in FacetName]?: string } = {
  speaker: 'No speaker',
  tag: 'Untagged',
  'claim-type': 'No claim type',
  section: 'No section',
  field: 'None set',
}

const progressWords: { readonly [value: string]: string } = {
  'not-started': 'To do',
  'in-work': 'Doing',
  done: 'Done',
}

const fixedWords: { readonly [Name in FacetName]?: { readonly [value: string]: string } } = {
  kind: kindWords,
  section: roleWords,
  status: statusWords,
  anchor: anchorWords,
  progress: progressWords,
}

/** What a value of a facet is called: a tag by its last name, all else by its whole name. */
export function valueName(facet: FacetName, { value, path }: FacetValue): string {
  if (value === noValue) return noneWords[facet] ?? 'None'
  return path?.at(-1) ?? fixedWords[facet]?.[value] ?? value
}

/** The chosen values of a facet in words, for the chip that stands for them. */
export function chosenWords(facet: FacetName, filter: ExcerptFilter, facets: Facets): string {
  const chosen = new Set(filter.facets[facet] ?? [])
  const names = facets[facet].filter(({ value }) => chosen.has(value)).map(value => valueName(facet, value))
  const shown = facet === 'document' || facet === 'speaker' || facet === 'annotator' ? names : names.map(lower)
  return shown.length <= 3 ? shown.join(', ') : `${shown.slice(0, 2).join(', ')} and ${shown.length - 2} more`
}

function lower(name: string): string {
  return name.charAt(0).toLocaleLowerCase() + name.slice(1)
}

/** The facets that a filter names, in their order. */
export function chosenFacets({ facets }: ExcerptFilter): readonly FacetName[] {
  return facetNames.filter(name => (facets[name] ?? []).length > 0)
}

const number = new Intl.NumberFormat('en')

/** A count with its thousands parted. */
export function shownNumber(count: number): string {
  return number.format(count)
}

/** `800 of 896 excerpts`, or only their number where all are shown. */
export function resultWords({ total, all }: { readonly total: number; readonly all: number }): string {
  if (total === all) return countOfExcerpts(total)
  return `${shownNumber(total)} of ${countOfExcerpts(all)}`
}

/** `1 excerpt`, `1,200 excerpts`. */
export function countOfExcerpts(count: number): string {
  return `${shownNumber(count)} ${count === 1 ? 'excerpt' : 'excerpts'}`
}

/** What a change of many came to. */
export function bulkWords(done: string, changed: number, left: number): string {
  const what = `${countOfExcerpts(changed)} ${done}.`
  return left === 0 ? what : `${what} ${counted(left, 'is', 'are')} left as made by a colleague.`
}

/** The second line under the kind: the type of a quote or claim, whole and as it stands in a narrow column. */
export function typeWords({ quoteType, claimType = '' }: ExcerptRow): {
  readonly whole: string
  readonly short: string
} {
  const whole = quoteType === undefined ? claimType : quoteTypeWords[quoteType]
  return { whole: lower(whole), short: lower(shortTypeName(whole)) }
}

const losses: { readonly [code: string]: readonly [string, string, string] } = {
  'other-places': [
    'annotation stands',
    'annotations stand',
    'in other versions of the text too; those places are left out.',
  ],
  'source-and-cue-places': ['source or cue', 'sources and cues', 'without offsets; their words are there.'],
  'claimant-details': ['claimant', 'claimants', 'without role, organisation or the name as written.'],
  'claim-entries': ['claim', 'claims', 'without the entry of the register that they mention.'],
  'inline-marks': ['run of formatting', 'runs of formatting', '(bold, links) left out.'],
}

/** What a format loses, parted into the count with its noun and the rest of the sentence. */
export function lossWords(loss: { readonly code: string; readonly count: number }): readonly [string, string] {
  const [one, many, rest] = losses[loss.code] ?? ['detail', 'details', `(${loss.code}) left out.`]
  return [`${shownNumber(loss.count)} ${loss.count === 1 ? one : many}`, rest]
}
