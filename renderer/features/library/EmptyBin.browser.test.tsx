import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PurgePlan } from '#app/contract/backup-values'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { EmptyBin } from './EmptyBin'

afterEach(unmount)

const plan: PurgePlan = {
  erase: [{ document: 'd1', headline: 'Vessen wins' }],
  kept: [
    { document: 'd2', headline: 'Shared', why: 'others', names: ['Bo', 'Cy'] },
    { document: 'd3', headline: 'Odd', why: 'damaged', names: [] },
    { document: 'd4', headline: 'Theirs', why: 'not-mine', names: [] },
  ],
}

function show(shown: PurgePlan) {
  const wishes = { onErase: vi.fn(), onClose: vi.fn() }
  mount(<EmptyBin plan={shown} busy={false} {...wishes} />)
  return wishes
}

test('it says what is erased for good, what stays and why; Enter keeps them', async () => {
  const { onErase, onClose } = show(plan)
  const question = page.getByRole('dialog', { name: 'Empty the bin' })
  await expect.element(question.getByRole('list', { name: 'Will be erased' })).toHaveTextContent('Vessen wins')
  await expect.element(question).toHaveTextContent('Undo does not bring them back. A backup is made first')
  await expect.element(question).toHaveTextContent('earlier backups hold them until they are thinned out')
  await expect
    .element(question)
    .toHaveTextContent('Other copies of the workspace, and the history of Git, keep them too.')
  const kept = question.getByRole('list', { name: 'Will stay' })
  await expect.element(kept).toHaveTextContent('SharedIt holds what Bo, Cy wrote.')
  await expect.element(kept).toHaveTextContent('TheirsA colleague removed it.')
  await expect.element(page.getByRole('button', { name: 'Keep them' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect([onErase.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1])
  await page.getByRole('button', { name: 'Erase 1 document' }).click()
  expect(onErase).toHaveBeenCalledOnce()
  expect(await violations()).toEqual([])
})

test('where nothing can be erased it offers nothing', async () => {
  show({ ...plan, erase: [] })
  await expect.element(page.getByRole('heading', { name: 'Nothing can be erased' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: /^Erase/ })).not.toBeInTheDocument()
})
