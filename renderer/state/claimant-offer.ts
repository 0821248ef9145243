import { type Annotation, targetOf, type Voice } from '#annotations/model/annotation'
import type { Revision } from '#annotations/model/revision'
import { nearestAttribution } from '#annotations/reading/attribution'
import type { Marked } from './page-marks'

/**
 * Who makes a claim that has no claimant yet: the one speaker of the shortest quote that it lies in, else whom the text
 * next to it names. `undefined` for other annotations and where neither says it.
 */
export function claimantOffer(annotation: Annotation, revision: Revision, marks: readonly Marked[]): Voice | undefined {
  if (annotation.kind !== 'claim' || annotation.claim.claimant !== undefined) return undefined
  const target = targetOf(annotation.placements.get(revision.id))
  if (target.length === 0) return undefined
  let found: { readonly voice: Voice; readonly length: number } | undefined
  for (const { annotation: quote } of marks) {
    const voice = quote.kind === 'quote' && quote.quote.speakers.length === 1 ? quote.quote.speakers[0] : undefined
    if (voice === undefined) continue
    const pieces = targetOf(quote.placements.get(revision.id))
    const isInside = target.every(({ start, end }) => pieces.some(piece => piece.start <= start && end <= piece.end))
    const length = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0)
    if (isInside && (found === undefined || length < found.length)) found = { voice, length }
  }
  if (found !== undefined) return found.voice
  const [named] = nearestAttribution(revision.text, revision.blocks, target)?.speakers ?? []
  if (named === undefined) return undefined
  return { name: named.name, ...(named.role === undefined ? {} : { roleAsWritten: named.role }) }
}
