import type { Paragraph } from './paragraphs'

/**
 * Gives items of lists their list and depth, by the place of the mark before them, where a program has set it: bullets; dashes
 * and numbers where two or more stand in a row and the numbers count. What a writer typed at the beginning of a line is text.
 */
export function giveLists(paragraphs: readonly Paragraph[], firstList: number): Paragraph[] {
  const result: Paragraph[] = []
  const indents = hasFirstLines(paragraphs)
  let list = firstList
  for (let i = 0; i < paragraphs.length; ) {
    let end = i
    while (end < paragraphs.length && paragraphs[end]?.marker !== undefined && paragraphs[end]?.tagged !== true) {
      end += 1
    }
    const run = paragraphs.slice(i, Math.max(end, i + 1))
    const items = run.filter(paragraph => isItem(paragraph, run, indents))
    const steps = [...new Set(items.map(({ marker }) => Math.round((marker?.x ?? 0) / 6)))].sort((a, b) => a - b)
    for (const paragraph of run) {
      const { marker } = paragraph
      if (marker === undefined || !items.includes(paragraph)) result.push(withMark(paragraph))
      else {
        const depth = Math.min(steps.indexOf(Math.round(marker.x / 6)), 8)
        const kind = { type: 'item' as const, list: { n: list, depth, ordered: marker.kind === 'number' } }
        result.push({ ...paragraph, kind })
      }
    }
    if (items.length > 0) list += 1
    i = Math.max(end, i + 1)
  }
  return result
}

/** True when paragraphs begin with a line that stands further in, so that such a place says nothing of a mark. */
function hasFirstLines(paragraphs: readonly Paragraph[]): boolean {
  const long = paragraphs.filter(({ lines }) => lines.length > 1)
  const further = long.filter(({ lines: [first, second] }) => {
    return first !== undefined && second !== undefined && first.x > second.x + 0.5 * first.size
  })
  return further.length > long.length * 0.4
}

function isItem({ marker }: Paragraph, run: readonly Paragraph[], indents: boolean): boolean {
  if (marker === undefined) return false
  const sets = run.filter(other => other.marker?.kind === marker.kind).map(({ set }) => set)
  const isSet = sets.includes('apart') || (sets.includes('indented') && !indents)
  if (!isSet || sets.includes('first-line')) return false
  if (marker.kind === 'bullet') return true
  const alike = run.filter(
    other => other.marker?.kind === marker.kind && Math.abs((other.marker?.x ?? 0) - marker.x) < 6,
  )
  if (alike.length < 2) return false
  return (
    marker.kind === 'dash' ||
    alike.every(({ marker: own }, i) => orderOf(own?.text ?? '') === orderOf(alike[0]?.marker?.text ?? '') + i)
  )
}

/** The number that a mark counts: of `2.` 2, of `b)` 2. */
function orderOf(text: string): number {
  const bare = text.replace(/[().]/g, '')
  if (/^\d+$/.test(bare)) return Number(bare)
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(bare)
  return roman >= 0 ? roman + 1 : bare.charCodeAt(0) - 96
}

/** The paragraph with its mark as text again. */
function withMark({ marker, lines, ...rest }: Paragraph): Paragraph {
  return { ...rest, lines: marker === undefined ? lines : [marker.whole, ...lines.slice(1)] }
}
