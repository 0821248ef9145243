import { focusIn, noteFocus, tabbableIn, takesFocus } from './pane-focus'

/** On a control that takes something away: it gets no focus that another control lost, as the next Enter would press it. */
const takingAway = '[data-takes-away]'
/** On a control that is gone once it was pressed: who pressed it with the pointer goes on in the text. */
const once = '[data-once]'

interface Kept {
  readonly element: HTMLElement
  readonly byKey: boolean
  /** From the nearest to the body, with the place that the element has among what Tab reaches in each. */
  readonly ancestors: readonly { readonly element: HTMLElement; readonly at: number }[]
}

/**
 * Gives the focus a place when what had it is taken away, switched off or hidden, be it by a style sheet in a window of
 * another width: near by in the same part of the pane, else the pane that lies over the text, else the text, else any pane. Elsewhere a press beside everything may leave the
 * focus nowhere, as it does anywhere. Dialogs that give the focus back themselves are waited for. Ends with the
 * function returned.
 */
export function keepFocus(page: Document): () => void {
  let kept: Kept | undefined
  let waiting = 0
  const onFocus = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLElement)) return
    kept = keptFor(event.target)
    noteFocus(event.target)
  }
  const look = (): void => {
    if (waiting !== 0 || kept === undefined || !isLost(page, kept.element)) return
    // Two frames: a dialog that closes gives the focus back in the next one.
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => {
        waiting = 0
        if (kept !== undefined && isNowhere(page)) giveBack(page, kept)
      })
    })
  }
  const changes = new MutationObserver(look)
  changes.observe(page.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  })
  page.addEventListener('focusin', onFocus)
  // What is hidden without a change of the page loses the focus, with this event, when it is drawn the next time.
  page.addEventListener('focusout', look)
  return () => {
    cancelAnimationFrame(waiting)
    changes.disconnect()
    page.removeEventListener('focusin', onFocus)
    page.removeEventListener('focusout', look)
  }
}

function keptFor(element: HTMLElement): Kept {
  const ancestors: { element: HTMLElement; at: number }[] = []
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    // What stands beside the panes, such as a message, is near none of them.
    if (above.matches('[data-pane], .pm-shell-middle, body')) break
    ancestors.push({ element: above, at: tabbableIn(above).indexOf(element) })
  }
  return { element, byKey: element.matches(':focus-visible'), ancestors }
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body
}

/** An element that was just switched off still counts as active until the page is drawn. */
function isLost(page: Document, element: HTMLElement): boolean {
  if (!isNowhere(page) && page.activeElement !== element) return false
  if (!element.isConnected || element.matches(':disabled') || element.closest('[inert], [hidden]') !== null) return true
  return !element.checkVisibility({ checkVisibilityCSS: true })
}

function giveBack(page: Document, { element: former, byKey, ancestors }: Kept): void {
  // It was switched off for a moment only.
  if (takesFocus(former)) return
  const dialog = page.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]')
  if (dialog !== null) {
    if (!tabbableIn(dialog).some(takesFocus)) takesFocus(dialog)
    return
  }
  const harmless = (element: HTMLElement) => former.matches(takingAway) || !element.matches(takingAway)
  for (const { element, at } of former.matches(once) && !byKey ? [] : ancestors) {
    if (!element.isConnected || element.matches('main, aside, nav')) continue
    const near = tabbableIn(element)
    const inOrder = [...near.slice(Math.max(0, at)), ...near.slice(0, Math.max(0, at)).reverse()]
    if (inOrder.filter(harmless).some(takesFocus)) return
  }
  const covering = page.querySelector<HTMLElement>('.pm-covers')
  if (covering !== null && focusIn(covering)) return
  const panes = [...page.querySelectorAll<HTMLElement>('[data-pane="text"], [data-pane]')]
  panes.sort((a, b) => Number(b.dataset.pane === 'text') - Number(a.dataset.pane === 'text'))
  panes.some(focusIn)
}
