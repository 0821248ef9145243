import type { Change } from '#annotations/changes/change'
import type { Entry } from '#annotations/changes/entry'
import type { EditId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { kindWords, quoteTypeWords } from '../features/words/kind-words'

export interface HistoryLine {
  readonly edit: EditId
  readonly at: string
  readonly words: string
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** What was done to an annotation, newest first, as a person would say it. */
export function historyOf(entry: Entry, tagName: (id: string) => string): HistoryLine[] {
  return entry.changes
    .map((change, index) => ({
      edit: change.edit,
      at: clock.format(new Date(change.at)),
      words: changeWords(change, index === 0, tagName),
    }))
    .reverse()
}

/** What one change did, as a sentence without an end; `first` is the one that made the annotation. */
export function changeWords(change: Change, first: boolean, tagName: (id: string) => string): string {
  if (change.undoes !== undefined) return 'Undone or redone'
  const kind = change.set.get('kind')
  if (first && (kind === 'quote' || kind === 'claim' || kind === 'note'))
    return `Marked as ${kindWords[kind].toLowerCase()}`
  const lines = [...change.set].flatMap(([field, value]) => fieldWords(field, value, tagName))
  return [...new Set(lines)].join(', ') || 'Changed'
}

const plain: { readonly [field: string]: string } = {
  'quote.speakers': 'Speakers changed',
  'claim.statement': 'Plain words changed',
  'claim.claimant': 'Claimant changed',
  'claim.figures': 'Figures changed',
  'claim.type': 'Claim type changed',
  note: 'Note changed',
}

function fieldWords(field: string, value: Json, tagName: (id: string) => string): string[] {
  const known = plain[field]
  if (known !== undefined) return [known]
  if (field.startsWith('placements.')) return ['Place changed']
  if (field.startsWith('tags.'))
    return [`${value === true ? 'Tagged' : 'Untagged'} ${tagName(field.slice('tags.'.length))}`]
  if (field === 'deleted') return [value === true ? 'Deleted' : 'Restored']
  if (field === 'status') return [value === 'submitted' ? 'Submitted' : 'Back to draft']
  if (field === 'kind' && (value === 'quote' || value === 'claim' || value === 'note'))
    return [`Made a ${kindWords[value].toLowerCase()}`]
  if (field === 'quote.type' && (value === 'direct' || value === 'indirect' || value === 'mixed')) {
    return [`Type set to ${quoteTypeWords[value]}`]
  }
  return []
}
