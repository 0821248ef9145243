import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import type { ShownDocument } from './document-values'
import { StructureForm } from './StructureForm'

const document: ShownDocument = {
  id: 'd',
  own: [],
  facts: [
    { name: 'issuer', stated: false, placed: false },
    { name: 'published', value: { date: '2018-05-01', time: '09:00', zone: '-04:00' }, stated: false, placed: true },
    { name: 'place', value: 'Ulm', stated: true, placed: false, found: 'Vessen' },
    { name: 'contacts', value: [{ name: 'Ann Doe', email: 'ann@v.example' }], stated: false, placed: false },
  ],
}

afterEach(unmount)

function open(editable = true) {
  const wishes = { onFact: vi.fn(), onShow: vi.fn() }
  mount(
    <main>
      <h1>Document</h1>
      <StructureForm document={document} editable={editable} wishes={wishes} />
    </main>,
  )
  return wishes
}

test('what is typed is stated when typing ends, and once', async () => {
  const wishes = open()
  await page.getByRole('textbox', { name: 'Issuer' }).fill('Port of Vessen')
  expect(wishes.onFact).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  await userEvent.tab()
  expect(wishes.onFact.mock.calls).toEqual([['d', 'issuer', 'Port of Vessen']])
})

test('a day is read as it is written, with time and zone; what is none is said and not stated', async () => {
  const wishes = open()
  const field = page.getByRole('textbox', { name: 'Published' })
  await expect.element(field).toHaveValue('2018-05-01 09:00 -04:00')
  await field.fill('next week')
  await userEvent.keyboard('{Enter}')
  expect(wishes.onFact).not.toHaveBeenCalled()
  await expect.element(page.getByText('Write a day, such as')).toBeVisible()
  await field.fill('2 May 2018, 10:30 CEST')
  await userEvent.keyboard('{Enter}')
  expect(wishes.onFact.mock.calls).toEqual([['d', 'published', { date: '2018-05-02', time: '10:30', zone: '+02:00' }]])
})

test('an empty field states that there is none, and a statement can be taken back', async () => {
  const wishes = open()
  await expect.element(page.getByText('Stated; what was found: Vessen')).toBeVisible()
  await page.getByRole('textbox', { name: 'Place' }).fill('')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Take back what was stated: Place' }).click()
  expect(wishes.onFact.mock.calls).toEqual([
    ['d', 'place', ''],
    ['d', 'place', null],
  ])
  expect(await violations()).toEqual([])
})

test('contacts are a line each, with their parts in any order', async () => {
  const wishes = open()
  const field = page.getByRole('textbox', { name: 'Contacts' })
  await expect.element(field).toHaveValue('Ann Doe, ann@v.example')
  await field.fill('Ann Doe, ann@v.example\n555-010-0199, Bo Roe')
  await userEvent.keyboard('{Enter}')
  expect(wishes.onFact.mock.calls[0]?.[2]).toEqual([
    { name: 'Ann Doe', email: 'ann@v.example' },
    { name: 'Bo Roe', phone: '555-010-0199' },
  ])
})

test('Esc leaves what was there; the place in the text is shown on wish; who may not edit reads', async () => {
  const wishes = open()
  const field = page.getByRole('textbox', { name: 'Place' })
  await field.fill('Rom')
  await userEvent.keyboard('{Escape}')
  await expect.element(field).toHaveValue('Ulm')
  await page.getByRole('button', { name: 'Show published in the text' }).click()
  expect(wishes.onShow.mock.calls).toEqual([['published']])
  expect(wishes.onFact).not.toHaveBeenCalled()
  unmount()
  open(false)
  await expect.element(field).toHaveAttribute('readonly')
  await expect.element(page.getByRole('button', { name: /Take back/ })).not.toBeInTheDocument()
})
