import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, workspaceWith } from '#annotations/testing/build'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { Speakers } from '../../Speakers'
import type { AppModel } from '../../state/app-model'
import { useSelected } from '../../state/store'
import { type RegisterDesk, registerDesk } from '../../state/testing/register-desk'

const speaker = (id: string, name: string, fields: { [field: string]: string | boolean } = {}): Act => ({
  do: 'add-entry',
  register: 'speakers',
  type: 'speaker',
  id,
  fields: { what: 'person', name, ...fields },
})

const list = page.getByRole('listbox', { name: 'Speakers' })
const option = (name: string) => list.getByRole('option', { name })
let desk: RegisterDesk

function Shown() {
  const state = useSelected(desk.store, now => now)
  return <Speakers model={desk as unknown as AppModel} state={state} onClose={vi.fn()} />
}

const uses = {
  tags: {},
  claimTypes: {},
  speakers: {
    a: {
      annotations: 3,
      mine: 3,
      documents: 2,
      roles: [
        { role: 'spokesperson of the campaign', annotations: 2, first: '2018-05-01', last: '2019-02-03' },
        { role: 'commander', annotations: 1 },
      ],
    },
  },
}

beforeEach(async () => {
  const state = afterEdits(
    workspaceWith(),
    editOf(
      'e0',
      'ben',
      speaker('a', 'Leilwa Abdullah', { 'aliases.the spokesperson': true }),
      speaker('b', 'Leila Abdullah'),
      speaker('c', 'Port of Linden', { what: 'organisation' }),
    ),
  )
  desk = registerDesk(state, uses)
  mount(<Shown />)
  await expect.element(list).toBeVisible()
})
afterEach(() => {
  unmount()
  delete document.documentElement.dataset.theme
})

const names = () => desk.speakers().speakers.map(({ name }) => name)

test('the list has the focus; arrows and letters go, and an alias is found', async () => {
  await expect.element(option('Leila Abdullah')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(option('Leilwa Abdullah')).toHaveFocus()
  await userEvent.keyboard('p')
  await expect.element(option('Port of Linden')).toHaveFocus()
  await page.getByRole('searchbox', { name: 'Find in speakers' }).fill('SPOKES')
  await expect.element(option('Leilwa Abdullah')).toBeVisible()
  await expect.element(option('Port of Linden')).not.toBeInTheDocument()
})

test('the roles that a speaker held come with their days and counts', async () => {
  await option('Leilwa Abdullah').click()
  await expect.element(page.getByText('3 highlights in 2 documents')).toBeVisible()
  const rows = page.getByRole('table', { name: 'Roles held' }).getByRole('row')
  await expect.element(rows.nth(1)).toHaveTextContent('spokesperson of the campaign1 May 2018 – 3 Feb 20192')
  await expect.element(rows.nth(2)).toHaveTextContent('commanderno date1')
})

test('aliases are added and removed, a kind is set, a name changes; each can be undone', async () => {
  await option('Leilwa Abdullah').click()
  await page.getByRole('textbox', { name: 'New alias' }).fill('Ms Abdullah')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Remove the spokesperson' }).click()
  const shown = () => desk.speakers().speakers.find(({ id }) => id === 'a')
  expect(shown()?.aliases).toEqual(['Ms Abdullah'])
  await page.getByRole('radiogroup', { name: 'Kind' }).getByText('Organisation').click()
  expect(shown()?.what).toBe('organisation')
  await page.getByRole('textbox', { name: 'Name' }).fill('L. Abdullah')
  await userEvent.keyboard('{Enter}')
  expect(shown()?.name).toBe('L. Abdullah')
  for (let n = 0; n < 4; n += 1) await page.getByRole('button', { name: 'Undo' }).click()
  expect(shown()).toMatchObject({ name: 'Leilwa Abdullah', what: 'person', aliases: ['the spokesperson'] })
})

test('nearly the same names are pointed out and merged; the merge parts again', async () => {
  await option('Leilwa Abdullah').click()
  await page.getByRole('button', { name: 'Merge into “Leilwa Abdullah”: Leila Abdullah' }).click()
  expect(names()).toEqual(['Leilwa Abdullah', 'Port of Linden'])
  await page.getByRole('button', { name: 'Part again: Leila Abdullah' }).click()
  expect(names()).toEqual(['Leila Abdullah', 'Leilwa Abdullah', 'Port of Linden'])
})

test('Delete removes a speaker, and it can be restored', async () => {
  await expect.element(option('Leila Abdullah')).toHaveFocus()
  await userEvent.keyboard('{Delete}')
  expect(names()).toEqual(['Leilwa Abdullah', 'Port of Linden'])
  await expect.element(option('Leilwa Abdullah')).toHaveFocus()
  await page.getByRole('button', { name: 'Show removed (1)' }).click()
  await page.getByRole('button', { name: 'Restore Leila Abdullah' }).click()
  expect(names()).toHaveLength(3)
})

test('a new speaker of nearly the same name is pointed out while it is typed', async () => {
  await page.getByRole('textbox', { name: 'New speaker' }).fill('Dr. Leilwa Abdullah')
  await expect.element(page.getByRole('status', { name: 'Nearly the same' })).toHaveTextContent('Leilwa Abdullah')
  await userEvent.keyboard('{Enter}')
  expect(names()).toContain('Dr. Leilwa Abdullah')
})

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test('axe finds nothing', async () => {
    document.documentElement.dataset.theme = theme
    await option('Leilwa Abdullah').click()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Merge into…' }).click()
    expect(await violations()).toEqual([])
  })
})
