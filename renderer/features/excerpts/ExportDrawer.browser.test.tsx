import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { setTheme } from '../../theme/set-theme'
import { ExportButton } from './ExportButton'
import { ExportDrawer } from './ExportDrawer'

const wishes = { onExport: vi.fn(), onFormat: vi.fn(), onPreview: vi.fn(), onSettings: vi.fn(), onClose: vi.fn() }
const settings = { format: 'csv', selected: false, raw: false } as const
const preview = {
  lines: ['document_id,headline', 'd1,"A port, it said"'],
  rows: 1200,
  by: [
    { name: 'Ann Bole', rows: 1000 },
    { name: 'Bo Reid', rows: 200 },
  ],
  losses: [
    { code: 'claimant-details', count: 31 },
    { code: 'inline-marks', count: 1 },
  ],
  proven: 1199,
}

function Drawer({ given }: { readonly given: typeof preview | undefined }) {
  const [height, setHeight] = useState(252)
  return (
    <ExportDrawer
      settings={settings}
      preview={given}
      total={1200}
      selected={2}
      height={{ now: height, least: 160, most: 2000 }}
      onResize={wanted => setHeight(wanted ?? 252)}
      {...wishes}
    />
  )
}

function show(given: typeof preview | undefined = preview): void {
  mount(
    <main style={{ width: '1200px', height: '600px', display: 'flex', flexDirection: 'column' }}>
      <h1>Test</h1>
      <ExportButton count={1200} settings={settings} preview={given} {...wishes} />
      <Drawer given={given} />
    </main>,
  )
}

beforeEach(async () => {
  await page.viewport(1280, 720)
  for (const wish of Object.values(wishes)) wish.mockReset()
})
afterEach(() => {
  unmount()
  setTheme(document.documentElement, 'light', false)
})

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async theme => {
  setTheme(document.documentElement, theme, false)
  show()
  await expect.element(page.getByRole('region', { name: 'Export preview' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('it shows how the file begins, what is lost, and what is not proven', async () => {
  show()
  const drawer = page.getByRole('region', { name: 'Export preview' })
  await expect
    .element(drawer.getByRole('group', { name: 'First rows of the file' }))
    .toHaveTextContent('d1,"A port, it said"')
  await expect.element(drawer.getByText('first rows of 1,200')).toBeVisible()
  const losses = drawer
    .getByRole('listitem')
    .elements()
    .map(item => item.textContent)
  expect(losses).toEqual([
    '2 people’s excerpts: 1000 of Ann Bole, 200 of Bo Reid.',
    '31 claimants without role, organisation or the name as written.',
    '1 run of formatting (bold, links) left out.',
    '1 excerpt does not match the source text.',
  ])
})

test('what the file is made of is chosen', async () => {
  show()
  await page.getByRole('button', { name: /Rows/ }).click()
  await page.getByRole('option', { name: '2 selected' }).click()
  await page.getByRole('button', { name: /Cells/ }).click()
  await page.getByRole('option', { name: 'As they are' }).click()
  expect(wishes.onSettings.mock.calls).toEqual([[{ selected: true }], [{ raw: true }]])
})

test('the button writes; beside it each format says what it loses', async () => {
  show()
  const button = page.getByRole('button', { name: 'Export', exact: true })
  await expect.element(button).toHaveAccessibleDescription('1,200 excerpts as CSV')
  await button.click()
  expect(wishes.onExport).toHaveBeenCalledTimes(1)
  await page.getByRole('button', { name: 'Choose format' }).click()
  expect(wishes.onPreview).toHaveBeenCalledTimes(1)
  await page.getByRole('menuitemcheckbox', { name: /JSON Lines .jsonl\s*2 details left out/ }).click()
  expect(wishes.onFormat.mock.calls).toEqual([['jsonl']])
})

test('it is made higher and lower by pointer and keys, from 160 px to half of what it lies in', async () => {
  show()
  const drawer = page.getByRole('region', { name: 'Export preview' })
  const divider = drawer.getByRole('separator', { name: 'Height of the preview' })
  const height = () => drawer.element().getBoundingClientRect().height
  await expect.element(divider).toHaveAttribute('aria-valuenow', '252')
  await expect.element(divider).toHaveAttribute('aria-valuemax', '300')
  ;(divider.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.poll(height).toBe(268)
  await userEvent.keyboard('{End}{ArrowUp}')
  await expect.poll(height).toBe(300)
  await userEvent.keyboard('{Home}')
  await expect.poll(height).toBe(160)
  await userEvent.keyboard('{Enter}')
  await expect.poll(height).toBe(252)
  await divider.dropTo(page.getByRole('heading', { name: 'Test' }))
  await expect.poll(height).toBeGreaterThan(252)
})
