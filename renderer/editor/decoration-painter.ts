import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { PaintPlan } from './paint-plan'
import type { Painter } from './painter'
import type { PositionMap } from './position-map'

const key = new PluginKey<DecorationSet>('painted-marks')

/**
 * Paints with inline decorations, for browsers whose custom highlights cannot show two lanes. Only the window has
 * decorations, and ProseMirror redraws only blocks whose decorations differ. Where the text is written they move with it until the next plan.
 */
export function createDecorationPainter(): Painter {
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => tr.getMeta(key) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: state => key.getState(state) },
  })
  let painted: PaintPlan | null = null
  return {
    plugins: [plugin],
    paint(view, positions, plan, change) {
      if (plan === painted && change === undefined) return
      painted = plan
      const set = DecorationSet.create(view.state.doc, toDecorations(positions, plan))
      view.dispatch((change ?? view.state.tr).setMeta(key, set))
    },
    destroy() {
      painted = null
    },
  }
}

/**
 * Each line is an element of its own (`nodeName`), so that lines over the same words nest and both are drawn; tints and
 * selection carry no line and may share an element with one.
 */
function toDecorations(positions: PositionMap, { tints, lines, selection }: PaintPlan): Decoration[] {
  const inline = (start: number, end: number, attrs: { class: string; nodeName?: string }) =>
    Decoration.inline(positions.toPosition(start), positions.toPosition(end), attrs)
  return [
    ...lines.map(({ start, end, kind, lane, theirs }) =>
      inline(start, end, {
        nodeName: 'span',
        class: `pm-line pm-${kind} pm-lane-${lane + 1}${theirs === true ? ' pm-theirs' : ''}`,
      }),
    ),
    ...tints.map(({ start, end, kind }) => inline(start, end, { class: `pm-tint-${kind}` })),
    ...(selection === null
      ? []
      : [inline(selection.start, selection.end, { nodeName: 'span', class: 'pm-selection' })]),
  ]
}
