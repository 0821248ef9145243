import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { NamesakeDialog } from './NamesakeDialog'
import type { Namesake } from './namesake'

const wishes = { onGoOn: vi.fn(), onApart: vi.fn() }
const dialog = page.getByRole('dialog', { name: 'Is this you?' })

function show(namesakes: readonly Namesake[]): void {
  mount(
    <main>
      <h1>Pressmark</h1>
      <NamesakeDialog workspace="Spring" namesakes={namesakes} {...wishes} />
    </main>,
  )
}

beforeEach(() => {
  for (const wish of Object.values(wishes)) wish.mockReset()
})
afterEach(unmount)

test('one annotator of the same name is gone on as by Enter, or left apart', async () => {
  show([{ id: 'a', name: 'Ann', since: '2026-03-03T10:00:00.000Z' }])
  await expect.element(dialog).toHaveTextContent(/there since 3 Mar\S* 2026/)
  await expect.element(dialog.getByRole('button', { name: 'Go on as Ann' })).toHaveFocus()
  expect(await violations()).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(wishes.onGoOn.mock.calls).toEqual([['a']])
  await dialog.getByRole('button', { name: 'I am somebody else' }).click()
  expect(wishes.onApart).toHaveBeenCalledTimes(1)
})

test('of several each can be chosen', async () => {
  show([
    { id: 'a', name: 'Ann', since: '2026-03-03T10:00:00.000Z' },
    { id: 'b', name: 'Ann' },
  ])
  await dialog.getByRole('button', { name: 'Go on as Ann', exact: true }).click()
  expect(wishes.onGoOn.mock.calls).toEqual([['b']])
  expect(await violations()).toEqual([])
})
