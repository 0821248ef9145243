import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { MenuBar } from './MenuBar'
import type { MenuModel } from './menu-model'
import { mount, unmount } from './testing/mount'

const menus: readonly MenuModel<string>[] = [
  {
    name: 'File',
    entries: [
      { id: 'open', name: 'Open', keys: 'Ctrl+O' },
      'separator',
      { id: 'export', name: 'Export', disabled: true },
      { id: 'close', name: 'Close' },
    ],
  },
  { name: 'Edit', entries: [{ id: 'undo', name: 'Undo' }] },
  { name: 'View', entries: [{ id: 'dark', name: 'Dark', checked: true }] },
]

const onCommand = vi.fn()
const top = (name: string) =>
  page.getByRole('menubar', { name: 'Main menu' }).getByRole('menuitem', { name, exact: true })
const inMenu = (menu: string, name: string) => page.getByRole('menu', { name: menu }).getByRole('menuitem', { name })

beforeEach(async () => {
  onCommand.mockReset()
  mount(
    <>
      <button type="button">The text</button>
      <MenuBar label="Main menu" menus={menus} onCommand={onCommand} />
    </>,
  )
  await page.getByRole('button', { name: 'The text' }).click()
  await userEvent.keyboard('{Tab}')
  await expect.element(top('File')).toHaveFocus()
})
afterEach(unmount)

test('the bar is one stop in the tab order, and arrows move along it and round', async () => {
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(top('View')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(top('File')).toHaveFocus()
  await userEvent.keyboard('e')
  await expect.element(top('Edit')).toHaveFocus()
  expect(document.querySelectorAll('[role=menubar] [tabindex="0"]')).toHaveLength(1)
})

test('arrow down opens a menu at its first command, arrow up at its last', async () => {
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(top('File')).toHaveAttribute('aria-expanded', 'true')
  await expect.element(inMenu('File', 'Open')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(top('File')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(inMenu('File', 'Close')).toHaveFocus()
})

test('arrow right in a menu opens the next one', async () => {
  await userEvent.keyboard('{Enter}{ArrowRight}')
  await expect.element(inMenu('Edit', 'Undo')).toHaveFocus()
  await expect.element(page.getByRole('menu', { name: 'File' })).not.toBeInTheDocument()
})

test('a command is reported once the focus is back where it was', async () => {
  onCommand.mockImplementation(() => expect(document.activeElement?.textContent).toBe('The text'))
  await userEvent.keyboard('{Enter}{Enter}')
  await expect.poll(() => onCommand.mock.calls).toEqual([['open']])
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
})

test('a command that cannot be done can be read and does nothing', async () => {
  await userEvent.keyboard('{Enter}{ArrowDown}')
  await expect.element(inMenu('File', 'Export')).toHaveFocus()
  await expect.element(inMenu('File', 'Export')).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter}')
  expect(onCommand).not.toHaveBeenCalled()
})

test('a switch says whether it is on, and a press elsewhere closes the menu', async () => {
  await top('View').click()
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Dark' })).toBeChecked()
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
})
