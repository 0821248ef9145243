import { isJsonObject, type Json } from '#annotations/model/json'
import type { Revision } from '#annotations/model/revision'
import type { LabelledRelease } from './labelled-release'

/** Counts for one role or field: found as labelled, not found, found where it is not labelled. */
export interface Figures {
  hits: number
  misses: number
  falseFinds: number
}

/** One deviation from a label. */
export interface Deviation {
  readonly release: string
  readonly what: string
  readonly labelled: string
  readonly given: string
}

export interface Comparison {
  readonly figures: Map<string, Figures>
  readonly deviations: Deviation[]
}

const fieldNames = ['issuer', 'published', 'place', 'embargo', 'contact', 'url', 'language'] as const

/** Compares what was read with the labels; roles under `role <name>`, fields under their name. */
export function compareWithLabels(
  pairs: readonly { readonly label: LabelledRelease; readonly read: Revision }[],
): Comparison {
  const comparison: Comparison = { figures: new Map(), deviations: [] }
  for (const { label, read } of pairs) {
    if (label.roles.length !== read.blocks.length)
      throw new Error(`${label.name}: ${label.roles.length} labels for ${read.blocks.length} blocks`)
    for (const [i, role] of label.roles.entries()) {
      const block = read.blocks[i]
      const given = block?.role ?? 'none'
      const note = { release: label.name, what: block === undefined ? '' : read.text.slice(block.start, block.end) }
      count(comparison, note, ['role ', role, given])
    }
    for (const name of fieldNames) {
      const wanted = (label.fields.get(name) ?? []).map(value => plainLabel(name, value))
      const given = givenValues(read, name)
      compareSets(comparison, label.name, name, wanted, given)
    }
  }
  return comparison
}

/** F1 of a role or field; 1 where there was nothing to find and nothing found. */
export function f1({ hits, misses, falseFinds }: Figures): number {
  const total = 2 * hits + misses + falseFinds
  return total === 0 ? 1 : (2 * hits) / total
}

/** A line for each role and field, sorted: name, hits, misses, false finds, F1. */
export function figureLines({ figures }: Comparison): string[] {
  return [...figures]
    .map(([name, counts]) => {
      const numbers = [counts.hits, counts.misses, counts.falseFinds].map(n => String(n).padStart(5)).join('')
      return `${name.padEnd(22)}${numbers}   ${f1(counts).toFixed(3)}`
    })
    .sort()
}

function figuresOf({ figures }: Comparison, name: string): Figures {
  const known = figures.get(name)
  if (known !== undefined) return known
  const made = { hits: 0, misses: 0, falseFinds: 0 }
  figures.set(name, made)
  return made
}

function count(
  comparison: Comparison,
  note: Pick<Deviation, 'release' | 'what'>,
  [prefix, labelled, given]: readonly [string, string, string],
): void {
  if (labelled === given) {
    figuresOf(comparison, prefix + labelled).hits += 1
    return
  }
  figuresOf(comparison, prefix + labelled).misses += 1
  figuresOf(comparison, prefix + given).falseFinds += 1
  comparison.deviations.push({ ...note, labelled, given })
}

function compareSets(
  comparison: Comparison,
  release: string,
  name: string,
  wanted: readonly string[],
  given: readonly string[],
): void {
  const figures = figuresOf(comparison, name)
  const missed = wanted.filter(value => !given.some(other => agrees(name, value, other)))
  const surplus = given.filter(value => !wanted.some(other => agrees(name, other, value)))
  figures.hits += wanted.length - missed.length
  figures.misses += missed.length
  figures.falseFinds += surplus.length
  if (missed.length + surplus.length > 0)
    comparison.deviations.push({ release, what: name, labelled: missed.join(' + '), given: surplus.join(' + ') })
}

/** A label without a time is met by a day alone or with its time. */
function agrees(name: string, labelled: string, given: string): boolean {
  return name === 'published' && !labelled.includes('T') ? given.slice(0, 10) === labelled : labelled === given
}

function plainLabel(name: string, value: string): string {
  if (name === 'issuer') return plainName(value)
  if (name !== 'contact') return value
  const [who = '', email = '', phone = ''] = value.split('|').map(part => part.trim())
  return plainContact(who, email, phone)
}

function givenValues(read: Revision, name: (typeof fieldNames)[number]): string[] {
  const value = read.found.find(found => found.name === (name === 'contact' ? 'contacts' : name))?.value
  if (value === undefined || value === null) return []
  if (name === 'contact') {
    const list = Array.isArray(value) ? value : []
    return list.map(item => plainContact(member(item, 'name'), member(item, 'email'), member(item, 'phone')))
  }
  if (typeof value === 'string') return [name === 'issuer' ? plainName(value) : value]
  const time = member(value, 'time')
  return [`${member(value, 'date')}${time === '' ? '' : `T${time}${member(value, 'zone')}`}`]
}

function member(value: Json, name: string): string {
  if (!isJsonObject(value)) return ''
  const found = value[name]
  return typeof found === 'string' ? found : ''
}

function plainContact(who: string, email: string, phone: string): string {
  return [who, email.toLowerCase(), phone.replace(/[^\d+]/g, '')].join('|')
}

function plainName(name: string): string {
  return name
    .replace(/^the /i, '')
    .replace(/ \([^)]*\)$/, '')
    .toLowerCase()
}
