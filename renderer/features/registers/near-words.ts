import type { Nearness } from '#annotations/model/near-names'

/** What makes two names nearly the same, in words. */
export const nearWords: { readonly [N in Nearness]: string } = {
  same: 'the same but for case, accents or punctuation',
  plural: 'one is the plural',
  words: 'the same words',
  spelling: 'spelled nearly the same',
}
