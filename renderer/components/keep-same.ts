/**
 * `now`, or `before` where both say the same; what they have in common is `before`'s objects, so that `===` tells what has
 * changed. For plain objects, arrays and values; anything else is the same only if it is `===`.
 */
export function keepSame<Value>(before: unknown, now: Value): Value {
  if (Object.is(before, now)) return now
  if (Array.isArray(now) && Array.isArray(before)) {
    const kept = now.map((item, n) => keepSame(before[n], item))
    const same = kept.length === before.length && kept.every((item, n) => Object.is(item, before[n]))
    return (same ? before : kept) as Value
  }
  if (!isPlain(before) || !isPlain(now)) return now
  const kept = Object.fromEntries(Object.entries(now).map(([name, item]) => [name, keepSame(before[name], item)]))
  const names = Object.keys(kept)
  const same =
    names.length === Object.keys(before).length &&
    names.every(name => name in before && Object.is(kept[name], before[name]))
  return (same ? before : kept) as Value
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
