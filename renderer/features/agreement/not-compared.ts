import type { AnnotatorId } from '#annotations/model/ids'
import type { MeasuredAgreement } from '#app/contract/agreement-values'
import { counted } from '../words/kind-words'

/** What of the documents is not compared, and what of their annotations: a sentence each. */
export function notCompared(
  { annotators, documents }: Pick<MeasuredAgreement, 'annotators' | 'documents'>,
  nameOf: (id: AnnotatorId) => string,
): readonly string[] {
  const notes: string[] = []
  const few = documents.filter(({ left }) => left === 'too-few').length
  if (few > 0) notes.push(`Done by fewer than two of them: ${counted(few, 'document', 'documents')}.`)
  const apart = documents.filter(({ left }) => left === 'no-common-text').length
  if (apart > 0)
    notes.push(`Without a text in which all have their annotations: ${counted(apart, 'document', 'documents')}.`)
  const compared = documents.filter(({ left }) => left === undefined)
  for (const { id } of annotators) {
    const missing = compared.filter(one => one.missing.includes(id)).length
    if (missing > 0)
      notes.push(`Not done by ${nameOf(id)}: ${counted(missing, 'document', 'documents')} of those compared.`)
    const out = compared.reduce((sum, one) => sum + total(one.leftOut[id]), 0)
    if (out > 0)
      notes.push(
        `Left out of ${nameOf(id)}: ${counted(out, 'annotation', 'annotations')} without a place in the text compared.`,
      )
  }
  return notes
}

function total(counts: { readonly [why: string]: number | undefined } = {}): number {
  return Object.values(counts).reduce<number>((sum, n = 0) => sum + n, 0)
}
