const singleQuotes = /[‘’‚‛‹›`´ʼʹ′＇]/g
const doubleQuotes = /''|[“”„‟«»″＂]/g
/** Dashes that stand with or without spaces around them, and the hyphen that does the same work. */
const longDash = /\s*(?:--+|[–—―])\s*|\s-\s/g
const hyphens = /[‐‑‒−﹣－]/g

/**
 * True where two texts differ in nothing but quotation marks, dashes, the kind and amount of white space, and the hyphen
 * at the end of a line: every word and every figure is the same. White space that is there in one and not in the other
 * makes a difference, save around a dash.
 */
export function sameButForType(a: string, b: string): boolean {
  if (a === b) return true
  const plainA = plain(a)
  const plainB = plain(b)
  return plainA === plainB || sameButForHyphenation(plainA, plainB)
}

function plain(text: string): string {
  return text
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(hyphens, '-')
    .replace(longDash, '-')
    .replace(/\s+/g, ' ')
}

/** Goes through both at once; where they part, a hyphen before a space may be left out, or the space behind it. */
function sameButForHyphenation(a: string, b: string): boolean {
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const skipA = hyphenationAt(a, i)
    const skipB = hyphenationAt(b, j)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1
      j += 1
    } else if (skipA > 0) i += skipA
    else if (skipB > 0) j += skipB
    else return false
  }
  return true
}

const letter = /^\p{L}$/u
const smallLetter = /^\p{Ll}$/u

/** How much of a hyphenation at this place can be left out: `- ` between letters, or its space; else 0. */
function hyphenationAt(text: string, at: number): number {
  const hyphen = text[at] === '-' ? at : text[at] === ' ' && text[at - 1] === '-' ? at - 1 : -1
  if (hyphen < 1 || text[hyphen + 1] !== ' ') return 0
  const between = letter.test(text[hyphen - 1] ?? '') && smallLetter.test(text[hyphen + 2] ?? '')
  return between ? hyphen + 2 - at : 0
}
