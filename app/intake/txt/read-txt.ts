import type { Finding } from '#annotations/model/revision'
import { isCalendarDate } from '#annotations/structure/calendar-date'
import { listMarker } from '#annotations/structure/list-marker'
import { maxBlocks, type SourceBlock } from '#annotations/text/source-block'
import type { ReadBlocks } from '../read-blocks'

/**
 * Reads plain text whose line ends are LF. Paragraphs are parted by lines of only white space. A first line
 * ` date YYYY-MM-DD Headline` gives the publication date; all before the headline is metadata and not text. Stops
 * after `maxBlocks` + 1 blocks, so that the caller can tell.
 */
export function readTxt(text: string): ReadBlocks {
  const { rest, found } = takeDateLine(text)
  const blocks: SourceBlock[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', runs: [joinLines(lines)], marks: [] })
    lines = []
  }
  for (let start = 0; start <= rest.length && blocks.length <= maxBlocks; ) {
    const end = rest.indexOf('\n', start)
    const line = rest.slice(start, end < 0 ? rest.length : end)
    if (line.trim() === '') flush()
    else lines.push(line)
    start = end < 0 ? rest.length + 1 : end + 1
  }
  flush()
  return { blocks, found }
}

/**
 * The lines of a paragraph as one string: joined by a space when they were only wrapped, that is when none has a TAB,
 * two spaces in a row or a list marker and all but the last are at least 3/4 as long as the longest; else by LF.
 */
export function joinLines(lines: readonly string[]): string {
  const lengths = lines.map(line => line.trim().length)
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0)
  const wrapped =
    lines.every(line => !line.includes('\t') && !line.includes('  ') && listMarker(line) === null) &&
    lengths.slice(0, -1).every(length => length >= 0.75 * longest)
  return lines.join(wrapped ? ' ' : '\n')
}

const dateLine = /^\s*date (\d{4}-\d{2}-\d{2}) +(?=\S)/

function takeDateLine(text: string): { rest: string; found: Finding[] } {
  const match = dateLine.exec(text.slice(0, 200))
  const date = match?.[1]
  if (match === null || date === undefined || !isCalendarDate(date)) return { rest: text, found: [] }
  return { rest: text.slice(match[0].length), found: [{ name: 'published', value: { date }, how: 'header' }] }
}
