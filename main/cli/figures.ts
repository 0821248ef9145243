import type { AnnotatorId } from '#annotations/model/ids'
import type { DocumentJson, FigureJson } from '#app/contract/agreement-values'
import { count, oneLine, table } from './table'

/** A figure with three digits. */
export function signed(value: number): string {
  return value.toFixed(3)
}

/** The figures of every two annotators as a square: their names, then a row for each. */
export function matrix(
  annotators: readonly { readonly id: AnnotatorId; readonly name: string }[],
  pairs: readonly (FigureJson & { readonly annotators: readonly AnnotatorId[] })[],
): string {
  const names = annotators.map(({ name }) => oneLine(name, 16))
  const cell = (a: AnnotatorId, b: AnnotatorId) => {
    if (a === b) return '·'
    const pair = pairs.find(({ annotators: both }) => both.includes(a) && both.includes(b))
    return pair?.value === null || pair === undefined ? '-' : signed(pair.value)
  }
  const rows = annotators.map(({ id }, n) => [names[n] ?? '', ...annotators.map(other => cell(id, other.id))])
  return table([['', ...names], ...rows], '  ')
}

/** What of the documents is not compared, and what of their annotations: a sentence each. */
export function notComparedNotes({
  annotators,
  documents,
}: {
  readonly annotators: readonly { readonly id: AnnotatorId; readonly name: string }[]
  readonly documents: readonly DocumentJson[]
}): string[] {
  const notes: string[] = []
  const many = (list: readonly unknown[], one: string, several: string) =>
    list.length === 0 ? [] : [`${count(list.length, 'document')} ${list.length === 1 ? one : several}`]
  const few = documents.filter(({ left }) => left === 'too-few')
  notes.push(...many(few, 'was done by fewer than two of them.', 'were done by fewer than two of them.'))
  const apart = documents.filter(({ left }) => left === 'no-common-text')
  notes.push(
    ...many(
      apart,
      'has no text in which all have their annotations.',
      'have no text in which all have their annotations.',
    ),
  )
  const compared = documents.filter(({ left }) => left === undefined)
  for (const { id, name } of new Map(annotators.map(one => [one.id, one])).values()) {
    const missing = compared.filter(one => one.missing.includes(id))
    if (missing.length > 0) notes.push(`${name} did not do ${count(missing.length, 'document')} of those compared.`)
    const out = compared.reduce((sum, one) => sum + total(one.leftOut[id] ?? {}), 0)
    if (out > 0)
      notes.push(
        `left out of ${name}: ${count(out, 'annotation')} that ${out === 1 ? 'does' : 'do'} not stand in the text compared.`,
      )
  }
  return notes
}

function total(counts: { readonly [why: string]: number | undefined }): number {
  return Object.values(counts).reduce<number>((sum, n = 0) => sum + n, 0)
}
