import { expect } from '@playwright/test'
import { ExcerptsView } from './excerpts-view'
import { givenRelease as given } from './given-release'
import type { Desk } from './given-workspace'
import { answerDialogs } from './launch'
import {
  activate,
  byKeys,
  closeNotice,
  dialog,
  excerpts,
  filters,
  inspector,
  library,
  menu,
  notice,
  openMenu,
  options,
  type Station,
  showPane,
  toolbar,
  toReading,
} from './station'

const reading: readonly Station[] = [
  {
    name: 'library, text and annotations',
    open: async ({ window }) => window.text,
    narrow: library,
  },
  ...['Quote', 'Claim', 'Note'].map(kind => ({
    name: `${kind.toLowerCase()} in the inspector`,
    open: (desk: Desk) => activate(desk, kind),
    narrow: inspector,
  })),
  {
    name: 'toolbar at a selection',
    open: async ({ window }) => {
      await window.select('heroic forces')
      return window.toolbar
    },
    over: toolbar,
    close: async ({ window }) => {
      await window.text.press('ArrowRight')
      await expect(window.toolbar).toHaveCount(0)
    },
  },
  {
    name: 'chooser of overlapping annotations',
    open: async ({ page, window }) => {
      await window.select('71 nations')
      for (const key of ['Escape', 'ArrowLeft', 'o']) await window.text.press(key)
      return page.getByRole('listbox', { name: 'Annotations here' })
    },
    over: '.pm-overlaps',
  },
  {
    name: 'list of a field, open',
    once: true,
    open: async desk => {
      await activate(desk, 'Claim')
      await desk.window.inspector.getByRole('button', { name: 'Claim type' }).click()
      return desk.page.getByRole('listbox', { name: 'Claim type' })
    },
    over: options,
  },
  {
    name: 'tags to choose from',
    once: true,
    open: async desk => {
      await activate(desk, 'Claim')
      const tags = desk.window.inspector.getByRole('combobox', { name: 'Tags' })
      await tags.fill('s')
      return desk.page.getByRole('option', { name: /^security/ }).first()
    },
    over: options,
    close: async desk => {
      await desk.window.inspector.getByRole('combobox', { name: 'Tags' }).fill('')
      await desk.page.keyboard.press('Escape')
    },
  },
  ...['File', 'Edit', 'View', 'Annotate', 'Help'].map(name => ({
    name: `menu ${name}`,
    open: (desk: Desk) => openMenu(desk, name),
    over: menu,
    once: name !== 'Annotate',
  })),
  {
    name: 'menu of a document',
    open: async desk => {
      await showPane(desk, library)
      await desk.window.library.getByRole('button', { name: 'Document actions' }).click()
      return desk.page.getByRole('menu')
    },
    over: menu,
  },
  {
    name: 'notice',
    open: async desk => {
      await openMenu(desk, 'Help')
      await desk.page.getByRole('menuitem', { name: 'About Pressmark' }).click()
      return desk.page.getByText('It never uses the network')
    },
    close: closeNotice,
    over: notice,
  },
  {
    name: 'notice of a mark over nothing',
    once: true,
    open: async ({ page, window }) => {
      await window.text.press('Control+Home')
      await page.keyboard.press('q')
      return page.getByRole('alert')
    },
    close: closeNotice,
    over: notice,
  },
]

const dialogs: readonly Station[] = [
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
    name: 'speakers',
    open: async desk => {
      await desk.page.keyboard.press('Control+Shift+S')
      const dialog = desk.page.getByRole('dialog', { name: 'Speakers' })
      await dialog.getByRole('option').first().click()
      return dialog
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
    open: async desk => {
      await openMenu(desk, 'File')
      await desk.page.getByRole('menuitem', { name: /^Backups/ }).click()
      return desk.page.getByRole('dialog', { name: 'Backups' })
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

const table: readonly Station[] = [
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

/** Every view, dialog, menu and notice of a workspace with the given release marked. */
export const stations: readonly Station[] = [...reading, ...dialogs.map(one => ({ ...one, over: dialog })), ...table]
