import type { TextRange } from '#annotations/model/revision'

/**
 * The range that a pointer meant: no half words, no white space at its ends. `text` is one text that holds the range,
 * `language` a BCP 47 tag. A range of nothing but white space stays as it is.
 */
export function snapToWords(text: string, range: TextRange, language?: string): TextRange {
  const words = segmenter('word', language)
  const whole = snapToCharacters(text, range, language)
  let { start, end } = whole
  const first = words.segment(text).containing(start)
  if (first?.isWordLike === true) start = first.index
  const last = words.segment(text).containing(end - 1)
  if (last?.isWordLike === true) end = last.index + last.segment.length
  while (start < end && isSpace(text[start])) start += 1
  while (end > start && isSpace(text[end - 1])) end -= 1
  return start < end ? snapToCharacters(text, { start, end }, language) : whole
}

/** The range grown so that it cuts no character as a reader sees it: no surrogate pair, no combining sequence. */
export function snapToCharacters(text: string, { start, end }: TextRange, language?: string): TextRange {
  if (start >= end) return { start, end }
  const characters = segmenter('grapheme', language).segment(text)
  const first = characters.containing(start)
  const last = characters.containing(end - 1)
  return {
    start: first?.index ?? start,
    end: last === undefined ? end : last.index + last.segment.length,
  }
}

/** The words of a text in its order, each grown to whole characters as a reader sees them; none overlaps another. */
export function wordSegments(text: string, language?: string): TextRange[] {
  const words: TextRange[] = []
  for (const { index, segment, isWordLike } of segmenter('word', language).segment(text)) {
    if (isWordLike !== true) continue
    const word = snapToCharacters(text, { start: index, end: index + segment.length }, language)
    const before = words[words.length - 1]
    if (before !== undefined && word.start < before.end)
      words[words.length - 1] = { start: before.start, end: word.end }
    else words.push(word)
  }
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(granularity: 'word' | 'grapheme', language: string | undefined): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`
  const known = segmenters.get(key)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(supported(language), { granularity })
  segmenters.set(key, made)
  return made
}

/** A tag that Intl takes; undefined, which means the reader's own language, for a missing or malformed one. */
function supported(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character)
}
