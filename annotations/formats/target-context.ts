import { blockAt, paragraphNumbers, type Revision, type Role, type TextRange } from '../model/revision'
import { gapMark } from './excerpt'
import { sentences } from './sentences'

/** What stands around a target. */
export interface TargetContext {
  /** Number of the paragraph in which the target begins; `null` for a block without one, such as a headline. */
  readonly paragraphNo: number | null
  /** Number of the sentence in that block, from 1. */
  readonly sentenceNo: number | null
  readonly role: Role | undefined
  /** The sentences that the target touches, whole; gaps between them are `[…]`. */
  readonly sentence: string
  /** The blocks that the target touches, whole; gaps between them are `[…]`. */
  readonly paragraph: string
}

/** Answers what stands around a target of one text. Ranges are in UTF-16 code units of it and not empty. */
export type ContextReader = (target: readonly TextRange[]) => TargetContext

/** A reader for one revision; it parts each block into sentences once. */
export function contextReader(revision: Revision, language?: string): ContextReader {
  const { blocks, text } = revision
  const numbers = paragraphNumbers(blocks)
  const cached = new Map<number, readonly TextRange[]>()
  const sentencesOf = (n: number): readonly TextRange[] => {
    const block = blocks[n]
    const known = cached.get(n)
    if (known !== undefined || block === undefined) return known ?? []
    const found = sentences(text.slice(block.start, block.end), language).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
    }))
    cached.set(n, found)
    return found
  }
  return target => {
    const touched = touchedBlocks(revision, target)
    const first = touched[0]
    const begins = target[0]?.start ?? 0
    const all = touched.flatMap(sentencesOf)
    const inFirst = first === undefined ? [] : sentencesOf(first)
    const sentenceNo = inFirst.findIndex(({ end }) => begins < end) + 1
    return {
      paragraphNo: first === undefined ? null : (numbers[first] ?? null),
      sentenceNo: sentenceNo === 0 ? null : sentenceNo,
      role: first === undefined ? undefined : blocks[first]?.role,
      sentence: textOfUnits(text, all, target),
      paragraph: textOfUnits(text, blocks.slice(first ?? 0, (touched[touched.length - 1] ?? -1) + 1), target),
    }
  }
}

function touchedBlocks({ blocks }: Revision, target: readonly TextRange[]): number[] {
  const touched = new Set<number>()
  for (const { start, end } of target) {
    for (let n = Math.max(0, blockAt(blocks, start)); n < blocks.length; n += 1) {
      const block = blocks[n]
      if (block === undefined || block.start >= end) break
      if (start < block.end) touched.add(n)
    }
  }
  return [...touched].sort((a, b) => a - b)
}

/** The text of the units that the target touches; units that follow each other stay as they are in the text. */
function textOfUnits(text: string, units: readonly TextRange[], target: readonly TextRange[]): string {
  const runs: { start: number; end: number }[] = []
  for (const unit of units) {
    if (!target.some(({ start, end }) => start < unit.end && end > unit.start)) continue
    const run = runs[runs.length - 1]
    if (run !== undefined && isBlank(text, run.end, unit.start)) run.end = unit.end
    else runs.push({ start: unit.start, end: unit.end })
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join(gapMark)
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === ''
}
