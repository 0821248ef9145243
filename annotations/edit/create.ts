import { documentScope } from '../changes/journal'
import { kinds } from '../model/annotation'
import { isId } from '../model/ids'
import { ok, problem } from '../model/result'
import { describeSegments } from '../model/segments'
import type { ActOf } from './edit'
import { placementField, placementJson } from './place'
import { annotationWrite, type Context, codebookRev, given, knownRevision, type Plan, stated } from './plan'
import { claimFields, wrongInClaim } from './set-claim'
import { quoteFields, wrongInQuote } from './set-quote'

/**
 * A new annotation over at least one content segment. The text of the segments is read from the revision. Refused:
 * an id in use, fields of another kind or with a value that they cannot have, a target that is empty, outside the text
 * or cuts a surrogate pair.
 */
export function planCreate(context: Context, act: ActOf<'create'>): Plan {
  if (!isId(act.annotation)) return problem('wrong-value', { field: 'annotation' })
  if (stated(context, documentScope(act.document), 'annotation', act.annotation) !== undefined) {
    return problem('known-id', { annotation: act.annotation })
  }
  if (!kinds.includes(act.kind)) return problem('wrong-value', { field: 'kind' })
  if ((act.quote !== undefined && act.kind !== 'quote') || (act.claim !== undefined && act.kind !== 'claim')) {
    return problem('wrong-kind', { kind: act.kind })
  }
  const wrong = wrongInContent(act)
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  const revision = knownRevision(context, act.revision)
  if (!revision.ok) return revision
  const segments = describeSegments(revision.value.text, act.segments)
  if (!segments.ok) return segments
  const set = given({
    kind: act.kind,
    status: act.status ?? 'draft',
    [placementField(act.revision)]: placementJson({ state: 'exact', via: 'hand', segments: segments.value }),
    note: act.note === undefined || act.note === '' ? undefined : act.note,
    codebook: codebookRev(context),
    origin: act.origin === undefined ? undefined : { of: act.origin.of, keys: act.origin.keys },
  })
  for (const tag of act.tags ?? []) set.set(`tags.${tag}`, true)
  if (act.kind === 'quote')
    for (const [field, value] of quoteFields({ type: 'direct', ...act.quote })) set.set(field, value)
  if (act.kind === 'claim') for (const [field, value] of claimFields(act.claim ?? {})) set.set(field, value)
  return ok([annotationWrite(act.document, act.annotation, set)])
}

function wrongInContent({ status, tags, quote, claim }: ActOf<'create'>): string | undefined {
  if (status !== undefined && status !== 'draft' && status !== 'submitted') return 'status'
  if (tags?.some(tag => !isId(tag)) === true) return 'tags'
  return (quote && wrongInQuote(quote)) ?? (claim && wrongInClaim(claim))
}
