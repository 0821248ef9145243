import { type Attrs, DOMSerializer, type NodeSpec, Schema } from 'prosemirror-model'
import type { Role } from '#annotations/model/revision'
import type { DraftBlock } from '#annotations/text/draft'

/** What a block node knows besides its text. All of it is for show: offsets never depend on it. */
export interface BlockAttrs {
  readonly role: Role
  /** Paragraph number, or null for a block without one. */
  readonly n: number | null
  /** Word in the gutter; empty where the block before has the same. */
  readonly label: string
  /** Of a heading, 1 to 6. */
  readonly level: number
  /** Of an item: depth from 0, and its number in an ordered list. */
  readonly depth: number
  readonly ordinal: number | null
  /** Of a row: whether it heads its table, and the tab width in spaces that keeps its cells in columns. */
  readonly header: boolean
  readonly tab: number
  /** Lines that the text will probably fill, for the place holder of text not laid out yet. */
  readonly lines: number
  /** BCP 47 tag where it is another than that of the whole text, else empty. */
  readonly lang: string
  /** It has a word so long that it is cut anywhere: to look for better places would take the browser minutes. */
  readonly dense: boolean
  /** Of a block that is written: what it is besides its type and role, kept until it becomes a block of a text again. */
  readonly kept: Pick<DraftBlock, 'level' | 'list' | 'table'> | null
}

const initial: BlockAttrs = {
  role: 'other',
  n: null,
  label: '',
  level: 2,
  depth: 0,
  ordinal: null,
  header: false,
  tab: 8,
  lines: 1,
  lang: '',
  dense: false,
  kept: null,
}

function blockSpec(
  tag: (attrs: Attrs) => string,
  extra: (attrs: Attrs) => Record<string, string> = () => ({}),
): NodeSpec {
  return {
    content: 'text*',
    attrs: Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, { default: value }])),
    toDOM: ({ attrs, type }) => [
      tag(attrs),
      {
        class: 'pm-block',
        'data-type': type.name,
        'data-role': attrs.role,
        dir: 'auto',
        ...(attrs.lang === '' ? {} : { lang: attrs.lang }),
        ...(attrs.dense ? { 'data-dense': '' } : {}),
        ...(attrs.label === '' ? {} : { 'data-label': attrs.label }),
        ...(attrs.n === null ? {} : { 'data-paragraph': String(attrs.n) }),
        style: `--lines: ${attrs.lines}`,
        ...extra(attrs),
      },
      0,
    ],
  }
}

const headingTag = (attrs: Attrs) => `h${attrs.level}`

/**
 * A release as ProseMirror sees it: a flat row of blocks whose text is the canonical text, character for character
 * (a line break is a `\n`, a cell ends with a TAB). Annotations are not marks and never enter the document.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    text: { inline: true },
    paragraph: { ...blockSpec(() => 'p'), group: 'block' },
    heading: { ...blockSpec(headingTag), group: 'block' },
    item: {
      ...blockSpec(
        () => 'div',
        attrs => ({
          'data-depth': String(Math.min(attrs.depth, 3)),
          'data-bullet': attrs.ordinal === null ? '•' : `${attrs.ordinal}.`,
        }),
      ),
      group: 'block',
    },
    row: {
      ...blockSpec(
        () => 'div',
        attrs => ({
          ...(attrs.header ? { 'data-header': '' } : {}),
          style: `--lines: ${attrs.lines}; tab-size: ${attrs.tab}`,
        }),
      ),
      group: 'block',
    },
    caption: { ...blockSpec(() => 'p'), group: 'block' },
  },
  marks: {
    link: { attrs: { href: { default: '' } }, toDOM: mark => ['a', { 'data-href': mark.attrs.href }, 0] },
    strong: { toDOM: () => ['strong', 0] },
    em: { toDOM: () => ['em', 0] },
    sup: { toDOM: () => ['sup', 0] },
    sub: { toDOM: () => ['sub', 0] },
  },
})

/** How a copied range reaches other programs: bare headings, paragraphs and formatting, links with their address. */
export const clipboardSerializer = new DOMSerializer(
  {
    ...DOMSerializer.nodesFromSchema(schema),
    ...Object.fromEntries(['paragraph', 'item', 'row', 'caption'].map(name => [name, () => ['p', 0] as const])),
    heading: node => [headingTag(node.attrs), 0],
  },
  { ...DOMSerializer.marksFromSchema(schema), link: mark => ['a', { href: mark.attrs.href }, 0] },
)
