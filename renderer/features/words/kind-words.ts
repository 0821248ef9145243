import type { AnchorState, Kind, QuoteType } from '#annotations/model/annotation'
import type { Role } from '#annotations/model/revision'
import type { ShownStatus } from '#annotations/review/threads'
import type { KindCounts } from '#app/contract/values'

export const kindWords: { readonly [K in Kind]: string } = { quote: 'Quote', claim: 'Claim', note: 'Note' }

export const quoteTypeWords: { readonly [T in QuoteType]: string } = {
  direct: 'Direct',
  indirect: 'Indirect',
  mixed: 'Mixed',
}

export const anchorWords: { readonly [S in AnchorState]: string } = {
  exact: 'Exact',
  moved: 'Moved',
  undecided: 'Needs a decision',
  lost: 'Lost',
  kept: 'Kept on its version',
}

export const statusWords: { readonly [S in ShownStatus]: string } = {
  draft: 'Draft',
  submitted: 'Submitted',
  resolved: 'Resolved',
  agreed: 'Agreed',
  disputed: 'Disputed',
  rejected: 'Rejected',
}

export const roleWords: { readonly [R in Role]: string } = {
  headline: 'Headline',
  subhead: 'Subhead',
  'release-line': 'Release line',
  embargo: 'Embargo',
  dateline: 'Dateline',
  lead: 'Lead',
  body: 'Body',
  'section-heading': 'Section heading',
  'list-item': 'List item',
  caption: 'Caption',
  letter: 'Letter',
  boilerplate: 'Boilerplate',
  contact: 'Contact',
  'note-to-editors': 'Note to editors',
  'end-mark': 'End mark',
  other: 'Other',
}

/** `Commitment` of `Commitment or pledge`: the name of a claim type where there is little room. */
export function shortTypeName(name: string): string {
  return name.split(/ or |, /)[0]?.trim() || name
}

/** A number with its word: `1 note`, `4 claims`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `5 quotes · 4 claims · 1 note`. */
export function countsInWords(counts: KindCounts): string {
  return [
    counted(counts.quote, 'quote', 'quotes'),
    counted(counts.claim, 'claim', 'claims'),
    counted(counts.note, 'note', 'notes'),
  ].join(' · ')
}
