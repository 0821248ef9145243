import type { BlockFeatures } from './block-features'
import { phraseLength } from './phrases'

const startsWithName =
  /^(?:The |Die |Der |Das |La |Le |L[’']|El |Los |Les )?(?:\p{Lu}[\p{L}\p{M}\p{N}&.’'-]*)(?:[ \u00a0](?:of|the|for|and|&|in|de|des|du|der|la|am|\p{Lu}[\p{L}\p{M}\p{N}&.’'-]*|\([^)]{1,30}\)))*/u
const notAName =
  /^(?:The )?(?:This|That|These|Those|Today|In|On|At|As|For|With|Since|After|Before|When|While|If|To|He|She|It|They|We|I|You|Our|Its|Their|A|An|There|Additionally)\b/

/** What issuers say of themselves at the end of a release; each is looked for near the start of the paragraph. */
const selfDescriptions: readonly RegExp[] = [
  /\b(?:is|are) (?:firmly |deeply )?(?:committed|dedicated) to\b/,
  /\b(?:is|are) (?:a|an|the|one of the) (?:[\p{L}\p{N}’'-]+ ){0,4}(?:leader|provider|manufacturer|maker|supplier|developer|producer|operator|company|agency|nonprofit|charity|organi[sz]ation|association|alliance|coalition|program|programme|initiative|network|foundation|institute|university|bank|museum|body|authority|council|federation|union|firm|group|publisher|retailer|trust)\b/iu,
  /\b(?:was )?(?:founded|established|headquartered|incorporated) in\b/,
  /\bheadquartered (?:at|near)\b/,
  /, representing \d/,
  /\btrad(?:es|ed) (?:on|under) the\b/,
  /\b(?:wurde|ist) (?:im Jahr |19|20)?\d{2,4} gegründet\b|\bbeschäftigt (?:rund |etwa )?[\d.]+\b/u,
  /\b(?:fondée?|créée?) en\b|\bemploie (?:environ )?[\d ]+\b/u,
  /\b(?:fundad[oa]|cread[oa]) en\b/u,
]

/** A paragraph that begins so is a description before it names anybody. */
const founded =
  /^(?:Founded|Established|Headquartered|Based|Fondée?|Créée?|Fundad[oa]|Gegründet) (?:in|en|im|near|at)? ?/u

/**
 * True when a closing paragraph describes an organisation rather than the news: begins with a name, and within 250
 * code units says what it is, does or is committed to. Never a quotation.
 */
export function isIssuerDescription(block: BlockFeatures): boolean {
  if (block.type !== 'paragraph' || block.item || block.quoted || !block.sentence || block.words < 12) return false
  if (/[“"«„]|\b(?:today|yesterday|heute|hoy)\b/i.test(block.text)) return false
  if (founded.test(block.text)) return true
  const name = startsWithName.exec(block.text)
  if (name === null || notAName.test(block.text)) return false
  const start = block.text.replace(/\u00a0/g, ' ').slice(name[0].length, 250)
  return selfDescriptions.some(pattern => pattern.test(start))
}

/** True for a paragraph on what the law asks to be said of forecasts. */
export function isLegalNotice(block: BlockFeatures): boolean {
  return (
    block.words > 10 &&
    /\bforward[- ]looking (?:statements|information)\b|\bzukunftsgerichtete\w* aussagen\b/i.test(block.text)
  )
}

const getInTouch =
  /\b(?:contact|e-?mail|call|phone|telephone|write to|reach|interviews?|enquir(?:y|ies)|inquir(?:y|ies)|questions|Rückfragen|wenden Sie sich|contacter|póngase en contacto)\b/iu

/** True for a closing sentence that asks the press to get in touch: it says so and has an address or number. */
export function isMediaRequest(block: BlockFeatures): boolean {
  return (block.email || block.phone) && !block.quoted && getInTouch.test(block.text) && block.words <= 80
}

/** True for a closing line that only points elsewhere ("For more information, visit ..."); others may stand before it. */
export function isPointer(block: BlockFeatures): boolean {
  if (block.quoted || block.words > 45) return false
  return (
    block.web ||
    /^(?:for (?:more|further) information|to learn more|learn more|click here|read more|more information)\b/i.test(
      block.text,
    )
  )
}

/** True for a line that gives the address of the release itself: a phrase that says so and nothing but an address. */
export function isSourceLine(block: BlockFeatures): boolean {
  const line = block.lines[0] ?? ''
  const length = phraseLength('source', line)
  return (
    length > 0 &&
    block.lines.length === 1 &&
    /^\s*(?:at|on|online)?\s*:?\s*(?:https?:\/\/|www\.)\S+$/i.test(line.slice(length))
  )
}
