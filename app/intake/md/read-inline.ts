import type { Token } from 'markdown-it'
import type { MarkType } from '#annotations/model/revision'
import type { SourceMark } from '#annotations/text/source-block'
import { safeHref } from '#app/contract/safe-href'

/** The runs and marks of inline content; `pictureOnly` when every word of it describes a picture. */
export interface InlineText {
  readonly runs: string[]
  readonly marks: SourceMark[]
  readonly pictureOnly: boolean
}

const markTypes: { readonly [open: string]: MarkType } = {
  strong_open: 'strong',
  em_open: 'em',
  link_open: 'link',
  sup_open: 'sup',
  sub_open: 'sub',
}

/**
 * The text of inline tokens: a soft line break is a space, a hard one LF, a picture is its description. A link whose
 * address is not an absolute http, https or mailto one leaves its words and no mark.
 */
export function readInline(tokens: readonly Token[]): InlineText {
  const runs: string[] = []
  const marks: SourceMark[] = []
  const open: { readonly type: MarkType; readonly from: number; readonly href: string | null }[] = []
  let [pictures, others] = [0, 0]
  for (const token of tokens) {
    const type = markTypes[token.type]
    if (type !== undefined) {
      const href = type === 'link' ? safeHref(String(token.attrGet('href') ?? '')) : null
      open.push({ type, from: runs.length, href })
    } else if (token.nesting === -1) {
      const mark = open.pop()
      if (mark !== undefined && (mark.type !== 'link' || mark.href !== null)) marks.push(toMark(mark, runs.length))
    } else if (token.type === 'image') {
      runs.push(wordsOf(token.children ?? []))
      pictures += 1
    } else {
      const text = plainText(token)
      runs.push(text)
      if (text.trim() !== '') others += 1
    }
  }
  return { runs, marks, pictureOnly: pictures > 0 && others === 0 }
}

function toMark(mark: { type: MarkType; from: number; href: string | null }, to: number): SourceMark {
  const { type, from, href } = mark
  return href === null ? { type, from, to } : { type, from, to, href }
}

function plainText(token: Token): string {
  if (token.type === 'softbreak') return ' '
  return token.type === 'hardbreak' ? '\n' : token.content
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(token => (token.type === 'image' ? wordsOf(token.children ?? []) : plainText(token))).join('')
}
