import { expect, type Page, test } from '@playwright/test'
import { settled } from './pages/axe'
import { ExcerptsView } from './pages/excerpts-view'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs } from './pages/launch'
import { markGivenRelease } from './pages/mark-given-release'
import { RegisterDialog } from './pages/register-dialog'
import { narrowWindows, setWindow, usualWindow } from './pages/window-size'

let desk: Desk

/** Commands that ask by a dialog of the system. */
const systemDialogs = /^(New workspace|Open workspace|Import|Export|Receive)/

test.beforeAll(async () => {
  desk = await openGivenRelease()
  await markGivenRelease(desk)
})

test.afterAll(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

/** What has the focus, in words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document
    if (at === null || at === document.body) return 'nowhere'
    const id = at.id === '' ? '' : `#${at.id}`
    return `${at.tagName.toLowerCase()}${id} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 60)}`
  })
}

function focusIsIn(page: Page, place: string): Promise<boolean> {
  return page.evaluate(where => document.activeElement?.closest(where) != null, place)
}

/** Does something and says where the focus is once all is at rest. */
async function focusAfter(act: () => Promise<unknown>): Promise<string> {
  await act()
  await settled(desk.page)
  await settled(desk.page)
  return focused(desk.page)
}

test('each dialog gives the focus back to what had it', async () => {
  const { page, window } = desk
  const opened: readonly [string, string, string?][] = [
    ['Command palette', 'Control+k'],
    ['Command palette', 'Control+g'],
    ['Keyboard shortcuts', '?'],
    ['Settings', 'Control+,'],
    ['Codebook', 'Control+Shift+K'],
    ['Speakers', 'Control+Shift+S'],
  ]
  const starts = [
    window.text,
    window.annotations.getByRole('button').nth(2),
    window.document(given.headline),
    page.getByRole('tab', { name: 'Read' }),
  ]
  for (const start of starts) {
    for (const [name, keys] of opened) {
      await start.focus()
      const before = await focused(page)
      // A single key does nothing where letters are typed or where there is no list.
      if (keys === '?' && start === starts[3]) continue
      await page.keyboard.press(keys)
      const dialog = page.getByRole('dialog', { name })
      await expect.poll(() => focusIsIn(page, '[role=dialog]')).toBe(true)
      const after = await focusAfter(async () => {
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      })
      expect(after, `${name} from ${before}`).toBe(before)
    }
  }
  await window.document(given.headline).focus()
  const before = await focused(page)
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog', { name: 'Remove from library' })
  await expect.poll(() => focusIsIn(page, '[role=dialog]')).toBe(true)
  expect(await focusAfter(() => question.getByRole('button', { name: 'Keep' }).press('Enter'))).toBe(before)

  await window.text.focus()
  await answerDialogs(desk.app, [given.file, `${given.file}.missing`])
  await page.keyboard.press('Control+o')
  const report = page.getByRole('dialog', { name: 'Import' })
  await expect(report.getByText('1 duplicate')).toBeVisible()
  await expect.poll(() => focusIsIn(page, '[role=dialog]')).toBe(true)
  expect(await focusAfter(() => page.keyboard.press('Escape'))).toContain('Document text')

  const table = new ExcerptsView(page)
  await table.open()
  await page.keyboard.press('t')
  await expect.poll(() => focusIsIn(page, '[role=dialog]')).toBe(true)
  expect(await focusAfter(() => page.keyboard.press('Escape'))).toContain('Excerpts')
  await page.keyboard.press('Control+1')
})

test('the focus stays in the window when what had it is taken away', async () => {
  const { page, window } = desk
  const { inspector, annotations } = window
  const within = async (act: () => Promise<unknown>, place: string) => {
    await focusAfter(act)
    expect(await focusIsIn(page, place), `${place}: ${await focused(page)}`).toBe(true)
    expect(await focused(page)).not.toBe('nowhere')
  }
  const remove = (name: string | RegExp) => inspector.getByRole('button', { name }).first().press('Enter')
  await annotations
    .getByRole('button', { name: /^Quote/ })
    .first()
    .press('Enter')
  await within(() => remove(/^Remove border/), 'aside')
  await within(() => remove(/^Remove security/), 'aside')
  await within(() => remove(/^Remove Leilwa/), 'aside')
  await within(() => remove('Clear cue'), 'aside')
  await within(() => remove('Clear source'), 'aside')
  await within(() => remove('Delete annotation'), 'aside, .editor-text')
  await annotations
    .getByRole('button', { name: /^Claim/ })
    .first()
    .press('Enter')
  await within(() => inspector.getByRole('button', { name: 'Add figure' }).press('Enter'), 'aside')
  await within(() => remove(/^Remove figure/), 'aside')
  await within(() => annotations.getByRole('button').first().press('Delete'), 'aside, .editor-text')

  await window.text.focus()
  const book = new RegisterDialog(page, 'Codebook')
  await book.open('Control+Shift+K')
  await within(() => book.press('size', 'Delete'), '[role=dialog]')
  await within(() => book.box.getByRole('button', { name: /^Show removed/ }).press('Enter'), '[role=dialog]')
  await within(() => book.box.getByRole('button', { name: 'Restore size' }).press('Enter'), '[role=dialog]')
  await within(() => page.keyboard.press('Escape'), '[role=dialog], .editor-text')
  if (await book.box.isVisible()) await book.close()

  const table = new ExcerptsView(page)
  await table.open()
  await table.tick(/^Claim/)
  await within(() => page.getByRole('button', { name: 'Clear Kind' }).press('Enter'), 'main')
  await table.grid.press('Control+a')
  await within(() => page.getByRole('button', { name: 'Clear the selection' }).press('Enter'), 'main')
  await page.keyboard.press('Control+1')

  await window.text.press('Control+Home')
  await page.keyboard.press('q')
  await within(() => page.getByRole('button', { name: 'Close this message' }).press('Enter'), 'main, aside, nav')
})

test('the focus stays in the window when what had it is hidden in another width', async () => {
  const { app, page, window } = desk
  const [narrow] = narrowWindows
  if (narrow === undefined) throw new Error('no narrow window')
  const menus = page.getByRole('menubar').getByRole('menuitem', { name: 'File' })
  const inWide = [
    menus,
    window.document(given.headline),
    window.annotations.getByRole('button').first(),
    page.getByRole('separator', { name: 'Width of the inspector' }),
  ]
  const inNarrow = [page.getByRole('button', { name: 'Menu', exact: true })]
  for (const [from, to, places] of [
    [usualWindow, narrow, inWide],
    [narrow, usualWindow, inNarrow],
  ] as const) {
    for (const place of places) {
      await setWindow(app, page, from)
      await place.focus()
      await expect(place).toBeFocused()
      const before = await focused(page)
      expect(await focusAfter(() => setWindow(app, page, to)), `${before}, ${to.name}`).not.toBe('nowhere')
      await expect(place, `${before}, ${to.name}`).toBeHidden()
    }
  }
  await expect(menus).toBeFocused()
  await window.text.focus()
})

test('what the library asks stays open, and has the focus, when the window becomes too narrow for the library', async () => {
  const { app, page, window } = desk
  const [narrow] = narrowWindows
  if (narrow === undefined) throw new Error('no narrow window')
  await setWindow(app, page, usualWindow)
  await window.document(given.headline).focus()
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog', { name: 'Remove from library' })
  await expect(question.getByRole('button', { name: 'Remove', exact: true })).toBeFocused()
  await setWindow(app, page, narrow)
  await expect(window.library).toBeHidden()
  await settled(page)
  await expect(question).toBeVisible()
  expect(await focusIsIn(page, '[role=dialog]')).toBe(true)
  const after = await focusAfter(() => page.keyboard.press('Escape'))
  await expect(question).toBeHidden()
  expect(after).not.toBe('nowhere')
  await setWindow(app, page, usualWindow)
  await window.text.focus()
})

test('no command of the menus leaves the focus nowhere', async () => {
  const { app, page, window } = desk
  await answerDialogs(app, [])
  // With something to paste its import would show what came of it.
  await app.evaluate(({ clipboard }) => clipboard.clear())
  for (const menu of ['File', 'Edit', 'View', 'Annotate', 'Help']) {
    await page.getByRole('menubar').getByRole('menuitem', { name: menu }).click()
    const names = await page
      .getByRole('menu', { name: menu })
      .locator('[role^=menuitem]:not([aria-disabled=true]) .pm-grow')
      .allInnerTexts()
    await page.keyboard.press('Escape')
    for (const name of names.filter(one => one !== 'Close')) {
      await page.keyboard.press('Control+1')
      await window.text.focus()
      await page.getByRole('menubar').getByRole('menuitem', { name: menu }).click()
      await page.getByRole('menu', { name: menu }).getByText(name, { exact: true }).click()
      await expect.poll(() => focused(page), `${menu}, ${name}`).not.toBe('nowhere')
      if (name === 'Edit text') {
        await expect(window.writing).toBeFocused()
        await page.keyboard.press('Escape')
        await expect(window.text).toBeFocused()
      }
      const dialogs = page.getByRole('dialog').or(page.getByRole('menu', { name: 'Role of this paragraph' }))
      if (!name.endsWith('…') || systemDialogs.test(name)) continue
      await expect(dialogs, name).toBeVisible()
      const closed = await focusAfter(async () => {
        await page.keyboard.press('Escape')
        await expect(dialogs).toHaveCount(0)
      })
      expect(closed, `${menu}, ${name}, closed`).toContain('Document text')
    }
  }
})
