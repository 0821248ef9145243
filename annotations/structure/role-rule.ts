import type { Role } from '../model/revision'
import type { BlockFeatures } from './block-features'

/** Where in a release a block stands: before its text begins, in it, after it (contact, about, notes). */
export type Zone = 'top' | 'body' | 'tail'

/** What a heading or a label has opened, until the next heading or end mark. */
export type Section = 'contact' | 'boilerplate' | 'note-to-editors' | 'letter' | 'signature' | 'statement' | null

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
  /** Lines like a headline stand behind a release line, an embargo or a date that come within three blocks. */
  readonly letterhead: boolean
  /** The block or one of the three short ones after it has an e-mail address or telephone number. */
  readonly reachable: boolean
  readonly section: Section
}

/** A rule: in these zones, a block for which `when` holds has this role. The first rule that holds decides. */
export interface RoleRule {
  readonly role: Role
  readonly because: string
  readonly zones: readonly Zone[]
  readonly when: (context: RuleContext) => boolean
}

export const short = (block: BlockFeatures, words: number) =>
  block.words <= words && !block.item && block.type !== 'row'
export const isParagraph = (block: BlockFeatures | undefined) =>
  block !== undefined && (block.sentence || block.announces || block.words > 20)

const releasedAt = /^[^.]{0,60}[–—-]\s*for (?:immediate|general) (?:release|use|publication)\b/i

/** Says that or when the text is released; a long sentence that begins so does not. */
export function isReleaseLine(block: BlockFeatures): boolean {
  return short(block, 20) && !block.sentence && (block.starts('releaseLine') || releasedAt.test(block.text))
}

/** Names an embargo: alone in a block before the text begins. */
export function isEmbargo(block: BlockFeatures): boolean {
  return short(block, 40) && (block.starts('embargo') || /\bembargoed (?:until|for|till)\b/i.test(block.text))
}

/** What may stand before a headline and says nothing of the news. */
export function isFrontMatter(block: BlockFeatures): boolean {
  return isReleaseLine(block) || isEmbargo(block) || (block.datelineOnly && block.words <= 12)
}

const pictureCredit =
  /(?:^|[.)”] )(?:photo |image |picture )?(?:credits?|photo|foto|bild|crédit(?: photo)?): ?[^.]{2,80}$|\((?:photo|image|foto|bild):? [^)]{2,80}\)$/i

/** Describes a picture: the source says so, a phrase does, or a credit ends it. */
export function isCaption(block: BlockFeatures): boolean {
  return block.type === 'caption' || (block.words <= 80 && (block.starts('caption') || pictureCredit.test(block.text)))
}
