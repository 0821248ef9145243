import { refuse } from '../refusal'
import type { Report } from '../report'
import { elementsOf, readXml, type XmlElement } from '../xml/read-xml'
import type { Zip } from '../zip/read-zip'

/** The namespaces of Word documents, those of the transitional and of the strict form alike. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])

/** What a part refers to under an id: another part of the package, or an address outside of it. */
export interface Relation {
  /** The last word of its type: `styles`, `header`, `hyperlink`. */
  readonly kind: string
  readonly target: string
  readonly external: boolean
}

/** A part of the package with what it refers to. */
export interface Part {
  readonly root: XmlElement
  readonly relations: ReadonlyMap<string, Relation>
}

/** The parts of a Word document; nothing outside of the package is ever read. */
export class DocxPackage {
  readonly #zip: Zip

  constructor(zip: Zip) {
    this.#zip = zip
  }

  /** The part with the text; `unreadable` when there is none. `report` is told how much of it is parsed. */
  main(report: Report): Part {
    const found = [...this.#relations('').values()].find(({ kind, external }) => kind === 'officeDocument' && !external)
    return this.part(found?.target ?? 'word/document.xml', report) ?? refuse('unreadable')
  }

  /** The first part of a kind that a part refers to, or null. */
  partOf(part: Part, kind: string): Part | null {
    const found = [...part.relations.values()].find(relation => relation.kind === kind && !relation.external)
    return found === undefined ? null : this.part(found.target)
  }

  part(name: string, report?: Report): Part | null {
    const bytes = this.#zip.read(name)
    return bytes === null ? null : { root: readXml(bytes, prefixes, report), relations: this.#relations(name) }
  }

  /** What the package says of itself: the element of the core properties, or undefined. */
  properties(): XmlElement | undefined {
    const bytes = this.#zip.read('docProps/core.xml')
    return bytes === null ? undefined : readXml(bytes, prefixes)
  }

  #relations(name: string): Map<string, Relation> {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const bytes = this.#zip.read(`${folder}_rels/${name.slice(folder.length)}.rels`)
    const relations = new Map<string, Relation>()
    if (bytes === null) return relations
    for (const { attributes } of elementsOf(readXml(bytes, prefixes), 'rel:Relationship')) {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes
      const external = TargetMode === 'External'
      const target = external ? Target : Target.startsWith('/') ? Target.slice(1) : folder + Target
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target, external })
    }
    return relations
  }
}
