import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PaneLayout } from '#app/contract/values'
import { Notice } from '../../components/Notice'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { bindingsFrom } from '../../state/key-bindings'
import { AppShell } from './AppShell'
import { mainMenu } from './main-menu'
import { focusPane } from './pane-focus'
import { StatusBar, type StatusBarProps } from './StatusBar'
import { TitleBar } from './TitleBar'
import { usePanes } from './use-panes'

const onRetry = vi.fn()
const onSaveCopy = vi.fn()
const onCommand = vi.fn()
const onPalette = vi.fn()
const kept = vi.fn()
const menus = mainMenu({
  facts: {
    workspace: true,
    document: true,
    versions: false,
    readOnly: false,
    earlier: false,
    selection: false,
    active: false,
    activeClaim: false,
    anyActive: false,
    annotations: false,
    previous: false,
    next: false,
    back: false,
    ahead: false,
    files: false,
    library: true,
    inspector: true,
    theme: 'light',
    view: 'read',
    writing: false,
    adjudicating: false,
    onlyMine: false,
    blind: false,
  },
  bindings: bindingsFrom(undefined),
  recent: [],
  mac: false,
})

function Window({ save }: { readonly save: NonNullable<StatusBarProps['save']> }) {
  const [layout, setLayout] = useState<PaneLayout>({})
  const panes = usePanes(layout, wanted => {
    setLayout(wanted)
    kept(wanted)
  })
  const [shown, setShown] = useState(['One', 'Two'])
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
          paletteKeys="Ctrl+K"
          onView={vi.fn()}
          onPalette={onPalette}
          onWindow={vi.fn()}
        />
      }
      notices={<Notice tone="info">A notice</Notice>}
      library={
        <nav aria-label="Library">
          <button type="button">The library</button>
        </nav>
      }
      inspector={
        <aside aria-label="Inspector">
          {shown.map(name => (
            <div key={name}>
              <button type="button" onClick={() => setShown(shown.filter(one => one !== name))}>
                Remove {name}
              </button>
            </div>
          ))}
        </aside>
      }
      statusBar={
        <StatusBar
          save={save}
          annotator="Annotator One"
          paragraph={{ n: 3, of: 7 }}
          counts={{ quote: 5, claim: 4, note: 1 }}
          tips={[{ keys: ['J', 'K'], words: 'next, previous' }]}
          onRetry={onRetry}
          onSaveCopy={onSaveCopy}
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

beforeEach(() => {
  kept.mockClear()
  return page.viewport(1440, 900)
})
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

test('a failed save says so in words and offers to try again or to save elsewhere', async () => {
  mount(<Window save={{ state: 'failed', words: 'Not saved: the disk is full' }} />)
  await expect.element(page.getByRole('status', { name: 'Save state' })).toHaveTextContent('the disk is full')
  await page.getByRole('button', { name: 'Retry' }).click()
  expect(onRetry).toHaveBeenCalledTimes(1)
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  expect(onSaveCopy).toHaveBeenCalledTimes(1)
})

test('a message stands below the panes, so that nothing under the pointer moves when it comes and goes', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  await expect.element(page.getByText('A notice')).toBeVisible()
  const message = page.getByText('A notice').element().getBoundingClientRect()
  const text = page.getByRole('main', { name: 'Document' }).element().getBoundingClientRect()
  expect(message.top).toBeGreaterThanOrEqual(text.bottom)
  expect(text.top).toBe(40)
})

test('what was taken back is told, and gives way before the rest of the line does', async () => {
  const told = `Undone: tagged border: quote, ${'a long text '.repeat(30)}…`
  mount(
    <main>
      <StatusBar
        counts={{ quote: 5, claim: 4, note: 1 }}
        told={told}
        tips={[{ keys: ['J', 'K'], words: 'next, previous' }]}
        onRetry={onRetry}
        onSaveCopy={onSaveCopy}
      />
    </main>,
  )
  await expect.element(page.getByText(told)).toBeVisible()
  const tip = page.getByText('next, previous').element().getBoundingClientRect()
  expect(tip.right).toBeLessThanOrEqual(1440)
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
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}')
  await expect.poll(() => onCommand.mock.calls).toEqual([['open-workspace']])
})

test('a divider is moved by arrow keys within its edges, and by a double click back', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  const divider = page.getByRole('separator', { name: 'Width of the library' })
  await expect.element(divider).toHaveAttribute('aria-valuenow', '264')
  ;(divider.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(divider).toHaveAttribute('aria-valuenow', '280')
  const library = page.getByRole('navigation', { name: 'Library' }).element().parentElement
  expect(library?.getBoundingClientRect().width).toBe(280)
  await userEvent.keyboard('{Home}{ArrowLeft}')
  await expect.element(divider).toHaveAttribute('aria-valuenow', '220')
  await divider.dblClick()
  await expect.element(divider).toHaveAttribute('aria-valuenow', '264')
  expect(kept.mock.calls.at(-1)).toEqual([{ library: undefined }])
})

test('the inspector grows to the left', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  const divider = page.getByRole('separator', { name: 'Width of the inspector' })
  await expect.element(divider).toHaveAttribute('aria-valuenow', '340')
  ;(divider.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await expect.element(divider).toHaveAttribute('aria-valuenow', '372')
})

test('the panes are gone through in turn, each where its focus was', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  const focused = () => document.activeElement?.textContent
  await expect.element(page.getByText('The library')).toBeVisible()
  const steps = (count: number, by: 1 | -1 = 1) =>
    Array.from({ length: count }, () => {
      focusPane(document, by)
      return focused()
    })
  expect(steps(3)).toEqual(['The library', 'Show library', 'Remove One'])
  ;(page.getByRole('button', { name: 'Remove Two' }).element() as HTMLElement).focus()
  expect(steps(3)).toEqual(['The library', 'Show library', 'Remove Two'])
  expect(steps(1, -1)).toEqual(['Show library'])
})

test('when what has the focus is taken away, the focus goes on near by, and at last to the text', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  await page.getByRole('button', { name: 'Remove One' }).click()
  await expect.element(page.getByRole('button', { name: 'Show library' })).toHaveFocus()
})

test('a pane that opens over the text takes the focus, and gives it back to the text', async () => {
  await page.viewport(960, 600)
  mount(<Window save={{ state: 'saving' }} />)
  await page.getByRole('button', { name: 'Show library' }).click()
  await expect.element(page.getByRole('button', { name: 'The library' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'Show library' })).toHaveFocus()
})

test('the palette opens from the title bar', async () => {
  mount(<Window save={{ state: 'saving' }} />)
  await page.getByRole('button', { name: 'Go to or run' }).click()
  expect(onPalette).toHaveBeenCalledTimes(1)
})
