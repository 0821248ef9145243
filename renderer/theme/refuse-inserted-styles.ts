/** The id under which react-aria looks for its one rule before it inserts a style element of its own. */
const pressableStyle = 'react-aria-pressable-style'

/**
 * Keeps react-aria from inserting a style element, which the content security policy would refuse: its rule stands in
 * base.css, and an element with the id it looks for is put into the head. Call once, before the first render.
 */
export function refuseInsertedStyles(page: Document): void {
  if (page.getElementById(pressableStyle) !== null) return
  const placeholder = page.createElement('meta')
  placeholder.id = pressableStyle
  page.head.append(placeholder)
}
