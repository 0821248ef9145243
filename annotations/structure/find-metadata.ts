import type { Block, Finding, MetaName } from '../model/revision'
import { findWrittenDate } from './calendar-date'
import { findDateline } from './find-dateline'

/**
 * What the text of a release says of it: headline, subhead, published, place, embargo and contacts, each at most once
 * and with the range it is read from. `published` comes from a dateline, else from the release line, never from an
 * embargo; contacts are the lines of all contact blocks, with a range when these stand in one row.
 */
export function findMetadata(text: string, blocks: readonly Block[]): Finding[] {
  const found = [...readWhole(text, blocks), ...readDateline(text, blocks), ...readReleaseLine(text, blocks)]
  found.push(...readEmbargo(text, blocks), ...readContacts(text, blocks))
  const names = new Set<MetaName>()
  return found.filter(({ name }) => !names.has(name) && names.add(name))
}

function readWhole(text: string, blocks: readonly Block[]): Finding[] {
  return blocks.flatMap(({ role, start, end }) => {
    if (role !== 'headline' && role !== 'subhead') return []
    return [{ name: role, value: text.slice(start, end), at: [start, end] as const, how: 'text' as const }]
  })
}

function readDateline(text: string, blocks: readonly Block[]): Finding[] {
  const candidates = [
    ...blocks.filter(({ role }) => role === 'dateline'),
    ...blocks.filter(({ role }) => role === 'lead'),
  ]
  return candidates.flatMap(({ start, end }): Finding[] => {
    const dateline = findDateline(text.slice(start, Math.min(end, start + 300)))
    const findings: Finding[] = []
    if (dateline?.date !== undefined) {
      const at = [start + dateline.date.start, start + dateline.date.end] as const
      findings.push({ name: 'published', value: { date: dateline.date.date }, at, how: 'text' })
    }
    if (dateline?.place !== undefined) {
      const at = [start + dateline.place.start, start + dateline.place.end] as const
      findings.push({ name: 'place', value: dateline.place.name, at, how: 'text' })
    }
    return findings
  })
}

function readReleaseLine(text: string, blocks: readonly Block[]): Finding[] {
  return blocks.flatMap(({ role, start, end }): Finding[] => {
    const date = role === 'release-line' ? findWrittenDate(text.slice(start, end)) : null
    if (date === null) return []
    return [{ name: 'published', value: { date: date.date }, at: [start + date.start, start + date.end], how: 'text' }]
  })
}

function readEmbargo(text: string, blocks: readonly Block[]): Finding[] {
  const block = blocks.find(({ role }) => role === 'embargo')
  if (block === undefined) return []
  const whole = text.slice(block.start, block.end)
  const until = /\b(?:until|till|for)\s+(?=\S)/i.exec(whole)
  const from = block.start + (until === null ? 0 : until.index + until[0].length)
  return [{ name: 'embargo', value: text.slice(from, block.end), at: [from, block.end], how: 'text' }]
}

function readContacts(text: string, blocks: readonly Block[]): Finding[] {
  const contacts = blocks.flatMap((block, index) => (block.role === 'contact' ? [{ ...block, index }] : []))
  const [first, last] = [contacts[0], contacts[contacts.length - 1]]
  if (first === undefined || last === undefined) return []
  const value = contacts.flatMap(({ start, end }) => text.slice(start, end).split('\n'))
  const inOneRow = last.index - first.index === contacts.length - 1
  return [{ name: 'contacts', value, ...(inOneRow ? { at: [first.start, last.end] as const } : {}), how: 'text' }]
}
