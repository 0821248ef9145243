import { type RefObject, useEffect } from 'react'

/**
 * The list of a register has the focus at first, and again when a pane that had it has gone (`details` turns true); where
 * the list is empty, the field of that label has it, by which the first entry is added.
 */
export function useFocusOnList(box: RefObject<HTMLElement | null>, details: boolean, field: string): void {
  useEffect(() => {
    const active = box.current?.ownerDocument.activeElement
    const lost = active === null || active === undefined || active.tagName === 'BODY' || active.role === 'dialog'
    if (!details || !lost) return
    const first = reachedIn(box.current) ?? box.current?.querySelector<HTMLElement>(`input[aria-label="${field}"]`)
    first?.focus()
  }, [box, details, field])
}

/** The row of the list that Tab reaches; `null` where there is none. */
export function reachedIn(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>(':is([role="treeitem"], [role="option"])[tabindex="0"]') ?? null
}
