import type { Json } from '../model/json'
import type { Block, Finding, MetaName, Role } from '../model/revision'
import { describeBlock } from './block-features'
import { isSourceLine } from './closing-paragraphs'
import { findContacts } from './find-contacts'
import { findDateline } from './find-dateline'
import { findIssuer } from './find-issuer'
import { findLanguage } from './find-language'
import { webPattern } from './reach'
import { findWrittenMoment, type WrittenMoment } from './written-time'

type Reader = (text: string, blocks: readonly Block[]) => Finding[]

/** The places where each piece of metadata is looked for, in order: the first that says something counts. */
const readers: readonly { readonly name: MetaName; readonly from: string; readonly read: Reader }[] = [
  { name: 'headline', from: 'its block', read: (text, blocks) => readWhole('headline', text, blocks) },
  { name: 'subhead', from: 'its block', read: (text, blocks) => readWhole('subhead', text, blocks) },
  {
    name: 'published',
    from: 'a release line with a time',
    read: (text, blocks) => readReleaseLine(text, blocks, true),
  },
  { name: 'published', from: 'a dateline', read: readDatelineDate },
  { name: 'published', from: 'a release line', read: (text, blocks) => readReleaseLine(text, blocks, false) },
  { name: 'published', from: '"today" and a day beside it', read: readToday },
  { name: 'published', from: 'the day on which an embargo ends', read: readEmbargoDay },
  { name: 'place', from: 'a dateline', read: readPlace },
  { name: 'embargo', from: 'its block', read: readEmbargo },
  { name: 'issuer', from: 'the rules of `findIssuer`', read: readIssuer },
  { name: 'contacts', from: 'the contact blocks', read: readContacts },
  { name: 'url', from: 'a line that names the source', read: readUrl },
  { name: 'language', from: 'common words', read: readLanguage },
]

/**
 * What the text of a release says of it, each name at most once and where it can with the range it is read from:
 * headline, subhead, issuer, place, url and language as texts, `published` as `{ date, time?, zone? }`, embargo the same with
 * the words as `text`, contacts as a list of `{ name?, email?, phone? }`.
 */
export function findMetadata(text: string, blocks: readonly Block[]): Finding[] {
  const names = new Set<MetaName>()
  return readers.flatMap(({ name, read }) => {
    if (names.has(name)) return []
    const found = read(text, blocks).slice(0, 1)
    if (found.length > 0) names.add(name)
    return found
  })
}

function ofRole(text: string, blocks: readonly Block[], role: Role): { own: string; start: number; end: number }[] {
  return blocks.flatMap(({ role: given, start, end }) =>
    given === role ? [{ own: text.slice(start, end), start, end }] : [],
  )
}

function readWhole(role: 'headline' | 'subhead', text: string, blocks: readonly Block[]): Finding[] {
  return ofRole(text, blocks, role).map(({ own, start, end }) => finding(role, own, [start, end]))
}

/** Where datelines may stand: alone in a block, else at the beginning of the lead. */
function datelines(text: string, blocks: readonly Block[]) {
  return [...ofRole(text, blocks, 'dateline'), ...ofRole(text, blocks, 'lead')].flatMap(({ own, start }) => {
    const found = findDateline(own.slice(0, 300))
    return found === null ? [] : [{ ...found, from: start }]
  })
}

function readDatelineDate(text: string, blocks: readonly Block[]): Finding[] {
  return datelines(text, blocks).flatMap(({ date, from }) =>
    date === undefined ? [] : [finding('published', { date: date.date }, [from + date.start, from + date.end])],
  )
}

function readPlace(text: string, blocks: readonly Block[]): Finding[] {
  return datelines(text, blocks).flatMap(({ place, from }) =>
    place === undefined ? [] : [finding('place', place.name, [from + place.start, from + place.end])],
  )
}

function readReleaseLine(text: string, blocks: readonly Block[], timed: boolean): Finding[] {
  return ofRole(text, blocks, 'release-line').flatMap(({ own, start }) => {
    const moment = findWrittenMoment(own)
    if (moment === null || (timed && moment.time === undefined)) return []
    return [finding('published', toDay(moment), [start + moment.start, start + moment.end])]
  })
}

const today = /\b(?:today|heute|aujourd[’']hui|hoy),? ?\(?/giu

/** The day in brackets or commas right behind "today" in the lead. */
function readToday(text: string, blocks: readonly Block[]): Finding[] {
  return ofRole(text, blocks, 'lead').flatMap(({ own, start }) =>
    [...own.matchAll(today)].flatMap(({ 0: said, index }) => {
      const from = index + said.length
      const moment = findWrittenMoment(own.slice(from, from + 40))
      if (moment === null || moment.time !== undefined || moment.start > 12) return []
      return [finding('published', toDay(moment), [start + from + moment.start, start + from + moment.end])]
    }),
  )
}

function readEmbargoDay(text: string, blocks: readonly Block[]): Finding[] {
  return ofRole(text, blocks, 'embargo').flatMap(({ own, start }) => {
    const moment = findWrittenMoment(own)
    return moment === null
      ? []
      : [finding('published', { date: moment.date }, [start + moment.start, start + moment.end])]
  })
}

function readEmbargo(text: string, blocks: readonly Block[]): Finding[] {
  return ofRole(text, blocks, 'embargo').map(({ own, start, end }) => {
    const moment = findWrittenMoment(own)
    if (moment !== null) {
      const at = [start + moment.start, start + moment.end] as const
      return finding('embargo', { text: text.slice(...at), ...toDay(moment) }, at)
    }
    const until = /\b(?:until|till|for)\s+(?=\S)/i.exec(own)
    const from = start + (until === null ? 0 : until.index + until[0].length)
    return finding('embargo', { text: text.slice(from, end) }, [from, end])
  })
}

function readIssuer(text: string, blocks: readonly Block[]): Finding[] {
  const issuer = findIssuer(text, blocks)
  return issuer === undefined ? [] : [finding('issuer', issuer.name, [issuer.start, issuer.end])]
}

/** With a range when the contact blocks stand in one row. */
function readContacts(text: string, blocks: readonly Block[]): Finding[] {
  const contacts = blocks.flatMap((block, index) => (block.role === 'contact' ? [{ ...block, index }] : []))
  const [first, last] = [contacts[0], contacts[contacts.length - 1]]
  if (first === undefined || last === undefined) return []
  const value = findContacts(contacts.flatMap(({ start, end }) => text.slice(start, end).split('\n')))
  if (value.length === 0) return []
  const inOneRow = last.index - first.index === contacts.length - 1
  return [finding('contacts', value as unknown as Json, inOneRow ? [first.start, last.end] : undefined)]
}

function readUrl(text: string, blocks: readonly Block[]): Finding[] {
  return blocks.flatMap(block => {
    const match = [...text.slice(block.start, block.end).matchAll(webPattern)][0]
    if (match === undefined || !isSourceLine(describeBlock(text, block))) return []
    const start = block.start + match.index
    return [finding('url', match[0], [start, start + match[0].length])]
  })
}

function readLanguage(text: string): Finding[] {
  const language = findLanguage(text)
  return language === undefined ? [] : [finding('language', language)]
}

function toDay({ date, time, zone }: WrittenMoment): { date: string; time?: string; zone?: string } {
  return { date, ...(time === undefined ? {} : { time }), ...(zone === undefined ? {} : { zone }) }
}

function finding(name: MetaName, value: Json, at?: readonly [number, number]): Finding {
  return { name, value, ...(at === undefined ? {} : { at }), how: 'text' }
}
