import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import '../components/Avatar.css'
import { initialsOf } from '../components/initials'
import { type DrawnSegment, layOutMargin, type MarginBar, type MarginRow, type SideColumns } from './margin-layout'
import type { ReadingView } from './reading-view'
import { lineBoxes } from './text-geometry'

/** What a label says of its annotation. */
export interface MarkLabel {
  readonly kind: Kind
  readonly text: string
  /** The name of the colleague whose it is; absent for one's own. */
  readonly by?: string
}

export interface MarginEvents {
  labelOf(id: AnnotationId): MarkLabel | undefined
  /** Where several colleagues' marks are shown: whose column each has. */
  columns(): SideColumns | undefined
  onActivate(id: AnnotationId): void
  /** A click on a count: these annotations are to be chosen from. */
  onChoose(ids: readonly AnnotationId[]): void
}

/** Bars, labels and counts beside the text, of the marks near the viewport. */
export interface MarginLane {
  /** Takes heights from the drawn text now, and draws when what it returns is called; again after every drawing. */
  measure(reading: ReadingView, active: AnnotationId | null): () => void
  destroy(): void
}

const gap = 2
const letters: Readonly<Record<Kind, string>> = { quote: 'Q', claim: 'C', note: 'N' }
/** Where labels begin, and what a readable one needs, in CSS pixels from the left of the lane. */
const labelsAt = 32
const labelRoom = 72

/** `lane` is a positioned element that begins at the top of the page, 12 px right of the text, and reaches to its edge. */
export function createMarginLane(lane: HTMLElement, events: MarginEvents): MarginLane {
  const groups = { bars: groupIn(lane, 'bars'), labels: groupIn(lane, 'labels'), counts: groupIn(lane, 'counts') }
  const click = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-annotation]') : null
    const ids = row?.dataset.annotation?.split(' ') ?? []
    if (ids.length > 1 || row?.dataset.folded !== undefined) events.onChoose(ids)
    else if (ids[0] !== undefined) events.onActivate(ids[0])
  }
  lane.addEventListener('click', click)
  return {
    measure(reading, active) {
      const columns = events.columns()
      const segments = drawnSegments(lane, reading, events)
      const { bars, labels, counts } = layOutMargin(segments, active, reading.sides, columns)
      const roomy = lane.clientWidth >= labelsAt + labelRoom
      return () => {
        lane.toggleAttribute('data-labels', roomy)
        draw(
          groups.bars,
          bars,
          ({ id }) => id,
          (element, bar) => drawBar(element, bar, active),
        )
        draw(groups.labels, labels, nameOf, (element, row) => drawRow(element, row, active, events))
        draw(groups.counts, counts, nameOf, (element, row) => drawRow(element, row, active, events))
      }
    },
    destroy() {
      lane.removeEventListener('click', click)
      lane.replaceChildren()
    },
  }
}

function groupIn(lane: HTMLElement, name: string): HTMLElement {
  const group = lane.appendChild(document.createElement('div'))
  group.className = `margin-${name}`
  return group
}

function drawnSegments(lane: HTMLElement, reading: ReadingView, events: MarginEvents): DrawnSegment[] {
  const origin = lane.getBoundingClientRect().top
  const content = reading.index.query(reading.drawnRange).filter(segment => segment.part === 'content')
  return content.flatMap(segment => {
    const lines = lineBoxes(reading.view, reading.positions, segment)
    const [head, last] = [lines[0], lines[lines.length - 1]]
    if (head === undefined || last === undefined) return []
    const first = reading.index.segmentsOf(segment.id).find(({ part }) => part === 'content')?.start === segment.start
    const line = (head.top + head.bottom) / 2 - origin
    const { id, kind, lane: depth, theirs = false } = segment
    const drawn = { id, kind, lane: depth, theirs, top: head.top - origin, bottom: last.bottom - origin, line }
    // Side by side only cases are labelled.
    return [{ ...drawn, first: first && (!reading.sides || events.labelOf(id) !== undefined) }]
  })
}

function nameOf({ ids }: MarginRow): string {
  return ids.join(' ')
}

/** Each item keeps its element, which says its name; of the others there are, those that come take what they need. */
function draw<Item>(
  group: HTMLElement,
  items: readonly Item[],
  nameOf: (item: Item) => string,
  show: (element: HTMLElement, item: Item) => void,
): void {
  const names = new Set(items.map(nameOf))
  const known = new Map<string, HTMLElement>()
  const spare: HTMLElement[] = []
  for (const element of group.querySelectorAll<HTMLElement>(':scope > *')) {
    const name = element.dataset.annotation ?? ''
    if (names.has(name) && !known.has(name)) known.set(name, element)
    else spare.push(element)
  }
  for (const element of spare) element.remove()
  for (const [at, item] of items.entries()) {
    const element = known.get(nameOf(item)) ?? spare.pop() ?? document.createElement('div')
    known.delete(nameOf(item))
    if (group.children[at] !== element) group.insertBefore(element, group.children[at] ?? null)
    show(element, item)
  }
}

function drawBar(
  element: HTMLElement,
  { id, kind, column, top, bottom, theirs, letter }: MarginBar,
  active: AnnotationId | null,
): void {
  element.className = `margin-bar pm-${kind}${theirs ? ' pm-theirs' : ''}`
  element.dataset.annotation = id
  if (letter === undefined) delete element.dataset.letter
  else element.dataset.letter = letter
  element.toggleAttribute('data-active', id === active)
  element.style.setProperty('--column', String(column))
  element.style.top = `${Math.round(top + gap)}px`
  element.style.height = `${Math.max(4, Math.round(bottom - top - 2 * gap))}px`
}

function drawRow(
  element: HTMLElement,
  { ids, folded, top }: MarginRow,
  active: AnnotationId | null,
  events: MarginEvents,
): void {
  const label = folded ? undefined : events.labelOf(ids[0] ?? '')
  const text = label?.text ?? `+${ids.length}`
  element.className = 'margin-label'
  element.dataset.annotation = ids.join(' ')
  element.title = ids.map(id => inWords(events.labelOf(id)) ?? '').join(', ')
  element.toggleAttribute('data-folded', folded)
  element.toggleAttribute('data-active', active !== null && ids.includes(active))
  element.style.top = `${Math.round(top)}px`
  const key = `${label?.kind ?? ''} ${label?.by ?? ''} ${text}`
  if (element.dataset.shown === key) return
  element.dataset.shown = key
  const words = document.createElement('span')
  words.className = 'margin-label-text'
  words.textContent = text
  const by = label?.by === undefined ? [] : [initialsBadge(label.by)]
  element.replaceChildren(...(label === undefined ? [] : [badgeOf(label.kind)]), words, ...by)
}

/** `Abdullah, by Ann Bole`. */
function inWords(label: MarkLabel | undefined): string | undefined {
  return label?.by === undefined ? label?.text : `${label.text}, by ${label.by}`
}

/** A colleague's initials in a dashed ring. */
function initialsBadge(name: string): HTMLElement {
  const badge = document.createElement('span')
  badge.className = 'pm-avatar pm-colleague'
  badge.textContent = initialsOf(name)
  return badge
}

function badgeOf(kind: Kind): HTMLElement {
  const badge = document.createElement('span')
  badge.className = `pm-kind pm-${kind}`
  badge.dataset.letter = letters[kind]
  return badge
}
