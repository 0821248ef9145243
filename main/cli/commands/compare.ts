import { ok } from '#annotations/model/result'
import { chooseSeveral } from '#app/services/chosen-work'
import { type ComparedAnnotation, type CompareJson, compareWork, type Difference } from '#app/services/compare-work'
import type { CliIo } from '../cli-io'
import { notComparedNotes } from '../figures'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { oneLine, table } from '../table'

export interface CompareOptions {
  readonly annotators: readonly string[]
  readonly document: readonly string[]
  readonly all?: boolean
}

/** `compare WORKSPACE --annotators A,B`: what one has and the other has not, or has otherwise. */
export function compare(io: CliIo, workspace: string, options: CompareOptions): Promise<CommandResult> {
  const documents = options.document.length === 0 ? undefined : [...new Set(options.document)]
  return reading(io, workspace, documents, session => {
    const annotators = chooseSeveral(session, options.annotators)
    if (!annotators.ok) return annotators
    const alike = options.all === true
    const json = compareWork(session, { annotators: annotators.value, alike, ...(documents && { documents }) })
    return ok({ status: 0, json, text: asText(json), notes: notComparedNotes(json) })
  })
}

function asText(json: CompareJson): string {
  const names = new Map(json.annotators.map(({ id, name }) => [id, oneLine(name, 20)]))
  const parts = json.documents.flatMap(({ id, headline, differences }) =>
    differences.length === 0
      ? []
      : [
          `${oneLine(headline, 80)}  (${id})\n${table(
            differences.map(one => toRow(one, names)),
            '  ',
          )}`,
        ],
  )
  const sums = json.counts.map(({ annotators, alike, differ, onlyA, onlyB }) => {
    const [a = '', b = ''] = annotators.map(id => names.get(id) ?? id)
    return [`${a} and ${b}:`, `${alike} alike`, `${differ} differ`, `${onlyA} only ${a}`, `${onlyB} only ${b}`]
  })
  return [...parts, table(sums)].join('\n\n')
}

function toRow({ annotators, type, differs, a, b }: Difference, names: ReadonlyMap<string, string>): string[] {
  const [first = '', second = ''] = annotators.map(id => names.get(id) ?? id)
  const shown = a ?? b
  const what = type === 'pair' ? differs.join(', ') || 'alike' : `only ${type === 'only-a' ? first : second}`
  const who = names.size > 2 ? [`${first} / ${second}`] : []
  const kinds = a !== undefined && b !== undefined && a.kind !== b.kind ? `${a.kind} / ${b.kind}` : (shown?.kind ?? '')
  return [placeOf(shown), ...who, what, kinds, oneLine(shown?.target.map(({ exact }) => exact).join(' … ') ?? '', 60)]
}

function placeOf(annotation: ComparedAnnotation | undefined): string {
  return (annotation?.target ?? []).map(({ start, end }) => `${start}-${end}`).join(';')
}
