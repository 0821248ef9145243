/**
 * Texts that share most of their words in the same order. A text is the set of its shingles, runs of three words in
 * lower case without punctuation; how near two texts are is the containment |A ∩ B| / min(|A|, |B|) of their sets (Broder, "On
 * the resemblance and containment of documents", 1997), so that a release inside a longer mail is as near as a corrected one.
 */
export interface NearText<Key> {
  readonly key: Key
  /** 0 to 1. */
  readonly containment: number
}

const shingleWords = 3
/** So many shingles are a text; in fewer, one sentence that two releases share would be most of it. */
const leastShingles = 20
/** One of so many shingles, chosen by its hash, stands for the set when candidates are looked for. */
const sampled = 4
/** Candidates that are compared whole. */
const compared = 5

/**
 * From this containment on two texts are near. Below it are different releases: any two of 22 real ones of eight issuers share at
 * most 0.05, and two that have the same boilerplate share no more than that is of the shorter one, hardly half. Above it
 * are corrected ones: a text keeps 1 - 3/n where every n-th word is another, 0.62 where it is every eighth.
 */
export const nearEnough = 0.6

/** Knows texts by their shingles and finds the nearest one; keeps about a quarter of a text's shingles in memory. */
export class NearTexts<Key> {
  readonly #holders = new Map<number, Key[]>()
  readonly #sizes = new Map<Key, number>()
  readonly #textOf: (key: Key) => string | undefined

  /** `textOf`: the text that was added under a key. */
  constructor(textOf: (key: Key) => string | undefined) {
    this.#textOf = textOf
  }

  has(key: Key): boolean {
    return this.#sizes.has(key)
  }

  add(key: Key, text: string): void {
    const sample = sampleOf(shinglesOf(text))
    this.#sizes.set(key, sample.length)
    for (const shingle of sample) {
      const holders = this.#holders.get(shingle)
      if (holders === undefined) this.#holders.set(shingle, [key])
      else holders.push(key)
    }
  }

  /** The nearest text of those that are near enough; of short texts none is. */
  nearest(text: string): NearText<Key> | undefined {
    const shingles = shinglesOf(text)
    if (shingles.size < leastShingles) return undefined
    let best: NearText<Key> | undefined
    for (const key of this.#candidates(sampleOf(shingles))) {
      const other = shinglesOf(this.#textOf(key) ?? '')
      const containment = other.size < leastShingles ? 0 : containmentOf(shingles, other)
      if (containment >= nearEnough && containment > (best?.containment ?? 0)) best = { key, containment }
    }
    return best
  }

  /** The texts that share most of a sample, seen from the smaller side, best first. */
  #candidates(sample: readonly number[]): Key[] {
    const shared = new Map<Key, number>()
    for (const shingle of sample) {
      for (const key of this.#holders.get(shingle) ?? []) shared.set(key, (shared.get(key) ?? 0) + 1)
    }
    return [...shared]
      .map(([key, count]) => ({ key, share: count / Math.min(sample.length, this.#sizes.get(key) ?? 1) }))
      .filter(({ share }) => share >= nearEnough / 2)
      .sort((a, b) => b.share - a.share)
      .slice(0, compared)
      .map(({ key }) => key)
  }
}

/** The share of the smaller set that is in the other, 0 to 1; 0 where one is empty. */
export function containmentOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return small.size === 0 ? 0 : shared / small.size
}

/** The shingles of a text, each as a hash of 32 bits. */
export function shinglesOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= hashes.length; at += 1) {
    let hash = 0
    for (let n = 0; n < shingleWords; n += 1) hash = mix(hash, hashes[at + n] ?? 0)
    shingles.add(hash)
  }
  return shingles
}

function sampleOf(shingles: ReadonlySet<number>): number[] {
  return [...shingles].filter(shingle => shingle % sampled === 0)
}

/** FNV-1a over code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function mix(hash: number, next: number): number {
  const mixed = Math.imul(Math.imul(hash, 31) + next, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
