import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { refuse } from '../refusal'
import type { Report } from '../report'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** Elements that may be open at a time; the standard's algorithms take time in proportion to it for every tag. */
const maxDepth = 400
/** Elements of one page, those that the standard makes of unclosed marks included. */
const maxElements = 1_000_000
/** Code units for one element, about; how far the parser is can only be told by the elements that it made. */
const usualUnits = 60
/** Attributes of one tag; the tokenizer compares each with all before it. */
const maxAttributes = 2_000

/**
 * The tree that the HTML standard gives for a page, inert: nothing is loaded and no script runs. Only inside of `guard`:
 * `unreadable` (nested too deeply, a tag of too many attributes), `too-much-text` (too many elements).
 */
export function parseHtml(html: string, report?: Report): DefaultTreeAdapterTypes.Document {
  if (hasLongTag(html)) refuse('unreadable', { attributes: maxAttributes })
  let depth = 0
  let elements = 0
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1
        elements += 1
        if (elements % 500 === 0) report?.(Math.min(1, (elements * usualUnits) / html.length))
        if (depth > maxDepth) refuse('unreadable', { nesting: maxDepth })
        if (elements > maxElements) refuse('too-much-text', { elements, limit: maxElements })
      },
      onItemPop: () => {
        depth -= 1
      },
    },
  })
}

/** True when a tag, or what looks like one in a script, has more names of attributes than a page has use for. */
function hasLongTag(html: string): boolean {
  const tag = /<[a-z][^\s>]*/gi
  const part = /\s+|=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)|[^\s=>]+|=/y
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    part.lastIndex = tag.lastIndex
    let parts = 0
    while (part.lastIndex < html.length && html[part.lastIndex] !== '>' && part.test(html)) {
      tag.lastIndex = part.lastIndex
      parts += 1
      if (parts > 3 * maxAttributes) return true
    }
  }
  return false
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node
}

/** The value of an attribute, or null. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find(attribute => attribute.name === name)?.value ?? null
}

/** All elements below a node, in the order of the page. */
export function elementsOf(node: HtmlParent): HtmlElement[] {
  const found: HtmlElement[] = []
  const walk = (parent: HtmlParent) => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue
      found.push(child)
      walk(child)
    }
  }
  walk(node)
  return found
}

/** The characters of all text below a node, as they stand. */
export function rawText(node: HtmlNode | HtmlParent): string {
  const parts: string[] = []
  const walk = (at: HtmlNode | HtmlParent) => {
    if (at.nodeName === '#text' && 'value' in at) parts.push(at.value)
    if ('childNodes' in at) for (const child of at.childNodes) walk(child)
  }
  walk(node)
  return parts.join('')
}
