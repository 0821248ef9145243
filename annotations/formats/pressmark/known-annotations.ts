import type { Scope } from '../../changes/journal'
import type { Annotation, PlainSegment } from '../../model/annotation'
import type { AnnotatorId, DocumentId } from '../../model/ids'
import { readAnnotation } from '../../model/read-annotation'
import type { TextRange } from '../../model/revision'
import { joinSegments } from '../../model/segments'
import type { PressmarkInput } from './pressmark-input'

/** An entry's annotation if it has been read in before, removed or not; else what stands against its id. */
export type Known =
  | { readonly is: 'new'; readonly keys: readonly string[] }
  | { readonly is: 'known'; readonly annotation: Annotation }
  | { readonly is: 'taken'; readonly code: 'not-mine' | 'known-id' }

/**
 * Knows entries again: by their id, else by the `origin.keys` that the first reading stored (document, revision, kind,
 * segments of the target, ordinal among equal entries of one input). Entries must be asked for in their order.
 */
export function knownAnnotations(scope: Scope, by: AnnotatorId, document: DocumentId) {
  const mine = new Map<string, Annotation>()
  const byKeys = new Map<string, Annotation>()
  const taken = new Set<string>()
  const foreign = new Set<string>()
  for (const [annotator, journal] of scope.journals) {
    for (const entry of journal.entries.values()) {
      if (entry.type !== 'annotation') continue
      if (annotator !== by) foreign.add(entry.id)
      else taken.add(entry.id)
      const annotation = annotator === by ? readAnnotation(entry) : undefined
      if (annotation === undefined) continue
      mine.set(entry.id, annotation)
      if (annotation.origin?.of === 'file') byKeys.set(JSON.stringify(annotation.origin.keys), annotation)
    }
  }
  const ordinals = new Map<string, number>()
  return (input: PressmarkInput): Known => {
    if (input.id !== undefined) {
      const annotation = mine.get(input.id)
      if (annotation !== undefined) return { is: 'known', annotation }
      if (taken.has(input.id)) return { is: 'taken', code: 'known-id' }
      return foreign.has(input.id) ? { is: 'taken', code: 'not-mine' } : { is: 'new', keys: [] }
    }
    const place = [document, input.revision, input.kind, writeRanges(input.target)]
    const ordinal = ordinals.get(place.join(' ')) ?? 0
    ordinals.set(place.join(' '), ordinal + 1)
    const keys = [...place, String(ordinal)]
    const annotation = byKeys.get(JSON.stringify(keys))
    return annotation === undefined ? { is: 'new', keys } : { is: 'known', annotation }
  }
}

function writeRanges(target: readonly TextRange[]): string {
  const content = target.map(({ start, end }): PlainSegment => ({ part: 'content', start, end }))
  return joinSegments(content)
    .map(({ start, end }) => `${start}-${end}`)
    .join(';')
}
