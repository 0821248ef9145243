import type { Kind } from '../../model/annotation'

/** A piece of a text that a case marks, by its words. */
export interface MarkedWords {
  readonly words: string
  /** Members that the input states for it, such as `exact`. */
  readonly also?: { readonly [name: string]: unknown }
}

/** An annotation as input states it, its places given by the words that stand there. */
export interface PressmarkCase {
  /** Completes "it takes …". */
  readonly name: string
  readonly kind: Kind
  readonly target: readonly MarkedWords[]
  readonly parts?: readonly (MarkedWords & { readonly part: 'source' | 'cue' })[]
  /** Members of the entry beside kind, target and parts. */
  readonly members?: { readonly [name: string]: unknown }
}

/** What input may state, over the sample release of the tests. */
export const cases: readonly PressmarkCase[] = [
  { name: 'no more than kind and target', kind: 'note', target: [{ words: 'Nobody left.' }] },
  {
    name: 'a quotation in two pieces with source and cue, and two speakers',
    kind: 'quote',
    target: [{ words: '“We are glad,”', also: { exact: '“We are glad,”' } }, { words: '“We waited 😀 long.”' }],
    parts: [
      { part: 'source', words: 'Marsh' },
      { part: 'cue', words: 'said Marsh' },
    ],
    members: {
      quote: {
        type: 'mixed',
        speakers: [
          { name: 'Marsh', speaker: 'Ada Marsh', roleAsWritten: 'harbour master', organisation: 'Port of Vessen' },
          { name: 'a friend', speaker: null },
        ],
      },
    },
  },
  {
    name: 'a claim with all of a figure, its value as number and as text',
    kind: 'claim',
    target: [{ words: 'It cost $4.20 million' }],
    members: {
      claim: {
        type: 'Quantity',
        claimant: 'Gen. Ada Marsh',
        statement: 'The rebuild cost 4.20 million dollars.',
        figures: [
          { asWritten: '$4.20 million', value: '4.20', unit: 'million USD', period: '2024', relation: 'about' },
          { asWritten: 'more', value: 1e21, upTo: 2.5e-7, baseline: '2020' },
        ],
      },
    },
  },
  {
    name: 'tags by path, new and nested, with a slash in a name',
    kind: 'note',
    target: [{ words: 'أهلا وسهلا' }],
    members: {
      tags: ['Tone/Warm', 'Tone', '24\\/7 service/On call'],
      note: '=1+1 "quoted" `code` -->\nשלום 😀',
      status: 'submitted',
    },
  },
  {
    name: 'two entries of one place',
    kind: 'note',
    target: [{ words: 'Nobody left.' }],
    members: { note: 'the second of two' },
  },
]
