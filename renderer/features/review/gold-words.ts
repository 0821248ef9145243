import type { GoldReason } from '#annotations/review/gold-decisions'

/** Reasons that a keeper can give by one key, in the order of the keys. */
export const givenReasons = ['ambiguous-text', 'guideline-gap', 'slip'] as const

const words: { readonly [R in GoldReason]: string } = {
  'ambiguous-text': 'Ambiguous text',
  'guideline-gap': 'Guideline gap',
  slip: 'Slip',
  'all-agreed': 'All say the same',
}

/** A reason in words; of a person's own words these. */
export function reasonWords(why: string): string {
  return Object.hasOwn(words, why) ? words[why as GoldReason] : why
}
