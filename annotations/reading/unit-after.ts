/** Words that no unit holds. */
const stops = new Set(
  (
    'a about above after again against all also although among an and any are around as at back be because been before ' +
    'being below between both but by can could did do does down during each either even every for from had has have he ' +
    'her here his how if in into is it its itself just last less like made may more most must near next no nor not now ' +
    'of off on once one only or other our out over own per said same say says she should since so some such than that ' +
    'the their them then there these they this those through to today too under until up upon us very was we were what ' +
    'when where which while who whose why will with within without would year-over-year yet you your'
  ).split(' '),
)
const irregular = new Set(
  'people men women children staff personnel feet percent police troops year month week day hour minute mile cattle fish aircraft kilowatt-hours'.split(
    ' ',
  ),
)
const abbreviated = /^(?:km|cm|mm|m|kg|mg|g|t|mw|gw|kw|kwh|mwh|gwh|twh|mph|ft|lb|lbs|oz|ha|hz|ghz|mhz|gb|tb|°c|°f)$/i
const codes = /^(?:USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|INR)$/
/** How many words are looked at. */
const reach = 4

/**
 * The unit that follows a number, from the text right behind it: the words up to the first plural (`international
 * organizations`), an abbreviated measure or a currency code, with `per` and what it is told per; the word that a
 * hyphen joins to the number (`40-hour`). `undefined` where none is seen.
 */
export function unitAfter(text: string): string | undefined {
  const joined = /^-(\p{L}+)/u.exec(text)
  if (joined !== null) return joined[1]
  const words: string[] = []
  let at = 0
  while (words.length < reach) {
    const next = /^[ \u00a0\u202f\n]?([\p{L}°][\p{L}’'-]*)/u.exec(text.slice(at))
    const word = next?.[1]
    if (next === null || word === undefined || stops.has(word.toLowerCase())) return undefined
    words.push(word)
    at += next[0].length
    if (isUnit(word)) return `${words.join(' ')}${/^ per \p{L}+/u.exec(text.slice(at))?.[0] ?? ''}`
  }
  return undefined
}

function isUnit(word: string): boolean {
  const small = word.toLowerCase()
  if (irregular.has(small) || abbreviated.test(word) || codes.test(word)) return true
  return small.length > 3 && /[^su’'i]s$|[aeo]us$/.test(small) && !/ous$/.test(small)
}
