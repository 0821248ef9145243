import { foldText, type Match, matchWords, queryWords } from './match-words'

export type PaletteGroup = 'recent' | 'commands' | 'documents' | 'text' | 'outline' | 'paragraphs' | 'tags' | 'speakers'

/** Something that the palette offers. */
export interface PaletteEntry {
  /** Unique among all entries, the same from one opening to the next. */
  readonly id: string
  readonly group: Exclude<PaletteGroup, 'recent'>
  readonly name: string
  /** Further words by which it is found. */
  readonly words?: string
  /** Stands at the end of its line: a day, a number of excerpts. */
  readonly detail?: string
  /** As shown. */
  readonly keys?: string
  /** It cannot be done now: found, but after all others and not to be chosen. */
  readonly disabled?: boolean
}

/** An entry that was found, with what to underline in its name. */
export interface PaletteHit {
  readonly entry: PaletteEntry
  readonly ranges: Match['ranges']
}

export interface PaletteResult {
  readonly groups: readonly { readonly group: PaletteGroup; readonly hits: readonly PaletteHit[] }[]
  /** How many there are, of which each group shows the best. */
  readonly total: number
  /**
   * The place among all that are shown of the one that Enter takes at first. -1 for none: the best hit would be given to
   * the active annotation, which nobody who only typed a name has asked for.
   */
  readonly first: number
}

export const groupWords: { readonly [G in PaletteGroup]: string } = {
  recent: 'Recent',
  commands: 'Commands',
  documents: 'Documents',
  text: 'In this text',
  outline: 'Outline',
  paragraphs: 'Paragraphs',
  tags: 'Tags',
  speakers: 'Speakers',
}

/** A first character that asks for one group alone. */
const prefixes: { readonly [prefix: string]: PaletteGroup } = {
  '>': 'commands',
  '@': 'speakers',
  '#': 'tags',
  '¶': 'paragraphs',
  ':': 'paragraphs',
  '/': 'text',
  '§': 'outline',
}

const order: readonly PaletteGroup[] = [
  'recent',
  'documents',
  'commands',
  'text',
  'outline',
  'paragraphs',
  'tags',
  'speakers',
]
/** What is given to the active annotation when it is chosen; all other entries lead somewhere or are named for what they do. */
const given: ReadonlySet<PaletteEntry['group']> = new Set(['tags', 'speakers'])
/** What is offered only where it is asked for. */
const asked: ReadonlySet<PaletteEntry['group']> = new Set(['outline', 'paragraphs'])
/** The most that a group shows: beside others, and alone or, of commands, before anything is typed. */
const few = 8
const many = 100

/** What is typed: the group it asks for, if one alone, and the words to look for. */
export function readTyped(typed: string): { readonly only?: PaletteGroup; readonly query: string } {
  const only = prefixes[typed.trimStart()[0] ?? '']
  return only === undefined ? { query: typed } : { only, query: typed.trimStart().slice(1) }
}

const foldedEntries = new WeakMap<PaletteEntry, string>()

function folded(entry: PaletteEntry): string {
  let text = foldedEntries.get(entry)
  if (text === undefined) {
    text = foldText(`${entry.name}\n${entry.words ?? ''} ${entry.detail ?? ''}`)
    foldedEntries.set(entry, text)
  }
  return text
}

/**
 * The entries that fit what is typed, best first, by group; the group with the best hit comes first, but tags and speakers
 * stand behind all others unless they are asked for: Enter gives them to the active annotation. What was chosen
 * lately (`recent`, newest first) comes before its equals, and alone in a group of its own before anything is typed.
 * Paragraphs and places in the text are offered only where they are asked for or something is typed.
 */
export function searchPalette(
  entries: readonly PaletteEntry[],
  typed: string,
  recent: readonly string[],
): PaletteResult {
  const { only, query } = readTyped(typed)
  const words = queryWords(query)
  const blank = words.length === 0 && only === undefined
  const lately = new Map(recent.map((id, at) => [id, recent.length - at]))
  const found: { hit: PaletteHit; group: PaletteGroup; score: number }[] = []
  for (const entry of entries) {
    if (only === undefined ? asked.has(entry.group) : entry.group !== only) continue
    if (words.length === 0 && entry.disabled === true) continue
    const match = matchWords(words, folded(entry), entry.name.length)
    if (match === undefined) continue
    const bonus = (lately.get(entry.id) ?? 0) / Math.max(1, recent.length)
    const group = blank && lately.has(entry.id) ? 'recent' : entry.group
    const score = match.score + (words.length === 0 ? 100 : 8) * bonus - (entry.disabled === true ? 200 : 0)
    found.push({ hit: { entry, ranges: inName(match.ranges, entry.name.length) }, group, score })
  }
  if (words.length > 0 || blank) found.sort((a, b) => b.score - a.score)
  const mostOf = (group: PaletteGroup): number => (only !== undefined || (blank && group === 'commands') ? many : few)
  const groups = order.flatMap(group => {
    const own = found.filter(one => one.group === group)
    return own.length === 0
      ? []
      : [{ group, best: own[0]?.score ?? 0, hits: own.slice(0, mostOf(group)).map(one => one.hit) }]
  })
  const isLast = (group: PaletteGroup): number => (group !== 'recent' && given.has(group) ? 1 : 0)
  if (words.length > 0) groups.sort((a, b) => isLast(a.group) - isLast(b.group) || b.best - a.best)
  const best = groups[0]?.hits[0]?.entry
  const first = only === undefined && best !== undefined && given.has(best.group) ? -1 : 0
  return { groups: groups.map(({ group, hits }) => ({ group, hits })), total: found.length, first }
}

function inName(ranges: Match['ranges'], length: number): Match['ranges'] {
  return ranges.filter(([start]) => start < length).map(([start, end]) => [start, Math.min(end, length)] as const)
}
