import { useEffect } from 'react'

interface Held {
  readonly current: HTMLElement | null
}

/**
 * The head of the current case is brought into view when the case changes or nothing is written about it any more, and
 * takes the focus where the queue, or nothing, has it. Where no case is left the pane takes it.
 */
export function useFocusOnCurrent(pane: Held, current: string | undefined, writing: boolean): void {
  useEffect(() => {
    if (writing) return
    const { activeElement } = document
    const isNowhere = activeElement === null || activeElement === document.body
    const head = pane.current?.querySelector<HTMLElement>('[aria-current=true]')
    if (current === undefined || head == null) {
      if (isNowhere) pane.current?.focus({ preventScroll: true })
      return
    }
    head.closest('li')?.scrollIntoView({ block: 'nearest' })
    const inQueue = activeElement === pane.current || activeElement?.closest('.pm-queue-list') != null
    if (isNowhere || inQueue) head.focus({ preventScroll: true })
  }, [pane, current, writing])
}
