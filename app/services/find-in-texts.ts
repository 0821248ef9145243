import { headlineOf, metaText, publishedOf, type Release } from '#annotations/model/release'
import type { Revision } from '#annotations/model/revision'
import type { FoundPassage } from '#app/contract/document-search'
import { searchWords } from '#app/contract/search-words'
import { lastWords } from './excerpts/excerpt-row'
import type { WorkspaceSession } from './workspace-session'

/** How much is shown around what was found, in UTF-16 code units: a line of a narrow list. */
const before = 24
const after = 120

/**
 * The documents that have all words of a search, some of them in their current text alone, with the place of those: where
 * they stand together as typed, else in the first of the blocks that have most of them. A document whose headline, issuer and day have all words is left out,
 * and so is one that is removed. In the order of the session.
 */
export function findInTexts(session: WorkspaceSession, typed: string): FoundPassage[] {
  const words = searchWords(typed)
  if (words.length === 0) return []
  const [together] = searchWords(`"${typed.replace(/["“”„]/gu, ' ')}"`)
  return session.documents().flatMap(document => {
    const release = session.release(document)
    if (release === undefined || release.deleted) return []
    const shown = shownWords(release)
    const missing = words.filter(word => !word.test(shown))
    const { current } = release
    if (missing.length === 0 || !missing.every(word => word.test(current.text))) return []
    const passage = passageOf(current, together === undefined ? [missing] : [[together], missing])
    return passage === undefined ? [] : [{ document, ...passage }]
  })
}

function shownWords(release: Release): string {
  return [headlineOf(release), metaText(release, 'issuer'), publishedOf(release)?.date].join('\n')
}

interface Found {
  readonly start: number
  readonly end: number
  readonly found: readonly RegExpExecArray[]
}

/** The passage of the first of several lists of words of which the text has any. */
function passageOf(
  { text, blocks }: Revision,
  lists: readonly (readonly RegExp[])[],
): Omit<FoundPassage, 'document'> | undefined {
  let best: Found | undefined
  for (const words of lists) best ??= blockWith(text, blocks, words)
  if (best === undefined) return undefined
  const first = best.found.reduce((a, b) => (b.index < a.index ? b : a))
  const at = { start: best.start + first.index, end: best.start + first.index + first[0].length }
  const begin = Math.max(best.start, at.start - before)
  return {
    at,
    before: lastWords(text.slice(begin, at.start), begin > best.start),
    exact: first[0],
    after: text.slice(at.end, Math.min(best.end, at.end + after)),
  }
}

/** The first of the blocks that have most of the words; `undefined` where none has any. */
function blockWith(text: string, blocks: Revision['blocks'], words: readonly RegExp[]): Found | undefined {
  let best: Found | undefined
  for (const { start, end } of blocks) {
    const block = text.slice(start, end)
    const found = words.map(word => word.exec(block)).filter(match => match !== null)
    if (found.length > (best?.found.length ?? 0)) best = { start, end, found }
    if (found.length === words.length) break
  }
  return best
}
