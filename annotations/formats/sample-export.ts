import type { Annotation } from '../model/annotation'
import { buildExcerpts } from './build-excerpts'
import type { Excerpt } from './excerpt'
import { withHash } from './row-sha256'
import { rangeOf, sampleDocument, sampleRevision, sampleText, sourceOf, stateAfter, stateOf } from './sample-release'
import type { ExcerptLookup } from './verify-excerpts'

// Imported by tests only.

const target = [
  { part: 'content' as const, ...rangeOf('“We are glad,”') },
  { part: 'content' as const, ...rangeOf('“We waited 😀 long.”') },
  { part: 'cue' as const, ...rangeOf('said Marsh') },
]
export const on = { document: sampleDocument, annotation: 'q1' }
/** The sample release with one quote in two pieces, whose note is hard on every format. */
export const state = stateAfter(stateOf(sampleRevision), [
  { do: 'create', ...on, kind: 'quote', revision: sampleRevision.id, segments: target, note: "'=1+1 -->\n\u2028 😀" },
])
export const source = sourceOf(state)
const [exported] = buildExcerpts(source) as [Excerpt]
/** That quote as it is exported, and as another one. */
export const good = exported
export const second = withHash({ ...good, annotation_id: 'q2' })
export const annotation = source.annotations[0]?.annotation as Annotation

/** What the workspace knows, but for `changes`. */
export function lookup(
  changes: Partial<{ text: string | undefined; annotation: Annotation | undefined }> = {},
): ExcerptLookup {
  const now = { text: sampleText as string | undefined, annotation: annotation as Annotation | undefined, ...changes }
  return {
    hasDocument: document => document === sampleDocument,
    text: (_document, revision) => (revision === sampleRevision.id ? now.text : undefined),
    annotations: () => ['q1', 'q2'],
    annotation: (_document, id) => (id === 'q1' || id === 'q2' ? now.annotation : undefined),
  }
}
