import { type EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Kind, Part } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { segmentPositions } from './moved-marks'

/** A segment of an annotation of the text that is edited, with its words there. */
export interface WrittenSegment {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly part: Part
  readonly exact: string
}

/** Sets apart what is left of annotations whose words are others now. */
export function changedMarks(segments: readonly WrittenSegment[]): Plugin {
  let last: { readonly doc: EditorState['doc']; readonly set: DecorationSet } | undefined
  return new Plugin({
    props: {
      decorations(state) {
        if (last?.doc === state.doc) return last.set
        const { starts, ends, touched } = segmentPositions(state)
        const changed = segments.flatMap(({ exact, part }, n) => {
          const [start, end] = [starts[n] ?? 0, ends[n] ?? 0]
          if (touched[n] !== 1 || part !== 'content' || start >= end) return []
          if (state.doc.textBetween(start, end, '\n\n') === exact) return []
          return [Decoration.inline(start, end, { nodeName: 'span', class: 'pm-written-changed' })]
        })
        last = { doc: state.doc, set: DecorationSet.create(state.doc, changed) }
        return last.set
      },
    },
  })
}
