import type { TextRange } from '../model/revision'

/** Words with a period that a name follows; matched without case. */
const titles = words(
  'adm atty brig capt cmdr col cpl cpt cllr dir dr esq fr ft gen gov hon insp lt ltc maj messrs mme mr mrs ms msgr mt',
  'pfc pres prof pvt rep reps rev rt sen sens sgt spc sr ssgt st supt',
)
/** Words with a period that may end a sentence or stand inside it. */
const others = words(
  'assn assoc ave blvd bros co corp dept dist est etc inc intl jr llc ltd mfg natl plc rd univ vs v approx cf al ext',
)
/** Words with a period that stand before a number. */
const beforeNumber = words('art apr aug ch dec feb fig figs jan jul jun mar no nos nov oct p pp sec sep sept vol')
/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const openers = words(
  'a about according after all also although among an and another as at because before both but by during despite',
  'each earlier even every few for from he her here his how however i if in instead it its last later many meanwhile',
  'more most my nearly no nor not now of on once one only or other our over several she since so some such that the',
  'their then there these they this those though through thus to today together under until we what when where which',
  'while who why will with without yet you your',
)

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of a text as ranges in it, without the white space around them; none for a text of only white space.
 * Boundaries are those of Unicode Standard Annex 29 in the given language, but none after a title (`Maj. Gen.`), an
 * initial or an abbreviation (`U.S.`, `Inc.`) that the sentence runs on after, and none before a lower-case letter.
 * The abbreviations are English. A line break in the text always ends a sentence; `»` after a space that does not break closes the one before it.
 */
export function sentences(text: string, language = 'en'): TextRange[] {
  const ranges: TextRange[] = []
  let start = 0
  let end = 0
  const close = (): void => {
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    const last = ranges[ranges.length - 1]
    if (last !== undefined && /^\s*»(?:\s|$)/.test(piece)) {
      ranges[ranges.length - 1] = { start: last.start, end: start + lead + 1 }
      start += lead + 1
      return close()
    }
    const body = piece.trim().length
    if (body > 0) ranges.push({ start: start + lead, end: start + lead + body })
  }
  for (const { index, segment } of segmenterFor(language).segment(text)) {
    if (index > start && !runsOn(text.slice(start, index), segment)) {
      close()
      start = index
    }
    end = index + segment.length
  }
  close()
  return ranges
}

function runsOn(before: string, after: string): boolean {
  if (/\n\s*$/.test(before)) return false
  if (/^["“‘'«([]*\p{Ll}/u.test(after)) return true
  const last = /["“‘'«([]*(\S+)\s*$/u.exec(before)?.[1] ?? ''
  if (!last.endsWith('.')) return false
  const word = last.slice(0, -1).toLowerCase()
  if (titles.has(word)) return true
  if (beforeNumber.has(word)) return /^\d/.test(after)
  const isInitials = /^(?:\p{L}{1,2}\.)+$/u.test(last) && (last.length > 3 || /^\p{Lu}\.$/u.test(last))
  return (isInitials || others.has(word)) && !opensSentence(after)
}

function opensSentence(text: string): boolean {
  const first = /^["“‘'«([]*([\p{L}’']+)/u.exec(text)
  if (first === null || /^["“«]/.test(text)) return true
  return openers.has((first[1] ?? '').toLowerCase())
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const segmenter = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** True for a tag that `Intl` takes; a release may state any text as its language. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => line.split(' ')))
}
