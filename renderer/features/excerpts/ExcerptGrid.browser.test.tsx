import { createRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { type ColumnName, initialExcerpts } from '../../state/excerpt-state'
import { setTheme } from '../../theme/set-theme'
import { ExcerptGrid, type ExcerptGridProps } from './ExcerptGrid'
import { sampleRows } from './testing/sample-rows'

const wishes = { onWish: vi.fn(), onToggle: vi.fn(), onOpen: vi.fn(), onSort: vi.fn(), onRange: vi.fn() }
const grid = page.getByRole('grid', { name: 'Excerpts' })
const element = createRef<HTMLDivElement>()

function show(more: Partial<ExcerptGridProps> = {}, total = 40): void {
  mount(
    <main style={{ display: 'flex', flexDirection: 'column', width: '1200px', height: '600px' }}>
      <h1 className="pm-vh">Test</h1>
      <ExcerptGrid
        total={total}
        rows={sampleRows(Math.min(total, 100))}
        columns={initialExcerpts.columns}
        sort={initialExcerpts.sort}
        active={0}
        selected={new Set(['a1'])}
        reveal={undefined}
        singleKeys
        grid={element}
        {...wishes}
        {...more}
      />
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

test('it is a grid that tells how many rows there are and which is at hand', async () => {
  show({ active: 2 })
  await expect.element(grid).toHaveAttribute('aria-rowcount', '41')
  const row = grid.getByRole('row', { name: /excerpt 2 is long/ })
  await expect.element(row).toHaveAttribute('aria-rowindex', '4')
  expect(element.current?.getAttribute('aria-activedescendant')).toBe(row.element().id)
  await expect.element(row).toHaveAttribute('aria-selected', 'false')
  await expect.element(grid.getByRole('row', { name: /excerpt 1 is long/ })).toHaveAttribute('aria-selected', 'true')
  await expect.element(grid.getByRole('row', { name: /excerpt 1 is long/ })).toHaveTextContent(/Leilwa Abdullah \+1/)
})

test('where there is no room the type of a claim and the names above a tag give way, and both can be read whole', async () => {
  show()
  const row = grid.getByRole('row', { name: /excerpt 1 is long/ })
  await expect.element(row.getByText('comparison', { exact: true })).toHaveAttribute('title', 'comparison or ranking')
  const path = row.getByTitle('security / threat')
  await expect.element(path).toHaveTextContent('security / threat')
  const last = path.getByText('threat', { exact: true }).element()
  expect(last.scrollWidth).toBeLessThanOrEqual(last.clientWidth)
})

test.each(['light', 'dark'] as const)('axe finds nothing in it, %s', async theme => {
  setTheme(document.documentElement, theme, false)
  show()
  await expect.element(grid.getByRole('row').nth(5)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('only rows near the view are in the page, and what is pointed to stays there', async () => {
  show({}, 200_000)
  await expect.element(grid).toHaveAttribute('aria-rowcount', '200001')
  await expect.poll(() => wishes.onRange.mock.calls.length).toBeGreaterThan(0)
  element.current?.scrollTo(0, 53 * 100_000)
  await expect.poll(() => document.querySelector('[aria-rowindex="100002"]')).not.toBeNull()
  expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
  expect(document.getElementById(element.current?.getAttribute('aria-activedescendant') ?? '')).not.toBeNull()
  const range = () => wishes.onRange.mock.calls.at(-1) ?? []
  await expect.poll(() => [range()[0] <= 100_000, range()[1] >= 100_010]).toEqual([true, true])
})

test('no row is cut: what its cells hold stays within them, and rows stand one below the other', async () => {
  show({
    columns: new Set<ColumnName>([
      'document',
      'kind',
      'excerpt',
      'speaker',
      'tags',
      'note',
      'status',
      'modified',
      'author',
    ]),
  })
  await expect.element(grid.getByRole('row').nth(5)).toBeVisible()
  await document.fonts.ready
  const rows = [...document.querySelectorAll('.pm-excerpt-item')].slice(0, 6)
  for (const [n, row] of rows.entries()) {
    const box = row.getBoundingClientRect()
    expect(box.height).toBe(53)
    expect(box.top).toBe((rows[0]?.getBoundingClientRect().top ?? 0) + n * 53)
    for (const cell of row.querySelectorAll('[role=gridcell] > *')) {
      const inner = cell.getBoundingClientRect()
      expect(inner.top).toBeGreaterThanOrEqual(box.top)
      expect(inner.bottom).toBeLessThanOrEqual(box.bottom)
    }
  }
})

test('keys wish what the sheet says, and leave others to the window', async () => {
  show({ active: 3 })
  await grid.click({ position: { x: 300, y: 8 } })
  element.current?.focus()
  wishes.onWish.mockReset()
  await userEvent.keyboard('{ArrowDown}{Shift>}{End}{/Shift}x{Enter}{Escape}')
  expect(wishes.onWish.mock.calls.map(([wish]) => wish)).toEqual([
    { do: 'go', row: 4, extend: false },
    { do: 'go', row: 39, extend: true },
    { do: 'toggle' },
    { do: 'open' },
    { do: 'clear' },
  ])
})

test('a page is as many rows as fit, less one', async () => {
  show({ active: 0 })
  await expect.element(grid).toBeVisible()
  element.current?.focus()
  await userEvent.keyboard('{PageDown}')
  expect(wishes.onWish.mock.calls).toEqual([[{ do: 'go', row: 9, extend: false }]])
})

test('presses select: on the tick, with Ctrl and with Shift; a double press opens', async () => {
  show()
  const row = grid.getByRole('row', { name: /excerpt 5 is long/ })
  await row.getByRole('gridcell').first().click()
  await row.click({ modifiers: ['ControlOrMeta'] })
  expect(wishes.onToggle.mock.calls).toEqual([[5], [5]])
  await row.click({ modifiers: ['Shift'] })
  expect(wishes.onWish.mock.calls).toEqual([[{ do: 'go', row: 5, extend: true }]])
  await row.dblClick()
  expect(wishes.onOpen.mock.calls).toEqual([[5]])
})

test('up from the first row leads to the heads, where Enter sorts, and down leads back', async () => {
  show({ sort: { by: 'kind', descending: false } })
  const kind = grid.getByRole('columnheader', { name: 'Kind' })
  await expect.element(kind).toHaveAttribute('aria-sort', 'ascending')
  await expect.element(grid.getByRole('columnheader', { name: 'Document' })).toHaveAttribute('aria-sort', 'none')
  element.current?.focus()
  await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}{Enter}')
  expect(wishes.onSort.mock.calls).toEqual([[{ by: 'kind', descending: true }]])
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(element.current)
  expect(wishes.onWish).not.toHaveBeenCalled()
})

test('the tick above all rows selects all, or lets go of those that are selected', async () => {
  show({ selected: new Set() })
  const all = page.getByRole('checkbox', { name: 'Select all' })
  await all.click()
  show({ selected: new Set(['a1']) })
  await expect.element(all).toHaveAttribute('aria-checked', 'mixed')
  await all.click()
  expect(wishes.onWish.mock.calls).toEqual([[{ do: 'select-all' }], [{ do: 'clear' }]])
})

test('a row that is asked for comes whole into view', async () => {
  show({ active: 30, reveal: { row: 30 } })
  const row = grid.getByRole('row', { name: /excerpt 30 is long/ })
  await expect.element(row).toBeVisible()
  const [box, view] = [row.element().getBoundingClientRect(), element.current?.getBoundingClientRect()]
  expect(box.bottom).toBeLessThanOrEqual(view?.bottom ?? 0)
  expect(box.top).toBeGreaterThanOrEqual((view?.top ?? 0) + 32)
})

test('where there is no room, columns go and the excerpt stays', async () => {
  show()
  element.current?.parentElement?.style.setProperty('width', '640px')
  await expect.element(grid.getByRole('columnheader', { name: 'Section' })).not.toBeInTheDocument()
  await expect.element(grid.getByRole('columnheader', { name: 'Excerpt in context' })).toBeVisible()
  expect(element.current?.scrollWidth).toBeLessThanOrEqual(element.current?.clientWidth ?? 0)
})
