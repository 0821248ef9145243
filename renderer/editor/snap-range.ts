import type { TextOffset, TextRange } from '#annotations/model/revision'
import type { PositionMap } from './position-map'
import { snapToCharacters, snapToWords } from './snap-to-words'

/** A text as snapping needs it. */
export interface SnapText {
  readonly text: string
  readonly positions: PositionMap
  /** The language of the text at an offset. */
  languageAt(offset: TextOffset): string | undefined
}

export type SnapTo = 'words' | 'characters'

/** What a range drawn with a pointer meant. Only the blocks of its ends are looked at: no word goes from one to the next. */
export function snapRange({ text, positions, languageAt }: SnapText, range: TextRange, to: SnapTo): TextRange {
  const around = {
    start: positions.rangeOf(positions.blockOf(range.start), positions.blockOf(range.start)).start,
    end: positions.rangeOf(positions.blockOf(range.end), positions.blockOf(range.end)).end,
  }
  const snap = to === 'characters' ? snapToCharacters : snapToWords
  const inside = { start: range.start - around.start, end: range.end - around.start }
  const { start, end } = snap(text.slice(around.start, around.end), inside, languageAt(range.start))
  return { start: start + around.start, end: end + around.start }
}
