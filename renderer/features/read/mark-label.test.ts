import { expect, test } from 'vitest'
import { type LabelledMark, markLabel } from './mark-label'

const person = (name: string) => ({ name, organisation: false })

test.each<[string, Partial<LabelledMark>, string]>([
  ['a quote by two has the family name of the first', { who: person('Leilwa Abdullah'), others: 1 }, 'Abdullah +1'],
  ['a quote by one', { who: person('James Jarrard') }, 'Jarrard'],
  ['a suffix is no family name', { who: person('Kim Roe Jr.') }, 'Roe'],
  ['an organisation keeps its name', { who: { name: 'CJTF-OIR', organisation: true } }, 'CJTF-OIR'],
  ['what is no personal name stays whole', { who: person('coalition officials') }, 'coalition officials'],
  ['a quote by nobody yet', {}, 'Quote'],
  ['a claim has its type', { kind: 'claim', claimType: 'Commitment or pledge' }, 'Commitment'],
  ['a claim without a type', { kind: 'claim' }, 'Claim'],
  ['a note', { kind: 'note' }, 'Note'],
  ['a note with words', { kind: 'note', note: 'Ask who' }, 'Ask who'],
])('%s', (_name, mark, text) => {
  expect(markLabel({ kind: 'quote', others: 0, ...mark }).text).toBe(text)
})
