import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { paragraphNumbers, type Role } from '#annotations/model/revision'
import { gutterWords, ordinalsOf } from '../document'
import type { BlockAttrs } from '../schema'

interface Numbering {
  /** The blocks as far as numbers depend on them. */
  readonly blocks: readonly Node[]
  readonly set: DecorationSet
}

const key = new PluginKey<Numbering>('numbering')

/** Labels, paragraph numbers and list numbers beside the blocks of a document that is written, as a text of it would have them. */
export function numbering(): Plugin<Numbering> {
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_config, { doc }) => number(doc),
      apply(tr, value) {
        if (!tr.docChanged) return value
        const { children } = tr.doc
        const same =
          children.length === value.blocks.length && children.every((node, n) => isNumberedAlike(node, value.blocks[n]))
        return same ? { blocks: children, set: value.set.map(tr.mapping, tr.doc) } : number(tr.doc)
      },
    },
    props: { decorations: state => key.getState(state)?.set },
  })
}

function isNumberedAlike(a: Node, b: Node | undefined): boolean {
  return a === b || (b !== undefined && a.type === b.type && a.attrs === b.attrs)
}

function number(doc: Node): Numbering {
  const blocks = doc.children.map(node => ({
    type: node.type.name as 'paragraph',
    role: node.attrs.role as Role,
    ...(node.attrs.kept as BlockAttrs['kept']),
  }))
  const numbers = paragraphNumbers(blocks)
  const ordinals = ordinalsOf(blocks)
  const decorations: Decoration[] = []
  let label = ''
  doc.forEach((node, offset, n) => {
    const own = gutterWords[node.attrs.role as Role]
    const attrs: Record<string, string> = {}
    if (own !== label && own !== '') attrs['data-label'] = own
    if (numbers[n] !== null && numbers[n] !== undefined) attrs['data-paragraph'] = String(numbers[n])
    if (ordinals[n] !== null && ordinals[n] !== undefined) attrs['data-bullet'] = `${ordinals[n]}.`
    if (Object.keys(attrs).length > 0) decorations.push(Decoration.node(offset, offset + node.nodeSize, attrs))
    label = own
  })
  return { blocks: doc.children, set: DecorationSet.create(doc, decorations) }
}
