import { documentScope } from '../changes/journal'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { type Context, given, knownRevision, type Plan } from './plan'

const factField = /^(meta\.[a-z]+|block\.[0-9a-f]{64}\/\d+|field\..+|current|aliases\..+)$/

/** States facts about a document: corrected metadata, a block's role, an own field. `null` takes a statement back. */
export function planSetFact(context: Context, act: ActOf<'set-fact'>): Plan {
  const wrong = Object.keys(act.fields).find(field => !factField.test(field))
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  const { current } = act.fields
  if (current !== undefined && current !== null) {
    if (typeof current !== 'string') return problem('wrong-value', { field: 'current' })
    const revision = knownRevision(context, current)
    if (!revision.ok) return revision
  }
  return ok([{ scope: documentScope(act.document), type: 'fact', id: '', set: given(act.fields) }])
}
