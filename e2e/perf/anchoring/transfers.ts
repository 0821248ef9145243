import type { Segment } from '#annotations/model/annotation'
import type { Revision, TextRange } from '#annotations/model/revision'
import { describeSegments } from '#annotations/model/segments'
import { seededRandom } from '../../../renderer/editor/testing/synthetic-release'
import { EditedText, paragraphsOf, revisionOf, textOf } from './edited-text'
import { classesOfEdits, type Source, sentencesOf } from './edits'
import { rangesIn } from './ranges'
import type { NamedText } from './releases'

/** Annotations of a text, the text that came of it, and where each annotation stands there; `undefined` where gone. */
export interface Transfers {
  readonly before: Revision
  readonly after: Revision
  readonly segments: readonly Segment[]
  readonly truth: readonly (TextRange | undefined)[]
}

/** A release after seeded edits of a class, with annotations on it. The same arguments give the same transfers. */
export function editedTransfers(
  texts: readonly NamedText[],
  edits: string,
  { seed, count }: { readonly seed: number; readonly count: number },
): Transfers {
  const text = texts[seed % texts.length]?.text ?? ''
  const random = seededRandom(seed * 7919 + edits.length)
  const paragraphs = paragraphsOf(text)
  const edit = classesOfEdits.get(edits)
  if (edit === undefined) throw new Error(`There is no class of edits called ${edits}.`)
  const edited = new EditedText(edit(paragraphs, { ...sourceBeside(texts, seed), random }))
  const ranges = rangesIn(text, count, random)
  return {
    before: revisionOf(text),
    after: revisionOf(edited.text),
    segments: ranges.map(range => segmentOf(text, range)),
    truth: ranges.map(range => edited.truth(range)),
  }
}

/**
 * Two versions of a release that differ in one place, with annotations on the first: what stands before and behind that
 * place is known to have stayed. Those in which nothing but the changed place is marked are left out.
 */
export function versionTransfers(
  [first, second]: readonly [string, string],
  { seed, count }: { readonly seed: number; readonly count: number },
): Transfers {
  const same = commonStart(first, second)
  const behind = commonEnd(first.slice(same), second.slice(same))
  const shift = second.length - first.length
  const changed = { start: same, end: first.length - behind }
  const ranges = rangesIn(first, count, seededRandom(seed * 104_729)).filter(
    ({ start, end }) => start < changed.start || end > changed.end,
  )
  return {
    before: revisionOf(first),
    after: revisionOf(second),
    segments: ranges.map(range => segmentOf(first, range)),
    truth: ranges.map(({ start, end }) => ({
      start: start < changed.start ? start : Math.max(start, changed.end) + shift,
      end: end > changed.end ? end + shift : Math.min(end, changed.start),
    })),
  }
}

function segmentOf(text: string, range: TextRange): Segment {
  const described = describeSegments(text, [{ part: 'content', ...range }])
  const [segment] = described.ok ? described.value : []
  if (segment === undefined) throw new Error(`No annotation can stand at ${range.start} to ${range.end}.`)
  return segment
}

/** Words and sentences of another release: put in again, a release's own would be no other than what was deleted. */
function sourceBeside(texts: readonly NamedText[], seed: number): Omit<Source, 'random'> {
  const other = texts[(seed + 1 + (seed % (texts.length - 1))) % texts.length]?.text ?? ''
  const paragraphs = paragraphsOf(other)
  const words = paragraphs.flat().filter(({ text }) => /^\p{L}/u.test(text))
  const sentences = paragraphs.flatMap(sentencesOf).map(sentence => textOf(sentence).trim())
  return { words: words.map(({ text }) => text), sentences: sentences.filter(text => text.length > 20) }
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length
}
