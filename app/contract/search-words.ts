/** Signs that are written in several ways: whichever is typed finds the others. */
const alike = ["'’‘ʼ", '"“”„', '-‐‑–—']

/**
 * What is typed into a search as patterns that must all be found, in any order and whatever the case. What stands between
 * double quotation marks is one pattern, with any white space where it has some, within a paragraph. None for white space alone.
 */
export function searchWords(typed: string): readonly RegExp[] {
  const words = [...typed.matchAll(/["“„]([^"“”„]+)["”“]|\S+/gu)].map(([whole, phrase]) => (phrase ?? whole).trim())
  return words.filter(Boolean).map(word => new RegExp([...word.replace(/\s+/gu, ' ')].map(patternOf).join(''), 'iu'))
}

function patternOf(character: string): string {
  if (character === ' ') return '(?:(?!\\n\\n)\\s)+'
  const group = alike.find(signs => signs.includes(character))
  if (group !== undefined) return `[${group.replace('-', '\\-')}]`
  return /[$()*+./?[\\\]^{|}]/u.test(character) ? `\\${character}` : character
}
