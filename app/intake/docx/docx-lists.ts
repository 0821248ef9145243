import type { SourceBlock } from '#annotations/text/source-block'
import { elementAt, elementsOf, type XmlElement } from '../xml/read-xml'
import { type DocxStyle, valOf } from './docx-styles'

/** Which list a paragraph is an item of. */
export class DocxLists {
  readonly #abstracts = new Map<string, XmlElement>()
  readonly #numbers = new Map<string, XmlElement>()
  /** Lists from 0 in the order in which they come in the text. */
  readonly #order = new Map<string, number>()

  constructor(root: XmlElement | undefined) {
    if (root === undefined) return
    for (const list of elementsOf(root, 'w:abstractNum'))
      this.#abstracts.set(list.attributes['w:abstractNumId'] ?? '', list)
    for (const list of elementsOf(root, 'w:num')) this.#numbers.set(list.attributes['w:numId'] ?? '', list)
  }

  /** The list of a paragraph of these properties and styles, or null; a list without bullets and numbers is none. */
  listOf(own: XmlElement | undefined, chain: readonly DocxStyle[]): NonNullable<SourceBlock['list']> | null {
    const properties = [own, ...chain.map(({ paragraph }) => paragraph)].map(from => elementAt(from, 'w:numPr'))
    const value = (name: string) =>
      properties.map(from => valOf(elementAt(from, name))).find(found => found !== undefined)
    const id = value('w:numId')
    if (id === undefined || id === '0') return null
    const depth = Math.min(Math.max(Number(value('w:ilvl') ?? 0) || 0, 0), 8)
    const form = this.#formOf(id, depth)
    if (form === 'none') return null
    const n = this.#order.get(id) ?? this.#order.size
    this.#order.set(id, n)
    return { n, depth, ordered: form !== 'bullet' }
  }

  #formOf(id: string, depth: number): string {
    const number = this.#numbers.get(id)
    if (number === undefined) return 'none'
    const abstract = this.#abstracts.get(valOf(elementAt(number, 'w:abstractNumId')) ?? '')
    const overridden = elementsOf(number, 'w:lvlOverride').map(element => elementAt(element, 'w:lvl'))
    const levels = [...overridden, ...(abstract === undefined ? [] : elementsOf(abstract, 'w:lvl'))]
    const level = levels.find(element => element?.attributes['w:ilvl'] === String(depth))
    return valOf(elementAt(level, 'w:numFmt')) ?? (level === undefined ? 'bullet' : 'decimal')
  }
}
