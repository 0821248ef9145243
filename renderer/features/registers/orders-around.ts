import type { Ordered } from '#annotations/changes/resolve'

/** The order of what comes in before `siblings[index]`, and those that siblings need for it. */
export function ordersAround<Entry extends Pick<Ordered, 'order'>>(
  siblings: readonly Entry[],
  index: number,
): { readonly orders: ReadonlyMap<Entry, number>; readonly own: number } {
  const orders = new Map<Entry, number>()
  let last: number | undefined
  for (const sibling of siblings.slice(0, index)) {
    const order: number = sibling.order ?? (last ?? 0) + 1
    if (sibling.order === undefined) orders.set(sibling, order)
    last = order
  }
  const next = siblings[index]?.order
  const own = between(last, next)
  const fits = (last === undefined || last < own) && (next === undefined || own < next) && Number.isFinite(own)
  if (fits) return { orders, own }
  const counted = siblings.map((sibling, at): [Entry, number] => [sibling, at < index ? at + 1 : at + 2])
  return { orders: new Map(counted.filter(([sibling, order]) => sibling.order !== order)), own: index + 1 }
}

function between(last: number | undefined, next: number | undefined): number {
  if (last === undefined) return next === undefined ? 1 : next - 1
  return next === undefined ? last + 1 : last + (next - last) / 2
}
