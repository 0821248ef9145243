import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Preferences } from '#app/contract/values'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { withKeys } from '../../state/key-bindings'
import { SettingsDialog } from './SettingsDialog'

const wishes = { onName: vi.fn(), onTheme: vi.fn(), onClose: vi.fn() }
const kept = vi.fn()
const dialog = page.getByRole('dialog', { name: 'Settings' })

function Window({ atKeys }: { readonly atKeys: boolean }) {
  const [preferences, setPreferences] = useState<Preferences>({})
  const set = (change: Preferences): void => {
    setPreferences({ ...preferences, ...change })
    kept(change)
  }
  return (
    <SettingsDialog
      annotator="Annotator One"
      theme="light"
      preferences={preferences}
      mac={false}
      atKeys={atKeys}
      onPreferences={set}
      onKeys={(command, keys) => set({ bindings: withKeys(preferences.bindings, command, keys) })}
      onUsualKeys={() => set({ bindings: {} })}
      {...wishes}
    />
  )
}

function row(title: string) {
  return dialog
    .getByRole('list', { name: 'Keys of commands' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${title}`) })
}

beforeEach(async () => {
  for (const wish of [...Object.values(wishes), kept]) wish.mockClear()
  await page.viewport(1440, 900)
})

afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  unmount()
})

test('text size and column width are set by keys and reported at once', async () => {
  mount(<Window atKeys={false} />)
  const size = dialog.getByRole('slider', { name: 'Text size' })
  await expect.element(size).toHaveAttribute('aria-valuetext', '17 px')
  ;(size.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(size).toHaveAttribute('aria-valuetext', '19 px')
  await userEvent.keyboard('{Home}{ArrowLeft}')
  await expect.element(size).toHaveAttribute('aria-valuetext', '15 px')
  ;(dialog.getByRole('slider', { name: 'Column width' }).element() as HTMLElement).focus()
  await userEvent.keyboard('{End}')
  expect(kept.mock.calls.at(-1)).toEqual([{ columnWidth: 130 }])
})

test('keys are set by pressing them; one that another command has is said at both', async () => {
  mount(<Window atKeys />)
  await expect.element(dialog.getByRole('searchbox', { name: 'Find a key or action' })).toHaveFocus()
  await dialog.getByRole('button', { name: 'Change keys: Mark as claim, C' }).click()
  await userEvent.keyboard('q')
  expect(kept.mock.calls).toEqual([[{ bindings: { 'mark-claim': ['Q'] } }]])
  await expect.element(row('Mark as claim')).toHaveTextContent('Also the keys of: Mark as quote')
  await expect.element(row('Mark as quote')).toHaveTextContent('Also the keys of: Mark as claim')
  await dialog.getByRole('button', { name: 'Usual keys: Mark as claim' }).click()
  await expect.element(row('Mark as quote')).not.toHaveTextContent('Also the keys of')
  await expect.element(dialog.getByRole('button', { name: 'Change keys: Mark as claim, C' })).toHaveFocus()
  expect(kept.mock.calls.at(-1)).toEqual([{ bindings: {} }])
})

test('Escape leaves the keys as they were and the dialog open', async () => {
  mount(<Window atKeys />)
  await dialog.getByRole('button', { name: 'Change keys: Undo, Ctrl+Z' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog.getByRole('button', { name: 'Change keys: Undo, Ctrl+Z' })).toHaveFocus()
  expect(kept).not.toHaveBeenCalled()
  expect(wishes.onClose).not.toHaveBeenCalled()
})

test('a command can be without keys, and all go back to the usual ones', async () => {
  mount(<Window atKeys />)
  await dialog.getByRole('button', { name: 'No keys: Undo' }).click()
  await expect.element(dialog.getByRole('button', { name: 'Change keys: Undo, none' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Usual keys for all' }).click()
  await expect.element(dialog.getByRole('button', { name: 'Change keys: Undo, Ctrl+Z' })).toBeVisible()
})

test.each(['light', 'dark'])('axe finds nothing, with a conflict shown (%s)', async theme => {
  document.documentElement.dataset.theme = theme
  mount(<Window atKeys />)
  await dialog.getByRole('button', { name: 'Change keys: Mark as claim, C' }).click()
  await userEvent.keyboard('q')
  await expect.element(row('Mark as claim')).toHaveTextContent('Also the keys of')
  expect(await violations()).toEqual([])
})

test('whether a marked note is written at once can be switched off', async () => {
  mount(<Window atKeys={false} />)
  const own = dialog.getByRole('switch', { name: /^A note that is marked is written at once/ })
  await expect.element(own).toBeChecked()
  await dialog.getByText('A note that is marked is written at once', { exact: false }).click()
  expect(kept.mock.calls).toEqual([[{ noteAfterMark: false }]])
  await expect.element(own).not.toBeChecked()
})
