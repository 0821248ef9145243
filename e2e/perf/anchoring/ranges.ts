import type { TextRange } from '#annotations/model/revision'
import { type Piece, paragraphsOf } from './edited-text'
import { type Random, sentencesOf } from './edits'

/** Ranges as analysts mark them: sentences, some words, quotes, a figure or name, paragraphs and what crosses them. */
export function rangesIn(text: string, count: number, random: Random): TextRange[] {
  const paragraphs = paragraphsOf(text)
  const quotes = [...text.matchAll(/“[^“”]{8,600}”|"[^"]{8,600}"/gu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const ranges: TextRange[] = []
  while (ranges.length < count) {
    const kind = random()
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? []
    const sentences = sentencesOf(paragraph)
    const nth = Math.floor(random() * sentences.length)
    const quote = quotes[Math.floor(random() * quotes.length)]
    let range: TextRange | undefined
    if (kind < 0.3) range = rangeOf(sentences[nth] ?? [])
    else if (kind < 0.6) range = someWords(paragraph, 2 + Math.floor(random() * 8), random)
    else if (kind < 0.75 && quote !== undefined) range = quote
    else if (kind < 0.85) range = rangeOf(sentences.slice(nth, nth + 2 + Math.floor(random() * 2)).flat())
    else if (kind < 0.93) range = oneWord(paragraph, random)
    else if (kind < 0.97) range = rangeOf(paragraph)
    else range = acrossParagraphs(text, paragraphs, random)
    if (range !== undefined && range.start < range.end) ranges.push(range)
  }
  return ranges
}

function rangeOf(pieces: readonly Piece[]): TextRange | undefined {
  const full = pieces.filter(piece => piece.text.trim() !== '')
  const [first] = full
  const last = full[full.length - 1]
  return first === undefined || last === undefined ? undefined : { start: first.from, end: last.to }
}

function someWords(paragraph: readonly Piece[], count: number, random: Random): TextRange | undefined {
  const at = Math.floor(random() * Math.max(1, paragraph.length - 2 * count))
  return rangeOf(paragraph.slice(at, at + 2 * count))
}

function oneWord(paragraph: readonly Piece[], random: Random): TextRange | undefined {
  const words = paragraph.filter(({ text }) => /^\p{N}+$|^\p{L}{5,}$/u.test(text))
  const word = words[Math.floor(random() * words.length)]
  return word === undefined ? undefined : { start: word.from, end: word.to }
}

function acrossParagraphs(
  text: string,
  paragraphs: readonly (readonly Piece[])[],
  random: Random,
): TextRange | undefined {
  const at = Math.floor(random() * Math.max(1, paragraphs.length - 1))
  const first = rangeOf(sentencesOf(paragraphs[at] ?? []).at(-1) ?? [])
  const next = rangeOf(sentencesOf(paragraphs[at + 1] ?? [])[0] ?? [])
  const range = first === undefined || next === undefined ? undefined : { start: first.start, end: next.end }
  return range !== undefined && range.end <= text.length ? range : undefined
}
