import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import type { RegisterDesk } from '../../state/testing/register-desk'
import { openCodebook, some } from '../codebook/testing/open-codebook'

const list = page.getByRole('listbox', { name: 'Claim types' })
const option = (name: string) => list.getByRole('option', { name })
const undo = page.getByRole('button', { name: 'Undo' })
const said = page.getByRole('status', { name: 'What was done' })
let desk: RegisterDesk

const names = () =>
  list
    .getByRole('option')
    .elements()
    .map(one => one.querySelector('.pm-entry-name')?.textContent)

beforeEach(async () => {
  desk = await openCodebook(some)
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Claim types').click()
  await expect.element(list).toBeVisible()
})
afterEach(unmount)

test('the shipped types are listed with how often they are used, and axe finds nothing', async () => {
  expect(names()).toHaveLength(10)
  await expect.element(option('Quantity')).toHaveTextContent('Quantity3')
  await option('Quantity').click()
  await expect.element(page.getByRole('button', { name: /^3 highlights in 1 document: show/ })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('one is added, renamed, and both are taken back', async () => {
  await page.getByRole('textbox', { name: 'New claim type' }).fill('Denial')
  await userEvent.keyboard('{Enter}')
  await expect.element(option('Denial')).toHaveAttribute('aria-selected', 'true')
  expect(names().at(-1)).toBe('Denial')
  await page.getByRole('textbox', { name: 'Name' }).fill('Denial of a report')
  await userEvent.keyboard('{Enter}')
  await expect.element(option('Denial of a report')).toBeVisible()
  await undo.click()
  await undo.click()
  expect(names()).toHaveLength(10)
})

test('a shipped one is renamed, and undo gives it its own name back', async () => {
  await option('Law or rule').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Rule')
  await userEvent.keyboard('{Enter}')
  await expect.element(option('Rule')).toBeVisible()
  await undo.click()
  await expect.element(option('Law or rule')).toBeVisible()
  await expect.element(said).toHaveTextContent('Undone: the name “Rule”.')
})

test('types are moved by keys and buttons; the focus stays', async () => {
  await option('Prediction').click()
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
  expect(names().slice(2, 6)).toEqual(['Prediction', 'Cause or correlation', 'Law or rule', 'Commitment or pledge'])
  await expect.element(option('Prediction')).toHaveFocus()
  await page.getByRole('button', { name: 'Down', exact: true }).click()
  expect(names().slice(2, 4)).toEqual(['Cause or correlation', 'Prediction'])
  for (let n = 0; n < 3; n += 1) await undo.click()
  expect(names().slice(2, 6)).toEqual(['Cause or correlation', 'Law or rule', 'Prediction', 'Commitment or pledge'])
})

test('a moved shipped type is removed and restored where it was', async () => {
  await option('Other').click()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Delete}')
  await expect.element(option('Other')).not.toBeInTheDocument()
  await expect.element(said).toHaveTextContent('“Other” is removed. Claims keep it, and it can be restored.')
  await page.getByRole('button', { name: 'Show removed (1)' }).click()
  await page.getByRole('button', { name: 'Restore Other' }).click()
  expect(names().slice(-2)).toEqual(['Other', 'Endorsement or award'])
})

test('an undo of what was done to tags leads to the tags', async () => {
  desk.registers.rename('codebook', 'border', 'frontier')
  await undo.click()
  await expect.element(page.getByRole('tree', { name: 'Tags' })).toBeVisible()
})
