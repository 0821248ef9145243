import type { Block, Role, TextRange } from '../model/revision'
import { companyForm, endsShortened, withoutForm } from './company-form'
import { findDateline } from './find-dateline'
import { aboutLength } from './phrases'
import { findEmails } from './reach'

/** Who issued a release, by its text, and where it says so first. */
export interface WrittenIssuer extends TextRange {
  readonly name: string
}

interface Candidate extends WrittenIssuer {
  readonly rule: string
  readonly weight: number
}

const word = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'&-]*"
const properName = `${word}(?:(?: (?:of the|of|for the|for|and|am|de la|de|des|du|del|der|für|&) | )${word})*(?:, ${companyForm}(?![\\p{L}])\\.?)?`
const organisation =
  /\b(?:Agency|Authority|Administration|Association|Bank|Board|Bureau|Center|Centre|Church|College|Commission|Committee|Company|Corporation|Council|Department|Federation|Foundation|Fund|Group|Inc|Institute|Laborator(?:y|ies)|League|Ltd|Ministry|Museum|Office|Organi[sz]ation|Party|Police|Police Service|Service|Society|Trust|Union|University|AG|GmbH|SE|KG|eV|Amt|Behörde|\p{L}*behörde|\p{L}*ministerium|\p{L}*werft|Verband|Stiftung|Museum|Agence|Ministère|Laboratoires?|Société|Université|Confederación|Ministerio|Universidad|Fundación|Compañía|Ayuntamiento)\b/u
const title =
  'Congress(?:man|woman)|(?:U\\.S\\. )?(?:Representatives?|Reps?\\.|Senators?|Sens?\\.)|Governor|Gov\\.|Mayor'
const announces =
  '(?:said|says|announced?s?|reported|reports|finalized|voted|published|opened|opens|launched|released|approved|will|is|are|has|have|today|reopens|erklärt|hat|ist|teilt|eröffnet|baut|ouvre|a|ont|est|annonce|ha|han|anuncia)'

/** What may name the issuer, by how much it tells. The highest weight wins, the earlier of equal ones. */
const rules: readonly {
  rule: string
  weight: number
  find: (text: string, blocks: readonly Block[]) => Candidate[]
}[] = [
  { rule: 'letterhead', weight: 9, find: (text, blocks) => letterhead(text, blocks) },
  { rule: 'a section "About"', weight: 8, find: (text, blocks) => aboutNames(text, blocks) },
  {
    rule: 'a member of a parliament at the beginning of the lead',
    weight: 7,
    find: (text, blocks) =>
      inLead(
        text,
        blocks,
        new RegExp(`^.{0,160}?\\b(?:${title}) (${word}(?: ${word}){1,2})(?= \\(|,| and| today)`, 'u'),
      ),
  },
  {
    rule: 'a name at the beginning of the lead that says or does something',
    weight: 6,
    find: (text, blocks) =>
      inLead(
        text,
        blocks,
        new RegExp(
          `^(?:(?:Today|Heute|Hoy|Aujourd’hui),? )?(?:(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Ll]a|[Ee]l|[Ll]e) |[Ll][’'])?(${properName})(?: \\([^)]{2,30}\\))?(?:,? and [^,]{3,60}| and \\w+ other \\w+|,[^,]{3,80},| und \\p{L}+ weitere \\p{L}+)? (?:${announces}|\\p{Ll}+(?:s|ed|t))(?![\\p{L}])`,
          'u',
        ),
      ),
  },
  {
    rule: 'a name that says so at the end of a sentence of the lead',
    weight: 7,
    find: (text, blocks) =>
      inLead(
        text,
        blocks,
        new RegExp(
          `, (?:the )?(${properName}) (?:said|announced|reported|says|announces) ?(?:today|on \\w+day)?\\.`,
          'u',
        ),
      ),
  },
  {
    rule: 'people of an organisation at the beginning of the lead',
    weight: 6,
    find: (text, blocks) =>
      inLead(
        text,
        blocks,
        new RegExp(
          `^(?:\\p{L}+ ){1,3}(?:from|of|at|von|der|de|del) (?:the )?(${properName}) (?:${announces}|\\p{Ll}+ed)(?![\\p{L}])`,
          'u',
        ),
      ).filter(({ name }) => organisation.test(name)),
  },
  {
    rule: 'a name of capitals that is the domain of the contacts',
    weight: 4,
    find: (text, blocks) => inDomain(text, blocks),
  },
  {
    rule: 'an organisation in the lead',
    weight: 3,
    find: (text, blocks) =>
      inLead(text, blocks, new RegExp(`(${properName})`, 'gu')).filter(({ name }) => organisation.test(name)),
  },
  {
    rule: 'a statement of the president and the administration',
    weight: 5,
    find: (text, blocks) => presidency(text, blocks),
  },
]

/**
 * The issuer that the text names, or undefined. Each rule of the table names candidates; one whose letters are in the
 * domain of the contacts' addresses, or that the headline names, counts for more. A company's form ("Inc.", "GmbH") is part of
 * the name where it is written; headline and addresses may do without it.
 */
export function findIssuer(text: string, blocks: readonly Block[]): WrittenIssuer | undefined {
  const headline = blocks.find(({ role }) => role === 'headline')
  const domains = findEmails(textOf(text, blocks, 'contact')).map(address => address.replace(/^.*@/, ''))
  const weighed = rules
    .flatMap(({ find, weight, rule }) => find(text, blocks).map(candidate => ({ ...candidate, weight, rule })))
    .filter(
      ({ name }) =>
        !notAnIssuer.test(withoutForm(name)) &&
        (name.includes(' ') || name === name.toUpperCase() || isKnown(text, blocks, name)),
    )
    .map(candidate => ({
      ...candidate,
      weight: candidate.weight + bonus(candidate.name, domains, headline && text.slice(headline.start, headline.end)),
    }))
  const best = weighed.reduce<Candidate | undefined>(
    (found, next) => (found === undefined || next.weight > found.weight ? next : found),
    undefined,
  )
  if (best === undefined || best.weight < 5) return undefined
  return { name: best.name, start: best.start, end: best.end }
}

const notAnIssuer =
  /^(?:This|That|These|Today|In|On|At|As|For|With|Since|After|Before|When|While|If|To|He|She|It|They|We|I|You|Our|Its|Their|A|An|There|President(?: \p{Lu}\S+)*|Secretary.*|Mr.*|Ms.*|Information|Dieses|Diese|Wir|Nous|Cette|Le|La|El|Los)$/u

/** A name of one word stands in the headline or in the domain of the contacts. */
function isKnown(text: string, blocks: readonly Block[], name: string): boolean {
  return (
    textOf(text, blocks, 'headline').includes(name) ||
    textOf(text, blocks, 'contact').toLowerCase().includes(`@${name.toLowerCase()}.`)
  )
}

/** A word in capitals of the headline or lead that is the last part but one of a contact's domain: nasa.gov, NASA. */
function inDomain(text: string, blocks: readonly Block[]): Candidate[] {
  const domains = findEmails(textOf(text, blocks, 'contact')).map(address =>
    address.split(/[@.]/).at(-2)?.toUpperCase(),
  )
  return blocks
    .filter(({ role }) => role === 'headline' || role === 'lead')
    .map(({ role, start, end }) => ({
      start: start + (role === 'lead' ? leadWithoutDateline(text.slice(start, end)) : 0),
      end,
    }))
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\b\p{Lu}{2,8}\b/gu)].flatMap(({ 0: name, index }) =>
        domains.includes(name) ? [made(name, start + index)] : [],
      ),
    )
}

function bonus(written: string, domains: readonly string[], headline: string | undefined): number {
  const name = withoutForm(written)
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '')
  const words = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 3)
  const matches = domains.some(domain => {
    const own = domain.toLowerCase().replace(/[^\p{L}]/gu, '')
    return own.startsWith(letters.slice(0, 8)) || words.some(part => own.includes(part))
  })
  return (matches ? 3 : 0) + (headline?.includes(name) === true ? 1 : 0)
}

function textOf(text: string, blocks: readonly Block[], role: Role): string {
  return blocks.flatMap(block => (block.role === role ? [text.slice(block.start, block.end)] : [])).join('\n')
}

function letterhead(text: string, blocks: readonly Block[]): Candidate[] {
  const top = blocks.slice(
    0,
    Math.max(
      0,
      blocks.findIndex(({ role }) => role === 'lead'),
    ),
  )
  const block = top.find(({ role, start, end }) => role === 'other' && /^\p{Lu}/u.test(text.slice(start, end)))
  if (block === undefined) return []
  const line = text.slice(block.start, block.end).split('\n')[0] ?? ''
  const name = line.replace(/ (?:Office|Bureau|Division) of (?:Public|Communications|Media|Press)\b.*$/, '')
  return [made(name, block.start)]
}

function aboutNames(text: string, blocks: readonly Block[]): Candidate[] {
  return blocks
    .filter(({ role }) => role === 'section-heading' || role === 'boilerplate')
    .flatMap(({ start, end }) => {
      const line = text.slice(start, end).split('\n')[0] ?? ''
      const length = aboutLength(line)
      const name = new RegExp(`^(?:.*?[ ,]${companyForm}\\.|[^.:]*)`, 'u').exec(line.slice(length))?.[0] ?? ''
      if (length === 0 || name.split(' ').length > 8) return []
      const known = asWrittenElsewhere(text, name)
      return known === undefined ? [] : [made(known, start + length)]
    })
    .slice(0, 1)
}

/** The name as it stands in the text in its own case; undefined where it is not a name ("the museum"). */
function asWrittenElsewhere(text: string, name: string): string | undefined {
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  const own = at < 0 ? name : text.slice(at, at + name.length)
  const shouted = own === own.toUpperCase() && own.split(' ').length > 1
  return shouted || !/^\p{Lu}/u.test(own) || own.split(' ').length < 2 ? undefined : own
}

function inLead(text: string, blocks: readonly Block[], pattern: RegExp): Candidate[] {
  const lead = blocks.find(({ role }) => role === 'lead')
  if (lead === undefined) return []
  const whole = text.slice(lead.start, Math.min(lead.end, lead.start + 600))
  const skipped = leadWithoutDateline(whole)
  const own = whole.slice(skipped)
  const matches = pattern.global ? [...own.matchAll(pattern)] : [pattern.exec(own)]
  return matches.flatMap(match => {
    const name = match?.[1]
    if (match === null || name === undefined) return []
    return [made(name, lead.start + skipped + match.index + match[0].indexOf(name))]
  })
}

function leadWithoutDateline(lead: string): number {
  const found = findDateline(lead)
  if (found === null) return 0
  const from = Math.max(found.place?.end ?? 0, found.date?.end ?? 0)
  const gap = /^(?:\s|[-–—:.,)/]|\([A-Z][A-Za-z ]+\)|\/[A-Za-z ]+\/)*/u.exec(lead.slice(from))
  return from + (gap?.[0].length ?? 0)
}

function presidency(text: string, blocks: readonly Block[]): Candidate[] {
  const headline = textOf(text, blocks, 'headline')
  const at = text.search(/\bWhite House\b|\bAdministration\b/)
  return /\bPresident \p{Lu}/u.test(headline) && at >= 0 ? [made('The White House', at, 0)] : []
}

function made(written: string, begin: number, length = written.length): Candidate {
  const article = /^(?:The|Die|Der|Das|Les?|La|El|Los|Las) (?=\p{Lu})/u.exec(written)?.[0].length ?? 0
  const kept = /^The White House$/.test(written) ? 0 : article
  const [name, start] = [written.slice(kept), begin + kept]
  const bare = endsShortened(name) ? name : name.replace(/\.$/, '')
  return { name: bare, start, end: start + Math.min(length, bare.length), rule: '', weight: 0 }
}
