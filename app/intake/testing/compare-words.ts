/** How the words (`\S+` after NFC) of a text compare with those that its source has. */
export interface WordCounts {
  readonly source: number
  readonly kept: number
  readonly lost: number
  readonly added: number
  /** Kept words that stand elsewhere than the longest run of words in the order of the source. */
  readonly outOfOrder: number
}

/** Compares the words of a text with those of its source; takes time in proportion to the product of both. */
export function compareWords(source: string, text: string): WordCounts {
  const [wanted, got] = [wordsOf(source), wordsOf(text)]
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let kept = 0
  for (const word of got) {
    const count = left.get(word) ?? 0
    if (count > 0) kept += 1
    left.set(word, count - 1)
  }
  const inOrder = longestCommon(wanted, got)
  return {
    source: wanted.length,
    kept,
    lost: wanted.length - kept,
    added: got.length - kept,
    outOfOrder: kept - inOrder,
  }
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/\S+/g) ?? []
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const row = [0]
    for (let j = 0; j < b.length; j++) {
      row.push(word === b[j] ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    }
    above = row
  }
  return above[b.length] ?? 0
}
