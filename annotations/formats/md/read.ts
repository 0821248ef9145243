import { ok, problem } from '../../model/result'
import { excerptFromTexts } from '../column-text'
import type { Excerpt } from '../excerpt'
import type { ExcerptRow, ReadExcerpts } from '../excerpt-row'
import { readObject } from '../jsonl/read'
import { fileComment, readComment } from './comment'
import { renderExcerpt } from './render-excerpt'
import { documentBlocks } from './write'

/** A line of the file, counted from 1. */
interface Line {
  readonly text: string
  readonly line: number
}

/** The heading that stands above what follows, with what belongs to it, and the first excerpt below it. */
interface Heading {
  readonly line: string
  readonly shown: string
  first?: Excerpt
}

/**
 * Reads excerpts from the comments of a Markdown file. Where the visible text before a comment is no longer what its
 * fields say, or the heading above it is not that of its document, the row is `altered`; a quotation that no comment
 * belongs to is a `bare` one. Other text that somebody added does not matter. Line ends may be CRLF.
 * `not-excerpts`: the file has no such comment, nor the one it begins with.
 */
export function readMd(text: string): ReadExcerpts {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r\n|\n/)
  const rows: Omit<ExcerptRow, 'row'>[] = []
  let heading: Heading | undefined
  let isOurs = lines.some(line => line.trim() === fileComment)
  let shown: Line[] = []
  lines.forEach((line, i) => {
    const json = readComment(line)
    if (json === undefined) {
      shown.push({ text: line, line: i + 1 })
      return
    }
    isOurs = true
    const read = readObject(json)
    const excerpt = excerptFromTexts(read.texts)
    const { before, after, found } = partsOf(shown, excerpt)
    heading = headingIn(before) ?? heading
    if (heading !== undefined && excerpt !== undefined) heading.first ??= excerpt
    rows.push(...bareRows(found ? [before, after] : []))
    const stands = excerpt === undefined || (found && isBelow(heading, excerpt))
    rows.push({ line: i + 1, ...read, ...(stands ? {} : { altered: true as const }) })
    shown = []
  })
  if (!isOurs) return problem('not-excerpts')
  rows.push(...bareRows([shown]))
  return ok(rows.map((row, i) => ({ row: i + 1, ...row })))
}

/** What is shown before and after the excerpt as it is written; not `found` where it is not, or there is none. */
function partsOf(shown: readonly Line[], excerpt: Excerpt | undefined) {
  const missing = { before: shown, after: [] as readonly Line[], found: false }
  if (excerpt === undefined) return missing
  const wanted = renderExcerpt(excerpt).split('\n')
  // The last one: what somebody put above it is not the excerpt.
  for (let at = shown.length - wanted.length; at >= 0; at -= 1) {
    if (!wanted.every((text, i) => shown[at + i]?.text === text)) continue
    return { before: shown.slice(0, at), after: shown.slice(at + wanted.length), found: true }
  }
  return missing
}

function headingIn(shown: readonly Line[]): Heading | undefined {
  const texts = shown.map(({ text }) => text)
  const at = texts.map(text => /^ {0,3}##(?!#)/.test(text)).lastIndexOf(true)
  return at < 0 ? undefined : { line: texts[at] ?? '', shown: `${texts.slice(at).join('\n')}\n` }
}

/** True where the heading above an excerpt is that of its document, as it was written. */
function isBelow(heading: Heading | undefined, { document_id }: Excerpt): boolean {
  const { first, line, shown } = heading ?? {}
  if (first === undefined || first.document_id !== document_id) return false
  const [title, ...facts] = documentBlocks(first)
  return line === title && facts.every(fact => shown?.includes(`\n${fact}\n`))
}

/** A row for each block of quoted lines: a reader takes it for an excerpt. */
function bareRows(parts: readonly (readonly Line[])[]): Omit<ExcerptRow, 'row'>[] {
  return parts.flatMap(lines => {
    const quoted = lines.map(({ text }) => /^ {0,3}>/.test(text))
    return lines.flatMap(({ line }, i) =>
      quoted[i] === true && quoted[i - 1] !== true ? [{ line, texts: new Map(), bare: true as const }] : [],
    )
  })
}
