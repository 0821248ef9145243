import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { BatchRow } from '#app/contract/values'
import { mount, unmount } from '../../components/testing/mount'
import { ImportReport, type ImportReportProps } from './ImportReport'

const rows: readonly BatchRow[] = [
  { path: '/releases/berth.txt', state: 'imported' },
  { path: '/releases/ferry.txt', state: 'imported' },
]

afterEach(unmount)

function show(props: Partial<ImportReportProps>): void {
  const wishes = { onCancel: vi.fn(), onOpen: vi.fn(), onClose: vi.fn(), onRetry: vi.fn(), onImport: vi.fn() }
  mount(<ImportReport running={false} rows={[]} headlines={new Map()} {...wishes} {...props} />)
}

test('what a file holds beside its text can be read', async () => {
  const deletions = { code: 'deletions-left-out', facts: { count: 3, texts: 'about 40\nnever' } }
  const comments = { code: 'comments-left-out', facts: { count: 1, texts: 'B: Is this agreed?' } }
  show({ rows: [{ path: '/releases/berth.docx', state: 'imported', warnings: [deletions, comments] }] })
  await expect.element(page.getByText('Is this agreed?')).not.toBeVisible()
  await page.getByText('Show 1 comment').click()
  await expect.element(page.getByText('B: Is this agreed?')).toBeVisible()
  await page.getByText('Show 3 deletions').click()
  await expect.element(page.getByText('about 40')).toBeVisible()
  await expect.element(page.getByText('and 1 more')).toBeVisible()
})

test('when all files are read, Enter closes the report', async () => {
  show({ running: true, rows: rows.map(({ path }) => ({ path, state: 'waiting' })) })
  await expect.element(page.getByRole('button', { name: 'Cancel import' })).toBeVisible()
  const onClose = vi.fn()
  show({ rows, onClose })
  await expect.element(page.getByRole('button', { name: 'Done' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onClose).toHaveBeenCalledTimes(1)
})
