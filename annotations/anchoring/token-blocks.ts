import type { Block } from '../model/revision'
import { firstTokenEndingAfter, type Tokens } from './tokens'

/** The blocks of a text by their tokens. */
export interface TokenBlocks {
  readonly count: number
  /** Block `n` has the tokens from `begins[n]` up to `begins[n + 1]`. */
  readonly begins: Int32Array
  /** Equal for blocks whose text is the same. */
  readonly keys: Int32Array
}

/** Cuts tokens into blocks; `known` numbers the texts of blocks, and is one for both texts that are compared. */
export function tokenBlocks(tokens: Tokens, blocks: readonly Block[], known: Map<string, number>): TokenBlocks {
  const begins = new Int32Array(blocks.length + 1)
  const keys = new Int32Array(blocks.length)
  for (const [n, { start, end }] of blocks.entries()) {
    const text = tokens.text.slice(start, end)
    const key = known.get(text) ?? known.size
    known.set(text, key)
    keys[n] = key
    begins[n] = n === 0 ? 0 : firstTokenEndingAfter(tokens, start)
  }
  begins[blocks.length] = tokens.count
  return { count: blocks.length, begins, keys }
}
