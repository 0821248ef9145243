import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { afterEdits, editOf, workspaceWith } from '#annotations/testing/build'
import { unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import type { RegisterDesk } from '../../state/testing/register-desk'
import { focused, item, openCodebook, some, tag } from './testing/open-codebook'

let desk: RegisterDesk

afterEach(() => {
  unmount()
  delete document.documentElement.dataset.theme
})

describe('the fields of a tag', () => {
  beforeEach(async () => {
    desk = await openCodebook([...some, tag('borders'), tag('carbon', { parent: 'climate' })])
  })

  test('a name counts when it is done; what is nearly the same is pointed out while typing', async () => {
    await item('methane').click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('Border')
    await expect
      .element(page.getByRole('region', { name: 'Nearly the same name' }))
      .toHaveTextContent('borderthe same but for case')
    expect(desk.lines()).toContain('  methane')
    await userEvent.keyboard('{Enter}')
    expect(desk.lines()).toContain('  Border')
  })

  test('a colour is one of ten with a name', async () => {
    await item('coal').click()
    const colours = page.getByRole('radiogroup', { name: 'Colour' })
    await expect.element(colours).toBeVisible()
    expect(colours.getByRole('radio').elements()).toHaveLength(11)
    await page.getByRole('radio', { name: 'Violet' }).click({ force: true })
    expect(desk.codebook().tags.get('coal')?.colour).toBe('violet')
  })

  test('a shortcut in use says whose, and moves', async () => {
    await item('coal').click()
    await page.getByRole('button', { name: 'Shortcut' }).click()
    await page.getByRole('option', { name: '1, now “climate”' }).click()
    await expect.element(item('coal')).toHaveAccessibleName('coal 0 highlights shortcut 1')
    await expect.element(item('climate')).toHaveAccessibleName('climate 12 highlights')
    await expect
      .element(page.getByRole('status', { name: 'What was done' }))
      .toHaveTextContent('Key 1 sets “coal”; “climate” has none any more.')
  })

  test('near duplicates are listed, and merged either way', async () => {
    await page.getByRole('button', { name: '1 near duplicate' }).click()
    await page.getByRole('button', { name: 'Keep “border”, merge “borders” into it' }).click()
    expect(desk.lines()).not.toContain('borders')
    await expect.element(page.getByText('No two names are nearly the same.')).toBeVisible()
    await page.getByRole('button', { name: 'Back' }).click()
    await item('border').click()
    await page.getByRole('button', { name: 'Part again: borders' }).click()
    expect(desk.lines()).toContain('borders')
  })

  test('a tag is merged into one that is looked for, by keys alone', async () => {
    await item('coal').click()
    await page.getByRole('button', { name: 'Merge into…' }).click()
    await expect.poll(focused).toBe('Find what to merge into')
    await userEvent.keyboard('carb{ArrowDown}{Enter}')
    expect(desk.lines()).toEqual(['border', 'borders', 'climate', '  carbon', '  methane'])
    await expect.poll(focused).toBe('carbon')
  })

  test('a tag is split into named parts', async () => {
    await item('coal').click()
    await page.getByRole('button', { name: 'Split…' }).click()
    await expect.element(page.getByRole('button', { name: 'Split', exact: true })).toBeDisabled()
    await page.getByRole('textbox', { name: 'Part 1' }).fill('hard coal')
    await page.getByRole('textbox', { name: 'Part 2' }).fill('Hard coal')
    await expect.element(page.getByText('Two parts have the same name.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Part 2' }).fill('lignite')
    await userEvent.keyboard('{Enter}')
    expect(desk.lines()).toEqual([
      'border',
      'borders',
      'climate',
      '  carbon',
      '  coal',
      '  hard coal',
      '  lignite',
      '  methane',
    ])
    await expect.element(page.getByText(/^Split into “climate \/ hard coal”/)).toBeVisible()
  })

  test('new tags come one after another, at the top and under the selected one', async () => {
    await page.getByRole('textbox', { name: 'New tag' }).fill('energy')
    await userEvent.keyboard('{Enter}solar{Shift>}{Enter}{/Shift}wind{Shift>}{Enter}{/Shift}')
    expect(desk.lines()).toEqual([
      'border',
      'borders',
      'climate',
      '  carbon',
      '  coal',
      '  methane',
      'energy',
      '  solar',
      '  wind',
    ])
    await userEvent.keyboard('Bordr')
    await expect.element(page.getByRole('status', { name: 'Nearly the same' })).toHaveTextContent('already border')
  })
})

test('a clash shows both values and whose the other is, and either can be taken', async () => {
  const base = afterEdits(workspaceWith(), editOf('e0', 'ben', tag('t')))
  const named = (id: string, by: string, name: string) =>
    afterEdits(base, editOf(id, by, { do: 'change-entry', register: 'codebook', id: 't', fields: { name } }))
  const journals = new Map(named('e1', 'ben', 'danger').scopes.get('codebook')?.journals)
  const mine = named('e2', 'ann', 'threats').scopes.get('codebook')?.journals.get('ann')
  if (mine !== undefined) journals.set('ann', mine)
  desk = await openCodebook({ ...base, scopes: new Map(base.scopes).set('codebook', { journals }) })
  const box = page.getByRole('region', { name: 'Two values' })
  await expect.element(box).toHaveTextContent('Name: “threats”ben has “danger”')
  await box.getByRole('button', { name: 'Take the other name' }).click()
  await expect.element(item('danger')).toBeVisible()
  await expect.element(box).not.toBeInTheDocument()
})

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  beforeEach(async () => {
    document.documentElement.dataset.theme = theme
    desk = await openCodebook([...some, tag('borders')])
  })

  test('axe finds nothing: details, merge, split, near duplicates, removed', async () => {
    await item('borders').click()
    expect(await violations()).toEqual([])
    for (const pane of ['Merge into…', 'Split…']) {
      await page.getByRole('button', { name: pane }).click()
      expect(await violations()).toEqual([])
      await page.getByRole('button', { name: 'Cancel' }).click()
    }
    await page.getByRole('button', { name: '1 near duplicate' }).click()
    expect(await violations()).toEqual([])
    await item('borders').click()
    await userEvent.keyboard('{Delete}')
    await page.getByRole('button', { name: 'Show removed (1)' }).click()
    expect(await violations()).toEqual([])
  })
})
