import { measureAgreement, reportMeasure } from '#annotations/agreement/agreement'
import { buildStudy } from '#annotations/agreement/build-study'
import type { MeasureId } from '#annotations/agreement/measure'
import { emptyScope } from '#annotations/changes/journal'
import type { Differences } from '#annotations/review/differences'
import type { WindowState } from './app-state'
import { colleagueOf, openDifferences } from './review-view'
import { openRelease, openScope, registerOf } from './selectors'

/** How far the two agree in the open document: the figures of `pressmark agreement --document`. `null`: not defined. */
export interface ReviewFigures {
  /** `spanF1Exact` and `spanF1Overlap` of all annotations. */
  readonly exact: number | null
  readonly overlapping: number | null
  /** `labelKappaCohen` of kinds, and of how many pairs. */
  readonly kind: number | null
  readonly pairs: number
}

const known = new WeakMap<Differences, ReviewFigures | undefined>()

/** The figures of the open document; `undefined` where one of the two has not begun it or no text has both. Cached. */
export function openFigures(state: WindowState): ReviewFigures | undefined {
  const differences = openDifferences(state)
  if (differences === undefined) return undefined
  if (!known.has(differences)) known.set(differences, figuresOf(state, differences))
  return known.get(differences)
}

function figuresOf(state: WindowState, { paired }: Differences): ReviewFigures | undefined {
  const [mine, theirs, release] = [state.info?.annotator?.id, colleagueOf(state), openRelease(state)]
  if (mine === undefined || theirs === undefined || release === undefined || state.document === undefined)
    return undefined
  const source = { id: state.document.id, release, scope: openScope(state) ?? emptyScope }
  const codebook = registerOf(state.queue.current, 'codebook')
  const registers = { codebook, speakers: registerOf(state.queue.current, 'speakers') }
  const { study, uses } = buildStudy([source], [{ ids: [mine] }, { ids: [theirs] }], registers)
  if (uses[0]?.revision !== state.document.revision) return undefined
  const layers = measureAgreement(study, codebook, layer => layer === 'all' || layer === 'label:kind')
  const figure = (layer: string, id: MeasureId) => {
    const measure = layers.find(one => one.layer === layer)?.measures.find(one => one.id === id)
    return measure === undefined ? null : reportMeasure(measure, [1]).value
  }
  return {
    exact: figure('all', 'spanF1Exact'),
    overlapping: figure('all', 'spanF1Overlap'),
    kind: figure('label:kind', 'labelKappaCohen'),
    pairs: paired.size / 2,
  }
}

/** A figure as it is shown: two digits after the point, and a dash where it is not defined. */
export function figureWords(value: number | null): string {
  return value === null ? '–' : value.toFixed(2)
}
