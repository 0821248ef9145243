/**
 * Where random tests begin. Without a wish at one seed, so that the same change gives the same outcome; a whole number
 * or `random` looks further. Throws for any other wish.
 */
export function wantedSeed(wish: string = '20261125'): number {
  const seed = wish === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wish)
  if (!Number.isSafeInteger(seed)) throw new Error(`PRESSMARK_SEED is a whole number or "random", not "${wish}".`)
  return seed
}
