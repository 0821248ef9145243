import { ok, type Problem, problem, type Result } from '../../model/result'

/** A text-bound annotation: fragments in code points of the text file, half-open, as they are written. */
export interface BratSpan {
  readonly id: string
  readonly line: number
  readonly type: string
  readonly fragments: readonly (readonly [start: number, end: number])[]
  readonly text: string
}

/** An attribute of a span; without a value it is a flag. */
export interface BratAttribute {
  readonly name: string
  readonly of: string
  readonly value: string
}

/** What a standoff file says. Ids of events stand for their triggers. */
export interface BratFile {
  readonly spans: readonly BratSpan[]
  /** Two spans that a relation or an event joins. */
  readonly links: readonly (readonly [string, string])[]
  readonly attributes: readonly BratAttribute[]
  readonly notes: readonly { readonly of: string; readonly text: string }[]
  /** Lines of a sort that says nothing here: normalizations, equivalences. */
  readonly others: number
}

/**
 * Reads brat's standoff format (https://brat.nlplab.org/standoff.html): a line each for text-bound annotations (T),
 * relations (R), events (E), attributes (A, M), notes (#) and others. Refused, with the line from 1: one that is not as
 * the format says, an id that comes twice, a reference to nothing.
 */
export function parseBrat(content: string): Result<BratFile, Problem<'wrong-brat'>> {
  const spans = new Map<string, BratSpan>()
  const triggers = new Map<string, string>()
  const later: { readonly line: number; readonly id: string; readonly rest: string; readonly text: string }[] = []
  let others = 0
  for (const [index, raw] of content.split(/\r?\n/).entries()) {
    const line = index + 1
    if (raw.trim() === '') continue
    const [id = '', rest = '', ...more] = raw.split('\t')
    if (id.startsWith('T')) {
      const span = readSpan(id, rest, more.join('\t'), line)
      if (span === undefined || spans.has(id)) return wrong(line)
      spans.set(id, span)
    } else if (/^[REAM]\S*$/.test(id) || id.startsWith('#')) {
      later.push({ line, id, rest, text: more.join('\t') })
    } else if (id.startsWith('N') || id.startsWith('*')) others += 1
    else return wrong(line)
  }
  for (const { id, line, rest } of later) {
    if (!id.startsWith('E')) continue
    const trigger = /^\S+?:(\S+)/.exec(rest)?.[1]
    if (trigger === undefined || triggers.has(id)) return wrong(line)
    triggers.set(id, trigger)
  }
  const spanOf = (reference: string) => {
    const id = triggers.get(reference) ?? reference
    return spans.has(id) ? id : undefined
  }
  const links: (readonly [string, string])[] = []
  const attributes: BratAttribute[] = []
  const notes: { of: string; text: string }[] = []
  const isRelation = new Set(later.flatMap(({ id }) => (id.startsWith('R') ? [id] : [])))
  for (const { id, line, rest, text } of later) {
    const [first = '', ...words] = rest.trim().split(/\s+/)
    if (id.startsWith('R') || id.startsWith('E')) {
      const ends = (id.startsWith('R') ? words : [first, ...words]).map(word =>
        spanOf(word.slice(word.indexOf(':') + 1)),
      )
      const [from] = ends
      if (from === undefined || ends.includes(undefined) || (id.startsWith('R') && ends.length !== 2))
        return wrong(line)
      for (const to of ends.slice(1)) if (to !== undefined) links.push([from, to])
      continue
    }
    const of = spanOf(words[0] ?? '')
    if (of === undefined) {
      // Of relations nothing is kept, so that what is said of them says nothing here.
      if (!isRelation.has(words[0] ?? '')) return wrong(line)
      others += 1
    } else if (id.startsWith('#')) notes.push({ of, text })
    else attributes.push({ name: first, of, value: words.slice(1).join(' ') })
  }
  return ok({ spans: [...spans.values()], links, attributes, notes, others })
}

function readSpan(id: string, rest: string, text: string, line: number): BratSpan | undefined {
  const found = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(rest.trim())
  if (found === null) return undefined
  const fragments = (found[2] ?? '').split(';').map(piece => {
    const [start = '', end = ''] = piece.split(' ')
    return [Number(start), Number(end)] as const
  })
  if (fragments.some(([start, end]) => start >= end)) return undefined
  return { id, line, type: found[1] ?? '', fragments, text }
}

function wrong(line: number) {
  return problem('wrong-brat', { line })
}
