import type { Annotation } from '#annotations/model/annotation'
import type { InspectorAnnotation, InspectorOptions } from '../inspector-values'

const base = {
  placements: new Map(),
  tags: new Set(['t1']),
  note: 'Two named speakers.',
  codebook: 0,
  status: 'draft',
  deleted: false,
  created: '2026-01-01T10:00:00.000Z',
  modified: '2026-01-01T10:00:00.000Z',
  edit: 'e1',
} as const

/** A quote with two speakers, one of them in the register. */
export const quote: Annotation = {
  ...base,
  id: 'a1',
  kind: 'quote',
  quote: {
    type: 'direct',
    speakers: [
      { name: 'Leilwa Abdullah', roleAsWritten: 'spokesperson of the al-Jazeera Storm campaign', speaker: 's1' },
      { name: 'Ahmad Abu Khawlah' },
    ],
  },
}

/** A claim with one figure. */
export const claim: Annotation = {
  ...base,
  id: 'a2',
  kind: 'claim',
  claim: { type: 'quantity', statement: 'There are 71.', figures: [{ asWritten: '71', value: '71', unit: 'nations' }] },
}

/** An annotation as the inspector shows it. */
export function shown(annotation: Annotation, mine = true): InspectorAnnotation {
  return {
    annotation,
    pieces: ['ISIS retains a significant presence'],
    anchor: 'exact',
    paragraph: 3,
    roleLabel: 'Body',
    position: { n: 3, of: 10 },
    sourceText: 'Leilwa Abdullah',
    cueText: 'said',
    tags: [{ id: 't1', path: ['security', 'threat'] }],
    history: [{ edit: 'e1', at: '14:01', words: 'Marked as quote' }],
    clashes: [],
    author: 'Annotator',
    mine,
  }
}

export const options: InspectorOptions = {
  speakers: [
    { id: 's1', name: 'Leilwa Abdullah' },
    { id: 's2', name: 'James Jarrard' },
  ],
  tags: [
    { id: 't1', path: ['security', 'threat'] },
    { id: 't2', path: ['border'] },
  ],
  claimTypes: [
    { id: 'quantity', name: 'Quantity' },
    { id: 'prediction', name: 'Prediction' },
  ],
}
