import type { Block } from '../model/revision'
import { findDateline } from './find-dateline'
import { listMarker } from './list-marker'

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
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const phone = /(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)|\b\d{2,4})[ .-]\d{3,4}[ .-]\d{3,4}\b/
const web = /https?:\/\/|\bwww\./i

/** The features of a block; a text of more than 10,000 code units is looked at only so far, but for its end. */
export function describeBlock(text: string, block: UnassignedBlock): BlockFeatures {
  const own = text.slice(block.start, block.end)
  const head = own.slice(0, 10_000)
  return {
    text: head,
    type: block.type,
    title: block.type === 'heading' && block.level === 1,
    lines: head.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()])),
    words: head.split(/\s+/).length,
    sentence: /[.!?…][”"’'»)\]]*$/.test(own.slice(-20)),
    announces: own.endsWith(':'),
    quoted: /^[“"„«‘']/.test(head),
    item: block.type === 'item' || listMarker(head) !== null,
    email: email.test(head),
    phone: phone.test(head),
    web: web.test(head),
    datelineOnly: findDateline(head)?.whole === true,
  }
}
