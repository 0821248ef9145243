/** Texts as small numbers, for columns of numbers. A text keeps its code; none is ever given up. */
export interface Dictionary {
  readonly values: readonly string[]
  codeOf(value: string): number
  /** `undefined` for a text that has no code. */
  knownCode(value: string): number | undefined
}

/** A dictionary that knows the texts given, in their order from code 0, and learns others when they are asked for. */
export function createDictionary(first: readonly string[] = []): Dictionary {
  const values: string[] = []
  const codes = new Map<string, number>()
  const codeOf = (value: string): number => {
    const known = codes.get(value)
    if (known !== undefined) return known
    codes.set(value, values.length)
    values.push(value)
    return values.length - 1
  }
  for (const value of first) codeOf(value)
  return { values, codeOf, knownCode: value => codes.get(value) }
}
