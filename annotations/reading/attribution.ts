import { sentences } from '../formats/sentences'
import { type Block, blockAt, type TextRange } from '../model/revision'
import { isPronoun, isWriting, type NamedSource, readSource } from './read-source'
import { cuePattern } from './reporting-verbs'

/** Who is quoted as the text next to a quotation tells it. Ranges are offsets of the text. */
export interface Attribution {
  readonly cue: TextRange
  /** Where each source is named, with title, without role; sorted. */
  readonly source: readonly TextRange[]
  /** The same without mere pronouns, which name nobody, and without writings, which say nothing themselves. */
  readonly speakers: readonly NamedSource[]
}

/** How far before a quotation a cue may stand, in code units. */
const reach = 90
const mark = /["“”„«»]/
/** What may stand between a cue and the quotation that it opens. */
const opening =
  /^(?:\s|[,:—–-]|that|in an? [\p{L} -]{3,30}|today|yesterday|on \p{Lu}\p{L}+|(?:reporters|the [\p{L} ]{3,24})|during [\p{L} ]{3,30})*$/u
/** Words before a verb that are no part of who speaks. */
const auxiliaries =
  /(?:\s+(?:has|have|had|also|later|further|then|today|yesterday|recently|repeatedly|will|would))+\s*$/u
const intro = /^\s*(?:in|on|at|during|after|before|despite|while|as|with|for|since|by|under|earlier|today)\b[^,]*,\s*/iu
const joints = /^.*(?:\b(?:and|but|that|because|although|when|while|where)\s|[;:—–]\s*|["“”„«»]\s*)/su

/**
 * The cue and source nearest to a quotation: in the gap between its pieces, else right after it, else in its sentence
 * before it, else in the gap to the quotation before. `target` are its pieces, sorted; only the block of the piece is looked at. `undefined` where the text
 * tells none in the English forms `said X`, `X said`, `X, role, said` and `according to X`.
 */
export function nearestAttribution(
  text: string,
  blocks: readonly Block[],
  target: readonly TextRange[],
): Attribution | undefined {
  for (const [at, piece] of target.entries()) {
    const block = blocks[blockAt(blocks, piece.end - 1)]
    if (block === undefined) continue
    const limit = Math.min(block.end, target[at + 1]?.start ?? block.end)
    const found = readAfter(text, { start: piece.end, end: endOfTelling(text, block, piece.end, limit) })
    if (found !== undefined) return found
  }
  const first = target[0]
  const block = first === undefined ? undefined : blocks[blockAt(blocks, first.start)]
  if (first === undefined || block === undefined) return undefined
  return readBefore(text, block, first.start) ?? readAfter(text, gapBefore(text, block, first.start))
}

/** Where what is told behind a quotation ends: with its sentence, or before the next quotation mark. */
function endOfTelling(text: string, block: TextRange, from: number, limit: number): number {
  const inside = text.slice(block.start, block.end)
  const ranges = sentences(inside).map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
  const sentence = ranges.find(({ end }) => text.slice(from, end).trim() !== '' && end > from)
  const end = Math.min(limit, sentence?.end ?? limit)
  const quoted = text.slice(from + 2, end).search(/["“„«]/)
  return quoted < 0 ? end : from + 2 + quoted
}

/** What stands between the quotation before one in its block and that one: `“…,” she said. “…”`; empty without one. */
function gapBefore(text: string, block: TextRange, start: number): TextRange {
  const closed = text.slice(block.start, start).search(/["”»][^"”»]*$/u)
  return { start: closed < 0 ? start : block.start + closed + 1, end: start }
}

function readAfter(text: string, range: TextRange): Attribution | undefined {
  const told = text.slice(range.start, range.end)
  const lead = /^[\s,.”"’»)—–-]*/u.exec(told)?.[0].length ?? 0
  const cue = [...told.matchAll(cuePattern)][0]
  if (cue === undefined) return undefined
  const at = cue.index
  const behind = at + cue[0].length
  if (at === lead) return attributionOf(range.start, cue, readIn(told, behind, told.length))
  const before = told.slice(lead, at)
  if (
    /^(?:and|but|which|who|that|as|in|to|the fact)\b/i.test(before) ||
    before.length > reach + 60 ||
    mark.test(before)
  )
    return undefined
  return attributionOf(range.start, cue, readIn(told, lead, at))
}

function readBefore(text: string, block: TextRange, start: number): Attribution | undefined {
  const inside = text.slice(block.start, start)
  const cues = [...inside.matchAll(cuePattern)]
  const cue = cues[cues.length - 1]
  if (cue === undefined) return undefined
  const behind = cue.index + cue[0].length
  if (inside.length - behind > reach) return undefined
  const between = inside.slice(behind).replace(/["“„«]\s*$/u, '')
  if (/^according/i.test(cue[0])) {
    const comma = between.lastIndexOf(',')
    return comma <= 0 ? undefined : attributionOf(block.start, cue, readIn(inside, behind, behind + comma))
  }
  if (!opening.test(between)) return undefined
  const last = sentences(inside.slice(0, cue.index)).pop()
  if (last === undefined) return undefined
  const clause = inside.slice(last.start, cue.index)
  const joined = joints.exec(clause)?.[0].length ?? 0
  const skipped = joined + (intro.exec(clause.slice(joined))?.[0].length ?? 0)
  return attributionOf(block.start, cue, readIn(inside, last.start + skipped, cue.index))
}

/** The sources named between two places of a text, in offsets of that text. */
function readIn(text: string, start: number, end: number): NamedSource[] {
  const raw = text.slice(start, end).replace(auxiliaries, ' ')
  const lead = raw.length - raw.trimStart().length
  const told = raw
    .trim()
    .replace(/[.,;:]+$/u, end => (end === '.' && /\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$/u.test(raw.trim()) ? '.' : ''))
  return readSource(told).map(named => ({
    ...named,
    start: start + lead + named.start,
    end: start + lead + named.end,
  }))
}

function attributionOf(base: number, cue: RegExpMatchArray, named: readonly NamedSource[]): Attribution | undefined {
  const sources = named.map(one => ({ ...one, start: base + one.start, end: base + one.end }))
  const tooLong = sources.some(({ start, end }) => end - start > reach)
  if (sources.length === 0 || tooLong) return undefined
  const at = base + (cue.index ?? 0)
  return {
    cue: { start: at, end: at + cue[0].length },
    source: sources.map(({ start, end }) => ({ start, end })),
    speakers: sources.filter(({ name }) => !isPronoun(name) && !isWriting(name)),
  }
}
