import { BlockWriter } from '../block-writer'
import { apartWarnings, commentBy } from '../left-apart'
import type { ReadBlocks } from '../read-blocks'
import { partOf, type Report } from '../report'
import { titleFinding } from '../title-finding'
import { descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from '../xml/read-xml'
import { openZip } from '../zip/read-zip'
import { DocxLists } from './docx-lists'
import { DocxPackage, type Part } from './docx-package'
import { DocxStyles, toggleOf } from './docx-styles'
import { type DocxContext, DocxTextReader } from './text-reader'

/**
 * Reads a Word document: the headers of its first pages, its body, the footnotes and endnotes that it refers to, the footers. Tracked
 * insertions are text; deletions and comments are told apart (`apartWarnings`); hidden text and numbers that Word makes are not
 * read. Only inside of `guard`;
 * problems as `openZip`, `readXml` and `BlockWriter`.
 */
export function readDocx(bytes: Uint8Array, report: Report): ReadBlocks {
  const file = new DocxPackage(openZip(bytes))
  const main = file.main(partOf(report, 0, 0.8))
  const writer = new BlockWriter()
  const context: DocxContext = {
    writer,
    deletions: [],
    styles: new DocxStyles(file.partOf(main, 'styles')?.root),
    lists: new DocxLists(file.partOf(main, 'numbering')?.root),
  }
  readPageParts(file, main, 'header', context)
  const body = new DocxTextReader(context, main.relations)
  body.read(main.root)
  readNotes(file.partOf(main, 'footnotes'), 'w:footnote', body.footnotes, context)
  readNotes(file.partOf(main, 'endnotes'), 'w:endnote', body.endnotes, context)
  readPageParts(file, main, 'footer', context)
  const warnings = apartWarnings({ deletions: context.deletions, comments: commentsOf(file.partOf(main, 'comments')) })
  const spare = titleFinding(textOf(elementAt(file.properties(), 'dc:title')))
  return { blocks: writer.blocks, found: [], spare, warnings }
}

function commentsOf(part: Part | null): string[] {
  if (part === null) return []
  return elementsOf(part.root, 'w:comment').map(comment =>
    commentBy(comment.attributes['w:author'], descendantsOf(comment, 'w:p').map(textOf).join(' ')),
  )
}

function readNotes(part: Part | null, name: string, ids: readonly string[], context: DocxContext): void {
  if (part === null) return
  const notes = new Map(elementsOf(part.root, name).map(note => [note.attributes['w:id'], note]))
  for (const id of new Set(ids)) {
    const note = notes.get(id)
    if (note !== undefined) new DocxTextReader(context, part.relations).read(note)
  }
}

/** The headers or footers of the first page of each section, each text once. */
function readPageParts(file: DocxPackage, main: Part, kind: 'header' | 'footer', context: DocxContext): void {
  const seen = new Set<string>()
  for (const section of descendantsOf(main.root, 'w:sectPr')) {
    const type = toggleOf(elementAt(section, 'w:titlePg')) === true ? 'first' : 'default'
    const reference = elementsOf(section, `w:${kind}Reference`).find(({ attributes }) => attributes['w:type'] === type)
    const part = partAt(file, main, reference)
    const text = textOf(part?.root)
    if (part === null || seen.has(text)) continue
    seen.add(text)
    new DocxTextReader(context, part.relations, true).read(part.root)
  }
}

function partAt(file: DocxPackage, main: Part, reference: XmlElement | undefined): Part | null {
  const relation = main.relations.get(reference?.attributes['r:id'] ?? '')
  return relation === undefined || relation.external ? null : file.part(relation.target)
}
