import { type RefObject, useEffect, useLayoutEffect } from 'react'

/** Keeps a text area as high as its text, whatever is typed and however wide it and its letters become. */
export function useHeightOfText(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => setHeight(area.current), [area, text])
  useEffect(() => {
    const element = area.current
    if (element === null) return
    let width = element.clientWidth
    const resized = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      setHeight(element)
    })
    const lettersChanged = (): void => setHeight(element)
    resized.observe(element)
    document.fonts.addEventListener('loadingdone', lettersChanged)
    return () => {
      resized.disconnect()
      document.fonts.removeEventListener('loadingdone', lettersChanged)
    }
  }, [area])
}

function setHeight(element: HTMLTextAreaElement | null): void {
  if (element === null) return
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
}
