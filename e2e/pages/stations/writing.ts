import { expect } from '@playwright/test'
import type { Desk } from '../given-workspace'
import { selectWords } from '../pressmark-window'
import { dialog, inspector, type Station, showPane } from './station'

/** A text that is written on, and what it asks. */
export const writingStations: readonly Station[] = [
  {
    name: 'text that is edited, as it was',
    open: begin,
    close: leave,
    narrow: inspector,
  },
  {
    name: 'text that is edited, annotations that change',
    open: async desk => {
      await write(desk)
      await showPane(desk, inspector)
      return desk.window.inspector.getByRole('list', { name: 'Annotations that change' })
    },
    close: leave,
    narrow: inspector,
  },
  {
    name: 'link of edited words',
    open: async desk => {
      await begin(desk)
      await selectWords(desk.window.writing, 'heroic forces')
      await desk.page.keyboard.press('Control+Shift+L')
      return desk.page.getByRole('dialog', { name: 'Link' })
    },
    close: leave,
    over: dialog,
  },
  {
    name: 'question before an edit is dropped',
    open: async desk => {
      await write(desk)
      await desk.page.keyboard.press('Escape')
      return desk.page.getByRole('dialog', { name: 'Drop the edit' })
    },
    close: async ({ page, window }) => {
      await page.getByRole('button', { name: 'Drop the edit' }).click()
      await expect(window.text).toBeFocused()
    },
    over: dialog,
  },
]

async function begin({ page, window }: Desk) {
  await page.keyboard.press('Control+1')
  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  return window.writing
}

async function write(desk: Desk): Promise<void> {
  await begin(desk)
  await selectWords(desk.window.writing, '71 nations')
  await desk.page.keyboard.type('71 states')
  await expect(desk.window.writing).toContainText('71 states')
}

/** Back to reading, whatever lies over the text or is written in it. */
async function leave({ page, window }: Desk): Promise<void> {
  const over = page.getByRole('dialog').or(page.locator('.pm-cover-scrim'))
  if (await over.first().isVisible()) await page.keyboard.press('Escape')
  await expect(over).toHaveCount(0)
  await window.writing.focus()
  await page.keyboard.press('Escape')
  const drop = page.getByRole('button', { name: 'Drop the edit' })
  await expect(drop.or(window.text)).toBeVisible()
  if (await drop.isVisible()) await drop.click()
  await expect(window.text).toBeFocused()
}
