import { BlockWriter } from '../block-writer'
import type { ReadBlocks } from '../read-blocks'
import { partOf, type Report } from '../report'
import { titleFinding } from '../title-finding'
import type { RtfFlow } from './rtf-flow'
import { RtfReader } from './rtf-reader'

/**
 * Reads an RTF document: the headers of its first pages, its body, footnotes and endnotes, the footers. Insertions are text;
 * deletions, comments, hidden text and markers that the program makes are not. Only inside of `guard`: `unreadable` (no RTF, cut
 * off before its last brace, groups nested deeper than 1,000), and as `BlockWriter`.
 */
export function readRtf(bytes: Uint8Array, report: Report): ReadBlocks {
  const reader = new RtfReader()
  reader.read(bytes, partOf(report, 0, 0.9))
  const writer = new BlockWriter()
  for (const flow of distinct(reader.headers, reader.titlePage, 'header')) flow.write(writer)
  for (const flow of [reader.body, ...reader.footnotes, ...reader.endnotes]) flow.write(writer)
  for (const flow of distinct(reader.footers, reader.titlePage, 'footer')) flow.write(writer)
  return { blocks: writer.blocks, found: [], spare: titleFinding(reader.title) }
}

/** Those of the first page where it has its own, else those of right pages, each text once. */
function distinct(parts: readonly { name: string; flow: RtfFlow }[], titlePage: boolean, kind: string): RtfFlow[] {
  const wanted = titlePage ? [`${kind}f`] : [kind, `${kind}r`]
  const seen = new Set<string>()
  return parts
    .filter(({ name }) => wanted.includes(name))
    .map(({ flow }) => flow)
    .filter(flow => !seen.has(flow.text) && seen.add(flow.text))
}
