import type { Field } from '../changes/change'
import { type Quote, quoteTypes, type Voice } from '../model/annotation'
import type { Json } from '../model/json'
import { readAnnotation } from '../model/read-annotation'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'

/** Sets the type or the speakers of a quote. Refused for another kind, an unknown type, a speaker without a name. */
export function planSetQuote(context: Context, act: ActOf<'set-quote'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  if (readAnnotation(mine.value)?.kind !== 'quote') return problem('wrong-kind', { kind: 'quote' })
  const wrong = wrongInQuote(act.quote)
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  return ok([annotationWrite(act.document, act.annotation, quoteFields(act.quote))])
}

/** The first field of a quote with a value that it cannot have: an unknown type, a speaker without a name. */
export function wrongInQuote({ type, speakers }: Partial<Quote>): Field | undefined {
  if (type !== undefined && !quoteTypes.includes(type)) return 'quote.type'
  return speakers?.some(voice => voice.name.trim() === '') === true ? 'quote.speakers' : undefined
}

/** The stored fields of what is given of a quote. */
export function quoteFields(quote: Partial<Quote>): Map<Field, Json> {
  const set = new Map<Field, Json>()
  if (quote.type !== undefined) set.set('quote.type', quote.type)
  if (quote.speakers !== undefined) {
    set.set('quote.speakers', quote.speakers.length === 0 ? null : quote.speakers.map(voiceJson))
  }
  return set
}

/** A voice as it is stored: only what is known. */
export function voiceJson(voice: Voice): Json {
  const { name, roleAsWritten, speaker, organisation } = voice
  return {
    name,
    ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(organisation === undefined ? {} : { organisation }),
  }
}
