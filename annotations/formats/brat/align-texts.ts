import type { TextRange } from '../../model/revision'

const passedOver = /[\s\uFEFF\u00AD\p{Cc}]/u

/**
 * Where ranges of a text file stand in the canonical text that was made of it. Both are read without white space, soft
 * hyphens and control characters, and in NFC, which is what canonical text changes; the file may have more at its
 * beginning and end, such as a date. `undefined` where the canonical text is not in the file.
 */
export class TextAlignment {
  readonly #file: readonly string[]
  readonly #shift: number
  /** Where each code unit that counts stands in the canonical text. */
  readonly #places: readonly number[]
  readonly #lengths = new Map<number, number>()

  private constructor(file: readonly string[], shift: number, places: readonly number[]) {
    this.#file = file
    this.#shift = shift
    this.#places = places
  }

  static of(file: string, canonical: string): TextAlignment | undefined {
    const shift = skeletonOf(file).indexOf(skeletonOf(canonical))
    if (shift < 0) return undefined
    const places: number[] = []
    for (const { 0: character, index } of canonical.matchAll(/./gsu)) {
      if (passedOver.test(character)) continue
      for (let unit = 0; unit < character.length; unit += 1) places.push(index + unit)
    }
    return new TextAlignment([...file], shift, places)
  }

  /** The words of a range of the file, in code points; `undefined` where it ends after the file. */
  textOf(start: number, end: number): string | undefined {
    return end > this.#file.length ? undefined : this.#file.slice(start, end).join('')
  }

  /**
   * The range of the canonical text, in code units, for one of the file, in code points; without what is passed over at
   * its ends. `undefined` where nothing of it is in the canonical text, or not all.
   */
  rangeOf(start: number, end: number): TextRange | undefined {
    const [from, to] = [this.#before(start) - this.#shift, this.#before(end) - this.#shift]
    const [first, last] = [this.#places[from], this.#places[to - 1]]
    return from >= to || first === undefined || last === undefined ? undefined : { start: first, end: last + 1 }
  }

  /** How many code units count before a code point of the file. */
  #before(point: number): number {
    const known = this.#lengths.get(point)
    if (known !== undefined) return known
    const length = skeletonOf(this.#file.slice(0, point).join('')).length
    this.#lengths.set(point, length)
    return length
  }
}

/** A text as it is compared. */
export function skeletonOf(text: string): string {
  return [...text.normalize('NFC')].filter(character => !passedOver.test(character)).join('')
}
