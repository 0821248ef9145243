/** Calls `measure` now and whenever the element is scrolled or has another size; returns what ends that. */
export function watchScroll(element: Element, measure: () => void): () => void {
  measure()
  const resized = new ResizeObserver(measure)
  resized.observe(element)
  element.addEventListener('scroll', measure, { passive: true })
  return () => {
    resized.disconnect()
    element.removeEventListener('scroll', measure)
  }
}
