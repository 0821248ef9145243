import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Voice } from '#annotations/model/annotation'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import type { ListedAnnotation } from '../read/annotation-name'
import { listOf } from '../read/testing/listed'
import { InspectorPane, type InspectorPaneProps } from './InspectorPane'
import { claim, options, quote, shown } from './testing/sample'

const wishes = {
  onKind: vi.fn(),
  onQuoteType: vi.fn(),
  onAddSpeaker: vi.fn(),
  onRemoveSpeaker: vi.fn(),
  onSpeakerRole: vi.fn(),
  onSetPart: vi.fn(),
  onClearPart: vi.fn(),
  onTake: vi.fn(),
  onRestore: vi.fn(),
  onSettle: vi.fn(),
  onClaimType: vi.fn(),
  onStatement: vi.fn(),
  onClaimant: vi.fn(),
  onClaimantRole: vi.fn(),
  onFigures: vi.fn(),
  onAddTag: vi.fn(),
  onRemoveTag: vi.fn(),
  onNote: vi.fn(),
  onStatus: vi.fn(),
  onDelete: vi.fn(),
  onGo: vi.fn(),
}
const listed: readonly ListedAnnotation[] = [
  {
    id: 'a1',
    kind: 'quote',
    quoteType: 'direct',
    who: 'Leilwa Abdullah',
    words: 'ISIS retains',
    n: 3,
    of: 10,
    anchor: 'exact',
  },
]
const pane = page.getByRole('complementary', { name: 'Inspector' })

function show({ width, ...props }: Partial<InspectorPaneProps> & { readonly width?: number }): void {
  mount(
    <div style={{ width }}>
      <main>
        <h1>Test</h1>
      </main>
      <InspectorPane
        annotations={listOf(listed)}
        options={options}
        readOnly={false}
        canSetPart
        wishes={wishes}
        {...props}
      />
    </div>,
  )
}

beforeEach(() => {
  for (const wish of Object.values(wishes)) wish.mockReset()
})
afterEach(unmount)

test('every field of a quote has its name', async () => {
  show({ shown: shown(quote) })
  await expect.element(pane.getByRole('button', { name: 'Quote Kind' })).toBeVisible()
  await expect.element(pane.getByRole('combobox', { name: 'Speakers' })).toBeVisible()
  await expect
    .element(pane.getByRole('textbox', { name: 'Role as written' }).first())
    .toHaveValue('spokesperson of the al-Jazeera Storm campaign')
  await expect.element(pane.getByRole('group', { name: 'Source' })).toHaveTextContent('Leilwa Abdullah')
  await expect.element(pane.getByRole('group', { name: 'Cue' })).toHaveTextContent('said')
  await expect.element(pane.getByRole('radiogroup', { name: 'Type' })).toBeVisible()
  await expect.element(pane.getByRole('combobox', { name: 'Tags' })).toBeVisible()
  await expect.element(pane.getByRole('textbox', { name: 'Note' })).toHaveValue('Two named speakers.')
  await expect.element(pane.getByRole('button', { name: 'Draft Status' })).toBeVisible()
  await expect.element(pane.getByRole('button', { name: 'Delete annotation' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('every field of a claim has its name', async () => {
  show({ shown: shown(claim) })
  await expect.element(pane.getByRole('button', { name: 'Quantity Claim type' })).toBeVisible()
  await expect.element(pane.getByRole('textbox', { name: 'In plain words' })).toHaveValue('There are 71.')
  await expect.element(pane.getByRole('combobox', { name: 'Claimant' })).toBeVisible()
  await expect.element(pane.getByRole('table', { name: 'Figures' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('the list mirrors the page in words', async () => {
  show({})
  const item = pane.getByRole('list', { name: 'Annotations' }).getByRole('button', {
    name: 'Quote, direct, Leilwa Abdullah, 3 of 10, exact',
    exact: true,
  })
  await item.click()
  expect(wishes.onGo.mock.calls).toEqual([[{ id: 'a1' }]])
})

test('speakers are added from the register or by a new name', async () => {
  show({ shown: shown(quote) })
  const field = pane.getByRole('combobox', { name: 'Speakers' })
  await field.fill('James Jarrard')
  await userEvent.keyboard('{Enter}')
  await field.fill('Somebody')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => wishes.onAddSpeaker.mock.calls)
    .toEqual([
      ['a1', { id: 's2' }],
      ['a1', { create: 'Somebody' }],
    ])
})

test('a typed path creates a tag below its parent', async () => {
  show({ shown: shown(quote) })
  await pane.getByRole('combobox', { name: 'Tags' }).fill('security / alert')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => wishes.onAddTag.mock.calls).toEqual([['a1', { create: ['security', 'alert'] }]])
  await pane.getByRole('button', { name: 'Remove security / threat' }).click()
  expect(wishes.onRemoveTag.mock.calls).toEqual([['a1', 't1']])
})

test('a figure is reported when its row is left, and never while its value is no number', async () => {
  show({ shown: shown(claim) })
  const value = pane.getByRole('textbox', { name: 'Value of figure 1' })
  await value.fill('about 71')
  await pane.getByRole('textbox', { name: 'Note' }).click()
  await expect.element(pane.getByRole('alert')).toHaveTextContent('decimal number')
  expect(wishes.onFigures).not.toHaveBeenCalled()
  await value.fill('71.50')
  await pane.getByRole('textbox', { name: 'Note' }).click()
  await expect
    .poll(() => wishes.onFigures.mock.calls)
    .toEqual([['a2', [{ asWritten: '71', value: '71.50', unit: 'nations' }]]])
})

test('of a row whose value is no number the rest is kept, and what was typed is to be seen', async () => {
  show({ shown: shown(claim) })
  await pane.getByRole('button', { name: 'Add figure' }).click()
  const [value, unit] = ['Value of figure 2', 'Unit of figure 2'].map(name => pane.getByRole('textbox', { name }))
  await value?.fill('two in three')
  await unit?.fill('voters')
  await pane.getByRole('textbox', { name: 'Note' }).click()
  await expect
    .poll(() => wishes.onFigures.mock.calls.at(-1)?.[1].at(-1))
    .toEqual({ asWritten: 'two in three', unit: 'voters' })
  await expect.element(pane.getByRole('alert')).toHaveTextContent('decimal number')
  await expect.element(value ?? pane).toHaveValue('two in three')
})

test('a value of twelve digits is shown whole', async () => {
  const figures = [{ asWritten: '$120 billion', value: '120000000000', unit: '$' }]
  show({ shown: shown({ ...claim, kind: 'claim', claim: { figures } }) })
  await expect.element(pane).toBeVisible()
  const value = page.getByRole('textbox', { name: 'Value of figure 1' }).element() as HTMLInputElement
  expect(value.value).toBe('120\u202f000\u202f000\u202f000')
  expect(value.scrollWidth).toBeLessThanOrEqual(value.clientWidth)
})

test('a unit of two words is shown whole beside a short value', async () => {
  const figures = [{ asWritten: 'four', value: '4', unit: 'international organizations' }]
  show({ shown: shown({ ...claim, kind: 'claim', claim: { figures } }), width: 340 })
  await expect.element(pane).toBeVisible()
  const unit = page.getByRole('textbox', { name: 'Unit of figure 1' }).element() as HTMLInputElement
  expect(unit.scrollWidth).toBeLessThanOrEqual(unit.clientWidth)
})

test('a cue of several words is shown whole', async () => {
  for (const cueText of ['said', 'According to', 'went on to tell reporters']) {
    show({ shown: { ...shown(quote), cueText }, width: 340 })
    const cue = pane.getByRole('group', { name: 'Cue' }).getByText(cueText, { exact: true })
    await expect.element(cue).toBeVisible()
    expect(cue.element().scrollWidth).toBeLessThanOrEqual(cue.element().clientWidth)
  }
})

test('who has chosen a claimant goes on with the role: Enter again takes nobody away', async () => {
  function Desk() {
    const [claimant, setClaimant] = useState<Voice | undefined>(undefined)
    const claimed = { figures: [], ...(claimant === undefined ? {} : { claimant }) }
    return (
      <InspectorPane
        annotations={listOf(listed)}
        options={options}
        readOnly={false}
        canSetPart
        shown={shown({ ...claim, kind: 'claim', claim: claimed })}
        wishes={{
          ...wishes,
          onClaimant: (_id, choice) => setClaimant(choice === null ? undefined : { name: 'James Jarrard' }),
        }}
      />
    )
  }
  mount(<Desk />)
  const field = pane.getByRole('combobox', { name: 'Claimant' })
  await field.fill('James Jarrard')
  await userEvent.keyboard('{Enter}')
  await expect.element(pane.getByRole('textbox', { name: 'Role as written' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(pane.getByRole('group', { name: 'James Jarrard' })).toBeVisible()
  await pane.getByRole('button', { name: 'Remove James Jarrard' }).click()
  await expect.element(field).toBeVisible()
})

test('what the text names is offered, and taken one by one or together', async () => {
  const offers = {
    cue: 'said',
    source: 'Kim Roe',
    speakers: [{ name: 'Kim Roe', role: 'harbour master' }],
    figures: [],
  }
  show({ shown: { ...shown(quote), sourceText: undefined, cueText: undefined, offers } })
  await pane.getByRole('button', { name: 'Add Kim Roe, harbour master' }).click()
  await pane.getByRole('button', { name: 'Take “Kim Roe” as source' }).click()
  await pane.getByRole('button', { name: 'Take “said” as cue' }).click()
  await pane.getByRole('button', { name: 'Take all' }).click()
  expect(wishes.onTake.mock.calls).toEqual([
    ['a1', { speaker: 0 }],
    ['a1', 'source'],
    ['a1', 'cue'],
    ['a1', 'all'],
  ])
  expect(await violations()).toEqual([])
})

test('an amount and its wording are whole in the narrow table', async () => {
  const figures = [{ asWritten: 'more than two-thirds' }, { asWritten: '$12 billion', value: '12000000000', unit: '$' }]
  show({ shown: shown({ ...claim, kind: 'claim', claim: { figures } }), width: 340 })
  for (const name of ['Figure 1 as written', 'Value of figure 2', 'Figure 2 as written']) {
    await expect.element(page.getByRole('textbox', { name })).toBeVisible()
    const field = page.getByRole('textbox', { name }).element() as HTMLInputElement
    expect([name, field.scrollWidth - field.clientWidth]).toEqual([name, 0])
  }
})

test('the claimant that is offered is one press', async () => {
  show({ shown: { ...shown(claim), offers: { speakers: [], figures: [], claimant: 'Ada Marsh' } } })
  await pane.getByRole('button', { name: 'Take claimant Ada Marsh' }).click()
  expect(wishes.onTake.mock.calls).toEqual([['a2', 'claimant']])
})

test('figures that were read are added beside those that are set', async () => {
  const four = { asWritten: 'four', value: '4', unit: 'international organizations' }
  show({ shown: { ...shown(claim), offers: { speakers: [], figures: [four] } } })
  await pane.getByRole('button', { name: 'Add figure four international organizations' }).click()
  expect(wishes.onFigures.mock.calls).toEqual([['a2', [{ asWritten: '71', value: '71', unit: 'nations' }, four]]])
  expect(await violations()).toEqual([])
})

test('a former state is brought back from the history; the newest is there already', async () => {
  const history = [
    { edit: 'e2', at: '14:02', words: 'Note changed' },
    { edit: 'e1', at: '14:01', words: 'Marked as quote' },
  ]
  show({ shown: { ...shown(quote), history } })
  await pane.getByText('History 2 changes').click()
  const restores = pane.getByRole('button', { name: 'Restore this' })
  expect(restores.elements()).toHaveLength(1)
  await restores.click()
  expect(wishes.onRestore.mock.calls).toEqual([['a1', 'e1']])
})

test('a note that is still being typed is reported for its own annotation when another becomes active', async () => {
  show({ shown: shown(quote) })
  await pane.getByRole('textbox', { name: 'Note' }).fill('Typed for the first')
  show({ shown: shown(claim) })
  await expect.element(pane.getByRole('button', { name: 'Claim Kind' })).toBeVisible()
  expect(wishes.onNote.mock.calls.at(-1)).toEqual(['a1', 'Typed for the first', true])
})

test('a wish moves the focus into a field, once', async () => {
  const onFocused = vi.fn()
  show({ shown: shown(quote), focus: { name: 'note' }, onFocused })
  await expect.element(pane.getByRole('textbox', { name: 'Note' })).toHaveFocus()
  expect(onFocused).toHaveBeenCalledTimes(1)
})

test.each([
  ["a colleague's annotation", { shown: shown(quote, false) }],
  ["a colleague's claim", { shown: shown(claim, false) }],
  ['a workspace that is open for reading', { shown: shown(quote), readOnly: true }],
])('%s is shown and cannot be edited', async (_name, props) => {
  show(props)
  await expect.element(pane.getByRole('group', { name: 'Note' })).toHaveTextContent('Two named speakers.')
  await expect.element(pane.getByRole('group', { name: 'Kind' })).toBeVisible()
  expect(document.querySelectorAll('aside input, aside textarea, aside [contenteditable]')).toHaveLength(0)
  const names = [...document.querySelectorAll('aside button')].map(button => button.getAttribute('aria-label'))
  expect(names.filter(name => name !== null)).toEqual(['Previous annotation', 'Next annotation'])
  expect(await violations()).toEqual([])
})

test('where else the tags and speakers are used is told, and opens from a line', async () => {
  const uses = [{ id: 't', name: 'security / threat', words: '12 highlights in 4 documents' }]
  show({ shown: shown(quote), options: { ...options, uses } })
  const list = pane.getByRole('list', { name: 'Uses in the workspace' })
  await expect.element(list).not.toBeInTheDocument()
  await pane.getByText('Where else these are used').click()
  await expect.element(list).toHaveTextContent('security / threat12 highlights in 4 documents')
})

test('two values of a field, set on two machines: both are told, and either is taken', async () => {
  const clash = { field: 'note', label: 'Note', stands: '“there”', other: '“here”', by: 'ann' }
  show({ shown: { ...shown(quote), clashes: [clash] } })
  const box = pane.getByRole('region', { name: 'Two values' })
  await expect.element(box).toHaveTextContent('Note: “there”Another machine of yours has “here”')
  await box.getByRole('button', { name: 'Take the other note' }).click()
  await box.getByRole('button', { name: 'Keep this note' }).click()
  expect(wishes.onSettle.mock.calls).toEqual([
    ['a1', 'note', 'other'],
    ['a1', 'note', 'standing'],
  ])
})

test('of a colleague’s annotation two values are told and not settled', async () => {
  const clash = { field: 'note', label: 'Note', stands: '“there”', other: '“here”', by: 'bo' }
  show({ shown: { ...shown(quote, false), clashes: [clash] } })
  const box = pane.getByRole('region', { name: 'Two values' })
  await expect.element(box).toHaveTextContent('Another machine of theirs has “here”')
  expect(box.getByRole('button').elements()).toEqual([])
})
