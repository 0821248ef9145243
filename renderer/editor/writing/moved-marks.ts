import { undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'

/** Where segments stand in the document that is written, by their index; a segment without room (`start` = `end`) is gone. */
export interface SegmentPositions {
  readonly starts: Int32Array
  readonly ends: Int32Array
}

interface Known extends SegmentPositions {
  readonly doc: Node
}

interface MovedMarks extends SegmentPositions {
  /** 1 for each segment that a change has touched since the beginning: only these can have other words. */
  readonly touched: Uint8Array
  /** The document when the step of undo began that is still going on, and where segments stood then. */
  readonly stepBegan: Known
  /** Documents that a step of undo which touched segments began with or ended in, the latest last. */
  readonly intact: readonly Known[]
}

const key = new PluginKey<MovedMarks>('moved-marks')

/** So many steps are kept; undo goes no further back either. */
export const mostSteps = 1_000

/**
 * Moves segments with the text that is written. What is deleted over an end of a segment takes that end along, and mapping back
 * would not find it again; so where a document is again what it was, by undo or by hand, its segments stand again where they stood.
 * The plugin is to stand behind that of the history.
 */
export function movedMarks(start: SegmentPositions): Plugin<MovedMarks> {
  return new Plugin<MovedMarks>({
    key,
    state: {
      init: (_config, { doc }) => ({
        ...start,
        touched: new Uint8Array(start.starts.length),
        stepBegan: { ...start, doc },
        intact: [],
      }),
      apply: (tr, value, before, now) => (tr.docChanged ? moved(tr, value, before, now) : value),
    },
  })
}

/** Where the segments stand. */
export function segmentPositions(state: EditorState): SegmentPositions & Pick<MovedMarks, 'touched'> {
  const none = new Int32Array(0)
  return key.getState(state) ?? { starts: none, ends: none, touched: new Uint8Array(0) }
}

function moved(tr: Transaction, value: MovedMarks, before: EditorState, now: EditorState): MovedMarks {
  const isNewStep = undoDepth(before) !== undoDepth(now)
  const stepBegan = isNewStep ? { doc: before.doc, starts: value.starts, ends: value.ends } : value.stepBegan
  const { touched, isTouched } = touch(value, tr)
  const known = value.intact[lastWith(value.intact, tr.doc)]
  if (known !== undefined) {
    // What is undone can be done again, and what is done again undone.
    const left = { doc: before.doc, starts: value.starts, ends: value.ends }
    return { starts: known.starts, ends: known.ends, touched, stepBegan, intact: withKnown(value.intact, left) }
  }
  const intact = isTouched ? withKnown(value.intact, stepBegan) : value.intact
  return { ...map(value, tr), touched, stepBegan, intact }
}

/** With a document as the latest, in the place of one that is the same. */
function withKnown(intact: readonly Known[], known: Known): readonly Known[] {
  if (intact[intact.length - 1]?.doc === known.doc) return intact
  const same = lastWith(intact, known.doc)
  return [...intact.filter((_known, n) => n !== same).slice(1 - mostSteps), known]
}

function lastWith(known: readonly Known[], doc: Node): number {
  for (let at = known.length - 1; at >= 0; at -= 1) {
    const own = known[at]?.doc
    if (own?.content.size === doc.content.size && own.eq(doc)) return at
  }
  return -1
}

/** What is typed at an edge of a segment is outside of it; what is typed over all of it takes its place. */
function map({ starts, ends }: SegmentPositions, { mapping }: Transaction): SegmentPositions {
  const next = { starts: new Int32Array(starts.length), ends: new Int32Array(ends.length) }
  for (let n = 0; n < starts.length; n += 1) {
    const [start, end] = [starts[n] ?? 0, ends[n] ?? 0]
    const from = mapping.map(start, 1)
    next.starts[n] = from
    next.ends[n] = start < end ? Math.max(from, mapping.map(end, -1)) : from
  }
  return next
}

/** Which segments a change has touched so far, at an edge too, and whether this one touches any. */
function touch({ starts, ends, touched }: MovedMarks, { mapping }: Transaction) {
  const next = Uint8Array.from(touched)
  let isTouched = false
  for (const [index, step] of mapping.maps.entries()) {
    const before = mapping.slice(0, index)
    step.forEach((from, to) => {
      for (let n = 0; n < next.length; n += 1) {
        if (from > before.map(ends[n] ?? 0, -1) || to < before.map(starts[n] ?? 0, 1)) continue
        next[n] = 1
        isTouched = true
      }
    })
  }
  return { touched: next, isTouched }
}
