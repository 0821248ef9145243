import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { BackupRow, BackupsPayload, RestorePreview } from '#app/contract/backup-values'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { momentWords } from '../words/dates'
import { BackupsDialog, type BackupsDialogProps } from './BackupsDialog'

afterEach(() => {
  unmount()
  delete document.documentElement.dataset.theme
})

const row = (n: number, more: Partial<BackupRow> = {}): BackupRow => ({
  id: `b${n}`,
  at: `2026-05-0${n}T09:30:00.000Z`,
  reason: 'daily',
  by: 'Ada Marsh',
  documents: 2,
  files: 14,
  bytes: 81_200,
  missing: 0,
  ...more,
})
const rows = [row(3, { reason: 'manual' }), row(2, { missing: 2 }), row(1, { elsewhere: '/old/press' })]
const backups: BackupsPayload = { rows, unreadable: 1, bytes: 120_000, folder: '/user/backups/w' }
const preview: RestorePreview = {
  id: 'b3',
  at: rows[0]?.at ?? '',
  rows: [
    { scope: 'codebook', name: 'Codebook', files: 0, back: 0, changed: 2, removed: 1, left: [] },
    { scope: 'document:d', name: 'Vessen wins', files: 1, back: 3, changed: 0, removed: 0, left: ['Bo'] },
  ],
  lost: [],
  later: ['d9'],
}

function show(more: Partial<BackupsDialogProps> = {}) {
  const wishes = { onChoose: vi.fn(), onMake: vi.fn(), onCopy: vi.fn(), onRestore: vi.fn(), onClose: vi.fn() }
  mount(
    <BackupsDialog
      backups={backups}
      chosen="b3"
      preview={preview}
      making={undefined}
      restoring={false}
      said={undefined}
      problem={undefined}
      editable
      {...wishes}
      {...more}
    />,
  )
  return wishes
}

test('each backup says when and why; the chosen one what it holds and what it would change', async () => {
  const { onChoose } = show()
  const options = page.getByRole('option')
  await expect.element(options.first()).toHaveTextContent(`${momentWords(rows[0]?.at ?? '')}By hand`)
  await expect.element(options.nth(1)).toHaveTextContent('Not whole')
  await expect.element(page.getByText('2 documents · 14 files · 81.2 kB')).toBeVisible()
  await expect
    .element(page.getByText('3 backups, together 120 kB, in /user/backups/w. 1 backup cannot be read.'))
    .toBeVisible()
  const changes = page.getByRole('list', { name: 'What would change' })
  await expect.element(changes).toHaveTextContent('Codebook2 entries are set back1 entry made since goes')
  await expect
    .element(changes)
    .toHaveTextContent('Vessen wins1 missing or damaged file comes back3 entries come backBo: stays as it is now')
  await expect.element(page.getByText('1 document that came later stays as it is.')).toBeVisible()
  await options.first().click()
  await userEvent.keyboard('{ArrowDown}')
  expect(onChoose).toHaveBeenLastCalledWith('b2')
})

test('a restore in place is asked for, and leaving it is what Enter does', async () => {
  const { onRestore } = show()
  await page.getByRole('button', { name: 'Restore in place…' }).click()
  const question = page.getByRole('dialog', { name: 'Restore in place' })
  await expect.element(question).toHaveTextContent('First a backup is made of how it is now.')
  await expect.element(question.getByRole('button', { name: 'Leave as it is' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(question).not.toBeInTheDocument()
  expect(onRestore).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Restore in place…' }).click()
  await page.getByRole('dialog', { name: 'Restore in place' }).getByRole('button', { name: 'Restore' }).click()
  expect(onRestore).toHaveBeenCalledWith('b3')
})

test('what cannot be done now is not offered', async () => {
  const inPlace = page.getByRole('button', { name: 'Restore in place…' })
  show({ preview: { ...preview, rows: [] } })
  await expect.element(inPlace).toBeDisabled()
  show({ preview: undefined })
  await expect.element(inPlace).toBeDisabled()
  await expect.element(page.getByText('Comparing…')).toBeVisible()
  show({ editable: false })
  await expect.element(inPlace).not.toBeInTheDocument()
  show({ making: { done: 3, total: 12 } })
  await expect
    .element(page.getByRole('progressbar', { name: 'Files backed up' }))
    .toHaveAttribute('aria-valuenow', '25')
  for (const name of ['Back up now', 'Restore as a copy…'])
    await expect.element(page.getByRole('button', { name })).toBeDisabled()
})

test('before the first one it says when one is made, and where', async () => {
  const { onMake } = show({ backups: { ...backups, rows: [], unreadable: 0 }, chosen: undefined, preview: undefined })
  await expect.element(page.getByText('No backups yet')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  expect(onMake).toHaveBeenCalledOnce()
})

test.each(['light', 'dark'])('axe finds nothing, %s', async theme => {
  document.documentElement.dataset.theme = theme
  show({ problem: 'The disk is full.', chosen: 'b2', preview: { ...preview, id: 'b2' } })
  await expect.element(page.getByRole('dialog', { name: 'Backups' })).toBeVisible()
  expect(await violations()).toEqual([])
})
