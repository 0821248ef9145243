import type { TextRange } from '../model/revision'
import { kindOfName } from './kind-of-name'

/** Somebody as a text names them. Ranges are in the text that was read. */
export interface NamedSource extends TextRange {
  /** The name, without the title before it. */
  readonly name: string
  readonly role?: string
}

const titles =
  'Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Vice|Prime|Minister|Chancellor|Secretary|Deputy|Assistant|Acting|' +
  'Under|Senator|Sen|Sens|Representative|Rep|Reps|Congressman|Congresswoman|Governor|Gov|Mayor|Ambassador|Chairman|' +
  'Chairwoman|Chair|Director|Administrator|Commissioner|Attorney|General|Gen|Lieutenant|Lt|Col|Colonel|Maj|Major|' +
  'Capt|Captain|Cmdr|Commander|Sgt|Sergeant|Cpl|Adm|Admiral|Brig|Judge|Justice|Speaker|Army|Navy|Marine|Corps|Air|' +
  'Force|Coast|Guard|U\\.S|US|CEO|CFO|COO|CTO|Chief|Executive|Managing|Officer|Founder|Co-Founder|Spokesperson|Spokesman|' +
  'Spokeswoman|Superintendent|Sheriff|Rev|Reverend|Bishop|Archbishop|Rabbi|Pastor'
const title = new RegExp(`^(?:\\p{Lu}{2,}\\s+)?(?:(?:${titles})\\.?\\s+)+(?=\\p{Lu})`, 'u')
/** The same before what it is a title of: `Secretary of`. */
const titleOf = new RegExp(`^(?:\\p{Lu}{2,}\\s+)?(?:(?:${titles})\\.?\\s+)+(?=of |for |at |to )`, 'u')
/** What is said before a name out of courtesy and is no role. */
const courtesy = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.?(?=\s|$)/gu
const particle = '(?:al|el|bin|ibn|abu|de|da|del|della|der|den|di|du|la|le|van|von|ter|dos)'
const nameWord = `(?:${particle}[- ])*(?:al-|el-|d’|d'|O’|O')?\\p{Lu}[\\p{L}\\p{M}’'.-]*`
const name = `${nameWord}(?: (?:and Sons|${nameWord}))*`
const onlyName = new RegExp(`^${name}$`, 'u')
const given = `\\p{Lu}[\\p{L}\\p{M}’'-]+(?: \\p{Lu}\\.)*`
const family = `(?!(?:Jr|Sr)\\b)${nameWord}(?: (?:Jr|Sr)\\.| I{2,3}| IV)?`
/** The end of `Secretary of Energy Jane M. Doe`: a given name, initials and a family name behind what the title is about. */
const afterField = new RegExp(
  `^((?:of|for|at|to) .*[\\p{L}.])(?<!\\b(?:of|for|and|the|at|to|in)) (${given} ${family})$`,
  'u',
)
/** What a title is about ends with one of these more often than not. */
const fields =
  'State|Energy|Treasury|Defen[cs]e|War|Army|Navy|Labou?r|Employment|Education|Commerce|Trade|Transportation|Transport|' +
  'Agriculture|Interior|Affairs|Services|Security|Development|Health|Justice|Finance|Environment|Intelligence|Science|' +
  'Technology|Operations|Policy|Communications|Relations|Budget|Housing|Industry|Culture|Research|Engineering|Marketing|' +
  'Sales|Safety|Staff|Resources|Planning|Management|Strategy'
/** A word that can itself end what a title is about, and is seldom a name: `Energy Policy`, `Health Promotion`. */
const noName = `(?:${fields}|\\p{L}+(?:[st]ion|ment|ity|ety|ance|ence|ics|ing|ship|ture|logy|ies|ices))\\b`
/** The same with two given names, which only a word that is known to end a field parts from it: `Secretary of Energy Mary Ann Doe`. */
const twoGiven = new RegExp(
  `^((?:of|for|at|to) (?:.* )?(?:${fields})) ((?!${noName})${given} (?!${noName})${given} ${family})$`,
  'u',
)
/** What is read and does not speak itself: a newspaper's article, a report. */
const writing =
  /\b(?:articles?|reports?|statements?|releases?|letters?|stud(?:y|ies)|surveys?|papers?|documents?|posts?|tweets?|e-?mails?|websites?|blogs?|filings?|analys[ie]s|polls?)$/iu
const pronouns = /^(?:he|she|they|it|we|i|you|who|which|that|this|these|those)$/i
/** A further person inside a role: `and Ahmad Abu Khawlah, commander of`. */
const further = new RegExp(`,? and (?=(?:${name}), (?!the |an? )\\p{Ll})`, 'u')
/** Where the telling of who speaks ends and the when and where begins. */
const after =
  /\s+(?:in an? (?:statement|interview|letter|release|speech|e-?mail)|in announcing|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|during|following|after|before|when|while|as|at a|upon)\b.*$/su

/** Whether a source is a mere pronoun, which names nobody. */
export function isPronoun(text: string): boolean {
  return pronouns.test(text.trim())
}

/** Whether a source is a writing, which somebody else has said something in: `a recent article`, `the council’s report to the mayor`. */
export function isWriting(text: string): boolean {
  const [, owned] = /['’]s? ([^,]*?)(?: (?:to|on|for|of|about|from) .*)?$/u.exec(text.trim()) ?? []
  return writing.test(text.trim()) || (owned !== undefined && writing.test(owned))
}

/**
 * Who a text of the form `title name, role[ and name, role]` names, in its order. Names are parted at ` and ` only
 * where a name stands on either side, so that `Secretary of Health and Human Services` stays whole. The range of each
 * holds title and name as written, not the role. Empty for a text without a word.
 */
export function readSource(text: string): NamedSource[] {
  const told = text.replace(after, '')
  const found: NamedSource[] = []
  let at = 0
  while (at < told.length) {
    const rest = told.slice(at)
    const lead = /^[\s,]*(?:and\s+)?/u.exec(rest)?.[0].length ?? 0
    const comma = rest.indexOf(',', lead)
    const head = comma < 0 ? rest.slice(lead) : rest.slice(lead, comma)
    const names = splitNames(head)
    const next = comma < 0 ? null : further.exec(rest.slice(comma))
    const end = next === null || comma < 0 ? rest.length : comma + next.index
    const role = comma < 0 ? '' : rest.slice(comma + 1, end)
    found.push(...toNamed(names, at + lead, role))
    if (next === null) break
    at += end
  }
  return found
}

/** `John Hoeven and Kevin Cramer` in two; anything that is not name and name stays one. */
function splitNames(head: string): { readonly text: string; readonly at: number }[] {
  const joint = head.indexOf(' and ')
  const left = head.slice(0, joint)
  const right = head.slice(joint + 5)
  const bare = (part: string) => part.replace(title, '')
  const both = joint > 0 && onlyName.test(bare(left)) && onlyName.test(bare(right))
  const people = both && (bare(left).includes(' ') || title.test(left)) && bare(right).includes(' ')
  return people
    ? [
        { text: left, at: 0 },
        { text: right, at: joint + 5 },
      ]
    : [{ text: head, at: 0 }]
}

function toNamed(names: ReturnType<typeof splitNames>, start: number, behind: string): NamedSource[] {
  const role = behind.replace(/[\s,.;:—–-]+$/u, '').trim()
  return names.flatMap(({ text, at }, index) => {
    const written = text.replace(/[\s,.;:—–-]+$/u, match =>
      /^\.\s*$/.test(match) && /\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.\s*$/.test(text) ? '.' : '',
    )
    if (written === '') return []
    const before = titleBefore(written)
    const bare = written.slice(before.length).replace(/^the (?=\p{Lu})/u, '')
    const own = index === names.length - 1 && role !== '' ? role : before.replace(courtesy, '').trim()
    const range = { start: start + at, end: start + at + written.length }
    return [{ ...range, name: bare, ...(own === '' ? {} : { role: own }) }]
  })
}

/** The title before a name, with what it is about; empty where no name stands behind one. */
function titleBefore(written: string): string {
  const said = title.exec(written)?.[0] ?? ''
  if (onlyName.test(written.slice(said.length))) return kindOfName(written) === 'organisation' ? '' : said
  const about = written.slice(titleOf.exec(written)?.[0].length ?? written.length)
  for (const pattern of [twoGiven, afterField]) {
    const behind = pattern.exec(about)?.[2]
    if (behind !== undefined && kindOfName(behind) !== 'organisation')
      return written.slice(0, written.length - behind.length)
  }
  return ''
}
