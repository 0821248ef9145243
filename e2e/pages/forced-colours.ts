import type { Page } from '@playwright/test'
import { settled } from './axe'

/**
 * Words below `scope` that a palette of the system may make unreadable, as lines that can be read: their colour and the
 * colour behind them are not two that the system means to go together, or grey is used for what is not switched off.
 * Looked at in a light and a dark palette: a colour of the page's own can be the same as the system's in one of them.
 * Leaves the window in the light look without forced colours.
 */
export async function unforcedText(page: Page, scope = 'body'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
    await settled(page)
    found.push(...(await wrongPairs(page, scope)).map(line => `forced colours, ${colorScheme}: ${line}`))
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return found
}

function wrongPairs(page: Page, scope: string): Promise<string[]> {
  return page.evaluate(within => {
    const pairs = systemPairs()
    const grey = systemColour('GrayText')
    const found = new Set<string>()
    for (const root of document.querySelectorAll(within)) {
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (!isShown(element)) continue
        if (hasWords(element)) look(element, getComputedStyle(element).color, element.textContent ?? '')
        for (const part of ['::before', '::after']) {
          const { content, color } = getComputedStyle(element, part)
          if (/^".*\p{L}.*"$/u.test(content)) look(element, color, content)
        }
        if (element.matches('input[placeholder], textarea[placeholder]'))
          look(
            element,
            getComputedStyle(element, '::placeholder').color,
            element.getAttribute('placeholder') ?? '',
            true,
          )
      }
    }
    return [...found]

    function look(element: Element, colour: string, words: string, mayBeGrey = false): void {
      const behind = colourBehind(element)
      const isOff = element.closest(':disabled, [aria-disabled=true], [data-disabled]') !== null
      const fits = colour === grey ? mayBeGrey || isOff : pairs.has(`${colour} on ${behind}`)
      if (fits) return
      const kind = `${element.tagName.toLowerCase()}.${element.className}`
      found.add(`${colour} on ${behind}: “${words.trim().slice(0, 40)}” in ${kind}`)
    }

    function isShown(element: Element): boolean {
      if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) return false
      return element.closest('[inert], .pm-vh, option, style, script, title, svg') === null
    }
    /** Words of its own, or such as are typed into it. */
    function hasWords(element: Element): boolean {
      if (element.matches('input:not([type=checkbox], [type=radio]), textarea')) return true
      return [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    }
    function colourBehind(element: Element): string {
      for (let above: Element | null = element; above !== null; above = above.parentElement) {
        const { backgroundColor } = getComputedStyle(above)
        if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor
      }
      return systemColour('Canvas')
    }
    function systemPairs(): ReadonlySet<string> {
      const words: { readonly [behind: string]: readonly string[] } = {
        Canvas: ['CanvasText', 'LinkText', 'VisitedText', 'ActiveText'],
        ButtonFace: ['ButtonText'],
        Field: ['FieldText'],
        Highlight: ['HighlightText'],
        SelectedItem: ['SelectedItemText'],
        Mark: ['MarkText'],
      }
      const all = Object.entries(words).flatMap(([behind, colours]) =>
        colours.map(colour => `${systemColour(colour)} on ${systemColour(behind)}`),
      )
      return new Set(all)
    }
    function systemColour(name: string): string {
      const probe = document.createElement('i')
      probe.style.color = name
      probe.style.setProperty('forced-color-adjust', 'none')
      document.body.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
  }, scope)
}
