/** A row of a tree on the screen: its upper edge and height, in pixels. */
export interface RowBox {
  readonly id: string
  readonly top: number
  readonly height: number
  /** Its children are shown below it. */
  readonly open: boolean
  /** 1 at the top of the tree. */
  readonly level: number
}

/**
 * What a pointer at a height means: before, into or after the row under it, by its thirds. Behind an open row lie its
 * children, so its lower part means into it. Above all rows is before the first, below all
 * behind the last at the top of the tree.
 */
export function dropAt(
  rows: readonly RowBox[],
  y: number,
): { readonly target: string; readonly where: 'before' | 'into' | 'after' } | undefined {
  const first = rows[0]
  const last = rows.filter(({ level }) => level === 1).at(-1)
  if (first === undefined || last === undefined) return undefined
  if (y < first.top) return { target: first.id, where: 'before' }
  const row = rows.find(({ top, height }) => y < top + height)
  if (row === undefined) return { target: last.id, where: 'after' }
  const share = (y - row.top) / row.height
  if (share < 0.3) return { target: row.id, where: 'before' }
  return { target: row.id, where: share < 0.7 || row.open ? 'into' : 'after' }
}
