import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DocumentRow } from '#app/contract/values'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import '../shell/AppShell.css'
import { LibraryPane } from './LibraryPane'
import type { FoundInTexts } from './library-rows'

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
const wishes = {
  onSearch: vi.fn(),
  onOpen: vi.fn(),
  onImport: vi.fn(),
  onRemove: vi.fn(),
  onNewVersion: vi.fn(),
  onSetProgress: vi.fn(),
}
const list = page.getByRole('navigation', { name: 'Library' }).getByRole('listbox', { name: 'Documents' })

const passage = {
  document: '3',
  at: { start: 40, end: 45 },
  before: 'moor at Example ',
  exact: 'Haven',
  after: ' take their power from the shore',
}
const nothing: FoundInTexts = { looking: false, passages: new Map() }

function show(rows: readonly DocumentRow[], readOnly = false, found = nothing): void {
  mount(
    <main>
      <h1>Test</h1>
      <div style={{ height: 600, display: 'grid', gridTemplateRows: '600px' }}>
        <LibraryPane
          workspaceName="Releases"
          documents={rows}
          selected="1"
          readOnly={readOnly}
          found={found}
          {...wishes}
        />
      </div>
    </main>,
  )
}

beforeEach(() => {
  for (const wish of Object.values(wishes)) wish.mockReset()
})
afterEach(unmount)

test('one’s own annotations are counted, and how many are of colleagues is said', async () => {
  const shared = { ...row('4', 'Shared', 'in-work', 3), others: { quote: 2, claim: 2, note: 0 } }
  show([shared])
  const option = list.getByRole('option', { name: 'Shared' })
  await expect.element(option).toHaveTextContent(/Q1C0N1\+4/)
  await expect.element(option).toHaveAccessibleDescription(/1 quote · 0 claims · 1 note, 4 of colleagues/)
})

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
  await expect.element(page.getByText(/^No document under “Done” has these words in its title/)).toBeVisible()
  await page.getByRole('button', { name: 'Look under “All”' }).click()
  await expect.element(list.getByRole('option', { name: 'First headline' })).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent('1 document')
  await page.getByRole('searchbox').fill('nowhere')
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
  await page.getByRole('button', { name: 'Import files' }).click()
  expect(wishes.onImport).toHaveBeenCalledTimes(1)
  show([], true)
  await expect.element(page.getByRole('button', { name: /Import/ })).not.toBeInTheDocument()
})

test('what the texts have is listed last, with the passage as a line and as a description', async () => {
  show(documents, false, { looking: false, passages: new Map([['3', passage]]) })
  await page.getByRole('searchbox').fill('haven')
  expect(wishes.onSearch).toHaveBeenLastCalledWith('haven')
  const option = list.getByRole('option', { name: 'Third', exact: true })
  await expect.element(option.getByText('Haven', { exact: true })).toBeVisible()
  await expect
    .element(option)
    .toHaveAccessibleDescription(/^“moor at Example Haven take their power from the shore”, Department of Defense/)
  await expect.element(page.getByRole('status')).toHaveTextContent('1 document, 1 by its text')
  expect(await violations()).toEqual([])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => wishes.onOpen.mock.calls).toEqual([['3']])
})

test('while the texts are looked through nothing is said to be missing', async () => {
  show(documents, false, { ...nothing, looking: true })
  await page.getByRole('searchbox').fill('haven')
  await expect.element(page.getByText('Looking through the texts…')).toBeVisible()
})

describe('of thousands of documents', () => {
  const many = Array.from({ length: 3_000 }, (_, n) => row(`${n + 1}`, `Release ${n + 1}`, 'done'))
  const options = () => list.getByRole('option').elements()

  beforeEach(async () => {
    show(many)
    await expect.element(list.getByRole('option', { name: 'Release 1', exact: true })).toBeVisible()
  })

  test('only those near the view are in the page, each with its place among all', async () => {
    expect(options().length).toBeLessThan(40)
    const second = list.getByRole('option', { name: 'Release 2', exact: true })
    await expect.element(second).toHaveAttribute('aria-posinset', '2')
    await expect.element(second).toHaveAttribute('aria-setsize', '3000')
    expect(await violations()).toEqual([])
  })

  test('keys lead to any of them and bring it into view; the one with the focus stays in the page', async () => {
    await list.getByRole('option', { name: 'Release 1', exact: true }).click()
    await userEvent.keyboard('{End}')
    const last = list.getByRole('option', { name: 'Release 3000', exact: true })
    await expect.element(last).toHaveFocus()
    await expect.element(last).toBeInViewport({ ratio: 0.9 })
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(list.getByRole('option', { name: 'Release 2999', exact: true })).toHaveFocus()
    list.element().scrollTop = 0
    await expect.element(list.getByRole('option', { name: 'Release 1', exact: true })).toBeInViewport()
    expect(document.activeElement?.getAttribute('aria-setsize')).toBe('3000')
    await userEvent.keyboard('{Home}')
    await expect.element(list.getByRole('option', { name: 'Release 1', exact: true })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => wishes.onOpen.mock.calls).toEqual([['1'], ['1']])
  })

  test('another search is seen from its first document on', async () => {
    await list.getByRole('option', { name: 'Release 1', exact: true }).click()
    await userEvent.keyboard('{End}')
    await page.getByRole('searchbox').fill('release')
    await expect.element(list.getByRole('option', { name: 'Release 1', exact: true })).toBeInViewport()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(list.getByRole('option', { name: 'Release 1', exact: true })).toHaveFocus()
  })
})
