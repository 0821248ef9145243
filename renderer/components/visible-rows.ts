/** Rows from `first` to `last`, both within; `last` is less than `first` where there are none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Rows are drawn in steps of as many, so that a little scrolling draws nothing. */
const step = 8

/**
 * The rows to draw: those in view and some beyond. All in pixels: `top` is how far is scrolled, `height` of the view,
 * `rowHeight` of a row.
 */
export function visibleRows(count: number, rowHeight: number, top: number, height: number): RowRange {
  const first = Math.floor(Math.max(0, top) / rowHeight / step) * step - step
  const last = Math.ceil((Math.max(0, top) + height) / rowHeight / step) * step + step
  return { first: Math.min(Math.max(0, first), Math.max(0, count - 1)), last: Math.min(count, last) - 1 }
}

/** How far to scroll so that a row is whole in view below a head that stays; `undefined` where it is already. */
export function scrollToRow(
  row: number,
  rowHeight: number,
  view: { readonly top: number; readonly height: number; readonly head: number },
): number | undefined {
  const begin = row * rowHeight
  if (begin < view.top) return begin
  const end = begin + rowHeight + view.head
  return end > view.top + view.height ? end - view.height : undefined
}
