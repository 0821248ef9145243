import type { BlockFeatures } from './block-features'
import { isLegalNotice, isSourceLine } from './closing-paragraphs'
import { endsShortened } from './company-form'
import { phraseLength } from './phrases'
import { isCaption, isEmbargo, isParagraph, isReleaseLine, type RoleRule, type RuleContext, short } from './role-rule'

const endMark = /^(?:#(?:\s*#)*|\*(?:\s*\*){2,}|[-–—\s]*#{2,}[-–—\s]*|[-–—\s]*30[-–—\s]*)$/i
const creditLine = /^[A-Z]{2,5}(?:\/[\w .-]+)?$/
const office = /^(?:the )?(?:office|bureau|department|division|ministry|embassy|directorate|communications)\b/i
const ends = /[,;…-]$/
const introducesSpeech =
  /\b(?:said|says|added|adds|commented|explained|noted|stated|sagte|sagt|erklärt|erklärte|déclare|déclaré|ajoute|dijo|dice|señala|señaló|afirmó)\b[^:]*:$/iu
const addressesPress =
  /^(?:(?:interested|accredited|members of the|all) )?(?:media|press|journalists|reporters|broadcasters|photographers|editors)(?: representatives| outlets| members)? (?:can|may|must|should|will be able|who|are (?:invited|asked|welcome|requested|encouraged)|wishing|interested)\b|\b(?:to|for) (?:members of the|accredited|interested) (?:press|media|journalists|reporters)\b/i

/** A phrase that ends texts, alone: with dashes or brackets around it, in capitals or as a word. */
function isEndMark(block: BlockFeatures): boolean {
  if (block.lines.length > 1 || block.words > 6) return false
  if (endMark.test(block.text)) return true
  const bare = block.text.replace(/^[-–—\s[(*]+|[-–—\s\]).*]+$/g, '')
  return bare !== '30' && bare !== '' && phraseLength('endMark', bare) === bare.length
}

function isHeading({ block, next }: RuleContext): boolean {
  if (block.type === 'heading') return true
  const titled = block.type === 'paragraph' && block.lines.length === 1 && short(block, 22) && block.text.length <= 150
  const open =
    block.sentence || ends.test(block.text) || introducesSpeech.test(block.text) || (block.announces && block.words > 8)
  if (!titled || open || block.quoted || block.email || block.phone || block.web) return false
  const follows = next?.item === true || next?.type === 'row' || isParagraph(next)
  return follows && /^[\p{Lu}\p{N}]/u.test(block.text)
}

/** A line that announces contacts and gives none itself: they follow. */
const announcesContacts = ({ block, reachable }: RuleContext) =>
  reachable && block.lines.length === 1 && short(block, 10) && !block.email && !block.phone && block.only('contact')

/** The rules in order; to add one, put it before those that would take its blocks and give it a line in the tests. */
export const roleRules: readonly RoleRule[] = [
  {
    role: 'end-mark',
    because: 'a mark that ends releases, alone in a block',
    zones: ['body', 'tail'],
    when: ({ block }) => isEndMark(block),
  },
  {
    role: 'embargo',
    because: 'names an embargo before the text begins',
    zones: ['top'],
    when: ({ block }) => isEmbargo(block),
  },
  {
    role: 'other',
    because: 'a letterhead: short lines first, a release line, embargo or date next, the headline behind it',
    zones: ['top'],
    when: ({ block, index, letterhead, hasHeadline }) =>
      index < 3 && letterhead && !hasHeadline && !isReleaseLine(block) && !block.datelineOnly && short(block, 16),
  },
  {
    role: 'release-line',
    because: 'says that or when it is released',
    zones: ['top'],
    when: ({ block }) => isReleaseLine(block),
  },
  {
    role: 'release-line',
    because: 'the day alone, under a release line',
    zones: ['top'],
    when: ({ block, previousRole }) => block.datelineOnly && !block.placed && previousRole === 'release-line',
  },
  {
    role: 'dateline',
    because: 'a place and date, or a date, alone in a block',
    zones: ['top'],
    when: ({ block }) => block.datelineOnly,
  },
  {
    role: 'contact',
    because: 'labelled as contact before the text begins',
    zones: ['top'],
    when: ({ block, reachable }) => reachable && short(block, 40) && !block.sentence && block.starts('contact'),
  },
  {
    role: 'contact',
    because: 'a short line of contacts before the text begins',
    zones: ['top'],
    when: ({ block, previousRole }) =>
      previousRole === 'contact' && short(block, 12) && !block.sentence && (block.email || block.phone),
  },
  {
    role: 'note-to-editors',
    because: 'addressed to editors, or their note, beside the text',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => block.starts('notes') && !short(block, 5) && !block.only('notes'),
  },
  {
    role: 'caption',
    because: 'a picture description of the source, or with a credit',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => isCaption(block),
  },
  {
    role: 'caption',
    because: 'right after the headline, and a credit line stands under it',
    zones: ['top'],
    when: ({ next, previousRole }) => previousRole === 'headline' && next !== undefined && creditLine.test(next.text),
  },
  {
    role: 'caption',
    because: 'a credit line under a picture description',
    zones: ['top'],
    when: ({ block, previousRole }) => previousRole === 'caption' && creditLine.test(block.text),
  },
  {
    role: 'other',
    because: 'the address of the release itself',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => isSourceLine(block),
  },
  {
    role: 'headline',
    because: 'the first block that is none of these and no paragraph',
    zones: ['top'],
    when: ({ block, hasHeadline, titleAhead }) =>
      !hasHeadline && !titleAhead && short(block, 45) && !(block.sentence && block.words > 20) && !block.announces,
  },
  {
    role: 'other',
    because: 'an issuing office under the headline',
    zones: ['top'],
    when: ({ block }) => short(block, 8) && office.test(block.text) && !block.sentence,
  },
  {
    role: 'subhead',
    because: 'a line under the headline that is no sentence',
    zones: ['top'],
    when: ({ block, previousRole }) =>
      (previousRole === 'headline' || previousRole === 'subhead') &&
      short(block, 40) &&
      block.words >= 4 &&
      block.lines.length <= 2 &&
      !block.sentence &&
      !block.announces &&
      !block.quoted &&
      !block.dateline,
  },
  {
    role: 'lead',
    because: 'the first paragraph of the text',
    zones: ['top'],
    when: ({ block }) => block.type === 'paragraph' && !block.item && isParagraph(block),
  },
  {
    role: 'section-heading',
    because: 'opens a section on the issuer, contacts, notes or what the law asks for',
    zones: ['body', 'tail'],
    when: context => {
      const { block, next } = context
      if (next === undefined || block.lines.length > 1 || !short(block, 10)) return false
      if (block.sentence && !(block.about && endsShortened(block.text))) return false
      return (
        (block.about && !/[:.] \S/.test(block.text)) ||
        block.only('notes') ||
        block.only('legal') ||
        announcesContacts(context)
      )
    },
  },
  {
    role: 'letter',
    because: 'the greeting of a letter, or in one',
    zones: ['body', 'tail'],
    when: ({ block, section }) =>
      (block.starts('salutation') && short(block, 10) && /[,:!]$/.test(block.text)) ||
      section === 'letter' ||
      (section === 'signature' &&
        short(block, 15) &&
        !block.sentence &&
        block.type !== 'heading' &&
        !block.starts('contact')),
  },
  {
    role: 'letter',
    because: 'a statement given whole, in quotation marks',
    zones: ['body'],
    when: ({ block, section }) => section === 'statement' && block.quoted,
  },
  {
    role: 'contact',
    because: 'labelled as contact, beside the text',
    zones: ['body', 'tail'],
    when: ({ block, reachable }) =>
      reachable &&
      short(block, 40) &&
      block.starts('contact') &&
      !block.quoted &&
      (!block.web || block.email || block.phone),
  },
  {
    role: 'contact',
    because: 'short line of a contact section',
    zones: ['body', 'tail'],
    when: ({ block, section, reachable }) =>
      section === 'contact' && reachable && (short(block, 12) || (short(block, 30) && (block.email || block.phone))),
  },
  {
    role: 'boilerplate',
    because: 'begins with "About" and a name, on a line of its own or before a colon or full stop',
    zones: ['body', 'tail'],
    when: ({ block }) =>
      block.about &&
      (/^[^.:\n]{5,70}[.:] /u.test(block.text) ||
        (block.lines.length > 1 && (block.lines[0] ?? '').split(' ').length <= 8)),
  },
  {
    role: 'section-heading',
    because: 'a heading of the source, or a short line without end before a paragraph',
    zones: ['top', 'body', 'tail'],
    when: context => (context.zone === 'top' ? context.block.type === 'heading' : isHeading(context)),
  },
  {
    role: 'boilerplate',
    because: 'in a section about the issuer',
    zones: ['body', 'tail'],
    when: ({ block, section }) => section === 'boilerplate' && isParagraph(block),
  },
  {
    role: 'boilerplate',
    because: 'what the law asks to be said of forecasts',
    zones: ['body', 'tail'],
    when: ({ block, section }) => section !== 'note-to-editors' && !block.quoted && isLegalNotice(block),
  },
  {
    role: 'note-to-editors',
    because: 'in a section of notes',
    zones: ['body', 'tail'],
    when: ({ section }) => section === 'note-to-editors',
  },
  {
    role: 'note-to-editors',
    because: 'tells the press what it can do or get',
    zones: ['body', 'tail'],
    when: ({ block }) =>
      short(block, 45) && !block.quoted && !block.email && !block.phone && addressesPress.test(block.text),
  },
  {
    role: 'list-item',
    because: 'an item of a list, or begins with a list marker',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => block.item,
  },
  { role: 'body', because: 'in the text', zones: ['body'], when: () => true },
  { role: 'body', because: 'a row of a table', zones: ['top', 'tail'], when: ({ block }) => block.type === 'row' },
  { role: 'other', because: 'nothing is known of it', zones: ['top', 'tail'], when: () => true },
]
