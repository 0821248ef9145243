import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import type { ListedAnnotation } from './annotation-name'
import { OverlapChooser } from './OverlapChooser'

const listed = (id: string, kind: ListedAnnotation['kind'], n: number): ListedAnnotation => ({
  id,
  kind,
  words: `Words of ${id}`,
  n,
  of: 3,
  anchor: 'exact',
})
const [onChoose, onClose] = [vi.fn(), vi.fn()]
const list = page.getByRole('listbox', { name: 'Annotations here' })

beforeEach(() => {
  onChoose.mockReset()
  onClose.mockReset()
  mount(
    <main>
      <h1>Test</h1>
      <button type="button">Elsewhere</button>
      <OverlapChooser
        annotations={[listed('a', 'claim', 2), listed('b', 'quote', 1), listed('c', 'note', 3)]}
        active="b"
        near={new DOMRect(100, 100, 40, 20)}
        pane={new DOMRect(0, 0, 600, 500)}
        onChoose={onChoose}
        onClose={onClose}
      />
    </main>,
  )
})
afterEach(unmount)

test('it lists what lies here, says which one is active, and has the focus', async () => {
  await expect.element(list.getByRole('option', { name: 'Claim, 2 of 3, exact' })).toBeVisible()
  await expect.element(list.getByRole('option', { name: 'Quote, 1 of 3, exact, active' })).toBeVisible()
  expect(document.activeElement?.closest('[role=listbox]')).not.toBeNull()
  expect(await violations()).toEqual([])
})

test('arrows and Enter choose', async () => {
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(onChoose.mock.calls.length).toBe(1)
  expect(onClose).not.toHaveBeenCalled()
})

test('a click chooses', async () => {
  await list.getByRole('option', { name: 'Note, 3 of 3, exact' }).click()
  expect(onChoose.mock.calls).toEqual([['c']])
})

test('Escape closes it, and so does the focus going elsewhere', async () => {
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(1)
  await page.getByRole('button', { name: 'Elsewhere' }).click()
  expect(onClose).toHaveBeenCalledTimes(2)
})
