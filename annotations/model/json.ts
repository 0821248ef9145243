/** A value that JSON can hold. Object members are own, enumerable and never `__proto__`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** True when two JSON values are equal in content; the order of object members does not matter. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, i) => sameJson(item, b[i]))
  }
  const left = a as { readonly [key: string]: Json }
  const right = b as { readonly [key: string]: Json }
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every(key => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
}

/** JSON text that is equal for equal values: members of objects by name, in code units. */
export function spellJson(value: Json): string {
  return JSON.stringify(value, (_, member: Json) => {
    if (!isJsonObject(member)) return member
    const sorted: [string, Json][] = Object.entries(member).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    return Object.fromEntries(sorted)
  })
}

/** True for a JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Deepest nesting of a file's JSON; the outermost value is at depth 1. */
export const maxDepth = 64

/** Nesting that a file adds around the value of a field: file, entries, line, changes, change, set. */
const depthAround = 6

/**
 * Why a value may not stand in a file, or `undefined`: nested deeper than `maxDepth`, counted from `depth`; a member
 * named `__proto__`; a number that JSON has no spelling for. Stops at the first, and never deeper than `maxDepth`.
 */
export function flawOfJson(value: Json, depth = 1): 'too-deep' | 'forbidden-key' | 'not-json' | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'not-json'
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean' ? undefined : 'not-json'
  if (value === null) return undefined
  if (depth > maxDepth) return 'too-deep'
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      const flaw = flawOfJson(item, depth + 1)
      if (flaw !== undefined) return flaw
    }
    return undefined
  }
  const members = value as { readonly [name: string]: Json }
  for (const name of Object.keys(members)) {
    const flaw = name === '__proto__' ? 'forbidden-key' : flawOfJson(members[name] as Json, depth + 1)
    if (flaw !== undefined) return flaw
  }
  return undefined
}

/** True where a file can hold this value in a field of this name. */
export function isStorable(field: string, value: Json): boolean {
  return field !== '__proto__' && flawOfJson(value, depthAround + 1) === undefined
}
