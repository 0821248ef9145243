import type { MeasureId } from '#annotations/agreement/measure'

/** Groups of measures that are told apart: where marks are, of what kind they are, and who speaks. */
export const measureGroups = ['boundaries', 'units', 'labels', 'speakers'] as const
export type MeasureGroup = (typeof measureGroups)[number]

export const groupWords: { readonly [G in MeasureGroup]: string } = {
  boundaries: 'Boundaries: marks that match',
  units: 'Boundaries: words, characters and paragraphs that are marked',
  labels: 'Labels of annotations that are paired',
  speakers: 'Speakers of quotes that are paired',
}

interface MeasureWords {
  readonly group: MeasureGroup
  readonly name: string
  /** What is counted. */
  readonly of: string
}

const measures: { readonly [M in MeasureId]: MeasureWords } = {
  spanF1Exact: { group: 'boundaries', name: 'Exact F1', of: 'segments with the same start and end' },
  spanF1ExactTrimmed: { group: 'boundaries', name: 'Exact F1, trimmed', of: 'the same without signs at the ends' },
  spanF1Overlap: { group: 'boundaries', name: 'Overlap F1', of: 'segments that share a character, one to one' },
  spanF1OverlapAny: { group: 'boundaries', name: 'Overlap F1, any', of: 'segments that share a character with any' },
  spanF1Jaccard50: { group: 'boundaries', name: 'Half-overlap F1', of: 'segments that share half of their characters' },
  annotationF1Exact: { group: 'boundaries', name: 'Exact F1 of annotations', of: 'annotations with the same segments' },
  annotationF1Jaccard50: {
    group: 'boundaries',
    name: 'Half-overlap F1 of annotations',
    of: 'annotations that share half of their characters',
  },
  tokenF1: { group: 'units', name: 'Token F1', of: 'words and signs that are marked' },
  tokenKappaCohen: { group: 'units', name: 'Token kappa (Cohen)', of: 'the same, corrected for chance' },
  tokenKappaFleiss: { group: 'units', name: 'Token kappa (Fleiss)', of: 'the same of all annotators together' },
  tokenAlphaNominal: {
    group: 'units',
    name: 'Token alpha (Krippendorff)',
    of: 'the same, also where some are missing',
  },
  charAlphaNominal: { group: 'units', name: 'Character alpha', of: 'characters that are marked' },
  paragraphKappaCohen: { group: 'units', name: 'Paragraph kappa (Cohen)', of: 'paragraphs with a mark' },
  paragraphAlphaNominal: { group: 'units', name: 'Paragraph alpha', of: 'paragraphs with a mark' },
  alphaU: { group: 'units', name: 'Unitizing alpha (U)', of: 'lengths of units and gaps' },
  uAlpha: { group: 'units', name: 'Unitizing alpha (u)', of: 'units and gaps that overlap' },
  cuAlpha: { group: 'units', name: 'Unitizing alpha (cu)', of: 'values of units that overlap' },
  labelKappaCohen: { group: 'labels', name: 'Kappa (Cohen)', of: 'the label of both, corrected for chance' },
  labelAlphaNominal: { group: 'labels', name: 'Alpha (Krippendorff)', of: 'the label of both, corrected for chance' },
  speakerAgreementSource: {
    group: 'speakers',
    name: 'Same source',
    of: 'sources that share a character, or none in both',
  },
  speakerAgreementResolved: { group: 'speakers', name: 'Same speakers', of: 'the same speakers of the register' },
}

/** A measure in words; one that is not known by its id. */
export function measureWords(id: string): MeasureWords {
  return Object.hasOwn(measures, id) ? measures[id as MeasureId] : { group: 'units', name: id, of: '' }
}

const layers: { readonly [layer: string]: string } = {
  all: 'All annotations',
  'kind:quote': 'Quotes',
  'kind:claim': 'Claims',
  'kind:note': 'Notes',
  source: 'Sources of quotes',
  cue: 'Cues of quotes',
  'label:kind': 'Label: kind',
  'label:tags': 'Label: tags together',
  'label:quoteType': 'Label: quote type',
  'label:claimType': 'Label: claim type',
}

/** A layer in words: `Tag border`, `Label: tag border`. */
export function layerWords(layer: string): string {
  if (Object.hasOwn(layers, layer)) return layers[layer] ?? layer
  if (layer.startsWith('tag:')) return `Tag ${layer.slice('tag:'.length)}`
  return layer.startsWith('label:tag:') ? `Label: tag ${layer.slice('label:tag:'.length)}` : layer
}

const countWords: { readonly [count: string]: string } = {
  matched: 'matched',
  matchedA: 'matched of the first',
  matchedB: 'matched of the second',
  onlyA: 'only the first',
  onlyB: 'only the second',
  both: 'both',
  neither: 'neither',
  units: 'compared',
  all: 'all mark it',
  some: 'some mark it',
  none: 'nobody marks it',
  length: 'characters long',
  values: 'characters compared',
  sameValue: 'the same value',
  bothGap: 'gap in both',
  same: 'the same',
  differ: 'differ',
  documents: 'documents',
  pairs: 'pairs of annotators',
  undefinedPairs: 'pairs without a value',
  leftOut: 'left out: without a place in the text',
  leftOutUnits: 'left out: fewer than two said something',
  withoutWords: 'left out: without words',
  withoutLabel: 'left out: without a label',
  unresolved: 'with a speaker that the register does not have',
}

const single: { readonly [count: string]: string } = {
  documents: 'document',
  pairs: 'pair of annotators',
  undefinedPairs: 'pair without a value',
}

/** Counts that are told only where there are some. */
const rare = new Set(['leftOut', 'leftOutUnits', 'withoutWords', 'undefinedPairs', 'unresolved', 'withoutLabel'])

/** What a figure was made from, in words: `3 matched, 1 only the first`. */
export function countsInWords(counts: { readonly [name: string]: number }): string {
  return Object.entries(counts)
    .filter(([name, n]) => n > 0 || !rare.has(name))
    .map(([name, n]) => {
      const words = n === 1 ? (single[name] ?? countWords[name]) : countWords[name]
      return `${Number.isInteger(n) ? n.toLocaleString('en') : n.toFixed(1)} ${words ?? name}`
    })
    .join(', ')
}

const reasons: { readonly [reason: string]: string } = {
  'no-units': 'not defined: nothing to compare',
  'no-variation': 'not defined: all have one value',
  'no-chance': 'not defined: too little was compared',
}

/** A figure as `pressmark agreement` prints it: three digits, or why it is not defined. */
export function valueWords(value: number | null, reason: string | undefined): string {
  return value === null ? (reasons[reason ?? ''] ?? 'not defined') : value.toFixed(3)
}

/** The interval, or why there is none. */
export function intervalWords(interval: readonly [number, number] | null, none: string | undefined): string {
  if (interval !== null) return `${interval[0].toFixed(3)} to ${interval[1].toFixed(3)}`
  if (none === 'few-documents') return 'none: fewer than five documents'
  return none === 'often-undefined' ? 'none: not defined in most rounds' : ''
}
