import type { Page } from '@playwright/test'

/** Smaller than 24 by 24 with a reason that WCAG 2.5.8 knows; each is a CSS selector. */
const excepted = [
  // Each bar's annotation is a row of the list in the inspector too, and its words can be pressed (equivalent).
  '.margin-bar',
  // Stands in for a scroll bar; the text is scrolled by wheel, finger and keys as well (equivalent).
  '.overview-ruler',
]

/**
 * Everything that can be pressed below `scope` and takes presses on less than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8),
 * as lines that can be read. Measured by asking the browser what lies at the points around the middle, so that covered
 * parts do not count and pseudo-elements do.
 */
export function smallTargets(page: Page, scope = 'body'): Promise<string[]> {
  return page.evaluate(
    ([within, exceptions]) => {
      const least = 24
      const pressed = [
        'button',
        'a[href]',
        'input',
        'select',
        'textarea',
        'summary',
        '[tabindex]',
        '[contenteditable=true]',
        ...'button link checkbox radio switch tab menuitem menuitemcheckbox menuitemradio option treeitem slider'
          .split(' ')
          .map(role => `[role=${role}]`),
        '.margin-label',
        '.margin-bar',
        '.resize-handle',
        '.overview-ruler',
      ].join(', ')
      const found: string[] = []
      const seen = new Map<string, number>()
      for (const element of document.querySelectorAll(`:is(${within}) :is(${pressed})`)) {
        if (element.matches(exceptions) || element.matches('[tabindex="-1"]:not([role])')) continue
        if (element.closest('[inert], [aria-hidden=true]') !== null) continue
        const target = element.closest('label') ?? element
        if (element.getClientRects().length === 0 || !target.checkVisibility({ checkVisibilityCSS: true })) continue
        const drawn = target.getBoundingClientRect()
        if (drawn.width < 1 || drawn.height < 1) continue
        // Rows of long lists are all alike: the first of each shape and size stand for the rest.
        const alike = `${target.tagName} ${target.className} ${Math.round(drawn.width)} ${Math.round(drawn.height)}`
        seen.set(alike, (seen.get(alike) ?? 0) + 1)
        if ((seen.get(alike) ?? 0) > 5 || isLarge(target)) continue
        target.scrollIntoView({ block: 'center', inline: 'center' })
        if (isLarge(target)) continue
        const { x, y, width, height } = target.getBoundingClientRect()
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        const kind = `${element.tagName.toLowerCase()}.${element.className}`
        const box = [x, y, width, height].map(Math.round).join(' ')
        found.push(`${kind} “${name.trim().slice(0, 40)}” takes ${sizes(target).join(' or ')} of its box ${box}`)
      }
      return found

      function isLarge(target: Element): boolean {
        return seeds(target).some(([x, y]) => isSquare(target, x, y))
      }
      function sizes(target: Element): string[] {
        return seeds(target).map(
          ([x, y]) =>
            `${reach(target, x, y, 1, 0) + reach(target, x, y, -1, 0) + 1} × ${
              reach(target, x, y, 0, 1) + reach(target, x, y, 0, -1) + 1
            }`,
        )
      }
      /** Places that may be in the middle of what takes presses: of the whole, of its ends, of its upper edge. */
      function seeds(target: Element): [number, number][] {
        const box = target.getBoundingClientRect()
        const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)]
        const width = Math.min(innerWidth, box.right) - left
        const height = Math.min(innerHeight, box.bottom) - top
        const middle = top + height / 2
        return [
          [left + width / 2, middle],
          [left + Math.min(width / 2, 14), middle],
          [left + width - Math.min(width / 2, 14), middle],
          [left + width / 2, top + Math.min(height / 2, 14)],
        ]
      }
      function isSquare(target: Element, x: number, y: number): boolean {
        if (!takes(target, x, y)) return false
        const across = reach(target, x, y, 1, 0) + reach(target, x, y, -1, 0) + 1
        const down = reach(target, x, y, 0, 1) + reach(target, x, y, 0, -1) + 1
        return across >= least && down >= least
      }
      /** How many pixels further in a direction still take the press. */
      function reach(target: Element, x: number, y: number, dx: number, dy: number): number {
        let steps = 0
        while (steps < least && takes(target, x + dx * (steps + 1), y + dy * (steps + 1))) steps += 1
        return steps
      }
      function takes(target: Element, x: number, y: number): boolean {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (target.contains(hit) || (hit.closest('label')?.control ?? null) === target)
      }
    },
    [scope, excepted.join(', ')] as const,
  )
}
