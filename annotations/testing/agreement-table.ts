import type { Study } from '../agreement/study'
import type { Register } from '../changes/resolve'
import { readRegister } from '../changes/resolve'
import type { Kind, QuoteType } from '../model/annotation'
import { afterEdits, editOf, scopeIn, workspaceWith } from './build'
import { coded } from './coded'

type Ranges = readonly (readonly [number, number])[]

/** An annotation as `scripts/agreement/peers.py` writes it. */
interface Written {
  readonly id: string
  readonly kind: Kind
  readonly content: Ranges
  readonly source?: Ranges
  readonly cue?: Ranges
  readonly tags?: readonly string[]
  readonly voices?: readonly string[]
  readonly quoteType?: QuoteType
  readonly claimType?: string
}

interface Head {
  readonly texts: readonly { readonly text: string; readonly blocks: Ranges }[]
  readonly tags: Readonly<Record<string, readonly [name: string, parent: string | null]>>
  readonly measures: Readonly<Record<string, readonly string[]>>
}

interface Row {
  readonly seed: number
  readonly annotators: number
  readonly documents: readonly { readonly text: number; readonly codings: readonly (readonly Written[] | null)[] }[]
  readonly expected: Readonly<Record<string, readonly Expected[]>>
}

/** A value, why there is none without `no-`, or the mean of several pairs with the value of each. */
type Expected = number | string | readonly [mean: number | string, ...pairs: (number | string)[]]

/** A study of the table, and by layer and measure what other programs say of it: the value, then those of the pairs. */
export interface ExpectedStudy {
  readonly seed: number
  readonly study: Study
  readonly expected: ReadonlyMap<string, ReadonlyMap<string, readonly (number | string)[]>>
}

/** Reads the table that `scripts/agreement/peers.py` writes: a line for texts and tags, then a line per study. */
export function readTable(text: string): { readonly codebook: Register; readonly studies: readonly ExpectedStudy[] } {
  const [first = '', ...rows] = text.split('\n').filter(line => line !== '')
  const head = JSON.parse(first) as Head
  const studies = rows.map((line): ExpectedStudy => {
    const row = JSON.parse(line) as Row
    const expected = Object.entries(row.expected).map(([layer, values]) => {
      const measures = head.measures[layer] ?? head.measures[layer.startsWith('label:') ? 'label' : 'all'] ?? []
      return [layer, new Map(measures.map((measure, n) => [measure, spread(values[n] ?? 'units')]))] as const
    })
    return { seed: row.seed, study: toStudy(row, head), expected: new Map(expected) }
  })
  return { codebook: codebookOf(head), studies }
}

function spread(expected: Expected): readonly (number | string)[] {
  const values = typeof expected === 'object' ? expected : [expected]
  return values.map(value => (typeof value === 'string' ? `no-${value}` : value))
}

function toStudy({ annotators, documents }: Row, { texts }: Head): Study {
  return {
    annotators,
    documents: documents.map(({ text, codings }, n) => ({
      id: `d${n}`,
      revision: `r${text}`,
      text: texts[text]?.text ?? '',
      blocks: (texts[text]?.blocks ?? []).map(([start, end]) => ({ start, end })),
      codings: codings.map(own => (own === null ? undefined : { annotations: own.map(toCoded), leftOut: [] })),
    })),
  }
}

function toCoded({ id, content, quoteType, claimType, ...more }: Written) {
  return coded(id, content, {
    ...more,
    ...(quoteType === undefined ? {} : { quote: { type: quoteType } }),
    ...(claimType === undefined ? {} : { claim: { type: claimType } }),
  })
}

function codebookOf({ tags }: Head): Register {
  const acts = Object.entries(tags).map(
    ([id, [name, parent]]) =>
      ({
        do: 'add-entry',
        register: 'codebook',
        type: 'tag',
        id,
        fields: { name, ...(parent === null ? {} : { parent }) },
      }) as const,
  )
  return readRegister(scopeIn(afterEdits(workspaceWith(), editOf('e1', 'ann', ...acts)), 'codebook'))
}
