import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  selectNodeBackward,
  toggleMark,
} from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'
import { withRole } from '#annotations/model/described-blocks'
import type { MarkType, Role } from '#annotations/model/revision'
import { shownLevel } from '../document'
import { type BlockAttrs, schema } from '../schema'

/** Roles of which the next paragraph is hardly another: behind them Enter begins a paragraph of the body. */
const single: ReadonlySet<Role> = new Set([
  'headline',
  'subhead',
  'release-line',
  'embargo',
  'dateline',
  'section-heading',
])

/** Parts the block at the caret; behind a headline or another block that stands alone a paragraph of the body begins. */
export const splitBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.depth !== 1 || $to.depth !== 1) return false
  const { type, attrs } = $to.parent
  const atEnd = $to.parentOffset === $to.parent.content.size
  const begins = atEnd && single.has(attrs.role as Role)
  const next = begins ? { type: schema.nodes.paragraph, attrs: { role: 'body', kept: {} } } : { type, attrs }
  const tr = state.tr.deleteSelection()
  // A block that was selected whole went with its words; the caret is in the next one then.
  const at = TextSelection.near(tr.doc.resolve(tr.mapping.map($from.pos))).$from
  tr.split(at.pos, 1, [next])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** A line break inside of a block, as an address has them; a row has none. */
export const breakLine: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type === schema.nodes.row) return false
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

/** Gives what is selected a formatting, or takes it. A link is made with `setLink`. */
export function toggle(type: Exclude<MarkType, 'link'>): Command {
  return (state, dispatch, view) => {
    const other = type === 'sup' ? 'sub' : type === 'sub' ? 'sup' : undefined
    const both = (tr: Parameters<NonNullable<typeof dispatch>>[0]) => {
      const { from, to } = state.selection
      dispatch?.(other === undefined ? tr : tr.removeMark(from, to, schema.marks[other]))
    }
    return toggleMark(schema.marks[type])(state, dispatch === undefined ? undefined : both, view)
  }
}

/** Makes what is selected, or the link at the caret, a link to an address; `null` makes it none. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const range = linkRange(state)
    if (range === undefined) return false
    const tr = state.tr.removeMark(range.from, range.to, schema.marks.link)
    if (href !== null) tr.addMark(range.from, range.to, schema.mark('link', { href }))
    dispatch?.(tr)
    return true
  }
}

/** The address of the link that begins the selection or holds the caret. */
export function linkAt({ doc, selection }: Parameters<Command>[0]): string | undefined {
  const { $from, empty } = selection
  const node = empty ? ($from.nodeAfter ?? $from.nodeBefore) : doc.nodeAt($from.pos)
  const href: unknown = node?.marks.find(mark => mark.type === schema.marks.link)?.attrs.href
  return typeof href === 'string' ? href : undefined
}

function linkRange(state: Parameters<Command>[0]): { readonly from: number; readonly to: number } | undefined {
  const { $from, from, to, empty } = state.selection
  if (!empty) return { from, to }
  const href = linkAt(state)
  if (href === undefined) return undefined
  const runs: { from: number; to: number }[] = []
  $from.parent.forEach((node, offset) => {
    if (!node.marks.some(mark => mark.type === schema.marks.link && mark.attrs.href === href)) return
    const start = $from.start() + offset
    const last = runs[runs.length - 1]
    if (last?.to === start) last.to = start + node.nodeSize
    else runs.push({ from: start, to: start + node.nodeSize })
  })
  return runs.find(run => run.from <= from && from <= run.to)
}

/** Gives a block, counted from 0, a role, with the type that goes with it; without a block those that are selected. */
export function setRole(role: Role, block?: number): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const [first, last] = block === undefined ? [$from.index(0), $to.index(0)] : [block, block]
    const tr = state.tr
    state.doc.forEach((node, offset, n) => {
      if (n < first || n > last) return
      const attrs = node.attrs as BlockAttrs
      const { level: before, ...kept } = attrs.kept ?? {}
      const range = { start: 0, end: 0, role: attrs.role, type: node.type.name as 'paragraph' }
      const { type, level } = withRole(before === undefined ? range : { ...range, level: before }, role)
      const own = typeof level === 'number' ? { ...kept, level } : kept
      const next = { ...attrs, role, kept: own, level: shownLevel({ role, ...own }) }
      tr.setNodeMarkup(offset, schema.nodes[String(type)], next)
    })
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }
}

/** Backspace and Delete where a block ends or begins; elsewhere they are the browser's own. */
export const backspace = chainCommands(deleteSelection, joinBackward, selectNodeBackward)
export const deleteForward = chainCommands(deleteSelection, joinForward)
