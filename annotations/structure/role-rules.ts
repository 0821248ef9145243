import type { Role } from '../model/revision'
import type { BlockFeatures } from './block-features'

/** Where in a release a block stands: before its text begins, in it, after it (contact, about, notes). */
export type Zone = 'top' | 'body' | 'tail'

/** What a rule may know: the block, its neighbours, and what has been said of the blocks before it. */
export interface RuleContext {
  readonly zone: Zone
  readonly index: number
  readonly block: BlockFeatures
  readonly next: BlockFeatures | undefined
  readonly previousRole: Role | undefined
  readonly hasHeadline: boolean
  /** One of the first blocks, still to come, is a heading of level 1: the source names its headline itself. */
  readonly titleAhead: boolean
  /** The block or one of the three short ones after it has an e-mail address or telephone number. */
  readonly reachable: boolean
  /** The section that a heading has opened, until the next heading or end mark. */
  readonly section: 'contact' | 'boilerplate' | 'note-to-editors' | null
}

/** A rule: in these zones, a block for which `when` holds has this role. The first rule that holds decides. */
export interface RoleRule {
  readonly role: Role
  readonly because: string
  readonly zones: readonly Zone[]
  readonly when: (context: RuleContext) => boolean
}

const endMark = /^(?:#(?:\s*#)*|\*(?:\s*\*){2,}|[-–—\s]*(?:#{2,}|30|end|ends|e n d s?)[-–—\s.]*|\[(?:end|ends)\])$/i
const embargo =
  /^(?:strictly )?embargo|\bembargoed (?:until|for|till)\b|^under embargo|^not for (?:release|publication|broadcast) /i
const releaseLine =
  /^(?:for )?(?:immediate|general) release\b|^for release\b|^(?:press|news|media) (?:release|advisory|statement)\b[^,;]*$|^release (?:no|number)\b/i
const contactLabel =
  /^(?:(?:press|media|news|investor|public|further|technical)\s+)*(?:contacts?|enquiries|inquiries|information)\b\s*(?:[:(].*|person|details)?$|^contacts?:/i
const aboutLine = /^about\b/i
const notesLine =
  /^(?:background )?notes? (?:to|for) (?:the )?(?:editors?|media|journalists|newsrooms?)\b|^editor[’']s note\b/i
const pictureCredit =
  /(?:^|[.)”] )(?:photo |image |picture )?credits?: ?[^.]{2,80}$|\((?:photo|image):? [^)]{2,80}\)$|^(?:photo|image|caption)\s?:/i
const creditLine = /^[A-Z]{2,5}(?:\/[\w .-]+)?$/
const office = /^(?:the )?(?:office|bureau|department|division|ministry|embassy|directorate|communications)\b/i

const short = (block: BlockFeatures, words: number) => block.words <= words && !block.item && block.type !== 'row'
const firstLine = (block: BlockFeatures) => block.lines[0] ?? ''
const isParagraph = (block: BlockFeatures | undefined) =>
  block !== undefined && (block.sentence || block.announces || block.words > 20)
const frontMatter = (block: BlockFeatures | undefined) =>
  block !== undefined && short(block, 20) && (releaseLine.test(firstLine(block)) || block.datelineOnly)

function isHeading({ block, next }: RuleContext): boolean {
  if (block.type === 'heading') return true
  const titled = block.type === 'paragraph' && block.lines.length === 1 && short(block, 22) && block.text.length <= 150
  const ends = block.sentence || /[,;…-]$/.test(block.text) || (block.announces && block.words > 8)
  if (!titled || ends || block.quoted || block.email || block.phone || block.web) return false
  const follows = next?.item === true || next?.type === 'row' || isParagraph(next)
  return follows && /^[\p{Lu}\p{N}]/u.test(block.text)
}

/** The rules in order; to add one, put it before those that would take its blocks and give it a line in the tests. */
export const roleRules: readonly RoleRule[] = [
  {
    role: 'end-mark',
    because: 'a mark that ends releases, alone in a block',
    zones: ['body', 'tail'],
    when: ({ block }) => endMark.test(block.text),
  },
  {
    role: 'embargo',
    because: 'names an embargo before the text begins',
    zones: ['top'],
    when: ({ block }) => short(block, 40) && embargo.test(block.text),
  },
  {
    role: 'release-line',
    because: 'says that or when it is released',
    zones: ['top'],
    when: ({ block }) => short(block, 20) && releaseLine.test(firstLine(block)),
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
    when: ({ block, reachable }) => reachable && short(block, 40) && block.lines.some(line => contactLabel.test(line)),
  },
  {
    role: 'note-to-editors',
    because: 'addressed to editors, or their note, beside the text',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => notesLine.test(block.text) && !short(block, 5),
  },
  {
    role: 'caption',
    because: 'a picture description of the source, or with a credit',
    zones: ['top', 'body', 'tail'],
    when: ({ block }) => block.type === 'caption' || (block.words <= 80 && pictureCredit.test(block.text)),
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
    because: 'a letterhead: short lines first, a release line or date next',
    zones: ['top'],
    when: ({ block, index, next }) =>
      index === 0 && short(block, 16) && frontMatter(next) && (block.lines.length > 1 || office.test(block.text)),
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
      !block.quoted,
  },
  {
    role: 'lead',
    because: 'the first paragraph of the text',
    zones: ['top'],
    when: ({ block }) => block.type === 'paragraph' && !block.item && isParagraph(block),
  },
  {
    role: 'section-heading',
    because: 'opens a section on the issuer, contacts or notes',
    zones: ['body', 'tail'],
    when: ({ block, next }) =>
      next !== undefined &&
      block.lines.length === 1 &&
      short(block, 10) &&
      !block.sentence &&
      (aboutLine.test(block.text) || notesLine.test(block.text)),
  },
  {
    role: 'contact',
    because: 'labelled as contact, beside the text',
    zones: ['body', 'tail'],
    when: ({ block, reachable }) => reachable && short(block, 40) && contactLabel.test(firstLine(block)),
  },
  {
    role: 'contact',
    because: 'short line of a contact section',
    zones: ['body', 'tail'],
    when: ({ block, section, reachable }) => section === 'contact' && reachable && short(block, 12),
  },
  {
    role: 'boilerplate',
    because: 'begins with "About" and a name, on a line of its own or before a colon',
    zones: ['body', 'tail'],
    when: ({ block }) =>
      aboutLine.test(block.text) &&
      (/^about [^.:\n]{2,60}: /i.test(block.text) ||
        (block.lines.length > 1 && firstLine(block).split(' ').length <= 8)),
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
    role: 'note-to-editors',
    because: 'in a section of notes',
    zones: ['body', 'tail'],
    when: ({ section }) => section === 'note-to-editors',
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
