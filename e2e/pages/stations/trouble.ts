import { expect } from '@playwright/test'
import type { Desk } from '../given-workspace'
import { activate, excerpts, inspector, library, type Station, toReading } from './station'

/** While something could not be written. */
export const failedStations: readonly Station[] = [
  {
    name: 'not saved',
    open: async ({ page }) => page.getByRole('button', { name: 'Retry' }),
  },
  {
    name: 'not saved, an annotation in the inspector',
    open: desk => activate(desk, 'Claim'),
    narrow: inspector,
  },
]

/** In a workspace that may be read only. */
export const readOnlyStations: readonly Station[] = [
  {
    name: 'read only, library and text',
    open: async ({ window }) => window.text,
    narrow: library,
  },
  ...['Quote', 'Claim'].map(kind => ({
    name: `read only, ${kind.toLowerCase()} in the inspector`,
    open: async (desk: Desk) => {
      await activate(desk, kind)
      return desk.window.annotations.locator('[aria-current=true]')
    },
    narrow: inspector,
  })),
  {
    name: 'read only, excerpts selected',
    open: async desk => {
      const view = await excerpts(desk, 9)
      await view.grid.press('Control+a')
      await expect(desk.page.getByRole('group', { name: 'Selected excerpts' })).toBeVisible()
      return view.grid
    },
    close: async desk => {
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
  },
]
