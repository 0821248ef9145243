import { fewestDocuments } from '#annotations/agreement/bootstrap'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { AgreementJson, FigureJson, LayerJson } from '#app/contract/agreement-values'
import { agreementReport } from '#app/services/agreement-report'
import { type ChosenAnnotator, chooseAnnotators, chooseSeveral, thenAndNow } from '#app/services/chosen-work'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { CliIo } from '../cli-io'
import { matrix, notComparedNotes, signed } from '../figures'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count, oneLine, table } from '../table'
import { intervalPhrase, undefinedPhrase } from '../words'

export interface AgreementOptions {
  readonly annotators: readonly string[]
  readonly document: readonly string[]
  readonly layer: readonly string[]
  readonly before?: string
  readonly rounds: number
  readonly seed: number
  readonly perDocument?: boolean
  readonly cases?: boolean
}

/** `agreement WORKSPACE --annotators A,B[,C]`: how far they mark and label the same. */
export function agreement(io: CliIo, workspace: string, options: AgreementOptions): Promise<CommandResult> {
  const documents = options.document.length === 0 ? undefined : [...new Set(options.document)]
  return reading(io, workspace, documents, session => {
    const annotators = whoseWork(session, options)
    if (!annotators.ok) return annotators
    const json = agreementReport(session, {
      annotators: annotators.value,
      bootstrap: { rounds: options.rounds, seed: options.seed },
      perDocument: options.perDocument === true,
      cases: options.cases === true,
      ...(documents === undefined ? {} : { documents }),
      ...(options.layer.length === 0 ? {} : { layers: options.layer }),
    })
    const missing = options.layer.find(layer => !json.layers.some(found => found.layer === layer))
    if (missing !== undefined) return problem('unknown-layer', { layer: missing })
    return ok({ status: 0, json, text: asText(json), notes: notComparedNotes(json) })
  })
}

function whoseWork(
  session: WorkspaceSession,
  { annotators, before }: AgreementOptions,
): Result<readonly ChosenAnnotator[], Problem> {
  if (before === undefined) return chooseSeveral(session, annotators)
  const moment = new Date(before)
  if (Number.isNaN(moment.getTime())) return problem('no-moment', { moment: before })
  const chosen = chooseAnnotators(session, annotators)
  if (!chosen.ok) return chosen
  const [only, ...others] = chosen.value
  if (only === undefined || others.length > 0) return problem('one-annotator')
  return ok(thenAndNow(only, moment.toISOString()))
}

function asText(json: AgreementJson): string {
  const compared = json.documents.filter(({ revision }) => revision !== undefined).length
  const names = json.annotators.map(({ name }) => oneLine(name, 40))
  const few = compared < fewestDocuments ? `; no intervals, since they are fewer than ${fewestDocuments}` : ''
  const head = `${names.join(', ')}: ${count(compared, 'document')} compared${few}`
  const own = json.documents.flatMap(({ id, headline, layers }) =>
    layers === undefined ? [] : [`\n${oneLine(headline, 80)}  (${id})`, ...layers.map(layer => layerText(layer, json))],
  )
  return [
    head,
    ...own,
    ...(own.length > 0 ? ['\nAll documents'] : []),
    ...json.layers.map(layer => layerText(layer, json)),
  ].join('\n\n')
}

function layerText({ layer, measures }: LayerJson, json: AgreementJson): string {
  if (measures.spanF1OverlapAny?.reason === 'no-units') return `${layer}\n  nobody marked anything`
  const rows = Object.entries(measures).map(([id, figure]) => [
    id,
    valueText(figure),
    intervalText(figure),
    countsText(figure),
  ])
  const pairs = measures.annotationF1Jaccard50?.pairs ?? measures.labelKappaCohen?.pairs
  const names = json.annotators.map(({ id, name }) => ({ id, name }))
  const which = measures.annotationF1Jaccard50 === undefined ? 'labelKappaCohen' : 'annotationF1Jaccard50'
  const square = pairs === undefined ? '' : `\n\n  ${which}\n${matrix(names, pairs)}`
  return `${layer}\n${table(rows, '  ')}${square}`
}

function valueText({ value, reason }: FigureJson): string {
  return value === null ? undefinedPhrase(reason) : signed(value)
}

function intervalText({ interval, noInterval }: FigureJson): string {
  if (interval !== null) return `${signed(interval[0])} to ${signed(interval[1])}`
  return noInterval === undefined || noInterval === 'few-documents' ? '' : intervalPhrase(noInterval)
}

/** The counts that say something; of those that are rarely there only what is. */
function countsText({ counts }: FigureJson): string {
  const rare = new Set(['leftOut', 'leftOutUnits', 'withoutWords', 'undefinedPairs', 'unresolved', 'withoutLabel'])
  return Object.entries(counts)
    .filter(([name, n]) => n > 0 || !rare.has(name))
    .map(([name, n]) => `${name} ${Number.isInteger(n) ? n : n.toFixed(1)}`)
    .join(', ')
}
