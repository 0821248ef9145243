import type { Change } from '#annotations/changes/change'
import type { Entry } from '#annotations/changes/entry'
import { textOf } from '#annotations/changes/resolve'
import { entriesEditedIn } from '#annotations/changes/undo'
import { targetOf } from '#annotations/model/annotation'
import { defaultClaimTypes } from '#annotations/model/claim-types'
import type { EditId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { readAnnotation } from '#annotations/model/read-annotation'
import { type ReviewAct, readReview } from '#annotations/model/review'
import { firstWords } from '../features/words/first-words'
import { kindWords } from '../features/words/kind-words'
import type { AppState } from './app-state'
import { changeWords } from './history-words'
import { registerOf } from './selectors'

/** What was taken back or done again, for the status bar and for who listens. */
export type Told = Pick<AppState, 'announcement' | 'told'>

/** `Undone: tagged border: quote, “ISIS retains …”`; of an edit that is not here, only that; `null` where there was none. */
export function toldOf(state: AppState, edit: EditId | null, which: 'undo' | 'redo'): Told {
  if (edit === null) return { announcement: { text: `There is nothing to ${which}.` }, told: undefined }
  const words = wordsOfEdit(state, edit)
  const done = which === 'undo' ? 'Undone' : 'Done again'
  const text = words === undefined ? `${done}.` : `${done}: ${words}${words.endsWith('…') ? '' : '.'}`
  return { announcement: { text }, told: text }
}

/**
 * What an edit of the annotator's own did, as far as its documents are loaded: `tagged border: quote, “ISIS retains …”`, or
 * `the merge of “Jim Jarrard”`. `undefined` where nothing of it is here.
 */
function wordsOfEdit(state: AppState, edit: EditId): string | undefined {
  const by = state.info?.annotator?.id ?? ''
  const touched = [...state.queue.current.scopes.values()].flatMap(({ journals }) => [
    ...entriesEditedIn(journals.get(by), edit),
  ])
  const annotations = touched.filter(({ type }) => type === 'annotation')
  const [first] = annotations
  if (first !== undefined) return annotationChanged(state, first, edit, annotations.length)
  if (touched.some(({ type }) => type === 'fact')) return factChanged(touched, edit)
  if (touched.some(({ type }) => type === 'progress')) return 'how far a document is read'
  const review = touched.find(({ type }) => type === 'review')
  if (review !== undefined) return reviewChanged(review)
  const main = mainEntry(touched, edit) ?? touched[0]
  return main === undefined ? undefined : entryChanged(main, edit)
}

function annotationChanged(state: AppState, entry: Entry, edit: EditId, count: number): string {
  const change = originOf(entry, edit)
  const codebook = registerOf(state.queue.current, 'codebook')
  const tagName = (id: string): string => textOf(codebook.entries.get(id), 'name') ?? 'a tag'
  const done = change === undefined ? 'changed' : changeWords(change, change === entry.changes[0], tagName)
  const said = `${done.slice(0, 1).toLowerCase()}${done.slice(1)}`
  const annotation = readAnnotation(entry)
  if (count > 1 || annotation === undefined) return `${said}: ${count} annotations`
  const [piece] = [...annotation.placements.values()].flatMap(placement => targetOf(placement))
  const where = firstWords(piece?.exact ?? '')
  return change?.set.has('kind') === true
    ? `${said}: ${where}`
    : `${said}: ${kindWords[annotation.kind].toLowerCase()}, ${where}`
}

/** What a reviewer said: `the dispute “Why so long?”`. */
function reviewChanged(entry: Entry): string {
  const review = readReview(entry, '')
  if (review === undefined) return 'a word about a colleague’s mark'
  const said = review.text === '' ? '' : ` “${firstWords(review.text)}”`
  return `${reviewNouns[review.act]}${said}`
}

const reviewNouns: { readonly [A in ReviewAct]: string } = {
  agree: 'the agreement',
  dispute: 'the dispute',
  reject: 'the rejection',
  neither: 'that nothing belongs here',
  propose: 'the proposal',
  reply: 'the answer',
  resolve: 'that it is resolved',
  reopen: 'that it is open again',
}

function factChanged(entries: readonly Entry[], edit: EditId): string {
  const removed = entries.some(entry => originOf(entry, edit)?.set.has('deleted') === true)
  if (removed) return 'the removal of a document'
  const isVersion = entries.some(entry => originOf(entry, edit)?.set.has('current') === true)
  return isVersion ? 'another version of a document' : 'what is said about a document'
}

const telling = ['redirect', 'splitInto', 'deleted', 'name']

/**
 * Of an edit's entries, the one it was about. Others lose a shortcut to it, or get an order so that it can stand behind
 * them: among those it has the greatest.
 */
export function mainEntry(entries: readonly Entry[], edit: EditId): Entry | undefined {
  const changes = entries.map(entry => ({ entry, set: originOf(entry, edit)?.set ?? new Map<string, Json>() }))
  const told = telling.map(field => changes.find(({ set }) => set.has(field))).find(found => found !== undefined)
  if (told !== undefined) return told.entry
  const given = changes.find(({ set }) => (set.get('shortcut') ?? null) !== null || set.has('parent'))
  const order = (set: ReadonlyMap<string, Json>): number => Number(set.get('order') ?? Number.NEGATIVE_INFINITY)
  return (given ?? [...changes].sort((a, b) => order(b.set) - order(a.set))[0])?.entry
}

/** The change that an edit made, or that an undo or redo brought about. */
function originOf(entry: Entry, edit: EditId): Change | undefined {
  const seen = new Set<EditId>()
  let change = entry.changes.find(one => one.edit === edit)
  while (change?.undoes !== undefined && !seen.has(change.edit)) {
    seen.add(change.edit)
    const { undoes } = change
    const before = entry.changes.find(one => one.edit === undoes)
    if (before === undefined) break
    change = before
  }
  return change
}

const words: readonly (readonly [string, string])[] = [
  ['redirect', 'the merge of'],
  ['splitInto', 'the split of'],
  ['deleted', 'the removal of'],
  ['name', 'the name'],
  ['parent', 'the move of'],
  ['order', 'the move of'],
  ['shortcut', 'the shortcut of'],
  ['colour', 'the colour of'],
  ['definition', 'the definition of'],
  ['what', 'the kind of'],
  ['note', 'the note of'],
]

/** What an edit did to an entry of a register: `the merge of “Jim Jarrard”`. */
function entryChanged(entry: Entry, edit: EditId): string {
  const change = originOf(entry, edit)
  const name = nameBefore(entry, change?.edit ?? edit)
  if (change === entry.changes[0] && shippedName(entry) === undefined) return `the new “${name}”`
  const known = words.find(([field]) => change?.set.has(field) === true)
  return `${known?.[1] ?? 'the change of'} “${name}”`
}

/** The name of what is there without anybody's statement. */
function shippedName({ type, id }: Entry): string | undefined {
  return type === 'claim-type' ? defaultClaimTypes.find(one => one.id === id)?.name : undefined
}

/** The last name that the entry had up to an edit. */
function nameBefore(entry: Entry, edit: EditId): string {
  let name = shippedName(entry) ?? entry.id
  for (const change of entry.changes) {
    const value = change.set.get('name')
    if (typeof value === 'string') name = value
    if (change.edit === edit) break
  }
  return name
}
