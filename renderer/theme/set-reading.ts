import type { Preferences } from '#app/contract/values'

/** Sets the size of the reading text and the width of its column, for `editor.css`. */
export function setReading(root: HTMLElement, { textSize, columnWidth }: Preferences): void {
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) root.style.removeProperty(name)
    else root.style.setProperty(name, value)
  }
  set('--reading-size', textSize === undefined ? undefined : `${textSize}px`)
  set('--reading-column', columnWidth === undefined ? undefined : `${columnWidth / 100}`)
}
