import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { PaletteDialog } from './PaletteDialog'
import { type PaletteEntry, searchPalette } from './palette-search'

const entries: readonly PaletteEntry[] = [
  { id: 'command repeat', group: 'commands', name: 'Repeat last tags', keys: 'Shift+T' },
  { id: 'command quote', group: 'commands', name: 'Mark as quote', keys: 'Q', disabled: true },
  { id: 'document 1', group: 'documents', name: 'Agency Reports Lowest April Level', detail: '23 Apr 2018' },
  { id: 'tag 1', group: 'tags', name: 'reputation' },
]
const onChoose = vi.fn()

function Window() {
  const [open, setOpen] = useState(false)
  return (
    <main>
      <h1>Pressmark</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <PaletteDialog
          typed=""
          search={typed => searchPalette(entries, typed, [])}
          onChoose={entry => {
            setOpen(false)
            onChoose(entry.id)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </main>
  )
}

const dialog = page.getByRole('dialog', { name: 'Command palette' })
const field = dialog.getByRole('combobox', { name: 'Go to or run' })

beforeEach(async () => {
  onChoose.mockClear()
  await page.viewport(1440, 900)
  mount(<Window />)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect.element(field).toHaveFocus()
})

afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  unmount()
})

test('arrows go through what was found and the field names it; Enter runs it', async () => {
  await userEvent.keyboard('rep')
  await expect.element(dialog.getByRole('status')).toHaveTextContent('3 results')
  const chosen = () => document.getElementById(field.element().getAttribute('aria-activedescendant') ?? '')?.textContent
  expect(chosen()).toContain('Repeat')
  await userEvent.keyboard('{ArrowUp}')
  const last = chosen()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  expect(chosen()).toContain('Repeat')
  expect(last).toContain('reputation')
  await expect.element(dialog.getByRole('option', { selected: true })).toHaveTextContent('Repeat')
  await userEvent.keyboard('{Enter}')
  expect(onChoose.mock.calls).toEqual([['command repeat']])
})

test('Enter alone gives no tag to the annotation: it is gone to, or asked for', async () => {
  await userEvent.keyboard('reputation')
  await expect.element(dialog.getByRole('option')).toHaveTextContent('reputation')
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).toBeInTheDocument()
  expect(onChoose).not.toHaveBeenCalled()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onChoose.mock.calls).toEqual([['tag 1']])
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('#rep{Enter}')
  expect(onChoose.mock.calls).toEqual([['tag 1'], ['tag 1']])
})

test('groups are named, and what was typed is underlined', async () => {
  await userEvent.keyboard('reports')
  const group = dialog.getByRole('group', { name: 'Documents' })
  await expect.element(group.getByRole('option')).toHaveTextContent('Agency Reports Lowest April Level')
  expect(group.element().querySelector('mark')?.textContent).toBe('Reports')
})

test('Escape closes it, and the focus is where it was', async () => {
  await userEvent.keyboard('rep{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus()
})

test('what cannot be done now is found and does not run', async () => {
  await userEvent.keyboard('quote')
  await expect.element(dialog.getByRole('option', { name: /Mark as quote/ })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).toBeInTheDocument()
  expect(onChoose).not.toHaveBeenCalled()
})

test('nothing found is said', async () => {
  await userEvent.keyboard('zzz')
  await expect.element(dialog.getByText('Nothing is called that.', { exact: false })).toBeVisible()
  await expect.element(field).toHaveAttribute('aria-expanded', 'false')
})

test.each(['light', 'dark'])('axe finds nothing (%s)', async theme => {
  document.documentElement.dataset.theme = theme
  await userEvent.keyboard('rep')
  await expect.element(dialog.getByRole('option', { selected: true })).toBeVisible()
  expect(await violations()).toEqual([])
})
