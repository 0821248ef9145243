const small = new Map<string, number>(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)

/** Powers of ten that a scale word stands for. */
const scales: ReadonlyMap<string, number> = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
])

const unit = [...small.keys()].join('|')
const ten = [...tens.keys()].join('|')
const scale = [...scales.keys()].join('|')
const below100 = `(?:(?:${ten})(?:[- ](?:${unit}))?|${unit})`
const below1000 = `(?:(?:a|${unit}) hundred(?: (?:and )?${below100})?|${below100})`

/** A number in English words: `twenty-four`, `three hundred and five`, `two thousand five hundred`, `a dozen`. No group captures. */
export const numberInWords = `(?:(?:a|one|two|three|four|five|six) dozen|half a (?:${scale})|(?:a|${below1000}) (?:${scale})(?: (?:and )?${below1000})?|${below1000})`

/** A scale word after digits: `million`. No group captures. */
export const scaleWord = `(?:${scale})`

/** The power of ten of a scale word; 0 for any other word. */
export function powerOf(word: string): number {
  return scales.get(word.toLowerCase()) ?? 0
}

/** The value of a number in English words as a decimal string; `undefined` for what is none. */
export function valueOfWords(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(word => word !== 'and')
  if (words[0] === 'half') return words[2] === undefined ? undefined : timesTen('0.5', powerOf(words[2]))
  let total = 0
  let current = 0
  for (const word of words) {
    const simple = word === 'a' ? 1 : (small.get(word) ?? tens.get(word))
    if (simple !== undefined) current += simple
    else if (word === 'hundred') current *= 100
    else if (word === 'dozen') current *= 12
    else if (scales.has(word)) {
      total += current * 10 ** powerOf(word)
      current = 0
    } else return undefined
  }
  return String(total + current)
}

/** A decimal string times a power of ten, exactly: the point moves, no digit is lost. */
export function timesTen(decimal: string, power: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const moved = fraction.padEnd(power, '0')
  const digits = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/, '')
  const rest = moved.slice(power)
  return rest === '' ? digits : `${digits}.${rest}`
}
