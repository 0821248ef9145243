import type { Page } from '@playwright/test'
import axe from 'axe-core'

const ofColour = ['color-contrast', 'link-in-text-block'] as const

/** The looks that a person or the system can ask for. */
export const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, rules: undefined },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, rules: ofColour },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' }, rules: ofColour },
] as const

/**
 * What axe finds below `scope`, as lines that can be read: by every rule in the light look, by those about colour in the
 * others, where nothing else differs. Leaves the window in the light look.
 */
export async function findingsInLooks(page: Page, scope = 'body'): Promise<string[]> {
  const found: string[] = []
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  for (const { name, media, rules } of looks) {
    await page.emulateMedia(media)
    await settled(page)
    const lines = await page.evaluate(
      async ([within, only]) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within, {
          resultTypes: ['violations'],
          ...(only === undefined ? {} : { runOnly: { type: 'rule', values: [...only] } }),
        })
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
      },
      [scope === 'body' ? 'html' : scope, rules] as const,
    )
    found.push(...lines.map(line => `${name}: ${line}`))
  }
  await page.emulateMedia(looks[0].media)
  return found
}

/** Waits until nothing moves any more and what a change of size or look brought is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)))
  })
}
