import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ImportRow } from '#app/contract/values'
import { mount, unmount } from '../../components/testing/mount'
import { ImportReport, type ImportReportProps } from './ImportReport'

const rows: readonly ImportRow[] = [
  { path: '/releases/berth.txt', state: 'imported' },
  { path: '/releases/ferry.txt', state: 'imported' },
]

afterEach(unmount)

function show(props: Partial<ImportReportProps>): void {
  const wishes = { onCancel: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() }
  mount(<ImportReport rows={[]} headlines={new Map()} {...wishes} {...props} />)
}

test('when all files are read, Enter closes the report', async () => {
  show({ progress: { done: 0, total: 2, path: '/releases/berth.txt' } })
  await expect.element(page.getByRole('button', { name: 'Cancel import' })).toBeVisible()
  const onClose = vi.fn()
  show({ rows, onClose })
  await expect.element(page.getByRole('button', { name: 'Done' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onClose).toHaveBeenCalledTimes(1)
})
