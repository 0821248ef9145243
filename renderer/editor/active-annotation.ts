import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Kind } from '#annotations/model/annotation'
import type { IndexedSegment } from './annotation-index'
import type { PositionMap } from './position-map'

/** The segments of the active annotation with the map that places them. */
export interface ActiveMarks {
  readonly segments: readonly IndexedSegment[]
  readonly positions: PositionMap
}

const key = new PluginKey<DecorationSet>('active-annotation')
const names: Readonly<Record<Kind, string>> = { quote: 'Quote', claim: 'Claim', note: 'Note' }

/** Sets the active annotation apart from the text round it, for assistive technology and for the outline. */
export function activeAnnotation(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set, _before, state) {
        const active: ActiveMarks | undefined = tr.getMeta(key)
        return active === undefined ? set.map(tr.mapping, tr.doc) : decorate(state, active)
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}

/** A transaction that sets these segments apart instead of those before. */
export function withActive(tr: Transaction, active: ActiveMarks): Transaction {
  return tr.setMeta(key, active)
}

function decorate(state: EditorState, { segments, positions }: ActiveMarks): DecorationSet {
  const decorations = segments.map(({ start, end, kind, part }) =>
    Decoration.inline(positions.toPosition(start), positions.toPosition(end), {
      nodeName: 'span',
      ...(part === 'content'
        ? { class: 'pm-active', role: 'mark', 'aria-current': 'true', 'aria-description': names[kind] }
        : { class: 'pm-part', 'data-part': part }),
    }),
  )
  const first = segments.find(({ part }) => part === 'content')
  if (first === undefined) return DecorationSet.empty
  const $start = state.doc.resolve(positions.toPosition(first.start))
  decorations.push(Decoration.node($start.before(1), $start.after(1), { class: 'pm-active-block' }))
  return DecorationSet.create(state.doc, decorations)
}

/** Marks the block that the caret stands in, whose paragraph number is set in bold while no annotation is active. */
export function caretBlock(): Plugin {
  let last: { index: number; set: DecorationSet; state: EditorState['doc'] } | null = null
  return new Plugin({
    props: {
      decorations(state) {
        const { $head } = state.selection
        if ($head.depth === 0) return null
        const index = $head.index(0)
        if (last?.index === index && last.state === state.doc) return last.set
        const block = Decoration.node($head.before(1), $head.after(1), { class: 'pm-caret-block' })
        last = { index, set: DecorationSet.create(state.doc, [block]), state: state.doc }
        return last.set
      },
    },
  })
}
