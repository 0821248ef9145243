import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ComboBox } from './ComboBox'
import { mount, unmount } from './testing/mount'

const options = [
  { id: 'a', name: 'Leilwa Abdullah' },
  { id: 'j', name: 'James Jarrard' },
]
const onChoose = vi.fn()
const box = page.getByRole('combobox', { name: 'Speakers' })

beforeEach(() => {
  onChoose.mockReset()
  mount(<ComboBox label="Speakers" options={options} placeholder="Add" createLabel="New speaker" onChoose={onChoose} />)
})
afterEach(unmount)

test('Enter creates what no option is called, and the field is empty again', async () => {
  await box.fill('Ahmad Abu Khawlah')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ create: 'Ahmad Abu Khawlah' }]])
  await expect.element(box).toHaveValue('')
})

test('Enter takes the option that is called just so, whatever the case', async () => {
  await box.fill('james jarrard')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ id: 'j' }]])
})

test('Enter takes the option in which a word goes on from what is typed, and shows that it will', async () => {
  await box.fill('jarr')
  const enters = () =>
    [...document.querySelectorAll('.pm-option')]
      .filter(option => option.querySelector('kbd') !== null)
      .map(option => option.textContent)
  await expect.poll(enters).toEqual(['James Jarrard'])
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ id: 'j' }]])
})

test('whole words are a new name, though another begins with them; so is what stands in the middle of a word', async () => {
  await box.fill('James')
  await userEvent.keyboard('{Enter}')
  await box.fill('ullah')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ create: 'James' }], [{ create: 'ullah' }]])
})

test('typing narrows the list, and arrows choose from it', async () => {
  await box.fill('abd')
  await expect.element(page.getByRole('option', { name: 'Leilwa Abdullah' })).toBeVisible()
  await expect.element(page.getByRole('option', { name: 'James Jarrard' })).not.toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ id: 'a' }]])
  await expect.element(box).toHaveValue('')
})

test('the list offers to create what is typed', async () => {
  await box.fill('Someone new')
  await page.getByRole('option', { name: 'New speaker Someone new' }).click()
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ create: 'Someone new' }]])
})

test('leaving the field or pressing Enter in an empty one chooses nothing', async () => {
  await box.fill('half a na')
  await userEvent.keyboard('{Tab}')
  await box.click()
  await box.fill('')
  await userEvent.keyboard('{Enter}')
  expect(onChoose.mock.calls).toEqual([])
})

test('an option under a resting pointer is not taken for what is typed', async () => {
  await box.fill('a')
  await page.getByRole('option', { name: 'James Jarrard' }).hover()
  await userEvent.keyboard('b{Enter}')
  await expect.poll(() => onChoose.mock.calls).toEqual([[{ id: 'a' }]])
})
