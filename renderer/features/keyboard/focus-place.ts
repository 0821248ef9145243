import type { FocusPlace } from '../../state/key-bindings'

const fields = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
const lists = '[role=listbox], [role=grid], [role=treegrid], [role=tree], [role=list], ul[aria-label], [data-keys=list]'

/**
 * Where a key press goes, as far as keys care; `undefined` inside a dialog or menu, which has its own. The list of
 * annotations mirrors the text, so keys of the text act there too, but for those that press its buttons.
 */
export function focusPlaceOf(target: EventTarget | null, key: string): FocusPlace | undefined {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('.pm-writing') !== null) return 'writing'
  const reviewing = target.closest('[data-view=review]') !== null
  if (target.closest('.editor-text') !== null) return reviewing ? 'review' : 'text'
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null) return undefined
  if (target.closest(fields) !== null) return 'field'
  if (reviewing) return 'review'
  if (target.closest('[aria-label="Annotations"]') !== null && key !== 'Enter' && key !== ' ') return 'text'
  return target.closest(lists) === null ? 'elsewhere' : 'list'
}
