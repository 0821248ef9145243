import type { Figure } from '../model/annotation'
import type { TextRange } from '../model/revision'
import { numberInWords, powerOf, scaleWord, timesTen, valueOfWords } from './number-words'
import { unitAfter } from './unit-after'

/** A figure with the place of its number in the text that was read. */
export interface FoundFigure extends TextRange {
  readonly figure: Figure
}

const space = '[ \\u00a0\\u202f\\u2009]'
const symbol = '(?:US|A|AU|C|CA|NZ|HK)?\\$|[€£¥₹₩₽]|(?:USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|INR)(?=[ \\u00a0\\d])'
const digits = `\\d{1,3}(?:[,\\u00a0\\u202f\\u2009]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`
const share = `%|${space}?per${space}?cent(?!age)|-percent`
const one = `(?:${digits}|\\b${numberInWords}\\b)`
const number = new RegExp(
  `(?<symbol>${symbol})?${space}?(?<low>${one})(?:${space}(?<lowScale>${scaleWord}))?(?<lowShare>${share})?` +
    `(?:(?<joint>${space}?[–—-]${space}?|${space}(?:to|and)${space})(?:${symbol})?(?<high>${one}))?` +
    `(?:[ \\u00a0-](?<scale>${scaleWord}))?\\b(?<share>${share})?`,
  'giu',
)

const telephone = /\(?\b\d{3}\)?[-. ]?\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b/g
/** Words before a bare year that make it a quantity. */
const counting = /(?:about|around|nearly|almost|over|under|than|least|most|some|approximately|roughly|only|to)\s$/i
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const afterMonth = new RegExp(`\\b(?:${months})\\.?\\s(?:\\d{1,2},\\s)?$`, 'i')
const beforeMonth = new RegExp(`^(?:st|nd|rd|th)?\\s(?:${months})\\b`, 'i')
/** What stands right before a number that counts nothing: a name, an identifier, a further part of a number. */
const label =
  /(?:[\p{L}\p{N}_/@#&]|[\p{L}\p{N}][-.,:–]|\b(?:no|nos|section|sec|article|chapter|title|room|suite|page|phase|version|figure|table|part|p\.l|pub\. l|h\.r|s|form)\.?\s)$/iu

/**
 * The figures of a text in its order: digits and English number words, with scale words, currency signs, per cent and
 * the unit that follows; `2 to 3 million people` is one figure with `value` and `upTo`. Values are exact decimal
 * strings with a point. Not read: years, dates, times, telephone numbers, ordinals, identifiers (`H.R. 3076`), names
 * (`Falcon 9`), fractions in words and a lone `one`. Digits are read as English writes them: comma, or a space that does not break, between thousands.
 */
export function figuresInText(text: string): FoundFigure[] {
  const telephones = [...text.matchAll(telephone)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const found: FoundFigure[] = []
  const search = new RegExp(number)
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const place = placeOf(text, match)
    search.lastIndex = Math.max(place.end, match.index + 1)
    const dialled = telephones.some(range => range.start < place.end && range.end > place.start)
    const figure = dialled ? undefined : readMatch(text, match, place)
    if (figure !== undefined) found.push({ start: place.start, end: place.end, figure })
  }
  return found
}

interface Place extends TextRange {
  /** Whether the match is one figure from low to high; else it is the low one alone. */
  readonly range: boolean
}

function placeOf(text: string, { 0: whole, index, groups }: RegExpExecArray): Place {
  const { low = '', joint = '', high } = groups ?? {}
  const start = index + whole.length - whole.trimStart().length
  const range = high !== undefined && isRange(text, start, low, joint, high)
  const kept = range || high === undefined ? whole : whole.slice(0, whole.length - lengthFrom(whole, joint, high))
  return { start, end: index + kept.trimEnd().length, range }
}

/** How much of a match stands from its joint on. */
function lengthFrom(whole: string, joint: string, high: string): number {
  return whole.length - whole.lastIndexOf(joint, whole.lastIndexOf(high))
}

function readMatch(text: string, match: RegExpExecArray, { start, end, range }: Place): Figure | undefined {
  const sign = match.groups?.symbol
  const asWritten = text.slice(start, end)
  if (/^one$/i.test(asWritten) || (sign === undefined && label.test(text.slice(Math.max(0, start - 12), start))))
    return undefined
  if (isNoCount(text, start, end, sign === undefined && /^\d+$/.test(asWritten))) return undefined
  const values = valuesOf(match, range)
  if (values === undefined) return undefined
  const named =
    /^\d+$/.test(asWritten) &&
    sign === undefined &&
    /\p{Lu}[\p{L}’']* $/u.test(text.slice(Math.max(0, start - 24), start))
  const unit = /%|per[ \u00a0-]?cent/i.test(asWritten) ? '%' : (sign ?? unitAfter(text.slice(end, end + 120)))
  if (unit === undefined && named) return undefined
  return { asWritten, ...values, ...(unit === undefined ? {} : { unit }) }
}

/** Whether `low to high` is one figure; `and` joins only after `between`. */
function isRange(text: string, start: number, low: string, joint: string, high: string): boolean {
  if (/and/i.test(joint) && !/\bbetween\s$/i.test(text.slice(Math.max(0, start - 9), start))) return false
  return !/^one$/i.test(low) || !/^one$/i.test(high)
}

/** A year, a day, a time, an ordinal, or a part of something that is no number. */
function isNoCount(text: string, start: number, end: number, bare: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (afterMonth.test(before) || beforeMonth.test(after)) return true
  if (bare && /[^\s]-$/.test(before)) return true
  if (
    /^-(?:\P{L}|$|hal|third|quarter|fourth|fifth|sixth|eighth|tenth)|^(?:st|nd|rd|th)\b|^[:/.–-]\d|^,\d{4}|^\s?[ap]\.?m\b|^\p{L}/iu.test(
      after,
    )
  )
    return true
  const year = bare && /^(?:1[5-9]|20)\d\d$/.test(text.slice(start, end))
  return year && !counting.test(before)
}

function valuesOf(match: RegExpMatchArray, range: boolean): { value: string; upTo?: string } | undefined {
  const { low = '', high, lowScale, scale } = match.groups ?? {}
  const first = decimalOf(low)
  if (first === undefined) return undefined
  const lowPower = powerOf(lowScale ?? '')
  if (!range) return { value: timesTen(first, lowPower + (high === undefined ? powerOf(scale ?? '') : 0)) }
  const second = decimalOf(high ?? '')
  if (second === undefined) return undefined
  const power = powerOf(scale ?? '')
  const shared = lowScale === undefined && Number(first) < Number(second) ? power : lowPower
  return { value: timesTen(first, shared), upTo: timesTen(second, power) }
}

function decimalOf(written: string): string | undefined {
  if (!/^\d/.test(written)) return valueOfWords(written)
  return written.replace(/[,\u00a0\u202f\u2009]/g, '').replace(/^0+(?=\d)/, '')
}
