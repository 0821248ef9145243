import { BlockWriter } from '../block-writer'
import { apartWarnings, commentBy, type LeftApart } from '../left-apart'
import type { ReadBlocks } from '../read-blocks'
import { refuse } from '../refusal'
import { partOf, type Report } from '../report'
import { titleFinding } from '../title-finding'
import { descendantsOf, elementAt, elementsOf, readXml, textOf, type XmlElement } from '../xml/read-xml'
import { openZip, type Zip } from '../zip/read-zip'
import { odtPrefixes } from './odt-names'
import { OdtStyles } from './odt-styles'
import { OdtTextReader } from './text-reader'

/**
 * Reads an OpenDocument text: the headers of its first pages, its body, footnotes and endnotes, the footers. Tracked insertions are
 * text; deletions and comments are told apart (`apartWarnings`); hidden text and numbers that the program makes are not read. Only inside of `guard`; problems as
 * `openZip`, `readXml` and `BlockWriter`, and `encrypted`.
 */
export function readOdt(bytes: Uint8Array, report: Report): ReadBlocks {
  const zip = openZip(bytes)
  const manifest = xmlAt(zip, 'META-INF/manifest.xml')
  if (manifest !== null && descendantsOf(manifest, 'manifest:encryption-data').length > 0) refuse('encrypted')
  const content = xmlAt(zip, 'content.xml', partOf(report, 0, 0.8)) ?? refuse('unreadable')
  const styling = xmlAt(zip, 'styles.xml')
  const body = elementAt(content, 'office:body', 'office:text') ?? refuse('unreadable')

  const styles = new OdtStyles(styling === null ? [content] : [styling, content])
  const writer = new BlockWriter()
  const lists = { count: 0 }
  const pages = styling === null ? [] : pagesOf(styling, body, styles)
  const writePageParts = (kind: 'header' | 'footer') => {
    for (const part of partsOfPages(pages, kind)) new OdtTextReader(styles, writer, lists, true).read(part)
  }
  writePageParts('header')
  const reader = new OdtTextReader(styles, writer, lists)
  reader.read(body)
  for (const note of [...reader.footnotes, ...reader.endnotes]) new OdtTextReader(styles, writer, lists).read(note)
  writePageParts('footer')

  const meta = xmlAt(zip, 'meta.xml') ?? undefined
  const spare = titleFinding(textOf(elementAt(meta, 'office:meta', 'dc:title')))
  return { blocks: writer.blocks, found: [], spare, warnings: apartWarnings(apartIn(body)) }
}

function apartIn(body: XmlElement): LeftApart {
  const deletions = descendantsOf(body, 'text:deletion').map(paragraphsOf)
  const comments = descendantsOf(body, 'office:annotation').map(comment =>
    commentBy(textOf(elementAt(comment, 'dc:creator')), paragraphsOf(comment)),
  )
  return { deletions, comments }
}

function paragraphsOf(element: XmlElement): string {
  return ['text:h', 'text:p'].flatMap(name => descendantsOf(element, name).map(textOf)).join(' ')
}

function xmlAt(zip: Zip, name: string, report?: Report): XmlElement | null {
  const bytes = zip.read(name)
  return bytes === null ? null : readXml(bytes, odtPrefixes, report)
}

/** The master pages that the text uses, in the order in which it does; the one it begins with is `Standard` unless it says so. */
function pagesOf(styling: XmlElement, body: XmlElement, styles: OdtStyles): XmlElement[] {
  const masters = descendantsOf(styling, 'style:master-page')
  const named = (name: string) => masters.filter(({ attributes }) => attributes['style:name'] === name)
  const used: string[] = []
  const walk = (element: XmlElement) => {
    if (element.name === 'text:p' || element.name === 'text:h') {
      const page = styles.masterPage(element.attributes['text:style-name'])
      if (page !== undefined || used.length === 0) used.push(page ?? 'Standard')
      return
    }
    if (element.name !== 'text:tracked-changes') for (const child of elementsOf(element)) walk(child)
  }
  walk(body)
  return [...new Set(used)].flatMap(named)
}

/** The headers or footers of the first of these pages each, every text once. */
function partsOfPages(pages: readonly XmlElement[], kind: 'header' | 'footer'): XmlElement[] {
  const seen = new Set<string>()
  return pages.flatMap(page => {
    const part = elementAt(page, `style:${kind}-first`) ?? elementAt(page, `style:${kind}`)
    const text = textOf(part)
    if (part === undefined || part.attributes['style:display'] === 'false' || seen.has(text)) return []
    seen.add(text)
    return [part]
  })
}
