import { expect, type Page } from '@playwright/test'
import type { Desk } from '../given-workspace'
import {
  activate,
  byPalette,
  closeNotice,
  inspector,
  library,
  menu,
  notice,
  openMenu,
  options,
  type Station,
  showPane,
  toolbar,
} from './station'

/** The text with its panes and what lies near a selection. */
export const readingStations: readonly Station[] = [
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
    name: 'history of an annotation, and where its tags are used',
    once: true,
    open: async desk => {
      await activate(desk, 'Quote')
      const parts = desk.window.inspector.locator('details')
      await expect(parts).not.toHaveCount(0)
      for (const part of await parts.all()) await part.locator('summary').click()
      return desk.window.inspector.getByText('Marked as quote')
    },
  },
  {
    name: 'what is known of the document',
    open: async desk => {
      await desk.window.text.press('Escape')
      await showPane(desk, inspector)
      return desk.window.inspector.getByRole('region', { name: 'About this document' })
    },
    narrow: inspector,
  },
  {
    name: 'roles of a paragraph',
    open: async desk => {
      await byPalette(desk, 'role of this')
      return desk.page.getByRole('menu', { name: 'Role of this paragraph' })
    },
    over: menu,
  },
  {
    name: 'files dragged over the window',
    open: async ({ page }) => {
      await dragFiles(page, 'dragover')
      return page.getByText('Drop to import')
    },
    close: async ({ page }) => {
      await dragFiles(page, 'dragleave')
      await expect(page.getByText('Drop to import')).toHaveCount(0)
    },
    over: '.pm-drop-veil',
  },
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
]

/** Lists, menus and messages that lie over the panes. */
export const menuStations: readonly Station[] = [
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
  ...['File', 'Edit', 'View', 'Annotate', 'Decide', 'Help'].map(name => ({
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

/** Files that come over the window or leave it: no test can drag what is outside. */
function dragFiles(page: Page, what: 'dragover' | 'dragleave'): Promise<void> {
  return page.evaluate(type => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['a release'], 'release.txt'))
    document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  }, what)
}
