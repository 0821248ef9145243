/** What of a pane had the focus last. */
const last = new WeakMap<Element, HTMLElement>()

const tabbable = [
  'button:not(:disabled)',
  'input:not(:disabled)',
  'textarea:not(:disabled)',
  'select:not(:disabled)',
  'a[href]',
  '[tabindex]',
  '[contenteditable=true]',
]
  .map(selector => `${selector}:not([tabindex="-1"])`)
  .join(', ')

/** Keeps in mind that an element has the focus, for the return to its pane. */
export function noteFocus(element: HTMLElement): void {
  const pane = element.closest('[data-pane]')
  if (pane !== null) last.set(pane, element)
}

/** Moves the focus to the next (1) or previous (-1) pane that is open, wrapping round; from outside, to the first or last. */
export function focusPane(root: ParentNode, step: 1 | -1): void {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex(pane => pane.contains(document.activeElement))
  const from = at < 0 && step < 0 ? 0 : at
  for (let tries = 1; tries <= panes.length; tries += 1) {
    const pane = panes[(from + step * tries + panes.length * 2) % panes.length]
    if (pane !== undefined && focusIn(pane)) return
  }
}

/** Gives the focus to what had it last in a pane, else to its text, its chosen option or its first control. */
export function focusIn(pane: HTMLElement): boolean {
  const before = last.get(pane)
  const candidates = [
    before !== undefined && pane.contains(before) ? before : null,
    pane.querySelector<HTMLElement>('.editor-text'),
    pane.querySelector<HTMLElement>('[role=option][aria-selected=true]'),
    ...tabbableIn(pane),
  ]
  return candidates.some(candidate => candidate !== null && takesFocus(candidate))
}

/** From a side pane back to the text; in the text, and where none is shown, nothing moves. */
export function backToText(panes: ParentNode, from: Element): void {
  const text = panes.querySelector<HTMLElement>('[data-pane="text"] .editor-text')
  if (text !== null && from.closest('[data-pane="text"]') === null) takesFocus(text)
}

/** What the Tab key reaches below an element, in the order of the page. */
export function tabbableIn(element: ParentNode): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(tabbable)]
}

/** Gives an element the focus; false where it cannot take it. */
export function takesFocus(element: HTMLElement): boolean {
  if (element.getClientRects().length === 0) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}
