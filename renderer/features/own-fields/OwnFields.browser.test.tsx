import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { OwnFieldsDialog, type OwnFieldsDialogProps } from './OwnFieldsDialog'
import { OwnFieldValues } from './OwnFieldValues'

afterEach(unmount)

const beat = { id: 'beat', name: 'Beat', holds: 'choice', choices: [{ id: 'c1', name: 'Ports' }] } as const
const reach = { id: 'reach', name: 'Reach', holds: 'number', choices: [] } as const
const checked = { id: 'checked', name: 'Checked', holds: 'date', choices: [] } as const

function dialog(props: Partial<OwnFieldsDialogProps> = {}) {
  const wishes = {
    onAdd: vi.fn(),
    onRename: vi.fn(),
    onAddChoice: vi.fn(),
    onRenameChoice: vi.fn(),
    onRemoveChoice: vi.fn(),
    onRemove: vi.fn(),
    onRestore: vi.fn(),
  }
  mount(
    <OwnFieldsDialog
      fields={[beat]}
      removed={[{ id: 'old', name: 'Old' }]}
      editable
      wishes={wishes}
      onClose={vi.fn()}
      {...props}
    />,
  )
  return wishes
}

test('a field is added with what it holds', async () => {
  const { onAdd } = dialog()
  await page.getByRole('textbox', { name: 'New field' }).fill('Reach')
  await page.getByRole('button', { name: 'Holds' }).click()
  await page.getByRole('option', { name: 'Number' }).click()
  await page.getByRole('button', { name: 'Add field' }).click()
  expect(onAdd.mock.calls).toEqual([['Reach', 'number']])
  await expect.element(page.getByRole('textbox', { name: 'New field' })).toHaveValue('')
})

test('a field is renamed, gets and loses choices, is removed and restored', async () => {
  const wishes = dialog()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sector')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('textbox', { name: 'New choice of Beat' }).fill('Rail')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Remove choice Ports' }).click()
  await page.getByRole('button', { name: 'Remove Beat' }).click()
  await page.getByRole('button', { name: 'Restore Old' }).click()
  expect(wishes.onRename.mock.calls).toEqual([['beat', 'Sector']])
  expect(wishes.onAddChoice.mock.calls).toEqual([['beat', 'Rail']])
  expect(wishes.onRemoveChoice.mock.calls).toEqual([['beat', 'c1']])
  expect(wishes.onRemove.mock.calls).toEqual([['beat']])
  expect(wishes.onRestore.mock.calls).toEqual([['old']])
})

test('who may not edit reads the fields', async () => {
  dialog({ editable: false })
  await expect.element(page.getByText('Beat: Choice Ports')).toBeVisible()
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
})

test('values are given to a document: numbers and days as such, choices from a list', async () => {
  const onValue = vi.fn()
  mount(<OwnFieldValues document="d" fields={[beat, { ...reach, value: '12' }, checked]} editable onValue={onValue} />)
  const number = page.getByRole('textbox', { name: 'Reach' })
  await number.fill('many')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Write a number')).toBeVisible()
  await number.fill('12.5')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('textbox', { name: 'Checked' }).fill('2018-05-01')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Beat' }).click()
  await page.getByRole('option', { name: 'Ports' }).click()
  expect(onValue.mock.calls).toEqual([
    ['d', 'reach', 12.5],
    ['d', 'checked', '2018-05-01'],
    ['d', 'beat', 'c1'],
  ])
})
