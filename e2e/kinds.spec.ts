import { expect, type Page, test } from '@playwright/test'
import { looks } from './pages/axe'
import { ExcerptsView } from './pages/excerpts-view'
import { openGivenRelease } from './pages/given-workspace'
import { markGivenRelease } from './pages/mark-given-release'

const kinds = ['quote', 'claim', 'note'] as const
type Drawn = { readonly [K in (typeof kinds)[number]]: { readonly shape: string; readonly colours: string } }

/** How the first element of each kind is drawn: its lines and letters, and its colours apart from them. */
function drawn(page: Page, selector: string): Promise<Drawn> {
  return page.evaluate(
    ([wanted, names]) => {
      const looksOf = (kind: string) => {
        const element = document.querySelector(wanted.replace('KIND', `.pm-${kind}`))
        if (element === null) throw new Error(`nothing drawn as a ${kind}: ${wanted}`)
        const style = getComputedStyle(element)
        const letter = getComputedStyle(element, '::before').content
        const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
        const borders = sides.map(side => `${style[`border${side}Width`]} ${style[`border${side}Style`]}`)
        const lines = [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness]
        const text = element.matches('.pm-kind-count') ? element.textContent?.slice(0, 1) : ''
        const shown = sides.filter(side => style[`border${side}Width`] !== '0px')
        const colours = new Set(shown.map(side => style[`border${side}Color`]))
        if (style.textDecorationLine !== 'none') colours.add(style.textDecorationColor)
        return { shape: [...borders, ...lines, letter, text].join(', '), colours: [...colours].join(', ') }
      }
      return Object.fromEntries(names.map(kind => [kind, looksOf(kind)])) as Drawn
    },
    [selector, kinds] as const,
  )
}

/** Where marks are shown; KIND stands for the class of a kind. */
const places = {
  'lines in the text': '.editor-text .pm-lineKIND',
  'bars beside the text': '.margin-barKIND',
  'badges of the list': '.pm-annotations .pm-kindKIND',
  'counts in the library': '.pm-kind-countKIND',
}

test('quote, claim and note differ by their lines and letters, and in forced colours by nothing else', async () => {
  const desk = await openGivenRelease()
  const { page } = desk
  await markGivenRelease(desk)
  for (const { name, media } of looks) {
    await page.emulateMedia(media)
    for (const [place, selector] of Object.entries(places)) {
      const { quote, claim, note } = await drawn(page, selector)
      const shapes = new Set([quote.shape, claim.shape, note.shape])
      expect(shapes.size, `${place}, ${name}: ${[...shapes].join(' | ')}`).toBe(3)
      if (media.forcedColors === 'active') {
        expect(new Set([quote.colours, claim.colours, note.colours]).size, `${place}, ${name}`).toBe(1)
      }
    }
  }
  const table = new ExcerptsView(page)
  await table.open()
  const { quote, claim, note } = await drawn(page, '.pm-excerpt-markKIND')
  expect(new Set([quote.shape, claim.shape, note.shape]).size).toBe(3)
  expect(new Set([quote.colours, claim.colours, note.colours]).size).toBe(1)
  await desk.leave()
})

test('where less motion is wished for, nothing moves', async () => {
  const desk = await openGivenRelease()
  const { page, window } = desk
  const moving = () => page.evaluate(() => document.getAnimations().length)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.locator('.pm-dialog').evaluate(box => getComputedStyle(box).animationName)).toBe('pm-rise')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await window.mark('q', 'heroic forces')
  await page.keyboard.press('j')
  expect(await moving()).toBe(0)
  for (const keys of ['Control+k', 'Control+,', 'Control+Shift+K', '?']) {
    await window.text.focus()
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await moving(), keys).toBe(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const still = await page.evaluate(() =>
    [...document.querySelectorAll('*')].every(element => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
      return animationName === 'none' && transitionDuration === '0s' && scrollBehavior === 'auto'
    }),
  )
  expect(still).toBe(true)
  await desk.leave()
})
