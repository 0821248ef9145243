import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { SelectionToolbar } from './SelectionToolbar'

const selection = { left: 40, top: 60, right: 200, bottom: 90 }
const pane = { left: 0, top: 0, right: 390, bottom: 400 }

afterEach(unmount)

test('marks a selection, without taking the focus from the text', async () => {
  const onMark = vi.fn()
  mount(
    <>
      <textarea aria-label="Text" />
      <SelectionToolbar selection={selection} pane={pane} onMark={onMark} onTag={vi.fn()} onPart={vi.fn()} />
    </>,
  )
  await page.getByRole('textbox', { name: 'Text' }).click()
  const toolbar = page.getByRole('toolbar', { name: 'Selection' })
  await toolbar.getByRole('button', { name: 'Claim', exact: true }).click()
  expect(onMark.mock.calls).toEqual([['claim']])
  await expect.element(page.getByRole('textbox', { name: 'Text' })).toHaveFocus()
  await expect.element(toolbar.getByRole('button', { name: 'Cue' })).not.toBeInTheDocument()
})

test('an active annotation can take the selection as a part, and arrows move along the toolbar', async () => {
  const onPart = vi.fn()
  mount(
    <SelectionToolbar
      selection={selection}
      pane={pane}
      active="quote"
      onMark={vi.fn()}
      onTag={vi.fn()}
      onPart={onPart}
    />,
  )
  await page.getByRole('button', { name: 'Add to quote' }).click()
  await page.getByRole('button', { name: 'Source' }).click()
  expect(onPart.mock.calls).toEqual([['content'], ['source']])
  ;(page.getByRole('button', { name: 'Quote', exact: true }).element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByRole('button', { name: 'Claim', exact: true })).toHaveFocus()
})

test.each(['claim', 'note'] as const)(
  'who is quoted and by which word is asked for quotes alone, not for a %s',
  async active => {
    mount(
      <SelectionToolbar
        selection={selection}
        pane={pane}
        active={active}
        onMark={vi.fn()}
        onTag={vi.fn()}
        onPart={vi.fn()}
      />,
    )
    await expect.element(page.getByRole('button', { name: `Add to ${active}` })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Source' })).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Cue' })).not.toBeInTheDocument()
  },
)
