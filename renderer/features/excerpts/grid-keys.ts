/** What a key means in the table. */
export type GridWish =
  | { readonly do: 'go'; readonly row: number; readonly extend: boolean }
  | { readonly do: 'open' | 'toggle' | 'select-all' | 'clear' | 'export' | 'tag' | 'head' }

export interface GridPlace {
  readonly row: number
  readonly count: number
  /** Rows that fit into the view. */
  readonly page: number
  /** Whether keys without modifiers may be letters. */
  readonly singleKeys: boolean
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The wish of a key press at a row; `undefined` for a key that means nothing here. */
export function gridWish(event: Key, { row, count, page, singleKeys }: GridPlace): GridWish | undefined {
  const { key, shiftKey: extend } = event
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) return withControl(event, count)
  if (key === 'ArrowUp' && row === 0 && !extend) return { do: 'head' }
  const to = destination(key, row, count, page)
  if (to !== undefined) return { do: 'go', row: to, extend }
  if (key === 'Enter') return { do: 'open' }
  if (key === ' ') return { do: 'toggle' }
  if (key === 'Escape') return { do: 'clear' }
  if (!singleKeys || extend) return undefined
  if (key === 'x') return { do: 'toggle' }
  return key === 't' ? { do: 'tag' } : undefined
}

function withControl({ key, shiftKey: extend }: Key, count: number): GridWish | undefined {
  if (key === 'Home') return { do: 'go', row: 0, extend }
  if (key === 'End') return { do: 'go', row: count - 1, extend }
  if (extend) return undefined
  if (key === 'a') return { do: 'select-all' }
  return key === 'e' ? { do: 'export' } : undefined
}

function destination(key: string, row: number, count: number, page: number): number | undefined {
  const last = Math.max(0, count - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, row + 1)
    case 'ArrowUp':
      return Math.max(0, row - 1)
    case 'PageDown':
      return Math.min(last, row + page)
    case 'PageUp':
      return Math.max(0, row - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
