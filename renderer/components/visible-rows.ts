/** Rows from `first` to `last`, both within; `last` is less than `first` where there are none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Rows are drawn in steps of as many: few, so that no frame of a long scroll has to draw what many could share. */
const step = 2
/** Rows that are drawn before and after those in view, when there is time. */
export const beyond = 8

/**
 * The rows to draw of a list without end: those in view and as many `more` beyond it at either end. All in pixels: `top` is
 * how far is scrolled, `height` of the view, `rowHeight` of a row.
 */
export function visibleRows(rowHeight: number, top: number, height: number, more: number): RowRange {
  const first = Math.floor(Math.max(0, top) / rowHeight / step) * step - more
  const last = Math.ceil((Math.max(0, top) + height) / rowHeight / step) * step + more
  return { first: Math.max(0, first), last: last - 1 }
}

/** Of a list of `count` rows those of a range; where the list ends before it, as many of its last ones. */
export function rowsWithin({ first, last }: RowRange, count: number): RowRange {
  if (first < count) return { first, last: Math.min(last, count - 1) }
  return { first: Math.max(0, count - 1 - (last - first)), last: count - 1 }
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
