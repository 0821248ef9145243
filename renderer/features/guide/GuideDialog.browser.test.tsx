import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { GuideDialog } from './GuideDialog'

const dialog = page.getByRole('dialog', { name: 'User guide' })
const onClose = vi.fn()

beforeEach(async () => {
  onClose.mockClear()
  await page.viewport(1440, 900)
  mount(
    <main>
      <h1>Pressmark</h1>
      <GuideDialog onClose={onClose} />
    </main>,
  )
  await expect.element(dialog).toBeVisible()
})
afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  unmount()
})

test('the sections lead to their places in the text, by keys too', async () => {
  const title = '5. Find and export'
  const place = () => dialog.getByRole('heading', { name: title }).element().getBoundingClientRect().top
  const text = () => dialog.getByRole('article').element().getBoundingClientRect()
  expect(place()).toBeGreaterThan(text().bottom)
  ;(dialog.getByRole('button', { name: title }).element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => place() - text().top).toBeLessThan(60)
  await expect.element(dialog.getByRole('region', { name: title })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('every picture that the guide shows comes with the program', async () => {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.pm-guide img')]
  expect(pictures.length).toBeGreaterThan(3)
  expect(document.querySelectorAll('figure')).toHaveLength(pictures.length)
  for (const picture of pictures) {
    await picture.decode()
    expect(picture.naturalWidth).toBeGreaterThan(600)
  }
})

test.each(['light', 'dark'])('axe finds nothing (%s)', async theme => {
  document.documentElement.dataset.theme = theme
  expect(await violations()).toEqual([])
})
