import { expect, type Locator } from '@playwright/test'
import { givenRelease as given } from '../given-release'
import type { Desk } from '../given-workspace'
import { answerDialogs } from '../launch'
import { RegisterDialog } from '../register-dialog'
import { byKeys, byPalette, library, openMenu, type Station, showPane } from './station'

/** Dialogs over the window, but for the registers. */
export const dialogStations: readonly Station[] = [
  { name: 'palette', open: byKeys('Control+k', 'Command palette') },
  {
    name: 'palette with nothing found',
    once: true,
    open: async desk => {
      await desk.page.keyboard.press('Control+k')
      await desk.page.keyboard.type('qqqq')
      return desk.page.getByRole('dialog', { name: 'Command palette' })
    },
  },
  { name: 'keyboard sheet', open: byKeys('?', 'Keyboard shortcuts') },
  { name: 'settings', open: byKeys('Control+,', 'Settings') },
  { name: 'user guide', open: byKeys('F1', 'User guide') },
  {
    name: 'settings of keys, with a conflict',
    once: true,
    open: async desk => {
      await desk.page.keyboard.press('Control+,')
      const settings = desk.page.getByRole('dialog', { name: 'Settings' })
      await settings.getByRole('button', { name: /^Change keys: Mark as quote/ }).click()
      await desk.page.keyboard.press('c')
      return settings.getByRole('alert').first()
    },
    close: async ({ page }) => {
      await page.getByRole('button', { name: /^Usual keys: Mark as quote/ }).click()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'import report',
    open: async ({ app, page }) => {
      await answerDialogs(app, [given.file, `${given.file}.missing`])
      await page.keyboard.press('Control+o')
      return page.getByRole('dialog', { name: 'Import' }).getByText('1 duplicate')
    },
  },
  {
    name: 'backups',
    open: openBackups,
  },
  {
    name: 'question before a backup is brought back',
    once: true,
    open: async desk => {
      const backups = await openBackups(desk)
      await backups.getByRole('button', { name: 'Back up now' }).click()
      await expect(backups.getByRole('status', { name: 'What was done' })).not.toBeEmpty()
      await backups.getByRole('button', { name: 'Done' }).click()
      await expect(backups).toBeHidden()
      // The oldest backup is without this mark, whenever the program made others.
      await desk.window.mark('c', 'to setting the conditions')
      await desk.window.saved()
      await openBackups(desk)
      await backups.getByRole('option').last().click()
      await expect(backups.getByRole('list', { name: 'What would change' })).toBeVisible()
      await backups.getByRole('button', { name: 'Restore in place…' }).click()
      return desk.page.getByRole('dialog', { name: 'Restore in place' })
    },
  },
  {
    name: 'question before a document is removed',
    open: async desk => {
      await showPane(desk, library)
      await desk.window.document(given.headline).focus()
      await desk.page.keyboard.press('Delete')
      return desk.page.getByRole('dialog', { name: 'Remove from library' })
    },
  },
]

/** The registers of the workspace: tags, claim types, speakers, own fields. */
export const registerStations: readonly Station[] = [
  {
    name: 'codebook',
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+K')
      const book = desk.page.getByRole('dialog', { name: 'Codebook' })
      await book.getByRole('treeitem', { name: /^security/ }).click()
      return book
    },
  },
  {
    name: 'codebook, merging',
    once: true,
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+K')
      const book = desk.page.getByRole('dialog', { name: 'Codebook' })
      await book.getByRole('treeitem', { name: /^border/ }).click()
      await book.getByRole('button', { name: /^Merge/ }).click()
      return book
    },
  },
  {
    name: 'codebook, splitting',
    once: true,
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+K')
      const book = desk.page.getByRole('dialog', { name: 'Codebook' })
      await book.getByRole('treeitem', { name: /^border/ }).click()
      await book.getByRole('button', { name: /^Split/ }).click()
      return book.getByRole('textbox', { name: 'Part 2' })
    },
  },
  {
    name: 'codebook, names that are nearly the same',
    once: true,
    open: async desk => {
      const book = new RegisterDialog(desk.page, 'Codebook')
      await book.open('Control+Shift+K')
      await book.add('borders', 'top')
      await book.box.getByRole('button', { name: /near duplicate/ }).click()
      return book.box.getByRole('button', { name: /^Keep “border”/ })
    },
  },
  {
    name: 'codebook, what was removed',
    once: true,
    open: async desk => {
      const book = new RegisterDialog(desk.page, 'Codebook')
      await book.open('Control+Shift+K')
      await book.press('borders', 'Delete')
      await book.box.getByRole('button', { name: /^Show removed/ }).click()
      return book.box.getByRole('button', { name: 'Restore borders' })
    },
  },
  {
    name: 'claim types',
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+K')
      const book = desk.page.getByRole('dialog', { name: 'Codebook' })
      await book.getByRole('radiogroup', { name: 'Show' }).getByText('Claim types').click()
      await book.getByRole('option', { name: /^Prediction/ }).click()
      return book.getByRole('textbox', { name: 'Name' })
    },
  },
  {
    name: 'speakers',
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+S')
      const dialog = desk.page.getByRole('dialog', { name: 'Speakers' })
      await dialog.getByRole('option').first().click()
      return dialog
    },
  },
  {
    name: 'own fields',
    open: async desk => {
      await byPalette(desk, 'own fields')
      const fields = desk.page.getByRole('dialog', { name: 'Own fields' })
      await expect(fields.getByRole('textbox', { name: 'New field' })).toBeVisible()
      if ((await fields.getByRole('button', { name: 'Remove Beat' }).count()) === 0) {
        await fields.getByRole('textbox', { name: 'New field' }).fill('Beat')
        await fields.getByRole('button', { name: 'Holds' }).click()
        await desk.page.getByRole('option', { name: 'Choice' }).click()
        await fields.getByRole('button', { name: 'Add field' }).click()
      }
      return fields.getByRole('textbox', { name: 'New choice of Beat' })
    },
  },
  {
    name: 'two versions compared',
    open: async desk => {
      const compare = byKeys('Control+Shift+D', 'Compare versions')
      const { page, window } = desk
      const isFirst = (await page.getByText('version 2').count()) === 0
      if (isFirst) {
        await page.keyboard.press('F2')
        await expect(window.writing).toBeFocused()
        await page.keyboard.press('Control+End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('A line that was put in.')
        await page.keyboard.press('Control+Enter')
        await expect(window.text).toContainText('A line that was put in.')
      }
      return compare(desk)
    },
  },
]

/** What was removed, in a workspace where something is. */
export const binStations: readonly Station[] = [
  {
    name: 'removed documents',
    open: openBin,
  },
  {
    name: 'question before the bin is emptied',
    open: async desk => {
      const bin = await openBin(desk)
      await bin.getByRole('button', { name: 'Empty the bin…' }).click()
      return desk.page.getByRole('button', { name: /^Erase/ })
    },
  },
]

async function openBackups(desk: Desk): Promise<Locator> {
  await openMenu(desk, 'File')
  await desk.page.getByRole('menuitem', { name: /^Backups/ }).click()
  return desk.page.getByRole('dialog', { name: 'Backups' })
}

async function openBin(desk: Desk): Promise<Locator> {
  await showPane(desk, library)
  await desk.window.library.getByRole('button', { name: 'Removed documents' }).click()
  return desk.page.getByRole('dialog', { name: 'Removed documents' })
}
