import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { ExcerptFilter } from '#app/contract/excerpt-query'
import { mount, unmount } from '../../components/testing/mount'
import { violations } from '../../components/testing/violations'
import { setTheme } from '../../theme/set-theme'
import { FacetPane } from './FacetPane'
import { sampleFacets } from './testing/sample-rows'

const onToggle = vi.fn()
const onFurther = vi.fn()
const onClear = vi.fn()

function show(filter: ExcerptFilter = { text: '', facets: {} }, filtered = false): void {
  mount(
    <main>
      <h1>Test</h1>
      <FacetPane
        filter={filter}
        facets={sampleFacets}
        moreValues={{ document: 1950 }}
        filtered={filtered}
        onToggle={onToggle}
        onFurther={onFurther}
        onClear={onClear}
      />
    </main>,
  )
}

beforeEach(() => {
  onToggle.mockReset()
  onFurther.mockReset()
  onClear.mockReset()
})
afterEach(() => {
  unmount()
  setTheme(document.documentElement, 'light', false)
})

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async theme => {
  setTheme(document.documentElement, theme, false)
  show({ text: '', facets: { kind: ['quote'] } }, true)
  await expect.element(page.getByRole('complementary', { name: 'Filters' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a value is a tick with its count; kinds are all there, in one order', async () => {
  show({ text: '', facets: { kind: ['quote'] } }, true)
  const kind = page.getByRole('region', { name: 'Kind' })
  await expect.element(kind.getByRole('checkbox', { name: 'Quote 412' })).toBeChecked()
  const names = kind
    .getByRole('listitem')
    .elements()
    .map(item => item.textContent)
  expect(names).toEqual(['Quote412', 'Claim388', 'Note0'])
  await kind.getByRole('checkbox', { name: /Claim/ }).click()
  expect(onToggle.mock.calls).toEqual([['kind', 'claim']])
})

test('what reviews come to stands below what authors say, which is always there', async () => {
  show()
  const status = page.getByRole('region', { name: 'Status' })
  await expect.element(status.getByRole('checkbox', { name: 'Disputed 3' })).toBeVisible()
  const names = status.getByRole('listitem').elements()
  expect(names.map(item => item.textContent)).toEqual(['Draft800', 'Submitted0', 'Disputed3'])
})

test('of many values a few are shown, and the others when they are asked for', async () => {
  show({ text: '', facets: { speaker: ['s11'] } }, true)
  const speaker = page.getByRole('region', { name: 'Speaker' })
  await expect.element(speaker.getByRole('checkbox', { name: /Speaker 11/ })).toBeChecked()
  expect(speaker.getByRole('checkbox').elements().length).toBe(5)
  await speaker.getByRole('button', { name: '7 more' }).click()
  await expect.element(speaker.getByRole('checkbox', { name: /Speaker 7/ })).toBeVisible()
})

test('values that have not come are counted, and asked for when those that are here are all shown', async () => {
  show()
  const document = page.getByRole('region', { name: 'Document' })
  await document.getByRole('button', { name: 'Document', exact: true }).click()
  expect(onFurther).not.toHaveBeenCalled()
  await document.getByRole('button', { name: '1,950 more' }).click()
  expect(onFurther).toHaveBeenCalledOnce()
})

test('what is below a tag stands below it, and what has none is named', async () => {
  show()
  const tag = page.getByRole('region', { name: 'Tag' })
  await expect.element(tag).toBeVisible()
  expect(
    tag
      .getByRole('listitem')
      .elements()
      .map(item => item.textContent),
  ).toEqual(['climate96', 'methane61', 'Untagged119'])
})

test('a facet folds, and the filters are cleared at once', async () => {
  show({ text: 'x', facets: {} }, true)
  await page.getByRole('button', { name: 'Kind', exact: true }).click()
  await expect.element(page.getByRole('checkbox', { name: /Quote/ })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Clear' }).click()
  expect(onClear).toHaveBeenCalledTimes(1)
})
