import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { StructureCheck } from './StructureCheck'

afterEach(unmount)

const blocks = [
  { n: 0, number: null, role: 'headline', text: 'Second bridge opens' },
  { n: 1, number: 1, role: 'lead', text: 'The second bridge opens on Monday.' },
  { n: 2, number: 2, role: 'body', text: 'Port of Vessen runs two bridges.' },
] as const

function open(editable = true) {
  const wishes = { onFact: vi.fn(), onRole: vi.fn() }
  mount(
    <main>
      <h1>Import</h1>
      <StructureCheck
        document={{
          id: 'd',
          own: [],
          facts: [{ name: 'issuer', value: 'Port of Vessen', stated: false, placed: true }],
        }}
        blocks={blocks}
        editable={editable}
        wishes={wishes}
      />
    </main>,
  )
  return wishes
}

test('each paragraph has its role beside it, and a menu gives it another, by keyboard', async () => {
  const { onRole } = open()
  await expect.element(page.getByRole('listitem')).toHaveLength(3)
  await expect.element(page.getByRole('button', { name: 'Headline, role of “Second bridge opens”' })).toBeVisible()
  const role = page.getByRole('button', { name: 'Body, role of paragraph 2' })
  role.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Body' })).toHaveAttribute('aria-checked', 'true')
  page.getByRole('menuitemcheckbox', { name: 'Boilerplate' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(onRole.mock.calls).toEqual([[2, 'boilerplate']])
  await expect.element(role).toHaveFocus()
  expect(await violations()).toEqual([])
})

test('the metadata stand beside it; who may not edit reads both', async () => {
  const { onFact } = open()
  await page.getByRole('textbox', { name: 'Issuer' }).fill('Vessen Port Authority')
  await userEvent.keyboard('{Enter}')
  expect(onFact.mock.calls).toEqual([['d', 'issuer', 'Vessen Port Authority']])
  unmount()
  open(false)
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
  await expect.element(page.getByText('Headline')).toBeVisible()
})
