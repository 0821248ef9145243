import { expect, it } from 'vitest'
import { textHash } from '#annotations/model/canonical-text'
import { documentRowSchema } from './document-row-schema'
import type { DocumentRow } from './values'

/** A row with all that a row can have. */
const full: Required<DocumentRow> = {
  id: 'd1',
  headline: 'Second bridge opens',
  issuer: 'Port of Vessen',
  published: '2018-05-01',
  own: { beat: 'c1', reach: 12.5 },
  revision: textHash('Second bridge opens'),
  counts: { quote: 1, claim: 2, note: 3 },
  others: { quote: 0, claim: 1, note: 0 },
  progress: 'in-work',
  share: 0.5,
  deleted: false,
  alert: 'undecided',
}

it('lets every row pass as it is, with all that it can have and with as little', () => {
  expect(documentRowSchema.parse(full)).toEqual(full)
  const { issuer: _i, published: _p, own: _o, alert: _a, ...least } = full
  expect(documentRowSchema.parse(least)).toEqual(least)
})

it('refuses what no row has', () => {
  expect(documentRowSchema.safeParse({ ...full, colour: 'red' }).success).toBe(false)
  expect(documentRowSchema.safeParse({ ...full, own: { beat: ['c1'] } }).success).toBe(false)
})
