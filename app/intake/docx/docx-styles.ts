import { elementAt, elementsOf, type XmlElement } from '../xml/read-xml'

/** What the styles of a Word document say that matters for its text. */
export interface DocxStyle {
  readonly name: string
  readonly basedOn: string | undefined
  readonly paragraph: XmlElement | undefined
  readonly run: XmlElement | undefined
}

/** Styles by their id; `chain` of an unknown id is empty. */
export class DocxStyles {
  readonly #styles = new Map<string, DocxStyle>()

  constructor(root: XmlElement | undefined) {
    for (const style of root === undefined ? [] : elementsOf(root, 'w:style')) {
      this.#styles.set(style.attributes['w:styleId'] ?? '', {
        name: valOf(elementAt(style, 'w:name')) ?? '',
        basedOn: valOf(elementAt(style, 'w:basedOn')),
        paragraph: elementAt(style, 'w:pPr'),
        run: elementAt(style, 'w:rPr'),
      })
    }
  }

  /** A style and what it is based on, the nearest first; at most 20, since a file may make a ring. */
  chain(id: string | undefined): DocxStyle[] {
    const found: DocxStyle[] = []
    let style = id === undefined ? undefined : this.#styles.get(id)
    while (style !== undefined && found.length < 20) {
      found.push(style)
      style = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn)
    }
    return found
  }
}

/** The level of a heading, 1 to 6, from its style and outline level; null for other paragraphs. */
export function headingLevel(own: XmlElement | undefined, chain: readonly DocxStyle[]): number | null {
  for (const { name } of chain) {
    const heading = /^heading ([1-9])$/i.exec(name)
    if (heading !== null) return Math.min(Number(heading[1]), 6)
    if (/^title$/i.test(name)) return 1
    if (/^subtitle$/i.test(name)) return 2
  }
  const outlines = [own, ...chain.map(({ paragraph }) => paragraph)].map(from => valOf(elementAt(from, 'w:outlineLvl')))
  const level = Number(outlines.find(value => value !== undefined) ?? 9)
  return level >= 0 && level <= 8 ? Math.min(level + 1, 6) : null
}

/** The value of a property that is on or off, or undefined when it is not there. */
export function toggleOf(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(valOf(element) ?? '')
}

/** The attribute `w:val`, or undefined. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}
