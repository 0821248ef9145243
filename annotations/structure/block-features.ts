import type { Block } from '../model/revision'
import { findDateline } from './find-dateline'
import { listMarker } from './list-marker'
import { aboutLength, type Phrases, phraseLength } from './phrases'
import { findEmails, findPhones } from './reach'

/** A block before it has a role. */
export type UnassignedBlock = Omit<Block, 'role'>

/** What the rules look at: facts of one block that can be read off its own text. */
export interface BlockFeatures {
  readonly text: string
  readonly type: Block['type']
  /** A heading of level 1. */
  readonly title: boolean
  /** Trimmed, none empty. */
  readonly lines: readonly string[]
  readonly words: number
  /** Ends as sentences do, quotation marks and brackets after it allowed. */
  readonly sentence: boolean
  /** Ends with a colon: announces what follows. */
  readonly announces: boolean
  /** Begins with an opening quotation mark. */
  readonly quoted: boolean
  /** Begins with a list marker, or is an item of a list. */
  readonly item: boolean
  readonly email: boolean
  readonly phone: boolean
  readonly web: boolean
  /** The whole block is a place, a date, or both, as a dateline alone. */
  readonly datelineOnly: boolean
  /** The block is a dateline alone and names its place. */
  readonly placed: boolean
  /** The block begins with a dateline and goes on. */
  readonly dateline: boolean
  /** Its first line begins with a phrase of this kind. */
  readonly starts: (kind: keyof Phrases) => boolean
  /** Its first line is such a phrase and nothing else, but for a colon or a name after "for". */
  readonly only: (kind: keyof Phrases) => boolean
  /** Its first line begins with "About" and a name. */
  readonly about: boolean
}

const web = /https?:\/\/|\bwww\./i

/** The features of a block; a text of more than 10,000 code units is looked at only so far, but for its end. */
export function describeBlock(text: string, block: UnassignedBlock): BlockFeatures {
  const own = text.slice(block.start, block.end)
  const head = own.slice(0, 10_000)
  const lines = head.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
  const first = lines[0] ?? ''
  const dateline = findDateline(head)
  return {
    text: head,
    type: block.type,
    title: block.type === 'heading' && block.level === 1,
    lines,
    words: head.split(/\s+/).length,
    sentence: /[.!?…][”"’'»)\]]*$/.test(own.slice(-20)),
    announces: own.endsWith(':'),
    quoted: /^[“"„«‘']/.test(head),
    item: block.type === 'item' || listMarker(head) !== null,
    email: findEmails(head).length > 0,
    phone: findPhones(head).length > 0,
    web: web.test(head),
    datelineOnly: dateline?.whole === true,
    placed: dateline?.place !== undefined,
    dateline: dateline !== null && !dateline.whole,
    starts: kind => phraseLength(kind, first) > 0,
    only: kind => isOnly(kind, first, lines.length),
    about: aboutLength(first) > 0,
  }
}

function isOnly(kind: keyof Phrases, line: string, lines: number): boolean {
  const length = phraseLength(kind, line)
  if (length === 0 || lines > 1) return false
  return /^(?:\s*,? (?:please )?(?:contact|call)|\s\([^)]*\)|\s(?:for|of|der|de|für)\s\S.{0,40})?\s*[:.]?$/iu.test(
    line.slice(length),
  )
}
