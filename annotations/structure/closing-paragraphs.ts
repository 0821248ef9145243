import type { BlockFeatures } from './block-features'

const startsWithName =
  /^(?:The )?(?:\p{Lu}[\p{L}\p{M}\p{N}&.’'-]*)(?:[ \u00a0](?:of|the|for|and|&|in|\p{Lu}[\p{L}\p{M}\p{N}&.’'-]*|\([^)]{1,30}\)))*/u
const notAName =
  /^(?:The )?(?:This|That|These|Those|Today|In|On|At|As|For|With|Since|After|Before|When|While|If|To|He|She|It|They|We|I|You|Our|Its|Their|A|An|There|Additionally)\b/

/** What issuers say of themselves at the end of a release; each is looked for near the start of the paragraph. */
const selfDescriptions: readonly RegExp[] = [
  /\b(?:is|are) (?:firmly |deeply )?(?:committed|dedicated) to\b/,
  /\b(?:is|are) (?:a|an|the|one of the) (?:[\p{L}\p{N}’'-]+ ){0,4}(?:leader|provider|manufacturer|maker|supplier|developer|producer|operator|company|agency|nonprofit|charity|organi[sz]ation|association|alliance|coalition|program|programme|initiative|network|foundation|institute|university)\b/iu,
  /\b(?:was )?(?:founded|established|headquartered|incorporated) in\b/,
  /\bheadquartered (?:at|near)\b/,
  /, representing \d/,
  /\btrad(?:es|ed) on the\b/,
]

/**
 * True when a closing paragraph describes an organisation rather than the news: begins with a name, and within 250
 * code units says what it is, does or is committed to. Never a quotation.
 */
export function isIssuerDescription(block: BlockFeatures): boolean {
  if (block.type !== 'paragraph' || block.item || block.quoted || !block.sentence || block.words < 12) return false
  const name = startsWithName.exec(block.text)
  if (name === null || notAName.test(block.text)) return false
  if (/[“"]|\b(?:today|yesterday)\b/i.test(block.text)) return false
  const start = block.text.replace(/\u00a0/g, ' ').slice(name[0].length, 250)
  return selfDescriptions.some(pattern => pattern.test(start))
}

/** True for a closing sentence that asks the press to get in touch: it says so and has an address or number. */
export function isMediaRequest(block: BlockFeatures): boolean {
  return (block.email || block.phone) && /\bcontact\b|\b(?:enquir|inquir)ies\b/i.test(block.text) && block.words <= 80
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
