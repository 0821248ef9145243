import type { Role } from '../model/revision'
import { type BlockFeatures, describeBlock, type UnassignedBlock } from './block-features'
import { isIssuerDescription, isMediaRequest, isPointer } from './closing-paragraphs'
import { isCaption, isFrontMatter, isParagraph, type RuleContext, type Section, short, type Zone } from './role-rule'
import { roleRules } from './role-rules'

/**
 * The role of each block of a release, in order: the first rule of `roleRules` that holds for it, then a look back from
 * the end of the text for descriptions of the issuer, contact sentences and names under an end mark. Pure; time in
 * proportion to the text. Where nothing is known the role is `body` in the text and `other` outside it.
 */
export function assignRoles(text: string, blocks: readonly UnassignedBlock[]): Role[] {
  const features = blocks.map(block => describeBlock(text, block))
  const roles: Role[] = []
  let state: Pick<RuleContext, 'zone' | 'section' | 'hasHeadline'> = { zone: 'top', section: null, hasHeadline: false }
  for (const [index, block] of features.entries()) {
    const context: RuleContext = {
      ...state,
      index,
      block,
      next: features[index + 1],
      previousRole: roles[index - 1],
      titleAhead: features.slice(index + 1, 5).some(({ title }) => title),
      letterhead: state.zone === 'top' && isLetterhead(features, index),
      reachable: isReachable(features.slice(index, index + 4)),
    }
    const role = roleRules.find(rule => rule.zones.includes(state.zone) && rule.when(context))?.role ?? 'other'
    roles.push(role)
    state = {
      zone: nextZone(state.zone, role),
      section: nextSection(state.section, role, block),
      hasHeadline: state.hasHeadline || role === 'headline',
    }
  }
  markClosing(features, roles)
  markSignature(features, roles)
  return roles
}

const textRoles: ReadonlySet<Role> = new Set<Role>(['lead', 'body'])

function isReachable([block, ...after]: readonly BlockFeatures[]): boolean {
  if (block === undefined) return false
  return [block, ...after.filter(({ words, lines }) => words <= 12 || lines.length > 1)].some(
    ({ email, phone }) => email || phone,
  )
}

/** A short line before front matter, and behind that a longer one that can be the headline. */
function isLetterhead(features: readonly BlockFeatures[], index: number): boolean {
  const block = features[index]
  if (block === undefined || block.sentence || block.type === 'heading') return false
  if (block.lines.length === 1 && block.words > 8) return false
  let at = index + 1
  while (at < index + 3 && features[at] !== undefined && !isFrontMatter(features[at] as BlockFeatures)) {
    if ((features[at]?.words ?? 0) > 8 || isParagraph(features[at])) return false
    at += 1
  }
  const first = at
  while (features[at] !== undefined && isFrontMatter(features[at] as BlockFeatures)) at += 1
  const title = features[at]
  if (at === first || title === undefined) return false
  if (isCaption(title) || title.words < block.words) return false
  return short(title, 45) && !(title.sentence && title.words > 20) && !title.dateline && !title.announces
}

function nextZone(zone: Zone, role: Role): Zone {
  if (role === 'end-mark') return 'tail'
  return zone === 'top' && textRoles.has(role) ? 'body' : zone
}

function nextSection(section: Section, role: Role, block: BlockFeatures): Section {
  if (role === 'contact') return 'contact'
  if (role === 'end-mark') return null
  if (role === 'letter') return sectionInLetter(section, block)
  if (role === 'section-heading') {
    if (block.about || block.only('legal')) return 'boilerplate'
    if (block.starts('notes')) return 'note-to-editors'
    return block.starts('contact') ? 'contact' : null
  }
  if (block.announces && /\b(?:statement|remarks|message|erklärung|déclaration)\b/i.test(block.text)) return 'statement'
  return section === 'contact' || section === 'statement' || section === 'signature' ? null : section
}

function sectionInLetter(section: Section, block: BlockFeatures): Section {
  if (section === 'statement') return 'statement'
  return block.starts('valediction') || section === 'signature' ? 'signature' : 'letter'
}

/** Marks boilerplate and contact sentences among the last paragraphs of the text; at least two paragraphs stay. */
function markClosing(features: readonly BlockFeatures[], roles: Role[]): void {
  const end = roles.indexOf('end-mark')
  const paragraphs = roles.filter(role => role === 'lead' || role === 'body').length
  let left = paragraphs - 2
  for (let i = (end < 0 ? roles.length : end) - 1; i >= 0 && left > 0; i--) {
    const block = features[i]
    const role = roles[i]
    if (block === undefined || role === 'lead' || (role === 'section-heading' && !opensSection(block))) return
    if (role !== 'body') continue
    if (isMediaRequest(block)) roles[i] = 'contact'
    else if (isIssuerDescription(block)) roles[i] = 'boilerplate'
    else if (!isPointer(block)) return
    left -= 1
  }
}

/** After an end mark, a run of short lines of which one has an address or number is a contact block as a whole. */
function markSignature(features: readonly BlockFeatures[], roles: Role[]): void {
  const first = roles.indexOf('end-mark') + 1
  if (first === 0) return
  const tail = features.slice(first).map((block, i) => ({ block, i: first + i }))
  const lines = tail.filter(
    ({ block, i }) => ['other', 'section-heading'].includes(roles[i] ?? '') && block.words <= 15,
  )
  const open = lines.filter(
    ({ block }) => !(block.sentence && block.words > 8) && !opensSection(block) && !block.starts('source'),
  )
  if (!open.some(({ block }) => block.email || block.phone)) return
  const last = open.reduce((found, { block, i }) => (block.email || block.phone ? i : found), 0)
  for (const { i } of open) if (i <= last) roles[i] = 'contact'
}

const opensSection = (block: BlockFeatures) =>
  block.about || block.only('notes') || block.only('contact') || block.only('legal')
