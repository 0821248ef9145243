import type { Format } from '../block-writer'
import { descendantsOf, elementAt, elementsOf, type XmlElement } from '../xml/read-xml'

interface OdtStyle {
  readonly element: XmlElement
  /** Made by the program for what a person set by hand, and hence a mark where it is bold or slanted. */
  readonly automatic: boolean
}

/** The styles of the two files of an OpenDocument text that have some. */
export class OdtStyles {
  readonly #styles = new Map<string, OdtStyle>()
  readonly #lists = new Map<string, XmlElement>()

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const group of ['office:styles', 'office:automatic-styles']) {
        const element = elementAt(root, group)
        if (element === undefined) continue
        const automatic = group === 'office:automatic-styles'
        for (const style of elementsOf(element, 'style:style')) this.#add(style, automatic)
        for (const list of elementsOf(element, 'text:list-style')) this.#lists.set(nameOf(list), list)
      }
    }
  }

  #add(element: XmlElement, automatic: boolean): void {
    const key = keyOf(element.attributes['style:family'], nameOf(element))
    this.#styles.set(key, { element, automatic })
  }

  /** A style of a family and what it is based on, the nearest first; at most 20, since a file may make a ring. */
  #chain(family: string, name: string | undefined): OdtStyle[] {
    const found: OdtStyle[] = []
    let style = this.#styles.get(keyOf(family, name))
    while (style !== undefined && found.length < 20) {
      found.push(style)
      style = this.#styles.get(keyOf(family, style.element.attributes['style:parent-style-name']))
    }
    return found
  }

  /** The names of a paragraph's style and of all that it is based on. */
  paragraphNames(name: string | undefined): string[] {
    return this.#chain('paragraph', name).map(({ element }) => nameOf(element))
  }

  /** The master page that a paragraph of this style begins, or undefined. */
  masterPage(name: string | undefined): string | undefined {
    return this.#styles.get(keyOf('paragraph', name))?.element.attributes['style:master-page-name'] || undefined
  }

  /** What a span looks like, by its style and all that it is based on; `hidden` is not shown. */
  spanFormat(name: string | undefined): Format & { readonly hidden: boolean } {
    return formatOf(this.#chain('text', name))
  }

  /** What was set by hand for a whole paragraph; that of a named style is the look of its kind and no mark. */
  paragraphFormat(name: string | undefined): Format & { readonly hidden: boolean } {
    return formatOf(this.#chain('paragraph', name).filter(({ automatic }) => automatic))
  }

  isHiddenSection(name: string | undefined): boolean {
    return this.#chain('section', name).some(({ element }) => element.attributes['text:display'] === 'none')
  }

  /** True when a level, from 1, of a list style has numbers. */
  isOrdered(listStyle: string | undefined, level: number): boolean {
    const levels = descendantsOf(this.#lists.get(listStyle ?? '') ?? none, 'text:list-level-style-number')
    const found = levels.find(({ attributes }) => attributes['text:level'] === String(level))
    return (found?.attributes['style:num-format'] ?? '') !== ''
  }
}

const none: XmlElement = { name: '', attributes: {}, children: [] }

function nameOf({ attributes }: XmlElement): string {
  return attributes['style:name'] ?? ''
}

function keyOf(family: string | undefined, name: string | undefined): string {
  return `${family ?? ''} ${name ?? ''}`
}

function formatOf(chain: readonly OdtStyle[]): Format & { readonly hidden: boolean } {
  const properties = chain.map(({ element }) => elementAt(element, 'style:text-properties')?.attributes)
  const value = (name: string) => properties.map(from => from?.[name]).find(found => found !== undefined) ?? ''
  const weight = value('fo:font-weight')
  const position = value('style:text-position')
  return {
    hidden: value('text:display') === 'none',
    ...(weight === 'bold' || Number(weight) >= 600 ? { strong: true } : {}),
    ...(/^(?:italic|oblique)$/.test(value('fo:font-style')) ? { em: true } : {}),
    ...(/^(?:super|[1-9])/.test(position) ? { sup: true } : {}),
    ...(/^(?:sub|-\d)/.test(position) ? { sub: true } : {}),
  }
}
