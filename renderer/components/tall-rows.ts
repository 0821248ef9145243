/** How far beyond the view rows are drawn, in pixels. */
const beyond = 400

/** Where each row begins, and at the end how high all are together; in pixels. */
export function topsOf(count: number, heightOf: (index: number) => number): number[] {
  const tops = [0]
  for (let index = 0; index < count; index += 1) tops.push((tops[index] ?? 0) + heightOf(index))
  return tops
}

/** The rows in view and some beyond, both ends included; `last` is less than `first` where there are none. */
export function rowsInView(tops: readonly number[], top: number, height: number): { first: number; last: number } {
  const count = tops.length - 1
  let first = 0
  while (first < count - 1 && (tops[first + 1] ?? 0) <= top - beyond) first += 1
  let last = first - 1
  while (last < count - 1 && (tops[last + 1] ?? 0) < top + height + beyond) last += 1
  return { first, last }
}
