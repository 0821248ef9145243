import { kinds } from '#annotations/model/annotation'
import type { ExcerptRow, Facets } from '#app/contract/excerpt-query'

/** A row of the table, made up from its place. */
export function sampleRow(n: number): ExcerptRow {
  const kind = kinds[n % 3] ?? 'note'
  return {
    id: `a${n}`,
    document: `d${n % 7}`,
    headline: `Release number ${n % 7} about a port, a river and everything between them`,
    issuer: 'Port of Example Haven',
    published: '2024-03-12',
    section: 'body',
    paragraph: (n % 9) + 1,
    kind,
    ...(kind === 'quote' ? { quoteType: 'direct' as const } : {}),
    ...(kind === 'claim' ? { claimType: 'Comparison or ranking' } : {}),
    before: 'In a statement the authority said that ',
    pieces: [
      `excerpt ${n} is long enough to need more than the two lines that the table has for it`,
      'and a second piece',
    ],
    after: ' and that it would go on.',
    speakers: kind === 'note' ? [] : ['Leilwa Abdullah', 'Ahmad Abu Khawlah'],
    ...(kind === 'note' ? {} : { speakerNote: 'spokesperson of the campaign' }),
    tags: [
      { id: 't1', path: ['security', 'threat'], colour: '#0a6861' },
      { id: 't2', path: ['figure'] },
    ],
    own: n % 2 === 0 ? ['Beat: Ports'] : [],
    note: n % 2 === 0 ? 'Look at this again when the next release comes.' : '',
    status: n % 2 === 0 ? 'draft' : 'submitted',
    anchor: n % 5 === 4 ? 'undecided' : 'exact',
    author: n % 4 === 3 ? 'Bo Holt' : 'Ann Reyes',
    mine: n % 4 !== 3,
    modified: '2026-05-01T09:30:00.000Z',
  }
}

/** Rows by place, all that there are or the first so many. */
export function sampleRows(count: number): ReadonlyMap<number, ExcerptRow> {
  return new Map(Array.from({ length: count }, (_, n) => [n, sampleRow(n)]))
}

export const sampleFacets: Facets = {
  kind: [
    { value: 'claim', count: 388 },
    { value: 'quote', count: 412 },
  ],
  section: [
    { value: 'body', count: 523 },
    { value: 'headline', count: 18 },
  ],
  speaker: Array.from({ length: 12 }, (_, n) => ({ value: `s${n}`, count: 40 - n, path: [`Speaker ${n}`] })),
  tag: [
    { value: 't0', count: 96, path: ['climate'] },
    { value: 't1', count: 61, path: ['climate', 'methane'] },
    { value: '', count: 119 },
  ],
  field: [
    { value: 'f1=c1', count: 12, path: ['Beat: Ports'] },
    { value: '', count: 788 },
  ],
  'claim-type': [{ value: 'quantity', count: 9, path: ['Quantity'] }],
  status: [
    { value: 'draft', count: 800 },
    { value: 'disputed', count: 3 },
  ],
  annotator: [{ value: 'ann', count: 800, path: ['Ann Reyes'] }],
  document: [{ value: 'd0', count: 800, path: ['A headline'] }],
  anchor: [{ value: 'exact', count: 800 }],
  progress: [{ value: 'in-work', count: 800 }],
}
