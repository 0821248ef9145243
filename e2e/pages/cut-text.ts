import type { Page } from '@playwright/test'

/**
 * Words below `scope` that cannot be read in full, as lines that can be read: outside the window, hidden by an edge
 * without a way to scroll there, spilled out of their control, covered by something else, or shortened with an ellipsis
 * where no tooltip tells the rest.
 */
export function cutText(page: Page, scope = 'body'): Promise<string[]> {
  return page.evaluate(within => {
    const slack = 1.5
    const control = 'button, [role=button], [role=tab], [role=menuitem], [role=option], summary, label'
    const found = new Set<string>()
    const clipped = new Map<Element, boolean>()
    for (const root of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.textContent?.trim() !== '' && node.parentElement !== null) look(node as Text, node.parentElement)
      }
      for (const input of root.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
        const cut = input.value === '' && input.scrollWidth > input.clientWidth + slack
        if (cut && input.title === '' && isShown(input)) found.add(`placeholder cut: ${input.placeholder}`)
      }
    }
    return [...found]

    function isShown(element: Element): boolean {
      if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) return false
      return element.closest('[inert], .pm-vh, option, style, title') === null && !isClipped(element)
    }
    function isClipped(element: Element): boolean {
      const known = clipped.get(element)
      if (known !== undefined) return known
      const above = element.parentElement
      const is = getComputedStyle(element).clipPath !== 'none' || (above !== null && isClipped(above))
      clipped.set(element, is)
      return is
    }

    function look(text: Text, owner: Element): void {
      if (!isShown(owner)) return
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue
        const why = whyHidden(rect, owner)
        if (why !== undefined) found.add(`${why}: “${text.data.trim().slice(0, 50)}” in ${nameOf(owner)}`)
      }
    }

    function whyHidden(rect: DOMRect, owner: Element): string | undefined {
      let [across, down, inSight] = [true, true, true]
      const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2]
      const button = owner.closest(control)
      for (let above: Element | null = owner; above !== null && above !== document.body; above = above.parentElement) {
        const style = getComputedStyle(above)
        const box = above.getBoundingClientRect()
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
        if (scrolls && (x < box.left || x > box.right || y < box.top + 4 || y > box.bottom - 4)) inSight = false
        const outAcross = rect.left < box.left - slack || rect.right > box.right + slack
        const outDown = rect.top < box.top - 3 * slack || rect.bottom > box.bottom + 3 * slack
        if (across && outAcross) {
          if (/auto|scroll/.test(style.overflowX)) across = false
          else if (style.overflowX !== 'visible') {
            const shortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
            if (!shortened) return 'cut at the side'
            return hasTooltip(above) ? undefined : 'shortened without a tooltip'
          } else if (above === button && style.display !== 'inline') return 'spills out of its control at the side'
        }
        if (down && outDown) {
          if (/auto|scroll/.test(style.overflowY)) down = false
          else if (style.overflowY !== 'visible') {
            if (style.webkitLineClamp === 'none') return 'cut above or below'
            return hasTooltip(above) ? undefined : 'shortened without a tooltip'
          } else if (above === button && style.display !== 'inline') return 'spills out of its control above or below'
        }
        if (style.position === 'fixed') break
      }
      const outside =
        (across && (rect.left < -slack || rect.right > innerWidth + slack)) ||
        (down && (rect.top < -slack || rect.bottom > innerHeight + slack))
      if (outside) return 'outside the window'
      return inSight && isCovered(x, y, owner) ? 'covered' : undefined
    }

    function isCovered(x: number, y: number, owner: Element): boolean {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && !owner.contains(hit) && !hit.contains(owner) && !related(hit, owner)
    }
    /** A press on the words goes to a part that belongs to them: a field under its words, a layer of the page. */
    function related(hit: Element, owner: Element): boolean {
      if (getComputedStyle(owner).pointerEvents === 'none') return true
      const row = owner.closest('[role=row], [role=treeitem], [role=option], li, label, .editor-frame, .pm-scroll')
      return row?.contains(hit) === true
    }
    function hasTooltip(cut: Element): boolean {
      return cut.closest('[title]') !== null || cut.querySelector('[title]') !== null
    }
    function nameOf(element: Element): string {
      const [self, above] = [element, element.parentElement].map(
        one => `${one?.tagName.toLowerCase()}${one?.className === '' ? '' : `.${one?.className}`}`,
      )
      return `${above} > ${self}`
    }
  }, scope)
}
