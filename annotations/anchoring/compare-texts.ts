import type { Revision, TextRange } from '../model/revision'
import { matchTexts, type TextMatch } from './match-texts'
import { slideToBlocks } from './slide-runs'
import type { Tokens } from './tokens'

/** What became of words: the same in both texts, only in the one before, only in the one after, or at another place. */
export type WordsAre = 'same' | 'deleted' | 'inserted' | 'moved'

/** A part of a block, all of whose words have the same fate; the parts of a block join to its text. */
export interface ComparedPiece extends TextRange {
  readonly are: WordsAre
  /** Index of the change that it is part of; absent for what is the same. */
  readonly change?: number
}

/** One block of a text with its index there. */
export interface ComparedBlock {
  readonly block: number
  readonly pieces: readonly ComparedPiece[]
}

/** What stands beside one another: a block of each text, or of one of them alone. */
export interface ComparedRow {
  readonly before?: ComparedBlock
  readonly after?: ComparedBlock
}

/** Words that went, words that came in their place, in one row; or a block that stands elsewhere now. */
export interface TextChange {
  readonly row: number
  readonly before?: TextRange
  readonly after?: TextRange
  readonly moved: boolean
}

export interface TextComparison {
  readonly rows: readonly ComparedRow[]
  /** From the top of the texts to their end. */
  readonly changes: readonly TextChange[]
}

/**
 * Two texts beside one another, with the words that went, came or moved. Words are told apart as they are written, so a
 * curly for a straight quotation mark is a change; white space is none. Takes time about in proportion to the texts.
 */
export function compareTexts(before: Revision, after: Revision): TextComparison {
  const match = slid(matchTexts(before, after), before, after)
  const sides = {
    before: sideOf(match.before, before, at => fateBefore(match, at)),
    after: sideOf(match.after, after, at => fateAfter(match, at)),
  }
  const changes: TextChange[] = []
  const rows = rowsOf(match, sides).map((row, index) => compareRow(match, sides, row, index, changes))
  return { rows, changes }
}

/** The match with the runs of words that one text has alone at the beginnings of blocks where they can be there. */
function slid(match: TextMatch, before: Revision, after: Revision): TextMatch {
  const partners = Int32Array.from(match.match)
  const back = Int32Array.from(match.back)
  const beginsOf = (tokens: Tokens, revision: Revision) => new Set(beginnings(tokens, revision))
  const { moved, taken } = match
  const isMoved = (old: number, now: number) => moved[old] === 1 || taken[now] === 2
  slideToBlocks(
    {
      tokens: match.before,
      partners,
      begins: beginsOf(match.before, before),
      isMoved: old => isMoved(old, partners[old] ?? -1),
    },
    back,
  )
  slideToBlocks(
    {
      tokens: match.after,
      partners: back,
      begins: beginsOf(match.after, after),
      isMoved: now => isMoved(back[now] ?? -1, now),
    },
    partners,
  )
  return { ...match, match: partners, back }
}

interface Side {
  readonly tokens: Tokens
  readonly blocks: readonly TextRange[]
  /** Block `n` has the tokens from `begins[n]` up to `begins[n + 1]`. */
  readonly begins: readonly number[]
  readonly fate: (token: number) => WordsAre
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

interface RowOfBlocks {
  readonly before?: number
  readonly after?: number
}

function sideOf(tokens: Tokens, revision: Revision, fate: Side['fate']): Side {
  return { tokens, blocks: revision.blocks, begins: [...beginnings(tokens, revision), tokens.count], fate }
}

/** The first token of each block. */
function beginnings(tokens: Tokens, { blocks }: Revision): number[] {
  let token = 0
  return blocks.map(({ start }) => {
    while (token < tokens.count && (tokens.starts[token] ?? 0) < start) token += 1
    return token
  })
}

function fateBefore(match: TextMatch, at: number): WordsAre {
  const partner = match.match[at] ?? -1
  if (partner < 0 || !isWrittenAlike(match, at, partner)) return 'deleted'
  return match.moved[at] === 1 || match.taken[partner] === 2 ? 'moved' : 'same'
}

function fateAfter(match: TextMatch, at: number): WordsAre {
  const partner = match.back[at] ?? -1
  if (partner < 0 || !isWrittenAlike(match, partner, at)) return 'inserted'
  return match.moved[partner] === 1 || match.taken[at] === 2 ? 'moved' : 'same'
}

function isWrittenAlike({ before, after }: TextMatch, at: number, partner: number): boolean {
  return wordAt(before, at) === wordAt(after, partner)
}

function wordAt({ text, starts, ends }: Tokens, at: number): string {
  return text.slice(starts[at], ends[at])
}

/** Blocks beside those that have most of their words in order; those between follow one another, the former first. */
function rowsOf(match: TextMatch, { before, after }: Sides): RowOfBlocks[] {
  const rows: RowOfBlocks[] = []
  let next = 0
  for (const [n] of after.blocks.entries()) {
    const partner = partnerOf(match, before, after, n, next)
    if (partner >= 0) {
      for (; next < partner; next += 1) rows.push({ before: next })
      next = partner + 1
      rows.push({ before: partner, after: n })
    } else rows.push({ after: n })
  }
  for (; next < before.blocks.length; next += 1) rows.push({ before: next })
  return rows
}

/** The block before, from `least` on, that has the most words of block `n` after in their order; -1 for none. */
function partnerOf({ back, match }: TextMatch, before: Side, after: Side, n: number, least: number): number {
  const counts = new Map<number, number>()
  let block = least
  for (let at = after.begins[n] ?? 0; at < (after.begins[n + 1] ?? 0); at += 1) {
    const partner = back[at] ?? -1
    if (partner < 0 || match[partner] !== at || before.fate(partner) === 'moved') continue
    if (partner < (before.begins[block] ?? 0)) continue
    while (block < before.blocks.length && partner >= (before.begins[block + 1] ?? 0)) block += 1
    counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  let best = -1
  for (const [candidate, count] of counts) if (count > (counts.get(best) ?? 0)) best = candidate
  return best
}

/** A run of words of one fate in a block; `after` is how many words that both sides of the row have stand before it. */
interface Run extends TextRange {
  readonly are: WordsAre
  readonly after: number
}

function compareRow(
  match: TextMatch,
  { before, after }: Sides,
  row: RowOfBlocks,
  index: number,
  changes: TextChange[],
): ComparedRow {
  const [oldTokens, newTokens] = [tokensOf(before, row.before), tokensOf(after, row.after)]
  const old = runsOf(before, oldTokens, at => isIn(newTokens, match.match[at] ?? -1))
  const now = runsOf(after, newTokens, at => isIn(oldTokens, match.back[at] ?? -1))
  const ids = new Map<string, number>()
  const stops = [...new Set([...old, ...now].filter(run => run.are !== 'same').map(run => run.after))]
  for (const stop of stops.sort((a, b) => a - b)) noteChanges(old, now, stop, index, ids, changes)
  const blockOf = (side: Side, n: number | undefined, runs: readonly Run[]): ComparedBlock | undefined =>
    n === undefined ? undefined : { block: n, pieces: piecesOf(side.blocks[n] ?? { start: 0, end: 0 }, runs, ids) }
  const [left, right] = [blockOf(before, row.before, old), blockOf(after, row.after, now)]
  return { ...(left === undefined ? {} : { before: left }), ...(right === undefined ? {} : { after: right }) }
}

function tokensOf({ begins }: Side, block: number | undefined): TextRange {
  return block === undefined ? { start: 0, end: 0 } : { start: begins[block] ?? 0, end: begins[block + 1] ?? 0 }
}

function isIn({ start, end }: TextRange, at: number): boolean {
  return start <= at && at < end
}

function runsOf({ tokens, fate }: Side, { start, end }: TextRange, isShared: (token: number) => boolean): Run[] {
  const runs: { start: number; end: number; are: WordsAre; after: number }[] = []
  let shared = 0
  for (let at = start; at < end; at += 1) {
    const are = fate(at)
    const last = runs[runs.length - 1]
    if (last !== undefined && last.are === are) last.end = tokens.ends[at] ?? last.end
    else runs.push({ start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0, are, after: shared })
    if (are === 'same' && isShared(at)) shared += 1
  }
  return runs
}

/** What went and what came after the same words are one change; what moved is one on its own. */
function noteChanges(
  old: readonly Run[],
  now: readonly Run[],
  stop: number,
  row: number,
  ids: Map<string, number>,
  changes: TextChange[],
): void {
  const here = (runs: readonly Run[], moved: boolean) =>
    runs.filter(run => run.after === stop && run.are !== 'same' && (run.are === 'moved') === moved)
  const [gone, come] = [here(old, false), here(now, false)]
  for (let n = 0; n < Math.max(gone.length, come.length); n += 1) note(gone[n], come[n], false)
  for (const run of here(old, true)) note(run, undefined, true)
  for (const run of here(now, true)) note(undefined, run, true)

  function note(before: Run | undefined, after: Run | undefined, moved: boolean): void {
    if (before !== undefined) ids.set(keyOf(before), changes.length)
    if (after !== undefined) ids.set(keyOf(after), changes.length)
    changes.push({
      row,
      ...(before === undefined ? {} : { before: { start: before.start, end: before.end } }),
      ...(after === undefined ? {} : { after: { start: after.start, end: after.end } }),
      moved,
    })
  }
}

/** A run that moved may begin where another side's run does: its fate tells it apart, and the two sides never share one. */
function keyOf({ start, are }: Run): string {
  return `${are === 'moved' ? 'moved' : are} ${start}`
}

/** The whole block in pieces: white space between words belongs to what is the same, inside a run to the run. */
function piecesOf({ start, end }: TextRange, runs: readonly Run[], ids: ReadonlyMap<string, number>): ComparedPiece[] {
  const pieces: ComparedPiece[] = []
  let at = start
  for (const run of runs) {
    if (run.are === 'same') continue
    if (run.start > at) pieces.push({ start: at, end: run.start, are: 'same' })
    const change = ids.get(keyOf(run))
    pieces.push({ start: run.start, end: run.end, are: run.are, ...(change === undefined ? {} : { change }) })
    at = run.end
  }
  if (at < end) pieces.push({ start: at, end, are: 'same' })
  return pieces
}
