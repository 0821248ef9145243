import { expect, type Locator } from '@playwright/test'
import { ExcerptsView } from '../excerpts-view'
import type { Desk } from '../given-workspace'

/** Something that the window can show, and the way to it from the reading view and back. */
export interface Station {
  readonly name: string
  /** Opens it and gives what is to be seen then. */
  readonly open: (desk: Desk) => Promise<Locator>
  /** Escape in the usual case. */
  readonly close?: (desk: Desk) => Promise<void>
  /** What lies over the rest, as a CSS selector: only it is looked at. The whole window in the usual case. */
  readonly over?: string
  /** It is looked at in the usual size alone: what it is made of is looked at elsewhere in the others. */
  readonly once?: boolean
  /** What it is about, where the window is too narrow for panes beside the text; shown by these keys. */
  readonly narrow?: { readonly keys: string; readonly pane: string }
}

/** What can lie over the window, as CSS selectors. */
export const dialog = '[role=dialog]'
export const menu = '.pm-menu'
export const options = '.pm-options'
export const toolbar = '.pm-selection-toolbar'
export const notice = '.pm-notice'
/** Panes that lie over the text where the window is narrow. */
export const inspector = { keys: 'Control+\\', pane: '.pm-inspector' } as const
export const library = { keys: 'Control+b', pane: '.pm-library' } as const
export const filters = { keys: 'Control+b', pane: '.pm-facets' } as const

/** Opens a dialog by its keys. */
export const byKeys =
  (keys: string, dialog: string) =>
  async ({ page }: Desk): Promise<Locator> => {
    await page.keyboard.press(keys)
    return page.getByRole('dialog', { name: dialog })
  }

/** Runs a command by words of its name in the palette. */
export async function byPalette({ page }: Desk, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

export const toReading = async ({ page, window }: Desk): Promise<void> => {
  await page.keyboard.press('Control+1')
  await expect(window.text).toBeFocused()
}

/** Shows a pane that lies over the text where the window is narrow. */
export async function showPane({ page }: Desk, { keys, pane }: NonNullable<Station['narrow']>): Promise<void> {
  if (!(await page.locator(pane).isVisible())) await page.keyboard.press(keys)
  await expect(page.locator(pane)).toBeVisible()
}

/** Makes the first annotation of a kind the active one. */
export async function activate(desk: Desk, kind: string): Promise<Locator> {
  await showPane(desk, inspector)
  const rows = desk.window.annotations.getByRole('button', { name: new RegExp(`^${kind}`) })
  await rows.first().click()
  return desk.window.inspector.getByRole('button', { name: new RegExp(`${kind}.*Kind`) })
}

export async function excerpts(desk: Desk, count = 8): Promise<ExcerptsView> {
  const view = new ExcerptsView(desk.page)
  await view.open()
  await view.counts(`${count} excerpts`)
  return view
}

export async function openMenu({ page }: Desk, name: string): Promise<Locator> {
  const folded = page.getByRole('button', { name: 'Menu', exact: true })
  if (await folded.isVisible()) await folded.click()
  await page.getByRole('menubar').getByRole('menuitem', { name }).click()
  return page.getByRole('menu', { name })
}

export const closeNotice = async ({ page }: Desk): Promise<void> => {
  await page.getByRole('button', { name: 'Close this message' }).focus()
  await page.keyboard.press('Enter')
}
