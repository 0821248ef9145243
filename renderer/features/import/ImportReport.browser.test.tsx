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

test('when all files are read, Enter closes the report', async () => {
  show({ running: true, rows: rows.map(({ path }) => ({ path, state: 'waiting' })) })
  await expect.element(page.getByRole('button', { name: 'Cancel import' })).toBeVisible()
  const onClose = vi.fn()
  show({ rows, onClose })
  await expect.element(page.getByRole('button', { name: 'Done' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onClose).toHaveBeenCalledTimes(1)
})
