import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Notice } from '../../components/Notice'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { AppShell } from './AppShell'
import { type Command, mainMenu } from './main-menu'
import { StatusBar, type StatusBarProps } from './StatusBar'
import { TitleBar } from './TitleBar'
import { usePanes } from './use-panes'

const onRetry = vi.fn()
const onCommand = vi.fn()
const menus = mainMenu(
  {
    workspace: true,
    document: true,
    readOnly: false,
    selection: false,
    active: false,
    annotations: false,
    undo: false,
    redo: false,
    library: true,
    inspector: true,
    theme: 'light',
  },
  new Set<Command>(['import', 'settings', 'undo', 'toggle-library', 'next-annotation', 'about']),
)

function Window({ save }: { readonly save: NonNullable<StatusBarProps['save']> }) {
  const panes = usePanes()
  return (
    <AppShell
      panes={panes}
      announcement={{ text: 'Marked as quote' }}
      titleBar={
        <TitleBar
          frame="drawn"
          menus={menus}
          views={[{ id: 'read', name: 'Read' }]}
          view="read"
          maximised={false}
          onCommand={onCommand}
          onView={vi.fn()}
          onWindow={vi.fn()}
        />
      }
      notices={<Notice tone="info">A notice</Notice>}
      library={<nav aria-label="Library">The library</nav>}
      inspector={<aside aria-label="Inspector">The inspector</aside>}
      statusBar={
        <StatusBar
          save={save}
          annotator="Annotator One"
          paragraph={{ n: 3, of: 7 }}
          counts={{ quote: 5, claim: 4, note: 1 }}
          tips={[{ keys: ['J', 'K'], words: 'next, previous' }]}
          onRetry={onRetry}
        />
      }
    >
      <main aria-label="Document">
        <button type="button" onClick={panes.toggleLibrary}>
          Show library
        </button>
      </main>
    </AppShell>
  )
}

beforeEach(() => page.viewport(1440, 900))
afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  unmount()
})

test.each(['light', 'dark'])('the frame has its landmarks and names, and axe finds nothing (%s)', async theme => {
  document.documentElement.dataset.theme = theme
  mount(<Window save={{ state: 'saved', at: '14:02' }} />)
  await expect.element(page.getByRole('menubar', { name: 'Main menu' })).toBeVisible()
  await expect
    .element(page.getByRole('tablist', { name: 'View' }).getByRole('tab', { name: 'Read' }))
    .toHaveAttribute('aria-selected', 'true')
  await expect.element(page.getByRole('status', { name: 'Save state' })).toHaveTextContent('Saved 14:02')
  await expect.element(page.getByText('5 quotes · 4 claims · 1 note')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a failed save says so in words and offers to try again', async () => {
  mount(<Window save={{ state: 'failed', words: 'Not saved: the disk is full' }} />)
  await expect.element(page.getByRole('status', { name: 'Save state' })).toHaveTextContent('the disk is full')
  await page.getByRole('button', { name: 'Retry' }).click()
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('in a narrow window the library lies over the text until Escape, and the menu folds', async () => {
  await page.viewport(960, 600)
  mount(<Window save={{ state: 'saving' }} />)
  await expect.element(page.getByRole('navigation', { name: 'Library' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Show library' }).click()
  await expect.element(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('navigation', { name: 'Library' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect.element(page.getByRole('menuitem', { name: 'File' })).toHaveFocus()
  await userEvent.keyboard('{Enter}{Enter}')
  await expect.poll(() => onCommand.mock.calls).toEqual([['import']])
})
