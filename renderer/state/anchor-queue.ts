import { earlierPlace } from '#annotations/anchoring/earlier-place'
import type { Entry } from '#annotations/changes/entry'
import type { Scope } from '#annotations/changes/journal'
import { type Annotation, type Placement, targetOf } from '#annotations/model/annotation'
import type { AnnotatorId, RevisionHash } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import type { Release } from '#annotations/model/release'
import type { Revision } from '#annotations/model/revision'
import type { WindowState } from './app-state'
import { changedEntries } from './changed-entries'
import { openRelease, openScope } from './selectors'

/** What is to be done with an annotation in a new text: to decide (`undecided`, `lost`), decided by a person, or only to be known. */
export const queueSections = ['undecided', 'lost', 'moved', 'exact', 'decided'] as const
export type QueueSection = (typeof queueSections)[number]

/** One of the annotator's own annotations that was made in another text than the current one. */
export interface QueueItem {
  readonly annotation: Annotation
  readonly section: QueueSection
  /** Where it stood before. */
  readonly before: { readonly revision: Revision; readonly placement: Placement }
  /** In the current text. */
  readonly placement: Placement
  /** Among those that a person decides or has decided, from 1; 0 for the others. */
  readonly n: number
}

export interface AnchorQueue {
  readonly current: Revision
  /** By the place where they stood before. */
  readonly items: readonly QueueItem[]
  /** How many there are to decide, and how many were. */
  readonly left: number
  readonly decided: number
  /** The text beside which the current one is looked at: the one that most come from. */
  readonly before: Revision | undefined
}

interface KnownQueue {
  readonly scope: Scope
  readonly release: Release
  readonly by: AnnotatorId
  readonly queue: AnchorQueue
}

const known = new WeakMap<Scope, KnownQueue>()
/** What was asked for last: most edits are about annotations that are not in the queue. */
let last: KnownQueue | undefined

/**
 * The annotator's own annotations that the current text of the open document took over from earlier ones; `undefined`
 * without a document. The same object while it says the same.
 */
export function anchorQueue(state: WindowState): AnchorQueue | undefined {
  const scope = openScope(state)
  const release = openRelease(state)
  const by = state.info?.annotator?.id
  if (scope === undefined || release === undefined || by === undefined) return undefined
  const cached = known.get(scope)
  if (cached !== undefined && cached.release === release && cached.by === by) return cached.queue
  const kept = last !== undefined && last.by === by && isSameQueue(last, scope, release) ? last.queue : undefined
  const queue = kept ?? queueOf(scope, release, by)
  last = { scope, release, by, queue }
  known.set(scope, last)
  return queue
}

/** Whether nothing that changed since is or was in a queue. */
function isSameQueue(before: KnownQueue, scope: Scope, release: Release): boolean {
  if (before.release.current !== release.current || !isSameTexts(before.release, release)) return false
  const [was, now] = [before.scope.journals.get(before.by), scope.journals.get(before.by)]
  if (was === undefined || now === undefined) return was === now
  const { gone, come } = changedEntries(was.entries, now.entries)
  return [...gone, ...come].every(entry => itemOf(entry, release) === undefined)
}

function isSameTexts({ revisions: before }: Release, { revisions }: Release): boolean {
  return before.size === revisions.size && [...revisions].every(([id, revision]) => before.get(id) === revision)
}

/** The same, with every annotation looked at. */
export function queueOf(scope: Scope, release: Release, by: AnnotatorId): AnchorQueue {
  const { current } = release
  const entries = scope.journals.get(by)?.entries.values()
  const found = [...(entries ?? [])].flatMap(entry => itemOf(entry, release) ?? [])
  found.sort((a, b) => startOf(a) - startOf(b) || (a.annotation.id < b.annotation.id ? -1 : 1))
  let n = 0
  const items = found.map(item => (isNumbered(item.section) ? { ...item, n: ++n } : { ...item, n: 0 }))
  const decided = items.filter(({ section }) => section === 'decided').length
  return { current, items, left: n - decided, decided, before: commonest(items) }
}

function itemOf(entry: Entry, { current, revisions }: Release): Omit<QueueItem, 'n'> | undefined {
  // Of a document with one text nothing stood elsewhere before.
  const annotation = revisions.size > 1 ? readAnnotation(entry) : undefined
  if (annotation === undefined || annotation.deleted) return undefined
  const placement = annotation.placements.get(current.id)
  const before = placement === undefined ? undefined : placeBefore(annotation, current.id, revisions)
  return placement === undefined || before === undefined
    ? undefined
    : { annotation, section: sectionOf(placement), before, placement }
}

function placeBefore(annotation: Annotation, current: RevisionHash, revisions: Release['revisions']) {
  const others = new Map(annotation.placements)
  others.delete(current)
  return others.size === 0 ? undefined : earlierPlace(others, revisions, current)
}

function sectionOf({ state, via }: Placement): QueueSection {
  if (via === 'hand' || state === 'kept') return 'decided'
  return state
}

function isNumbered(section: QueueSection): boolean {
  return section === 'undecided' || section === 'lost' || section === 'decided'
}

function startOf({ before }: Pick<QueueItem, 'before'>): number {
  return targetOf(before.placement)[0]?.start ?? 0
}

function commonest(items: readonly QueueItem[]): Revision | undefined {
  const counts = new Map<Revision, number>()
  for (const { before } of items) counts.set(before.revision, (counts.get(before.revision) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The item of an annotation, else the first that is to be decided, else the first. */
export function itemAt({ items }: AnchorQueue, at: string | null): QueueItem | undefined {
  return items.find(({ annotation }) => annotation.id === at) ?? items.find(isToDecide) ?? items[0]
}

export function isToDecide({ section }: QueueItem): boolean {
  return section === 'undecided' || section === 'lost'
}

/** The next (1) or previous (-1) item to decide from one on, wrapping round; without any, the next of those decided. */
export function stepFrom({ items }: AnchorQueue, at: string | null, by: 1 | -1): QueueItem | undefined {
  const from = items.findIndex(({ annotation }) => annotation.id === at)
  const some = items.some(isToDecide) ? isToDecide : ({ section }: QueueItem) => section === 'decided'
  for (let n = 1; n <= items.length; n += 1) {
    const start = from < 0 && by < 0 ? items.length : from
    const item = items[(start + by * n + 2 * items.length) % items.length]
    if (item !== undefined && some(item)) return item
  }
  return undefined
}
