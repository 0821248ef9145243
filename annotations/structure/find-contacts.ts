import { phraseLength } from './phrases'
import { emailPattern, findEmails, findPhones, webPattern } from './reach'

/** Whom to ask: as written, each part only where the text gives it. */
export interface Contact {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

const notAPerson =
  /\b(?:office|officers?|relations|press|media|communications?|department|director(?:ate)?|manager|head|chief|spokes\w+|secretary|president|headquarters|center|centre|agency|authority|bank|council|trust|museum|company|inc|ltd|gmbh|ag|group|university|association|ministry|bureau|division|services?|newsdesk|desk|team|tel|telephone|phone|mobile|fax|e-?mail|contacts?|enquiries|information|street|road|avenue|flight|energy|lines|rail|investor|public|presse\w*|telefon|leiter\w*|unternehmenskommunikation|kommunikation|direct(?:eur|rice|or|ora)|responsable|prensa|comunicación|service|agence|confederación)\b/iu
const name =
  /^(?:(?:Mr|Ms|Mrs|Dr|Prof|Frau|Herr|Mme|Sra?)\.? )?\p{Lu}[\p{L}\p{M}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]+|de|van|von|der|den|la|di|del|da|dos|bin|al|el|y)){1,4}$/u
const nameInSentence =
  /\b(?:contact|e-?mail|call|phone|reach|to|with|an|wenden Sie sich an|contacter)\s+(?:(?:Mr|Ms|Mrs|Dr)\.? )?(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}\p{M}'’-]+){1,2})(?=[ ,.:]|$)/u
const separators = /\s*(?:[|•·*;,\t]|\s[–—-]\s|\s\/\s|\s{2,})\s*/u

/**
 * The contacts of a run of lines, in order. A name begins a contact; so does an address or a label behind a contact that
 * has one already. Names, addresses and numbers parted by slashes belong to each other in order; one number counts for all.
 * Lines without a person are a contact without a name. A name is two to five words with capitals that name no office.
 */
export function findContacts(lines: readonly string[]): Contact[] {
  const people: Contact[][] = []
  for (const sentence of lines.flatMap(toSentences)) {
    const label = phraseLength('contact', sentence)
    const rest = sentence.slice(label)
    const labelled = label > 0 && /^[^:]{0,40}:/.test(rest)
    const own = labelled ? rest.replace(/^[^:]{0,40}:\s*/, '') : sentence
    const names = namesOf(own)
    const emails = findEmails(own)
    const phones = findPhones(own).map(({ text }) => text)
    if (begins(people.at(-1), { labelled, names, emails, phones })) people.push(names.map(known => ({ name: known })))
    if (names.length + emails.length + phones.length === 0) continue
    if (people.length === 0 || people.at(-1)?.length === 0) {
      if (people.length === 0) people.push([])
      people[people.length - 1] = names.length > 0 ? names.map(known => ({ name: known })) : [{}]
    }
    const last = people.length - 1
    people[last] = distribute(distribute(people[last] ?? [], 'email', emails), 'phone', phones)
  }
  return people.flat().filter(({ email, phone }) => email !== undefined || phone !== undefined)
}

interface Line {
  readonly labelled: boolean
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

function begins(group: readonly Contact[] | undefined, { labelled, names, emails, phones }: Line): boolean {
  if (group === undefined) return true
  const reached = group.some(({ email, phone }) => email !== undefined || phone !== undefined)
  if (!reached)
    return group.length === 0 ? false : names.length > 0 && group.every(({ name: known }) => known === undefined)
  if (names.length > 0 || (labelled && emails.length + phones.length > 0)) return true
  return emails.length > 0 && group.some(({ email }) => email !== undefined)
}

function distribute(group: readonly Contact[], part: 'email' | 'phone', values: readonly string[]): Contact[] {
  return group.map((contact, i) => {
    const value = values.length === group.length ? values[i] : values[0]
    return value === undefined || contact[part] !== undefined ? contact : { ...contact, [part]: value }
  })
}

function toSentences(line: string): string[] {
  return line.split(/(?<=[\p{Ll}\d)])\. +(?=\p{Lu})/u)
}

function namesOf(line: string): string[] {
  const bare = line.replace(emailPattern, ',').replace(webPattern, ',')
  const phones = findPhones(bare)
  const plain = phones.reduce((text, phone) => text.replace(phone.text, ','), bare)
  const tokens = plain.split(separators).map(token => token.replace(/^[\s:(]+|[\s:.,)]+$/gu, ''))
  const written = tokens.filter(token => name.test(token) && !notAPerson.test(token))
  const slashed = /\s\/\s/.test(line)
  if (written.length > 0) return slashed ? written : written.slice(0, 1)
  const inSentence = nameInSentence.exec(plain)?.[1]
  return inSentence === undefined || notAPerson.test(inSentence) ? [] : [inSentence]
}
