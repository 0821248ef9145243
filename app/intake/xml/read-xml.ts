import { SaxesParser } from 'saxes'
import { decodeUtf16 } from '../decode/decode-utf16'
import { refuse } from '../refusal'
import type { Report } from '../report'

/** An element of a parsed document; names are `prefix:local` with the prefixes that the reader gave to namespaces. */
export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: (XmlElement | string)[]
}

const maxDepth = 256
const maxElements = 1_500_000
const pieceUnits = 0x10000

/**
 * The tree of a well-formed XML document. `prefixes` gives each known namespace its prefix; names of other namespaces begin
 * with `?:`, attributes without one have none. Only inside of `guard`: `unreadable` (not well-formed, a DOCTYPE, nested deeper
 * than 256, neither UTF-8 nor UTF-16), `too-much-text` (over 1.5 million elements). Entities are the five of XML.
 */
export function readXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>, report?: Report): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  let elements = 0
  const nameOf = (uri: string, local: string) => (uri === '' ? local : `${prefixes.get(uri) ?? '?'}:${local}`)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => refuse('unreadable', { doctype: 1 }))
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1
    if (elements > maxElements) refuse('too-much-text', { elements, limit: maxElements })
    if (open.length > maxDepth) refuse('unreadable', { nesting: maxDepth })
    const named = Object.values(attributes).map(attribute => {
      return [nameOf(attribute.uri, attribute.local), attribute.value] as const
    })
    const element = { name: nameOf(uri, local), attributes: Object.fromEntries(named), children: [] }
    open[open.length - 1]?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const add = (text: string) => void open[open.length - 1]?.children.push(text)
  parser.on('text', add)
  parser.on('cdata', add)
  const text = decodeXml(bytes)
  for (let at = 0; at < text.length; at += pieceUnits) {
    parser.write(text.slice(at, at + pieceUnits))
    report?.(Math.min(1, (at + pieceUnits) / text.length))
  }
  parser.close()
  return elementsOf(root)[0] ?? refuse('unreadable')
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'little')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'big')
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** The elements right below an element, of one name where it is given. */
export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of children) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  }
  return found
}

/** The first element right below along a path of names, or undefined. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element
  for (const name of path)
    at = at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
  return at
}

/** All elements of a name below an element, in order; not those inside of one that is found. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap(child => (child.name === name ? [child] : descendantsOf(child, name)))
}

/** The characters of all text below an element. */
export function textOf(element: XmlElement | undefined): string {
  return element?.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('') ?? ''
}
