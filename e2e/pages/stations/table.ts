import { ExcerptsView } from '../excerpts-view'
import type { Desk } from '../given-workspace'
import { excerpts, filters, menu, type Station, showPane, toReading } from './station'

/** The table of excerpts and what belongs to it. */
export const tableStations: readonly Station[] = [
  {
    name: 'excerpts',
    open: async desk => (await excerpts(desk)).grid,
    close: toReading,
  },
  {
    name: 'filters of the excerpts',
    open: async desk => {
      await excerpts(desk)
      await showPane(desk, filters)
      await new ExcerptsView(desk.page).tick(/^Claim/)
      return desk.page.getByRole('button', { name: 'Clear Kind' })
    },
    close: async desk => {
      await showPane(desk, filters)
      await new ExcerptsView(desk.page).tick(/^Claim/)
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
    narrow: filters,
  },
  {
    name: 'excerpts, some selected',
    open: async desk => {
      const view = await excerpts(desk)
      await view.grid.press('Control+a')
      return desk.page.getByRole('group', { name: 'Selected excerpts' })
    },
    close: async desk => {
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
  },
  {
    name: 'excerpts, tagging',
    once: true,
    open: async desk => {
      const view = await excerpts(desk)
      await view.grid.press('t')
      return desk.page.getByRole('dialog', { name: 'Tag excerpts' })
    },
    close: async desk => {
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
  },
  {
    name: 'excerpts, none that fits',
    once: true,
    open: async desk => {
      const view = await excerpts(desk)
      await view.search.fill('qqqq')
      return desk.page.getByText('Nothing fits')
    },
    close: async desk => {
      await new ExcerptsView(desk.page).search.fill('')
      await toReading(desk)
    },
  },
  ...['Sort', 'Columns'].map(name => ({
    name: `${name} of the excerpts`,
    once: true,
    open: async (desk: Desk) => {
      await excerpts(desk)
      await desk.page.getByRole('button', { name }).click()
      return desk.page.getByRole('menu')
    },
    close: async (desk: Desk) => {
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
    over: menu,
  })),
  ...['Remove tag', 'Status'].map(name => ({
    name: `${name} of selected excerpts`,
    once: true,
    open: async (desk: Desk) => {
      const view = await excerpts(desk)
      await view.grid.press('Control+a')
      await desk.page.getByRole('group', { name: 'Selected excerpts' }).getByRole('button', { name }).click()
      return desk.page.getByRole('menu')
    },
    close: async (desk: Desk) => {
      await desk.page.keyboard.press('Escape')
      await desk.page.getByRole('button', { name: 'Clear the selection' }).click()
      await toReading(desk)
    },
    over: menu,
  })),
  {
    name: 'text that was opened from the table',
    open: async desk => {
      const view = await excerpts(desk)
      await view.grid.press('Enter')
      return desk.page.getByRole('button', { name: /^Back to/ })
    },
    close: async desk => {
      await desk.page.getByRole('button', { name: /^Back to/ }).click()
      await toReading(desk)
    },
  },
  {
    name: 'formats to choose from',
    once: true,
    open: async desk => {
      await excerpts(desk)
      await desk.page.getByRole('button', { name: 'Choose format' }).click()
      return desk.page.getByRole('menu')
    },
    close: async desk => {
      await desk.page.keyboard.press('Escape')
      await toReading(desk)
    },
    over: menu,
  },
  {
    name: 'export drawer',
    open: async desk => {
      await excerpts(desk)
      await desk.page.getByRole('button', { name: 'Choose format' }).click()
      await desk.page.getByRole('menuitemcheckbox', { name: /^JSON Lines/ }).click()
      return new ExcerptsView(desk.page).preview.getByText('first rows of 8')
    },
    close: async desk => {
      await desk.page.getByRole('button', { name: 'Close the preview' }).click()
      await toReading(desk)
    },
  },
]
