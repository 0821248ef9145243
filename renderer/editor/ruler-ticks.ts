import type { Kind } from '#annotations/model/annotation'

/** A mark's place on the ruler, from 0 at the top of the document to 1 at its end. */
export interface RulerPlace {
  readonly kind: Kind
  readonly at: number
}

/** A tick on a ruler, in CSS pixels from its top. */
export interface Tick {
  readonly kind: Kind
  readonly top: number
}

/** Rows of pixels that one tick fills. */
const tickRows = 3
/** Quotes stand left of claims, and claims over notes, so that one kind hides no other. */
const order: readonly Kind[] = ['quote', 'claim', 'note']

/** The ticks of marks on a ruler of a height: at most one per kind and three rows of pixels, however many marks. */
export function ticksOf(places: Iterable<RulerPlace>, height: number): Tick[] {
  const rows = Math.max(1, Math.floor(height / tickRows))
  const taken = new Set<number>()
  for (const { kind, at } of places) {
    const row = Math.min(rows - 1, Math.max(0, Math.floor(at * rows)))
    taken.add(row * order.length + order.indexOf(kind))
  }
  return [...taken]
    .sort((a, b) => a - b)
    .map(code => ({ kind: order[code % order.length] ?? 'note', top: Math.floor(code / order.length) * tickRows }))
}

export interface Scroll {
  readonly top: number
  readonly height: number
  readonly scrollHeight: number
}

/** The thumb on a ruler of a height: where the visible part begins and how long it is, at least 24 px. */
export function thumbOf({ top, height, scrollHeight }: Scroll, ruler: number): { top: number; height: number } {
  if (scrollHeight <= height) return { top: 0, height: ruler }
  const length = Math.min(ruler, Math.max(24, (height / scrollHeight) * ruler))
  return { top: (top / (scrollHeight - height)) * (ruler - length), height: length }
}

/** Where the text is scrolled to when the thumb begins at `top`: the inverse of `thumbOf`. */
export function scrollTopOf(top: number, { height, scrollHeight }: Scroll, ruler: number): number {
  const room = ruler - thumbOf({ top: 0, height, scrollHeight }, ruler).height
  return room <= 0 ? 0 : Math.min(1, Math.max(0, top / room)) * (scrollHeight - height)
}
