/**
 * Calls `measure` now and whenever the element is scrolled or it, or what it scrolls, has another size; returns what ends
 * that. Of a size it hears when the page is laid out already, so that measuring then costs nothing.
 */
export function watchScroll(element: Element, measure: () => void, scrolled?: Element): () => void {
  measure()
  const resized = new ResizeObserver(measure)
  resized.observe(element)
  if (scrolled !== undefined) resized.observe(scrolled)
  element.addEventListener('scroll', measure, { passive: true })
  return () => {
    resized.disconnect()
    element.removeEventListener('scroll', measure)
  }
}
