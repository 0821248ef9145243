import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { bindingsFrom } from '../../state/key-bindings'
import { KeyboardSheet } from './KeyboardSheet'

const wishes = { onSingleKeys: vi.fn(), onChangeKeys: vi.fn(), onClose: vi.fn() }
const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })

function show(changed?: { readonly [command: string]: readonly string[] }): void {
  mount(<KeyboardSheet bindings={bindingsFrom(changed)} mac={false} singleKeys {...wishes} />)
}

beforeEach(async () => {
  for (const wish of Object.values(wishes)) wish.mockClear()
  await page.viewport(1440, 900)
})

afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  unmount()
})

test('the keys stand as they are now, pairs in one line', async () => {
  show({ 'mark-quote': ['Ctrl+Shift+Q'] })
  const rows = dialog.getByRole('listitem')
  await expect.element(rows.filter({ hasText: 'Mark as quote' })).toHaveTextContent('Ctrl+Shift+Q')
  await expect.element(rows.filter({ hasText: 'Next, previous annotation' })).toHaveTextContent('J, K')
  await expect.element(rows.filter({ hasText: 'Read, Excerpts, Review' })).toHaveTextContent('Ctrl+1 to Ctrl+3')
  await expect.element(rows.filter({ hasText: 'Go to Review' })).not.toBeInTheDocument()
})

test('keys of one view stand below its name, which is not said again at each', async () => {
  show()
  await dialog.getByRole('searchbox', { name: 'Find a key or action' }).fill('text changed: accept')
  await expect.element(dialog.getByRole('heading', { name: 'Text changed' })).toBeVisible()
  await expect.element(dialog.getByRole('listitem')).toHaveTextContent(/^Accept this place/)
})

test('typing narrows it by action and by key, and Escape first clears what is typed', async () => {
  show()
  await dialog.getByRole('searchbox', { name: 'Find a key or action' }).fill('set cue')
  await expect.poll(() => dialog.getByRole('listitem').elements().length).toBe(1)
  await dialog.getByRole('searchbox').fill('f10')
  await expect.element(dialog.getByRole('listitem')).toHaveTextContent('Go to the menu bar')
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => dialog.getByRole('listitem').elements().length).toBeGreaterThan(30)
  expect(wishes.onClose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(wishes.onClose).toHaveBeenCalledTimes(1)
})

test('single keys are switched off, and keys are changed elsewhere', async () => {
  show()
  await dialog.getByRole('switch', { name: 'Single-key shortcuts on' }).click()
  expect(wishes.onSingleKeys.mock.calls).toEqual([[false]])
  await dialog.getByRole('button', { name: 'Change keys' }).click()
  expect(wishes.onChangeKeys).toHaveBeenCalledTimes(1)
})

test.each([
  ['light', 1440, 900],
  ['dark', 720, 450],
])('axe finds nothing (%s, %i x %i)', async (theme, width, height) => {
  document.documentElement.dataset.theme = theme
  await page.viewport(width, height)
  show()
  await expect.element(dialog.getByText('Move in the text')).toBeVisible()
  expect(await violations()).toEqual([])
})
