import type { Kind, Part, PlainSegment } from '../model/annotation'

/** A text with what is marked in it. */
export interface MarkedText {
  readonly text: string
  /** The kind of the first QUOTE, CLAIM or NOTE; `note` where there is none. */
  readonly kind: Kind
  /** In the order in which they end. */
  readonly segments: readonly PlainSegment[]
}

const labels: ReadonlyMap<string, readonly [Part, Kind?]> = new Map([
  ['QUOTE', ['content', 'quote']],
  ['CLAIM', ['content', 'claim']],
  ['NOTE', ['content', 'note']],
  ['SOURCE', ['source']],
  ['CUE', ['cue']],
])

/**
 * Reads the marked-text notation: `[QUOTE "We won," ][SOURCE she] [CUE said]`. `[`, a label and a space open a
 * segment, `]` closes the one opened last; labels are QUOTE, CLAIM and NOTE (all content), SOURCE and CUE. Any other
 * bracket is text. Throws where a segment is not closed.
 */
export function marked(notation: string): MarkedText {
  const open: { part: Part; start: number }[] = []
  const segments: PlainSegment[] = []
  let kind: Kind | undefined
  let text = ''
  for (let at = 0; at < notation.length; ) {
    const label = /^\[([A-Z]+) /.exec(notation.slice(at, at + 16))
    const known = label === null ? undefined : labels.get(label[1] ?? '')
    if (label !== null && known !== undefined) {
      open.push({ part: known[0], start: text.length })
      kind ??= known[1]
      at += label[0].length
      continue
    }
    const closed = notation[at] === ']' ? open.pop() : undefined
    if (closed !== undefined) segments.push({ ...closed, end: text.length })
    else text += notation[at] ?? ''
    at += 1
  }
  if (open.length > 0) throw new Error(`A segment is not closed: ${notation}`)
  return { text, kind: kind ?? 'note', segments }
}
