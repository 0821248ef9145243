import { expect } from '@playwright/test'
import { dialog, type Station, showPane } from './station'

const queue = { keys: 'Control+\\', pane: '.pm-queue' } as const

/** What brings several annotators' work together, from the review of a colleague's. */
export const adjudicationStations: readonly Station[] = [
  {
    name: 'whose work goes into a gold set',
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'Adjudicate…' }).click()
      return page.getByRole('dialog', { name: 'Adjudicate' })
    },
    over: dialog,
  },
  {
    name: 'a case of a gold set, and why it is decided so',
    open: async desk => {
      const { page } = desk
      await page.getByRole('button', { name: 'Adjudicate…' }).click()
      await page.getByRole('button', { name: /^(Make gold set|Go on)$/ }).click()
      await page.getByRole('button', { name: 'Close this message' }).click()
      await showPane(desk, queue)
      const current = page.getByRole('list', { name: 'Cases' }).locator('[aria-current=true]')
      await current.focus()
      await page.keyboard.press('1')
      await expect(page.getByRole('button', { name: 'Ambiguous text' })).toBeFocused()
      return current
    },
    close: async ({ page }) => {
      await page.keyboard.press('Escape')
      // What lies over the text where the window is narrow goes too.
      if (await page.locator('.pm-cover-scrim').count()) await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Differences' }).click()
    },
    narrow: queue,
  },
  {
    name: 'agreement of annotators, before it is measured',
    once: true,
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'Agreement…' }).click()
      return page.getByRole('dialog', { name: 'Agreement' }).getByRole('button', { name: 'Measure' })
    },
    over: dialog,
  },
  {
    name: 'figures of agreement',
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'Agreement…' }).click()
      const agreement = page.getByRole('dialog', { name: 'Agreement' })
      await agreement.getByRole('button', { name: /^Measure/ }).click()
      return agreement.getByRole('table').first()
    },
    over: dialog,
  },
  {
    name: 'places behind a figure of agreement',
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'Agreement…' }).click()
      const agreement = page.getByRole('dialog', { name: 'Agreement' })
      await agreement.getByRole('button', { name: 'Places of Exact F1', exact: true }).click()
      return agreement.getByRole('list', { name: 'Places' })
    },
    close: async ({ page }) => {
      await page.getByRole('button', { name: 'Figures' }).click()
      await page.keyboard.press('Escape')
    },
    over: dialog,
  },
]
