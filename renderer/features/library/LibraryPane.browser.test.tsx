import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DocumentRow } from '#app/contract/values'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { LibraryPane } from './LibraryPane'

function row(id: string, headline: string, progress: DocumentRow['progress'], quote = 0): DocumentRow {
  return {
    id,
    headline,
    issuer: 'Department of Defense',
    published: '2018-05-01',
    revision: 'a'.repeat(64),
    counts: { quote, claim: 2, note: 1 },
    progress,
    share: 0.64,
    deleted: false,
  }
}

const documents = [
  row('1', 'First headline', 'in-work', 5),
  row('2', 'Second headline', 'done'),
  row('3', 'Third', 'done'),
]
const wishes = { onOpen: vi.fn(), onImport: vi.fn(), onRemove: vi.fn(), onSetProgress: vi.fn() }
const list = page.getByRole('navigation', { name: 'Library' }).getByRole('listbox', { name: 'Documents' })

function show(rows: readonly DocumentRow[], readOnly = false): void {
  mount(
    <main>
      <h1>Test</h1>
      <LibraryPane workspaceName="Releases" documents={rows} selected="1" readOnly={readOnly} {...wishes} />
    </main>,
  )
}

beforeEach(() => {
  for (const wish of Object.values(wishes)) wish.mockReset()
})
afterEach(unmount)

test('a document is an option named by its headline and described by the rest', async () => {
  show(documents)
  const option = list.getByRole('option', { name: 'First headline', exact: true })
  await expect.element(option).toHaveAttribute('aria-selected', 'true')
  await expect
    .element(option)
    .toHaveAccessibleDescription(
      'Department of Defense · 1 May 2018, Doing, 64 percent read, 5 quotes · 2 claims · 1 note',
    )
  expect(await violations()).toEqual([])
})

test('arrows move the focus, Enter opens, Delete asks to remove', async () => {
  show(documents)
  await page.getByRole('searchbox', { name: 'Find in the library' }).click()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(list.getByRole('option', { name: 'Second headline' })).toHaveFocus()
  expect(wishes.onOpen).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => wishes.onOpen.mock.calls).toEqual([['2']])
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => wishes.onRemove.mock.calls).toEqual([['2']])
})

test('search and status filter leave what fits, and say so when nothing does', async () => {
  show(documents)
  await page.getByRole('radio', { name: /Done/ }).click()
  await expect.element(list.getByRole('option', { name: 'First headline' })).not.toBeInTheDocument()
  await page.getByRole('searchbox').fill('first')
  await page.getByRole('button', { name: 'Show all 3' }).click()
  await expect.element(list.getByRole('option', { name: 'First headline' })).toBeVisible()
})

test('progress is set from the actions of the open document', async () => {
  show(documents)
  await page.getByRole('button', { name: 'Document actions' }).click()
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Doing' })).toBeChecked()
  await page.getByRole('menuitemcheckbox', { name: 'Done' }).click()
  await expect.poll(() => wishes.onSetProgress.mock.calls).toEqual([['1', 'done']])
})

test('an empty library invites to import, a read-only one does not', async () => {
  show([])
  await expect.element(page.getByText('No documents yet')).toBeVisible()
  await page.getByRole('button', { name: 'Import…' }).click()
  expect(wishes.onImport).toHaveBeenCalledTimes(1)
  show([], true)
  await expect.element(page.getByRole('button', { name: /Import/ })).not.toBeInTheDocument()
})
